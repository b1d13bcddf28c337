import { FIELD, HEAD, PLURAL, RANK, STATUS, STOP } from './lexicon.ts';
import type { Words } from './words.ts';

/** A role's phrase as token ranges: for "the former head of the Audit Office" `from` stands at "former", the head at "head". */
export interface RolePhrase {
  readonly from: number;
  readonly to: number;
  readonly headFrom: number;
  readonly headTo: number;
  /** "the", "a", "his"; empty without a determiner. */
  readonly determiner: string;
  readonly plural: boolean;
}

/** Longest phrases seen in news stay under this; it keeps the reading linear. */
const LONGEST = 40;

const DETERMINERS = new Set(
  'the a an his her its their our my another this that one both two three four five six seven eight nine ten several all some'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(['of', 'for', 'to', 'at', 'in', 'from', 'on', 'with', 'under']);

export function isDeterminer(words: Words, i: number): boolean {
  return DETERMINERS.has(words.text(i).toLowerCase()) && !(words.text(i + 1) === '-' && words.touches(i + 1));
}

const LIKE_ADVERBS = new Set(
  'family supply assembly ally rally monopoly anomaly daily weekly monthly quarterly elderly early'.split(' '),
);

/** "recently", but not "family". */
export function isAdverb(word: string): boolean {
  return word.endsWith('ly') && !LIKE_ADVERBS.has(word);
}

/** Reads a role's phrase that begins at token `at`, or null: "the foreign minister of Norway", "a senior adviser to the president". */
export function readRole(words: Words, at: number, limit: number): RolePhrase | null {
  let i = at;
  let determiner = '';
  if (/^(?:then|now|himself|herself)$/.test(words.text(i)) && isDeterminer(words, i + 1)) i++; // "then a minister"
  if (isDeterminer(words, i)) {
    determiner = words.text(i++).toLowerCase();
    if (determiner === 'one' && words.text(i) === 'of') i += isDeterminer(words, i + 1) ? 2 : 1;
  }
  i = skipLeading(words, i, limit);
  const end = Math.min(limit, i + LONGEST);
  const from = i;
  const head = readHead(words, from, end, determiner !== '');
  if (!head) return null;
  const to = readTails(words, head.to, end);
  return {
    from,
    to,
    headFrom: head.from,
    headTo: head.to,
    determiner,
    plural: determiner !== 'one' && (words.is(head.to - 1, PLURAL) || words.is(head.from, PLURAL)),
  };
}

/** Passes over "then", "new", "45-year-old". */
function skipLeading(words: Words, at: number, limit: number): number {
  let i = at;
  for (;;) {
    if (i < limit && isLeading(words, i)) i++;
    else if (
      /^\d/.test(words.text(i)) &&
      words.text(i + 1) === '-' &&
      words.text(i + 2) === 'year' &&
      words.text(i + 4) === 'old'
    )
      i += 5;
    else return i;
  }
}

/** A word before a role that is no part of it; "New" of "New Zealand" is none. */
export function isLeading(words: Words, i: number): boolean {
  if (words.entity(i) !== null) return false;
  const own = words.text(i).toLowerCase();
  if (own === 'fellow')
    return words.lower(i + 1) || words.head(i + 1) ? !PREPOSITIONS.has(words.text(i + 1)) && !words.is(i + 1, STOP) : false;
  return LEADING.has(own) || EVALUATIVE.has(own);
}

/** Praise and blame are no part of a role. */
const EVALUATIVE = new Set(
  (
    'famous prominent renowned veteran embattled wealthy powerful influential controversial respected noted popular beloved legendary outspoken ' +
    'well known leading celebrated reclusive other feared eminent distinguished disgraced charismatic charming young old longtime longest serving key very highly esteemed'
  ).split(' '),
);

/** Words before a role that are no part of it: "the then minister", "new chairman". */
const LEADING = new Set([
  'then',
  'new',
  'newly',
  'current',
  'incumbent',
  'late',
  'visiting',
  'present',
  'sitting',
  'serving',
  'so',
  'called',
]);

interface Head {
  readonly from: number;
  readonly to: number;
}

/** Reads the words up to and with the head noun: "Turkish National Defence Minister", "company’s vice-president". */
function readHead(words: Words, from: number, end: number, determined: boolean): Head | null {
  let i = from;
  while (i < end) {
    const range = words.range(i);
    if (range && !words.head(i)) {
      const type = words.entity(i)!.type;
      if (type === 'date' || type === 'money') return null;
      if (type === 'person' && !words.possessive(range.to) && !(determined && words.lower(range.to))) return null;
      i = range.to;
      continue;
    }
    if (words.head(i)) {
      const to = headEnd(words, i, end);
      const further = furtherHead(words, to, end);
      if (further < 0) return { from: i, to };
      i = further;
      continue;
    }
    if (!isModifier(words, i, from, determined)) return null;
    i++;
  }
  return null;
}

/** A word that may stand before the head. */
function isModifier(words: Words, i: number, from: number, determined: boolean): boolean {
  const own = words.text(i);
  if (own === '-' || own === '–') return i > from && words.touches(i) && words.touches(i + 1);
  if (words.possessive(i)) return i > from;
  if (own === '&' || own === 'and' || own === ',') return joinsFields(words, i);
  if (own === '(' || own === ')') return bracketed(words, i);
  if (/^\d{4}$/.test(own)) return true; // "the party’s 2012 nominee"
  if (PREPOSITIONS.has(own) || (words.is(i, STOP) && !words.is(i, RANK | STATUS | FIELD))) return false;
  if (i === from && !determined && words.lower(i) && /(?:ing|ed)$/.test(own) && !words.is(i, RANK | STATUS | FIELD)) return false;
  return words.capital(i) || words.lower(i);
}

/** "trade and industry minister", "trade, industry and energy minister". */
function joinsFields(words: Words, i: number): boolean {
  return words.is(i - 1, FIELD) && words.is(i + 1, FIELD) && !words.is(i - 1, HEAD) && !words.is(i + 1, HEAD);
}

/** An acronym in brackets: "(MIT)". */
function bracketed(words: Words, i: number): boolean {
  const open = words.text(i) === '(' ? i : words.text(i - 2) === '(' ? i - 2 : i - 3;
  if (words.text(open) !== '(') return false;
  const close = words.text(open + 2) === ')' ? open + 2 : open + 3;
  return words.text(close) === ')' && i <= close && words.capital(open + 1);
}

/** The end of a head that begins at `i`: "secretary-general", "president-elect", "editor-in-chief", "attorney general". */
export function headEnd(words: Words, i: number, end: number): number {
  let to = i + 1;
  for (;;) {
    if (words.text(to) === '.' && words.touches(to) && words.text(to - 1).length <= 4 && words.capital(to - 1)) to++;
    if (words.text(to) === '-' && words.touches(to) && HEAD_TAILS.has(words.text(to + 1).toLowerCase())) to += 2;
    else if (/^(?:generals?|elect|designate|emeritus|nominee|laureate|extraordinary|plenipotentiary)$/i.test(words.text(to)))
      to++;
    else if (words.text(to) === 'and' && /^plenipotentiary$/i.test(words.text(to + 1))) to += 2;
    else break;
    if (to >= end) break;
  }
  return Math.min(to, Math.max(end, i + 1));
}

const HEAD_TAILS = new Set([
  'general',
  'elect',
  'designate',
  'in',
  'law',
  'chief',
  'charge',
  'up',
  'by',
  'large',
  'at',
  'nominee',
  'de',
  'camp',
  'arms',
]);

/** Where a further head ends the same noun phrase: in "police chief inspector" from "chief" the place of "inspector"; else -1. */
function furtherHead(words: Words, to: number, end: number): number {
  for (let i = to; i < Math.min(end, to + 3); i++) {
    if (words.isPerson(i)) return -1;
    if (words.head(i)) return i;
    if (words.text(i) === '-' && words.touches(i)) continue;
    if (words.possessive(i)) continue;
    if (words.entity(i) || !words.is(i, FIELD | RANK) || words.is(i, STOP)) return -1;
  }
  return -1;
}

/** Reads "of Norway", "at the University of Oslo", "for Trade and Industry", one after the other; the end of the last. */
export function readTails(words: Words, at: number, end: number): number {
  let to = at;
  if (words.text(to) === '(' && bracketed(words, to)) to = words.text(to + 2) === ')' ? to + 3 : to + 4;
  for (;;) {
    const at = to + linking(words, to);
    if (words.isPerson(to - 1) && words.text(at) === 'of') break; // "son of Bo Ray of Hill Road": it is Ray who lives there
    if (at >= end || !PREPOSITIONS.has(words.text(at))) break;
    const next = readNoun(words, at + 1, end, words.text(at));
    if (next <= at + 1) break;
    to = next;
  }
  return to;
}

/** How many tokens stand before the preposition of "the official responsible for prisons", "the officer in charge of the port". */
function linking(words: Words, i: number): number {
  if (words.text(i) === 'responsible') return 1;
  return words.text(i) === 'in' && words.text(i + 1) === 'charge' ? 2 : 0;
}

/** Reads the noun phrase after a preposition; `from` where there is none. */
function readNoun(words: Words, from: number, end: number, preposition: string): number {
  let i = from;
  if (isDeterminer(words, i)) i++;
  // "was appointed minister in a move that": only "of", "for", "at", "from" and "to" take a new thing.
  if (i > from && /^(?:in|on|with|under)$/.test(preposition) && /^(?:an?|this|that|another|all|some)$/.test(words.text(from)))
    return from;
  const start = i;
  // "a baker in Mill Street for forty years"
  if (preposition === 'for' && (TIME.test(words.text(i)) || TIME.test(words.text(i + 1)))) return from;
  if (words.lower(i) && start === from && !words.head(i) && !words.is(i, FIELD | RANK) && !/^(?:of|for)$/.test(preposition))
    return from;
  while (i < end) {
    const range = words.range(i);
    if (range) {
      const type = words.entity(i)!.type;
      if (type === 'date' || type === 'money') break;
      // "a spokesman for House Speaker Ann Lee", "the wife of prosecutor Bo Ray"
      if (type === 'person' && i > start && words.head(i - 1) && !words.is(i - 1, PLURAL) && !words.possessive(range.to))
        return Math.min(range.to, end);
      if (type === 'person' && i > start && !words.possessive(range.to) && words.text(i - 1) !== 'and') break;
      i = range.to;
      continue;
    }
    if (words.honorific(i) && words.isPerson(words.text(i + 1) === '.' ? i + 2 : i + 1)) {
      i = words.text(i + 1) === '.' ? i + 2 : i + 1; // "close friend of Mrs. Lee"
      const name = words.range(i)!;
      return name.to <= end ? name.to : i;
    }
    if (!continuesNoun(words, i, start, end)) break;
    i++;
  }
  while (i > start && /^(?:and|&|,|-|the|a|an)$/.test(words.text(i - 1))) i--;
  return i > start ? i : from;
}

const TIME = /^(?:years|decades|months|weeks)$/;

function continuesNoun(words: Words, i: number, start: number, end: number): boolean {
  const own = words.text(i);
  if (own === '-' || own === '–') return words.touches(i) && words.touches(i + 1);
  if (own === '/') return words.touches(i);
  if (words.possessive(i)) return i > start;
  if (own === '(' || own === ')') return bracketed(words, i);
  if (own === 'and' || own === '&') return i > start && continuesAfterAnd(words, i + 1, end);
  if (own === ',') return joinsFields(words, i) && !words.head(i + 1);
  if (own === '.')
    return (
      words.touches(i) &&
      words.text(i - 1).length <= 3 &&
      words.capital(i - 1) &&
      words.capital(i + 1) &&
      words.lower(i - 2) === false
    );
  if (/^\d/.test(own)) return false;
  if (words.is(i, STOP) && !words.is(i, FIELD | RANK))
    return words.capital(i) && i > start && !words.is(i, HEAD) && CAPITAL_WORDS.has(own);
  if (PREPOSITIONS.has(own)) return false;
  if (words.capital(i)) return true;
  return words.lower(i) && ((!/[^e]ed$/.test(own) && !isAdverb(own)) || (words.text(i - 1) === '-' && words.touches(i)));
}

/** Stop words that occur in names of bodies: "Ministry of Public Works". */
const CAPITAL_WORDS = new Set(['Works', 'Call', 'Need', 'March', 'May', 'March']);

/** Whether what follows "and" belongs to the same noun: "of Trade and Industry" does, "of A and chairman of B", "of A and Mary Ray" do not. */
function continuesAfterAnd(words: Words, i: number, end: number): boolean {
  if (/^an?$/.test(words.text(i))) return false; // "founder of Amazon and a donor"
  let at = isDeterminer(words, i) ? i + 1 : i;
  if (at >= end || words.isPerson(at)) return false;
  const lowerBefore = words.lower(i - 2);
  if (words.entity(at)) return true;
  if (words.is(at, STOP) && !words.is(at, FIELD)) return false;
  if (words.capital(at) && lowerBefore) return false;
  for (const limit = Math.min(end, at + 5); at < limit; at++) {
    if (words.isPerson(at)) return false;
    if (words.head(at)) return words.text(at + 1) === '’s';
    // "and high-ranking official", "and the bank’s former chairman"
    if (words.possessive(at) || (words.text(at) === '-' && words.touches(at))) continue;
    if (!words.capital(at) && !words.is(at, FIELD | RANK | STATUS) && words.text(at - 1) !== '-') break;
  }
  return true;
}
