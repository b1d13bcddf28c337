import { FIELD, HEAD, RANK, STATUS, STOP } from './lexicon.ts';
import { isDeterminer, readRole, type RolePhrase } from './phrase.ts';
import type { Range, Words } from './words.ts';

/** What stands after a name. */
export interface AfterName {
  readonly roles: readonly RolePhrase[];
  /** The organisation or group in brackets right after the name: "(PTI)", "(Labour)". */
  readonly affiliation: Range | null;
  /** The country or organisation of "Sergei Lavrov of Russia". */
  readonly of: Range | null;
  /** The first token after the brackets and the "of" that belong to the name. */
  readonly next: number;
}

/** Reads roles after the name that ends before token `at`: appositions, brackets, "who is", "is", "as". Never past `end`, the sentence's end. `titled`: a title stands before the name. */
export function readAfter(words: Words, at: number, end: number, titled: boolean): AfterName {
  const roles: RolePhrase[] = [];
  let affiliation: Range | null = null;
  let of: Range | null = null;
  let i = at;
  if (words.text(i) === '(') {
    const close = closing(words, i, end);
    if (close > 0) {
      const phrase = readRole(words, i + 1, close);
      if (phrase && (phrase.to === close || words.text(phrase.to) === ',')) roles.push(phrase);
      else if (close <= i + 5) affiliation = groupWithin(words, i + 1, close);
      i = close + 1;
    }
  }
  const group = words.text(i) === 'of' ? afterOf(words, i + 1) : null;
  if (group) {
    of = group;
    i = group.to;
  }
  const next = i;
  i = skipAge(words, i, end);
  if (words.text(i) === ',' || words.text(i) === '–' || words.text(i) === '—' || (words.text(i) === '-' && !words.touches(i)))
    readAppositions(words, i, end, titled, roles);
  if (roles.length === 0) readClause(words, i, end, roles);
  return { roles, affiliation, of, next };
}

/** The group of "Ann Lee of Norway", "Rep. Lee of the ruling Progress Party". */
function afterOf(words: Words, at: number): Range | null {
  let i = isDeterminer(words, at) ? at + 1 : at;
  while (i < at + 4 && words.lower(i) && words.is(i, RANK)) i++;
  const type = words.entity(i)?.type;
  return type === 'person' || type === 'date' ? null : words.range(i);
}

/** The token of the bracket that closes the one at `open`, near enough to be the name's; else -1. */
function closing(words: Words, open: number, end: number): number {
  for (let i = open + 1; i < Math.min(end, open + 24); i++) {
    if (words.text(i) === ')') return i;
    if (words.text(i) === '(') return -1;
  }
  return -1;
}

function groupWithin(words: Words, from: number, close: number): Range | null {
  const range = words.range(from);
  if (range && words.entity(from)!.type !== 'person' && words.entity(from)!.type !== 'date') return range;
  return words.capital(from) && !words.is(from, HEAD) && /^[A-Z]/.test(words.text(from)) && words.text(from).length > 1
    ? { from, to: close }
    : null;
}

/** ", 45" */
function skipAge(words: Words, i: number, end: number): number {
  return words.text(i) === ',' && /^\d{1,3}$/.test(words.text(i + 1)) && i + 2 < end ? i + 2 : i;
}

/** ", head of A, chairman of B and member of C," */
function readAppositions(words: Words, at: number, end: number, titled: boolean, roles: RolePhrase[]): void {
  let i = at;
  while (i < end && roles.length < 4) {
    const phrase = readRole(words, words.text(i + 1) === 'also' ? i + 2 : i + 1, end);
    if (!phrase || !isApposition(words, phrase, i, end, titled)) return;
    roles.push(phrase);
    i = phrase.to;
    if (words.text(i) === ',' && words.text(i + 1) === 'and') i++;
    if (words.text(i) !== ',' && words.text(i) !== 'and') return;
  }
}

/**
 * Whether the phrase after a name's comma describes that name: "Lee, the minister of trade," does; "Lee, the minister said" and
 * "Lee, French President X" do not.
 */
function isApposition(words: Words, phrase: RolePhrase, comma: number, end: number, titled: boolean): boolean {
  const { to } = phrase;
  if (words.isPerson(to) || (words.honorific(to) && to < end)) return false;
  const next = words.text(to);
  if (next === '(' && words.isPerson(to - 1)) return false;
  if (words.text(comma) === 'and' && phrase.determiner === 'the' && !/^[,.;]$/.test(next)) return false;
  if (to >= end || /^(?:[,.;:)\]–—"”’?!]|''|and|or|who|whose|whom|which|that|with|on|in|as|but|to|at|\()$/.test(next))
    return !(next === ',' && listGoesOn(words, phrase, end, titled));
  // "Lee, a farmer fighting for water," but not "Lee, the minister added".
  // "Lee, a shopkeeper told reporters": the second comma is often forgotten, but "Lee, the shopkeeper said" may quote somebody else.
  if (/^an?$/.test(phrase.determiner) && words.lower(to) && words.is(to, STOP) && next !== 'no') return true;
  if (words.lower(to) && (/ing$/.test(next) || (/ed$/.test(next) && /^an?$/.test(phrase.determiner)))) return true;
  return phrase.determiner === '' && words.text(comma) === ',' && !words.capital(to);
}

/**
 * "The director of Nordbank, Mr Bo Ray, the rector of Hill College, Mrs Ann Lee, and others": in a list of titles with names the phrase belongs
 * to the name after it. The list's first item decides; "Bo Ray, the director, Ann Lee, the rector, and others" is the other way round.
 */
function listGoesOn(words: Words, phrase: RolePhrase, end: number, titled: boolean): boolean {
  let at = phrase.to + 1;
  while (words.honorific(at) || (words.text(at) === '.' && words.touches(at))) at++;
  const name = words.range(at);
  if (!name || !words.isPerson(at) || phrase.determiner !== 'the') return false;
  if (titled) return true;
  const own = words.text(name.to) === ',' ? readRole(words, name.to + 1, end) : null;
  return name.to < end && words.text(name.to) === ',' && !(own && own.determiner === 'the');
}

const COPULA = new Set(['is', 'was', 'became', 'remains', 'remained']);
const AS_VERBS = new Set(['serves', 'served', 'acts', 'works', 'worked', 'acting', 'serving', 'working', 'doubles']);
const NAMED = new Set([
  'appointed',
  'named',
  'elected',
  'nominated',
  'chosen',
  'sworn',
  'reappointed',
  're-elected',
  'reelected',
  'replaced',
  'designated',
  'listed',
]);

/** ", who is the head of A", "is head of A", "was appointed ambassador to B", "served as chairman". */
function readClause(words: Words, at: number, end: number, roles: RolePhrase[]): void {
  let i = at;
  if (words.text(i) === ',') i++;
  const relative = words.text(i) === 'who';
  if (relative) i++;
  else if (i > at && !(COPULA.has(words.text(i)) && isDeterminer(words, i + 1))) return;
  const first = words.text(i);
  if (/^(?:also|currently|now|previously|formerly|once|has|had|have)$/.test(first)) i++;
  const verb = words.text(i);
  const past = verb === 'was' || verb === 'served' || verb === 'worked';
  if (verb === 'been' || COPULA.has(verb)) {
    i++;
    while (/^(?:also|currently|now|still|then|been|once|previously|formerly)$/.test(words.text(i))) i++;
    if (NAMED.has(words.text(i)))
      i = words.text(i + 1) === 'in' && words.text(i + 2) === 'as' ? i + 3 : words.text(i + 1) === 'as' ? i + 2 : i + 1;
    else if (AS_VERBS.has(words.text(i)) && words.text(i + 1) === 'as') i += 2;
    else if (words.text(i) === 'as') return;
    else i = becoming(words, i);
  } else if (AS_VERBS.has(verb) && words.text(i + 1) === 'as') i += 2;
  else if (verb === 'heads' || verb === 'leads' || verb === 'chairs') return;
  else return;
  const phrase = readRole(words, i, end);
  if (!phrase || phrase.plural || words.isPerson(phrase.to)) return;
  const { kind } = words.entry(phrase.headTo - 1);
  if (!relative && (kind === null || kind === 'person') && words.entry(phrase.headFrom).kind !== 'officer') return; // "is a gifted child"
  if (
    !relative &&
    phrase.determiner === '' &&
    !words.is(phrase.from, FIELD | RANK | STATUS | HEAD) &&
    !words.capital(phrase.from)
  )
    return;
  const next = words.text(phrase.to);
  if (
    phrase.to < end &&
    !(relative && words.is(phrase.to, STOP)) &&
    !/^(?:[,.;:)–—"”’?!]|''|and|who|which|that|when|until|since|before|after|during|while|but|by|last|this|on|in|with|for|-)$/.test(
      next,
    )
  )
    return;
  if (past && !NAMED.has(words.text(i - 1)) && words.text(i - 1) !== 'as' && PAST_STAYS.test(words.slice(phrase.from, phrase.to)))
    return;
  roles.push(phrase);
}

/** "is expected to become the next minister": the token after "become". */
function becoming(words: Words, at: number): number {
  if (
    !/^(?:expected|set|due|slated|likely|poised|tipped|about|scheduled|going)$/.test(words.text(at)) ||
    words.text(at + 1) !== 'to'
  )
    return at;
  return /^(?:become|be|replace)$/.test(words.text(at + 2)) ? at + 3 : at;
}

/** "was the first speaker", "was a victim of": what somebody was in an event is no post. */
const PAST_STAYS = /\b(?:first|last|only|next|best|victim|target|winner|favou?rite)\b/;

/** The definite description that ends with a comma right before a name: "the Turkish foreign minister, Ann Lee,". `inList`: the name before has its title before it too. */
export function isDescriptionBefore(
  words: Words,
  phrase: RolePhrase,
  nameTo: number,
  { from: start, to: end }: Range,
  inList: boolean,
): boolean {
  const before = phrase.determiner === '' ? phrase.from - 1 : determinerAt(words, phrase.from);
  if (before < start) return true; // "Harbour Board chair, Ann Lee said": some papers put only one comma
  if (words.text(before) === ',' && words.isPerson(before - 1)) return inList && phrase.determiner === 'the' && !phrase.plural;
  const title = phrase.determiner === '' && !phrase.plural && words.capital(phrase.headFrom) && isPost(words, phrase);
  // "as told by Trade Minister, Ann Lee in March": a title without an article cannot stand alone.
  if (title && words.text(before) !== ',') return true;
  if (nameTo < end && !/^(?:[,.;:)–—]|and)$/.test(words.text(nameTo))) return false;
  if (title) return true;
  return (
    phrase.determiner !== '' ||
    words.possessive(phrase.from - 1) ||
    words.possessive(phrase.from + 1) ||
    hasPossessive(words, phrase)
  );
}

function isPost(words: Words, { headFrom, headTo }: RolePhrase): boolean {
  const kind = words.entry(headTo - 1).kind ?? words.entry(headFrom).kind;
  return kind !== null && kind !== 'person' && kind !== 'occupation';
}

function determinerAt(words: Words, from: number): number {
  let i = from - 1;
  while (i >= 0 && !isDeterminer(words, i)) i--;
  return i - 1;
}

function hasPossessive(words: Words, phrase: RolePhrase): boolean {
  for (let i = phrase.from; i < phrase.headFrom; i++) if (words.possessive(i)) return true;
  return false;
}
