import assert from 'node:assert/strict';
import type { EntityType, Meeting, Person, Span } from '../../../../src/core/article.ts';
import { findMeetings } from '../../../../src/core/meetings/meetings.ts';
import type { Placed } from '../../../../src/core/passage.ts';
import type { Cast } from '../../../../src/core/people/people.ts';
import { findSentences } from '../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

const TYPES: Readonly<Record<string, EntityType>> = { P: 'person', O: 'organization', L: 'location' };

/** Reads paragraphs with names marked as `[P Leyla Aksoy]`, `[O …]`, `[L …]`; `roles` gives each person's post and party. */
function meetings(
  paragraphs: readonly string[],
  roles: Readonly<Record<string, readonly [string, string]>> = {},
  date: string | null = null,
): readonly Meeting[] {
  const placed: Placed[] = [];
  const mentions = new Map<string, Span[]>();
  let start = 0;
  for (const marked of paragraphs) {
    const entities: (Span & { type: EntityType })[] = [];
    let text = '';
    for (const [, plain, type, name] of marked.matchAll(/([^[]+)|\[([POL]) ([^\]]+)\]/g)) {
      if (type && name) {
        entities.push({ type: TYPES[type]!, start: text.length, end: text.length + name.length });
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
  const cast: Cast = { people, openMentions: [], institutions: [] };
  return findMeetings(placed, cast, [], date);
}

/** A meeting in one line: status, name, parties, agenda. */
function line({ status, name, parties, agenda }: Meeting): string {
  return [status, name, parties.join(' + '), agenda.map(({ text }) => text).join('; ')].join(' | ');
}

const ROLES = { 'Ana Ruiz': ['president', 'Peru'], 'Pedro Lema': ['president', 'Ecuador'] } as const;

describe('meetings', () => {
  it('names only those as delegates of an earlier meeting who are named there', () => {
    const delegates = (last: string) =>
      meetings(['[P Ana Ruiz] met [P Pedro Lema] in [L Quito] on Monday.', last], ROLES, '2024-05-08')
        .filter(({ status }) => status === 'earlier')
        .flatMap((meeting) => meeting.delegates.map(({ person }) => person));
    assert.deepEqual(delegates('Last year, the presidents of [L Peru] and [L Ecuador] met in [L Lima].'), [null, null]);
    assert.deepEqual(delegates('Last year, [P Ana Ruiz] and [P Pedro Lema] met in [L Lima].'), ['Ana Ruiz', 'Pedro Lema']);
  });

  it('finds who met, where, when and about what', () => {
    const [meeting, ...others] = meetings(
      ['Presidents [P Ana Ruiz] and [P Pedro Lema] met in [L Lima] on Tuesday to discuss fishing rights in the strait.'],
      ROLES,
      '2024-03-06',
    );
    assert.deepEqual(others, []);
    assert.equal(line(meeting!), 'held | met | Peru + Ecuador | fishing rights in the strait');
    assert.deepEqual([meeting!.when, meeting!.date, meeting!.where], ['Tuesday', '2024-03-05', 'Lima']);
    assert.deepEqual(
      meeting!.delegates.map(({ party, post, person }) => [party, post, person]),
      [
        ['Peru', 'president', 'Ana Ruiz'],
        ['Ecuador', 'president', 'Pedro Lema'],
      ],
    );
  });

  it('takes the event under many names for one meeting', () => {
    const found = meetings(
      [
        'Peru, Ecuador and Chile held trilateral talks in [L Lima] on Tuesday.',
        'The three countries discussed a rail link over the pass. The talks also focused on visas for farm workers.',
      ],
      {},
      '2024-03-06',
    );
    assert.deepEqual(found.map(line), [
      'held | trilateral talks | Peru + Ecuador + Chile | rail link over the pass; visas for farm workers',
    ]);
    assert.equal(found[0]!.announced, 3);
  });

  it('lists the delegates that nobody names', () => {
    const [meeting] = meetings([
      'The defence ministers and intelligence chiefs of Peru, Ecuador and Chile held talks in [L Lima].',
    ]);
    assert.equal(meeting!.parties.join(', '), 'Peru, Ecuador, Chile');
    assert.equal(meeting!.delegates.length, 6);
    assert.ok(meeting!.delegates.every(({ person }) => person === null));
  });

  it('keeps earlier and planned meetings apart', () => {
    const found = meetings(
      [
        '[P Ana Ruiz] met [P Pedro Lema] in [L Lima] on Tuesday.',
        'Last December, the leaders of Peru and Bolivia met in [L La Paz].',
        'The foreign ministers of Peru and Chile will meet in early May.',
      ],
      ROLES,
      '2024-03-06',
    );
    assert.deepEqual(found.map(line), [
      'held | met | Peru + Ecuador | ',
      'earlier | met | Peru + Bolivia | ',
      'planned | meet | Peru + Chile | ',
    ]);
    assert.deepEqual(
      found.map(({ date }) => date),
      ['2024-03-05', '2023-12', '2024-05/early'],
    );
  });

  it('takes a later mention of another event for background', () => {
    const found = meetings(
      ['[P Ana Ruiz] met [P Pedro Lema] on Tuesday.', 'A summit of Bolivia and Chile ended without a deal.'],
      ROLES,
    );
    assert.deepEqual(
      found.map(({ status, parties }) => [status, parties.join(' + ')]),
      [
        ['held', 'Peru + Ecuador'],
        ['earlier', 'Bolivia + Chile'],
      ],
    );
  });

  it('steps over circumstances and titles, and knows a call', () => {
    const received = meetings(
      ['President [P Ana Ruiz] received at her office on Sunday President [P Pedro Lema] of Ecuador.'],
      ROLES,
    );
    assert.deepEqual(
      received.map(({ parties }) => parties.join(' + ')),
      ['Peru + Ecuador'],
    );
    const call = meetings(['[P Ana Ruiz] spoke over the phone with [P Pedro Lema].'], ROLES);
    assert.deepEqual(
      call.map(({ name }) => name),
      ['spoke over the phone'],
    );
  });

  for (const text of [
    '[P Ana Ruiz] held a press conference in [L Lima].',
    'The plan met strong criticism in Peru.',
    'Prices have to meet the needs of Peru and Chile.',
    'The talks between Peru and Chile were cancelled.',
    'Peru and Chile grow grapes.',
    '[P Ana Ruiz] received a letter from [P Pedro Lema].',
  ])
    it(`finds none in: ${text}`, () => assert.deepEqual(meetings([text], ROLES).map(line), []));
});
