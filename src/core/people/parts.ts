import type { RoleStatus } from '../article.ts';
import type { CountryMention } from '../geo/mentions.ts';
import { FIELD, type HeadKind, RANK, statusOf } from './lexicon.ts';
import type { RolePhrase } from './phrase.ts';
import type { Range, Words } from './words.ts';

/** A role taken apart. */
export interface RoleParts {
  /** As printed. */
  readonly role: string;
  /** The role without party, organisation and status: "Defence Minister". */
  readonly post: string;
  /** The head noun in the singular, lower case: "minister". */
  readonly head: string;
  readonly kind: HeadKind;
  readonly status: RoleStatus;
  /** The countries in the phrase, with whether each stands before the head or after which preposition. */
  readonly countries: readonly CountryMention[];
  /** The index of the country of "ambassador of A to B" that sends; the host does not count as side. */
  readonly host: string | null;
  /** Organisations printed in the phrase, nearest to the head first. */
  readonly organizations: readonly string[];
  /** The name after "of" or "at" where no entity covers it: "Group of 16", "Lower Harbour Precinct"; the body of "the Assembly’s legal committee". */
  readonly tailName: string | null;
  /** Political, religious and other groups in the phrase that are no countries: "Democrat", "Labour". */
  readonly groups: readonly string[];
  /** Words for the field of the post, lower case: "foreign", "defence". */
  readonly fields: readonly string[];
  /** A bare body in the phrase: "ministry" of "the ministry’s spokeswoman". */
  readonly body: string | null;
  /** The body is one named before: "the ministry’s spokeswoman", "head of the party". */
  readonly definiteBody: boolean;
  /** The body stands bare before the post: "Committee chairman", "a ministry spokesman". */
  readonly bareBody: boolean;
  /** Content words that tell posts apart, lower case, without countries, status and organisations. */
  readonly words: readonly string[];
}

const BODIES = new Set(
  'ministry party company government parliament committee council commission agency department union group court police army house assembly senate cabinet bank board office embassy federation association university hospital club team firm navy force foundation church institute school charity airline newspaper network fund trust society council authority bureau organisation organization institute'.split(
    ' ',
  ),
);
const PLAIN = new Set([
  'of',
  'for',
  'to',
  'at',
  'in',
  'from',
  'on',
  'with',
  'under',
  'the',
  'a',
  'an',
  'and',
  '&',
  ',',
  '-',
  '–',
  '(',
  ')',
  '.',
  "'s",
  '’s',
  "'",
  '’',
  '/',
]);

/** Takes a role's phrase apart; `cut` units of the last token are left out. */
export function readParts(words: Words, phrase: RolePhrase, cut: number): RoleParts {
  const { from, to } = phrase;
  const countries = words.countries.filter((each) => each.from >= from && each.to <= to && !words.isPerson(each.from));
  const inside = { organizations: [] as string[], groups: [] as string[], fields: [] as string[], content: [] as string[] };
  let status: RoleStatus = 'current';
  let body: string | null = null;
  let definiteBody = false;
  let bareBody = false;
  let postFrom = -1;
  let postTo = phrase.headTo;
  let preposition = '';
  const ofHolder = words.isPerson(to - 1); // "spokesman for Speaker Lee"
  for (let i = from; i < to; i++) {
    const own = words.text(i);
    const lower = own.toLowerCase();
    if (i >= phrase.headTo && /^(?:of|for|to|at|in|from|on)$/.test(lower)) preposition = lower;
    const range = words.range(i);
    const type = words.entity(i)?.type;
    if (range && (type === 'organization' || type === 'misc') && !(i === phrase.headFrom) && !isPortfolio(words, range)) {
      const org = words.slice(Math.max(range.from, from), Math.min(range.to, to));
      const acronym = words.text(i - 1) === '(' && i - 1 === phrase.headTo; // "Chief Harbour Commissioner (CHC)"
      if (type === 'organization' && !acronym && !(ofHolder && i > phrase.headTo)) inside.organizations.push(org);
      if (i > phrase.headTo && postTo < i) postTo = Math.max(postTo, 0);
      for (let k = i; k < Math.min(range.to, to); k++) pushContent(inside, words, k);
      i = Math.min(range.to, to) - 1;
      continue;
    }
    if (type === 'norp' && i === range!.from && !countries.some((each) => i >= each.from && i < each.to))
      inside.groups.push(words.slice(range!.from, range!.to));
    const isCountry = countries.some((each) => i >= each.from && i < each.to);
    if (isCountry || PLAIN.has(lower)) continue;
    const said = i < phrase.headFrom ? statusOf(lower) : null;
    const tail = i >= phrase.headTo - 1 && /^(?:elect|designate|designated|nominee)$/.test(lower) ? 'designate' : null;
    if (said ?? tail) {
      status = (said ?? tail)!;
      if (said) continue;
    }
    if (postFrom < 0) postFrom = i;
    if (
      i >= phrase.headTo &&
      (preposition === 'of' || preposition === 'for') &&
      (type === undefined || type === 'misc') &&
      !ofHolder
    )
      postTo = i + 1;
    if (BODIES.has(lower) && i !== phrase.headFrom && body === null) {
      body = lower;
      definiteBody = words.possessive(i + 1) || isDefinite(words, i);
      bareBody = i + 1 === phrase.headFrom && (i === from || i === postFrom);
    }
    pushContent(inside, words, i);
  }
  const start = Math.min(postFrom < 0 ? phrase.headFrom : postFrom, phrase.headFrom);
  const end = Math.max(postTo, phrase.headTo);
  const text = (a: number, b: number): string => words.slice(a, b).slice(0, b === to && cut ? -cut : undefined);
  const host = hostOf(words, phrase, countries);
  return {
    role: text(from, to),
    post: text(start, end),
    head: singular(words.text(headToken(words, phrase)).toLowerCase()),
    kind: isStateAttorney(words, phrase)
      ? 'office'
      : (words.entry(headToken(words, phrase)).kind ?? words.entry(phrase.headFrom).kind ?? 'occupation'),
    status,
    countries: countries.filter((each) => each !== host),
    host: host?.code ?? null,
    organizations: inside.organizations,
    tailName: tailNameOf(words, phrase),
    groups: inside.groups,
    fields: inside.fields,
    body,
    definiteBody,
    bareBody,
    words: inside.content,
  };
}

/** "for the committee", "of the parliamentary committee". */
function isDefinite(words: Words, i: number): boolean {
  return (
    words.text(i - 1) === 'the' ||
    (words.text(i - 2) === 'the' && /^(?:parliamentary|same|joint|ruling)$/.test(words.text(i - 1)))
  );
}

function tailNameOf(words: Words, { headTo, to }: RolePhrase): string | null {
  if (!/^(?:of|at)$/.test(words.text(headTo))) return null;
  let from = headTo + 1;
  if (/^(?:the|an?)$/.test(words.text(from))) from++;
  for (let i = from; i < to - 1; i++)
    if (words.possessive(i)) return BODIES.has(words.text(to - 1).toLowerCase()) ? words.slice(i + 1, to) : null;
  const type = words.entity(from)?.type;
  if (from >= to || !words.capital(from) || (type && type !== 'misc' && type !== 'facility')) return null;
  let end = from;
  let field = true;
  while (end < to && !/^(?:for|in|at|on|from|with|,)$/.test(words.text(end))) {
    if (words.lower(end) && !/^(?:of|and|the|de|la|for)$/.test(words.text(end))) return null;
    if (/^\d/.test(words.text(end))) field = false;
    else if (words.capital(end)) field &&= words.is(end, FIELD | RANK);
    end++;
  }
  return field ? null : words.slice(from, end);
}

function pushContent(inside: { fields: string[]; content: string[] }, words: Words, i: number): void {
  const lower = words.text(i).toLowerCase();
  if (PLAIN.has(lower)) return;
  if (words.is(i, FIELD)) inside.fields.push(lower);
  inside.content.push(singular(lower));
}

/** The token of the head that carries its kind: "officer" of "chief executive officer", "secretary" of "secretary-general". */
function headToken(words: Words, phrase: RolePhrase): number {
  for (let i = phrase.headTo - 1; i > phrase.headFrom; i--) if (words.entry(i).kind !== null) return i;
  return phrase.headFrom;
}

/** "attorney general", "district attorney", but no "tax attorney". */
function isStateAttorney(words: Words, { from, headFrom, headTo }: RolePhrase): boolean {
  if (!/^(?:attorney|solicitor)s?$/i.test(words.text(headFrom))) return false;
  if (headTo > headFrom + 1) return true;
  return (
    headFrom > from &&
    (/^(?:district|state|federal|county|city)$/i.test(words.text(headFrom - 1)) || words.text(headFrom - 1) === 'U.S.')
  );
}

/** The host of "ambassador to Moscow", "envoy in Cairo": the side is not his. */
function hostOf(words: Words, phrase: RolePhrase, countries: readonly CountryMention[]): CountryMention | null {
  const kind = words.entry(phrase.headFrom).kind;
  if (kind !== 'diplomat') return null;
  return (
    countries.find((each) => each.from > phrase.headTo && /^(?:to|in|for|on)$/.test(prepositionBefore(words, each.from))) ?? null
  );
}

function prepositionBefore(words: Words, i: number): string {
  const before = words.text(i - 1);
  return before === 'the' ? words.text(i - 2) : before;
}

export function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') && word.length > 3 ? word.slice(0, -1) : word;
}

/** "Turkish National Defence" before "Minister": a portfolio, though it looks like an organisation's name. */
export function isPortfolio(words: Words, { to }: Range): boolean {
  return words.is(to - 1, FIELD) && /^ministers?$/i.test(words.text(to));
}
