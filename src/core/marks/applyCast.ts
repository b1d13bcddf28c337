import type { Institution, OpenMention, Person, Role, Span } from '../article.ts';
import { type Decisions, overlaps } from './decisions.ts';
import type { RoleDecision } from './mark.ts';

interface CastLists {
  readonly people: readonly Person[];
  readonly openMentions: readonly OpenMention[];
  readonly institutions: readonly Institution[];
}

/** The cast with a person's decisions on who is who and who holds which role. Without such decisions the same cast. */
export function correctCast<C extends CastLists>(cast: C, text: string, decisions: Decisions): C {
  let { people, openMentions } = cast;
  for (const { decision, content } of decisions) {
    if (decision.kind !== 'identity' || decision.name === null) continue;
    for (const span of content) {
      people = identify(people, text, span, decision.name);
      openMentions = openMentions.filter((mention) => !overlaps(mention, span));
    }
  }
  for (const { decision, content } of decisions) {
    if (decision.kind === 'role')
      for (const span of content) people = people.map((person) => correctRole(person, text, span, decision));
  }
  if (people === cast.people) return cast;
  return { ...cast, people: [...people].sort((a, b) => firstOf(a) - firstOf(b)), openMentions };
}

/** Gives the mention at `span` to the person of this name. Marked on somebody's fullest name, all of that person's mentions go along. */
function identify(people: readonly Person[], text: string, span: Span, name: string): readonly Person[] {
  const owner = people.find((person) => person.mentions.some((mention) => overlaps(mention, span)));
  if (owner?.name === name) return people;
  const whole = owner !== undefined && text.slice(span.start, span.end) === owner.name;
  const moved = owner ? owner.mentions.filter((mention) => whole || overlaps(mention, span)) : [span];
  const target = people.find((person) => person.name === name) ?? { name, mentions: [], roles: [], namesakes: [] };
  const joined: Person = {
    ...target,
    mentions: [...target.mentions, ...moved].sort((a, b) => a.start - b.start),
    roles: whole ? [...target.roles, ...owner.roles].sort((a, b) => a.start - b.start) : target.roles,
    namesakes: target.namesakes.filter((other) => !whole || other !== owner.name),
  };
  const others = people.flatMap((person) => {
    if (person === target) return [];
    if (person !== owner) return [person];
    const mentions = person.mentions.filter((mention) => !moved.includes(mention));
    return mentions.length === 0 ? [] : [{ ...person, mentions }];
  });
  return [...others, joined];
}

function correctRole(person: Person, text: string, span: Span, decision: RoleDecision): Person {
  const mention = person.mentions.find((own) => overlaps(own, span));
  if (!mention) return person;
  const [known] = person.roles;
  const role = decision.role ?? known?.role ?? '';
  const place = decision.role === undefined ? (known ?? mention) : printedNear(text, decision.role, mention);
  const corrected: Role = {
    role,
    post: decision.role ?? known?.post ?? '',
    status: known?.status ?? 'current',
    institution: decision.institution ?? known?.institution ?? null,
    party: decision.party ?? known?.party ?? null,
    start: place.start,
    end: place.end,
  };
  const rest = decision.role === undefined ? person.roles.slice(1) : [];
  return { ...person, roles: [corrected, ...rest] };
}

/** Where the role's words are printed nearest to the mention; the mention itself where they are not. */
function printedNear(text: string, words: string, mention: Span): Span {
  const before = text.lastIndexOf(words, mention.start);
  const after = text.indexOf(words, mention.end);
  if (words === '' || (before < 0 && after < 0)) return mention;
  const start = after < 0 || (before >= 0 && mention.start - before <= after - mention.end) ? before : after;
  return { start, end: start + words.length };
}

function firstOf(person: Person): number {
  return person.mentions[0]?.start ?? 0;
}
