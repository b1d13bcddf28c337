import { hasPossessive, readClause } from './clauses.ts';
import { HEAD, PLURAL, RANK, STOP } from './lexicon.ts';
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
  // "Ann Lee MP said"
  if (words.entry(i).kind === 'legislator' && /^[A-Z]{2,3}$/.test(words.text(i)) && i < end)
    roles.push({ from: i, to: i + 1, headFrom: i, headTo: i + 1, determiner: '', plural: false });
  if (roles.length === 0) readBare(words, i, end, roles);
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

/** "named Ann Lee head of the port", "H E Ann Lee Ambassador of Norway", "Bo Ray son of Cy Ray": a post right after the name, with its "of". */
function readBare(words: Words, i: number, end: number, roles: RolePhrase[]): void {
  if (i >= end || !words.is(i, HEAD) || words.is(i, PLURAL) || words.entity(i)) return;
  const phrase = readRole(words, i, end);
  if (!phrase || phrase.headFrom !== i || phrase.to <= phrase.headTo || words.text(phrase.headTo) !== 'of') return;
  if (!words.isPerson(phrase.to)) roles.push(phrase);
}

/** ", 45", ", aged 45", and where one stands in the picture: ", left" */
function skipAge(words: Words, i: number, end: number): number {
  if (words.text(i) !== ',') return i;
  const number = /^age[ds]?$/.test(words.text(i + 1)) ? i + 2 : i + 1;
  if (/^\d{1,3}$/.test(words.text(number)) && number + 1 < end) return number + 1;
  return words.text(i + 2) === ',' && /^(?:left|right|cent(?:er|re)|L|R|C)$/.test(words.text(i + 1)) ? i + 2 : i;
}

/** ", head of A, chairman of B and member of C," */
function readAppositions(words: Words, at: number, end: number, titled: boolean, roles: RolePhrase[]): void {
  let i = at;
  const first = roles.length;
  while (i < end && roles.length < 4) {
    const phrase = readRole(words, words.text(i + 1) === 'also' ? i + 2 : i + 1, end);
    if (!phrase) return;
    // "the mayor Mr Bo Ray, the manager and rector of Hill College, Mr Cy Orr, and": both belong to the name after them.
    const determiner = words.text(i) === 'and' ? roles[first]?.determiner : undefined;
    if (determiner !== undefined && listGoesOn(words, { ...phrase, determiner }, end, titled)) {
      roles.length = first;
      return;
    }
    if (!isApposition(words, phrase, i, end, titled)) return;
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
  if (to >= end || /^(?:[,.;:)\]–—"”’?!]|''|and|or|who|whose|whom|which|that|with|on|in|as|but|to|at|for|from|\()$/.test(next))
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
  if (!name || !words.isPerson(at)) return false;
  // "Karis, his Latvian counterpart, Ilse Oza, and": a relation belongs to the one named after it.
  if (PRONOUNS.test(phrase.determiner)) return /^(?:[,.;:)]|and)$/.test(words.text(name.to)) || name.to >= end;
  if (phrase.determiner !== 'the') return false;
  if (titled) return true;
  const own = words.text(name.to) === ',' ? readRole(words, name.to + 1, end) : null;
  return name.to < end && words.text(name.to) === ',' && !(own && own.determiner === 'the');
}

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
  if (words.text(before) === ',' && words.isPerson(before - 1))
    return !phrase.plural && (PRONOUNS.test(phrase.determiner) || (inList && phrase.determiner === 'the'));
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

const PRONOUNS = /^(?:his|her|their|its)$/;

function isPost(words: Words, { headFrom, headTo }: RolePhrase): boolean {
  const kind = words.entry(headTo - 1).kind ?? words.entry(headFrom).kind;
  return kind !== null && kind !== 'person' && kind !== 'occupation';
}

function determinerAt(words: Words, from: number): number {
  let i = from - 1;
  while (i >= 0 && !isDeterminer(words, i)) i--;
  return i - 1;
}
