import { FIELD, HEAD, HONORIFIC, PLURAL, RANK, STATUS, STOP } from './lexicon.ts';
import { headEnd, isAdverb, isDeterminer, isLeading, type RolePhrase } from './phrase.ts';
import type { Words } from './words.ts';

/** Longest title before a name, in tokens; it keeps the reading linear. */
const LONGEST = 24;

/**
 * Reads the title that ends right before token `at`, not reaching back over `floor`: "Turkish Defence Minister", "Head of the National
 * Intelligence Organization (MIT)", "Prime Minister’s spokeswoman". Forms of address and ranks in between are passed over.
 */
export function readTitleBefore(words: Words, at: number, floor: number): RolePhrase | null {
  const last = skipAddress(words, at, floor) - 1;
  return titleEndingAt(words, last, Math.max(floor, at - LONGEST));
}

/**
 * Titles joined to the one at `title` on its left: "Commerce Minister and" before "Democrat leader", "Special Envoy to the Horn of Africa"
 * before "Ambassador", "The founder of Nordbank," before "economist" where a mark closes the apposition after the name.
 */
export function readJoinedTitles(words: Words, title: RolePhrase, floor: number, nameTo: number): readonly RolePhrase[] {
  const joined: RolePhrase[] = [];
  const least = Math.max(floor, title.from - LONGEST);
  let first = title;
  while (joined.length < 3 && (first.determiner === '' || joined.length === 0) && !first.plural) {
    const own = words.text(first.from - 1);
    const comma = own === ',' && first.determiner === '' && /^[,.;)]$/.test(words.text(nameTo));
    const and = own === 'and' || own === '&' || comma ? 1 : 0;
    if (!and && (first.from !== first.headFrom || !words.capital(first.from))) break;
    const last = first.from - 1 - and;
    const direct = and || words.head(last) ? titleEndingAt : headWithTail;
    const next = last < least ? null : direct(words, last, least);
    if (!next || next.plural || !isOneHolder(words, next, first, comma) || (comma && !isDefinite(words, next))) break;
    joined.push(next);
    first = next;
  }
  return joined;
}

/** "the founder", "Ray’s successor": stands without a name, where the president of "candidate for president, Governor Lee," does not. */
function isDefinite(words: Words, { determiner, from, headFrom }: RolePhrase): boolean {
  if (determiner !== '' && !/^an?$/.test(determiner)) return true;
  for (let i = from; i < headFrom; i++) if (words.possessive(i)) return true;
  return false;
}

/** "The founder and chief executive" is one person, "the president and Prime Minister Lee" are two. */
function isOneHolder(words: Words, left: RolePhrase, right: RolePhrase, comma: boolean): boolean {
  if (left.determiner === '') return true;
  // "the president, Prime Minister Lee and" are two as well, "the Vice-President, Minister of Trade" is one.
  const described = words.text(right.to) === ','; // "The Attorney General and Minister of Trade, Ann Lee,"
  if (words.capital(right.headFrom))
    return (comma || described) && (words.capital(left.headFrom) || words.entry(left.headFrom).kind === 'person');
  return words.entry(left.headFrom).kind !== 'office' || words.entry(right.headFrom).kind !== 'office';
}

function titleEndingAt(words: Words, last: number, least: number): RolePhrase | null {
  if (last < least) return null;
  const adjacent = adjacentHead(words, last, least);
  // "Secretary for Justice Lee": a field that could be a head.
  const field = adjacent && adjacent.from === adjacent.headFrom && words.is(adjacent.headFrom, FIELD);
  if (adjacent && (isTailOfTitle(words, adjacent, least) || isSecondTitle(words, adjacent, least)))
    return { ...adjacent, from: adjacent.headFrom, determiner: '' };
  return (
    (field ? headWithTail(words, last, least) : null) ??
    adjacent ??
    adjacentAcronym(words, last, least) ??
    headWithTail(words, last, least)
  );
}

/** "Keeper of the Two Holy Shrines King Omar": what stands before "King" is the end of another title. */
function isTailOfTitle(words: Words, { from, headFrom }: RolePhrase, least: number): boolean {
  if (from === headFrom || !words.capital(headFrom) || !words.capital(from) || words.entity(from)) return false;
  for (let i = from; i < headFrom; i++) if (words.is(i, FIELD | RANK | STATUS)) return false;
  let i = from - 1;
  while (i > least && isDeterminer(words, i)) i--;
  return words.text(i) === 'of' && words.capital(i - 1) && words.head(i - 1);
}

/** "Vice Chancellor Professor Lee", "Undersecretary of the Ministry of Mines Engineer Lee": an own title after another. */
function isSecondTitle(words: Words, { from, headFrom, to }: RolePhrase, least: number): boolean {
  if (from === headFrom || to !== headFrom + 1 || !SECOND.test(words.text(headFrom))) return false;
  const title = words.head(headFrom - 1) ? adjacentHead(words, headFrom - 1, least) : headWithTail(words, headFrom - 1, least);
  return title !== null && words.capital(title.headFrom);
}

const SECOND = /^(?:Professor|Engineer|Ambassador|Counsell?or|Advocate|Architect|Doctor)$/;

/** "Chief Election Commissioner (CEC)" */
function adjacentAcronym(words: Words, last: number, least: number): RolePhrase | null {
  const open = last - 2;
  if (words.text(last) !== ')' || open <= least || words.text(open) !== '(' || !/^[A-Z]{2,8}$/.test(words.text(last - 1)))
    return null;
  const phrase = adjacentHead(words, open - 1, least);
  return phrase && { ...phrase, to: last + 1 };
}

/** The first token of the forms of address before `at`: in "Gen. (retd) Lee" the place of "Gen". */
export function skipAddress(words: Words, at: number, floor: number): number {
  let i = at;
  while (i > floor) {
    const dot = words.text(i - 1) === '.' && words.touches(i - 1) ? i - 2 : i - 1;
    if (dot >= floor && words.honorific(dot) && !words.touches(dot) && !isTitled(words, dot, floor)) i = dot;
    else if (words.text(i - 1) === ')' && i - 3 >= floor && words.text(i - 3) === '(' && words.is(i - 2, HONORIFIC)) i -= 3;
    else if (words.text(i - 1) === 'E' && words.text(i - 2) === 'H' && i - 2 >= floor)
      i -= 2; // "Ambassador H E Ann Lee"
    else if (i < at && ADDRESSED.test(words.text(i - 1)) && (words.honorific(i) || words.text(i) === 'Royal'))
      i--; // "President His Highness Lee"
    else if (words.text(i - 1) === '-' && words.touches(i - 1) && i - 2 >= floor && words.honorific(i - 2)) i -= 2;
    else break;
  }
  return i;
}

const ADDRESSED = /^(?:His|Her|Their|Your|Royal|Imperial|Right)$/;

/** A rank that is a post here: "IRGC Ground Force Commander", against the bare "Commander Lee". */
function isTitled(words: Words, i: number, floor: number): boolean {
  if (i > floor && /^general$/i.test(words.text(i)) && words.is(i - 1, HEAD)) return true; // "Secretary General"
  if (!words.is(i, HEAD) || i - 1 < floor) return false;
  const before = words.entity(i - 1);
  return (
    (before !== null && before.type !== 'person' && before.type !== 'date') ||
    words.possessive(i - 1) ||
    (words.is(i - 1, FIELD | RANK) && words.capital(i - 1) && !words.is(i - 1, HONORIFIC))
  );
}

/** "Foreign Minister", "NPA deputy commissioner general", "Secretary-General": the head stands right before the name. */
function adjacentHead(words: Words, last: number, least: number): RolePhrase | null {
  const head = headEndingAt(words, last, least);
  if (head < 0 || isVerb(words, head)) return null;
  const from = trimStart(words, extendLeft(words, head, least), head);
  return {
    from,
    to: last + 1,
    headFrom: head,
    headTo: last + 1,
    determiner: determinerBefore(words, from),
    plural: words.is(head, PLURAL) || words.is(last, PLURAL),
  };
}

/** The head's first token where a head ends with token `last`, or -1. */
function headEndingAt(words: Words, last: number, least: number): number {
  for (let i = last; i >= Math.max(least, last - 4); i--) {
    if (words.head(i) && headEnd(words, i, last + 1) === last + 1 && !words.isPerson(i)) return i;
  }
  return -1;
}

/** "to head", "will host": a verb that looks like a head. */
function isVerb(words: Words, head: number): boolean {
  return VERBS.has(words.text(head)) && /^(?:to|will|would|can|could|may|must|should|shall|did|not)$/.test(words.text(head - 1));
}

const VERBS = new Set(
  (
    'head chair host captain coach partner face model pilot judge guard star champion author father mother nurse anchor spy cook broker sponsor ' +
    'witness guide boss man chief baby'
  ).split(' '),
);

/** How far to the left the words belong to the head at `head`. */
function extendLeft(words: Words, head: number, least: number): number {
  let from = head;
  for (;;) {
    const step = stepLeft(words, from, head, least);
    if (step >= from) return words.lower(head) ? upToDeterminer(words, from, least) : from;
    from = step;
  }
}

/** "a senior fire service official": between a determiner and the head any nouns and adjectives belong to the title; else `from`. */
function upToDeterminer(words: Words, from: number, least: number): number {
  for (let i = from - 1; i >= Math.max(least, from - 5); i--) {
    if (isDeterminer(words, i)) return words.text(i) === 'her' ? from : i + 1; // "help her defeat nominee Lee"
    const hyphen = words.text(i) === '-' && words.touches(i) && words.touches(i + 1);
    // "said road safety campaigner Lee"
    if (OPENS_NOUN.test(words.text(i))) return i + 1;
    if (!hyphen && !isPlainNoun(words, i)) return from;
  }
  return from;
}

const OPENS_NOUN = /^(?:said|says|by|with|from|of|for|as|including|like|told|,)$/;

function isPlainNoun(words: Words, i: number): boolean {
  const own = words.text(i);
  if (words.entity(i)) return !words.isPerson(i) && words.entity(i)!.type !== 'date' && words.entity(i)!.type !== 'money';
  if (!words.lower(i) || !/^[a-z]+$/.test(own) || words.head(i)) return false;
  if (words.is(i, RANK | STATUS | FIELD)) return true;
  // "the group names director Lee", "the group backed director Lee"
  return !words.is(i, STOP) && !PREPOSITION.test(own) && !isAdverb(own) && !/(?:ed|ing|[^siu]s)$/.test(own);
}

const PREPOSITION = /^(?:of|for|to|at|in|from|on|with|under|and|towards?|behind|beside|besides|within|among)$/;

/** The new start when the word or name before `from` belongs to the title; else `from`. */
function stepLeft(words: Words, from: number, head: number, least: number): number {
  const i = from - 1;
  if (i < least) return from;
  const own = words.text(i);
  const range = words.range(i);
  if (range && !words.head(i)) return range.from >= least && takesEntity(words, i, range.from) ? range.from : from;
  if (own === '-' || own === '–')
    return i - 1 >= least && words.touches(i) && words.touches(from) ? wholeEntity(words, i - 1, least, from) : from;
  if (words.possessive(i)) return i - 1 >= least && !words.is(i - 1, STOP) ? wholeEntity(words, i - 1, least, from) : from;
  if (own === ')') return bracketStart(words, i, least, from);
  if (own === 'and' || own === '&' || own === ',')
    return words.is(i - 1, FIELD) && !words.is(i - 1, HEAD) && i - 1 >= least && words.is(from, FIELD) && !words.entity(i - 1)
      ? i - 1
      : from;
  if (words.is(i, RANK | STATUS | FIELD)) return !words.is(i, STOP) || words.capital(i) ? i : from;
  if (words.head(i)) return words.is(i, PLURAL) || words.isPerson(i) || (words.lower(i) && words.capital(head)) ? from : i;
  if (words.is(i, STOP) || isDeterminer(words, i)) return from;
  if (words.capital(i)) return words.lower(head) && /(?:ing|ed|ly)$/.test(own) ? from : i;
  return words.lower(i) && looksLikeNoun(own) ? i : from;
}

function takesEntity(words: Words, i: number, from: number): boolean {
  const type = words.entity(i)!.type;
  if (type === 'person' || type === 'date' || type === 'money') return false;
  // "In Ghana President Addo said", "Envoy to the Horn of Africa Ambassador Lee": the place belongs to the preposition.
  const at = words.text(from - 1) === 'the' ? from - 2 : from - 1;
  if (type !== 'location') return true;
  return !/^(?:in|from|near|at)$/i.test(words.text(at)) && !(/^(?:to|of|for)$/.test(words.text(at)) && words.head(at - 1));
}

function wholeEntity(words: Words, i: number, least: number, otherwise: number): number {
  const start = words.range(i)?.from ?? i;
  return start >= least ? start : otherwise;
}

/** "National Intelligence Organization (MIT) head": takes the acronym's bracket. */
function bracketStart(words: Words, close: number, least: number, otherwise: number): number {
  for (let i = close - 2; i >= Math.max(least + 1, close - 4); i--) {
    if (words.text(i) !== '(') continue;
    return words.capital(i + 1) && (words.capital(i - 1) || words.entity(i - 1)) ? i : otherwise;
  }
  return otherwise;
}

/** Endings that nouns and adjectives have and finite verbs do not: "opposition leader", "political editor". */
function looksLikeNoun(word: string): boolean {
  return /(?:tion|sion|ment|ity|ics|ism|ship|ence|ance|ency|ogy|ery|ial|ical|ical|nal|ral|tal|ary|ic|ive|ous|less|ness|ure|dom|phy)$/.test(
    word,
  );
}

/** Drops what stands before a role without being part of it: determiners, "then", "new". */
function trimStart(words: Words, from: number, head: number): number {
  let i = from;
  while (i < head && (isDeterminer(words, i) || isLeading(words, i) || /^(?:,|-|–|and|&|\)|['’]s?)$/.test(words.text(i)))) i++;
  return i;
}

function determinerBefore(words: Words, from: number): string {
  let i = from - 1;
  while (isLeading(words, i)) i--;
  return isDeterminer(words, i) ? words.text(i).toLowerCase() : '';
}

/** "Head of the National Intelligence Organization (MIT)", "minister of state for trade": the head, a preposition, and a noun up to the name. */
function headWithTail(words: Words, last: number, least: number): RolePhrase | null {
  if (/^(?:of|for|to|at|in|from|on|and|the|&)$/.test(words.text(last)) || words.possessive(last)) return null;
  if (words.lower(last) && !words.is(last, FIELD | RANK | HEAD) && !looksLikeNoun(words.text(last))) return null;
  let commas = false;
  for (let i = last; i >= least; i--) {
    if (words.isPerson(i)) return null;
    const own = words.text(i);
    const fields = own === ',' && words.is(i - 1, FIELD) && words.is(i + 1, FIELD);
    if (own === ',' && !fields && isListOfFields(words, i, last)) {
      commas = true;
      continue;
    }
    if (/^(?:of|for|to|at|in|from)$/.test(own)) {
      const head = headEndingAt(words, i - 1, least);
      const plain = words.is(head, PLURAL) && PEOPLE.has(words.entry(head).kind ?? 'person'); // "fans of candidate Lee"
      if (head >= 0 && !isVerb(words, head) && !plain && !(commas && words.entry(head).kind !== 'office')) {
        const from = trimStart(words, extendLeft(words, head, least), head);
        if (isHolderOfTail(words, from, head, least)) continue;
        return {
          from,
          to: last + 1,
          headFrom: head,
          headTo: i,
          determiner: determinerBefore(words, from),
          plural: words.is(head, PLURAL),
        };
      }
      continue;
    }
    if (!words.entity(i) && !isTailWord(words, i)) return null;
  }
  return null;
}

/** The comma of "Minister of Education, Higher Learning, Science and Technology": capitals beside it, and an "and" before the last. */
function isListOfFields(words: Words, comma: number, last: number): boolean {
  if (!words.capital(comma - 1) || !words.capital(comma + 1) || words.is(comma + 1, HEAD)) return false;
  for (let i = comma + 1; i < last; i++) {
    if (words.text(i) === 'and' || words.text(i) === '&') return true;
    if (!words.capital(i) && words.text(i) !== ',') return false;
  }
  return false;
}

/** "Adviser to the President of the Republic Lee" is the adviser; "a spokesman for the Prime Minister of Norway Lee" names the minister. */
function isHolderOfTail(words: Words, from: number, head: number, least: number): boolean {
  const at = words.text(from - 1) === 'the' ? from - 2 : from - 1;
  return (
    at - 1 >= least && words.capital(head) && /^(?:to|for)$/.test(words.text(at)) && words.capital(at - 1) && words.head(at - 1)
  );
}

const PEOPLE: ReadonlySet<string> = new Set(['person', 'occupation']);

function isTailWord(words: Words, i: number): boolean {
  const own = words.text(i);
  if (own === 'and' || own === '&' || own === 'the' || own === 'on') return true;
  if (own === ',') return words.is(i - 1, FIELD) && words.is(i + 1, FIELD) && !words.entity(i - 1);
  if (own === '-' || own === '(' || own === ')' || own === '/') return true;
  if (words.possessive(i)) return true;
  if (words.is(i, STOP) && !words.is(i, FIELD | RANK)) return false;
  return words.capital(i) || words.is(i, FIELD | RANK | HEAD) || (words.lower(i) && !/(?:ed|ing)$/.test(own) && !isAdverb(own));
}
