import type { EntityType, Institution, Meeting, Person, Span } from '../../../../src/core/article.ts';
import { findMeetings } from '../../../../src/core/meetings/meetings.ts';
import type { Placed } from '../../../../src/core/passage.ts';
import type { Cast } from '../../../../src/core/people/people.ts';
import { findSentences } from '../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

const TYPES: Readonly<Record<string, EntityType>> = { P: 'person', O: 'organization', L: 'location' };

/** Reads paragraphs with names marked as `[P Leyla Aksoy]`, `[O …]`, `[L …]`; `roles` gives each person's post and party, `bodies` each state body's state. */
export function meetings(
  paragraphs: readonly string[],
  roles: Readonly<Record<string, readonly [string, string]>> = {},
  date: string | null = null,
  bodies: Readonly<Record<string, string>> = {},
): readonly Meeting[] {
  const placed: Placed[] = [];
  const mentions = new Map<string, Span[]>();
  const institutions: Institution[] = [];
  let start = 0;
  for (const marked of paragraphs) {
    const entities: (Span & { type: EntityType })[] = [];
    let text = '';
    for (const [, plain, type, name] of marked.matchAll(/([^[]+)|\[([POL]) ([^\]]+)\]/g)) {
      if (type && name) {
        entities.push({ type: TYPES[type]!, start: text.length, end: text.length + name.length });
        const party = bodies[name];
        const at = { start: start + text.length, end: start + text.length + name.length };
        if (party) institutions.push({ name, aliases: [], kind: null, party, mentions: [at] });
        if (type === 'P') {
          const key = Object.keys(roles).find((full) => full.endsWith(name)) ?? name;
          mentions.set(key, [
            ...(mentions.get(key) ?? []),
            { start: start + text.length, end: start + text.length + name.length },
          ]);
        }
      }
      text += plain ?? name ?? '';
    }
    const tokens = tokenize(text);
    placed.push({ start, passage: { kind: 'paragraph', text, tokens, sentences: findSentences(tokens), entities } });
    start += text.length + 1;
  }
  const people = [...mentions].map(([name, spans]): Person => {
    const [post, party] = roles[name] ?? [];
    const role = post
      ? [{ role: post, post, status: 'current' as const, institution: null, party: party ?? null, ...spans[0]! }]
      : [];
    return { name, mentions: spans, roles: role, namesakes: [] };
  });
  const cast: Cast = { people, openMentions: [], institutions };
  return findMeetings(placed, cast, [], date);
}

/** A meeting in one line: status, name, parties, agenda. */
export function line({ status, name, parties, agenda }: Meeting): string {
  return [status, name, parties.join(' + '), agenda.map(({ text }) => text).join('; ')].join(' | ');
}

/** The paragraphs' text without the marks. */
export function plainText(paragraphs: readonly string[]): string {
  return paragraphs.map((marked) => marked.replaceAll(/\[[POL] |\]/g, '')).join('\n');
}
