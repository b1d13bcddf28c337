import { findDatePhrases, type DatePhrase } from '../dates/date-phrases.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { type AnnouncedCount, announcedWith } from './announced.ts';
import { type EventName, eventName } from './eventNames.ts';
import { isEarlier, isPast, isPlanned, isUnreal } from './eventTimes.ts';
import { participantsOf, rightEnd } from './participants.ts';
import type { Unit } from './units.ts';
import { at, capital, Class, crosses, endsName, has, hasWord, type Words } from './words.ts';

/** A place in a sentence that tells of a meeting: `quadrilateral meeting`, `met`, `held talks`. Token offsets. */
export interface EventMention extends TokenRange {
  readonly kind: EventName['kind'] | 'implied';
  /** `meeting` of "the quadrilateral meeting". */
  readonly head: string;
  /** "the talks", "their meeting": one the reader may know. */
  readonly definite: boolean;
  /** "the Arab foreign ministers' meeting": a name that tells it from others. */
  readonly named: boolean;
  /** The capitalised words of a name of its own, in lower case: `jeddah security and development summit`. */
  readonly proper: string | null;
  /** "peace" of "peace talks", "cabinet" of "cabinet meeting": what tells one sort of event from another; null where nothing does. */
  readonly sort: string | null;
  /** "another meeting", "the second round": not the one before. */
  readonly again: boolean;
  readonly planned: boolean;
  readonly earlier: boolean;
  /** "held talks", "the summit opened": over or under way. */
  readonly past: boolean;
  readonly unreal: boolean;
  /** Indices into the sentence's units. */
  readonly participants: readonly number[];
  /** "They met", "the two leaders held talks": the parties are named elsewhere. */
  readonly joint: boolean;
  /** "He met the envoy": a participant is the person spoken of before. */
  readonly pronoun: boolean;
  /** How many parties its clause announces; null where no count is printed. */
  readonly announced: AnnouncedCount | null;
  readonly when: DatePhrase | null;
  readonly where: TokenRange | null;
}

const EVENT = Class['event-strong'] | Class['event-weak'];
const MET = Class['event-verb'] | Class['receive-verb'] | Class['visit-verb'];
const STOP = Class.speech | Class.clause;

/** Finds the mentions of meetings in a sentence. */
export function findEvents(
  passage: ReadPassage,
  words: Words,
  sentence: TokenRange,
  units: readonly Unit[],
): readonly EventMention[] {
  const found: EventMention[] = [];
  let dates: readonly DatePhrase[] | null = null;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!has(words, i, EVENT | MET)) continue;
    const name = eventName(words, sentence, i, units);
    if (!name) continue;
    dates ??= datesBeside(findDatePhrases(passage.tokens, sentence.from, sentence.to), units);
    found.push(describe(words, sentence, name, i, units, dates));
    i = Math.max(i, name.to - 1);
  }
  return found;
}

/** "Foreign Minister Jan Kowal", "April Osei": no dates. */
function datesBeside(dates: readonly DatePhrase[], units: readonly Unit[]): readonly DatePhrase[] {
  return dates.filter((date) => !units.some(({ kind, from, to }) => kind === 'person' && from < date.to && date.from < to));
}

function describe(
  words: Words,
  sentence: TokenRange,
  name: EventName,
  i: number,
  units: readonly Unit[],
  dates: readonly DatePhrase[],
): EventMention {
  const participants = participantsOf(words, sentence, name, i, units);
  const from = clauseStart(words, sentence, i);
  const to = clauseEnd(words, sentence, i);
  const when = nearestDate(words, dates, i);
  return {
    from: trimModifiers(words, name),
    to: name.to,
    kind: name.kind,
    head: at(words, i),
    definite: isDefinite(words, name, sentence.from),
    named: name.kind === 'noun' && isNamed(words, name),
    proper: name.kind === 'noun' ? properName(words, name, i) : null,
    sort: name.kind === 'noun' ? sortOf(words, name, i) : null,
    again: hasWord(
      words,
      Math.max(sentence.from, i - 4),
      i,
      /^(?:another|second|separate|separately|also|other|later|subsequent|next|more|further|fresh|follow-up|follow)$/,
    ),
    planned: isPlanned(words, name, i, sentence) || (isAhead(when) && !isPast(words, name, i, sentence)),
    earlier: isEarlier(words, name, i, from, to),
    past: isPast(words, name, i, sentence),
    unreal: isUnreal(words, name, i, from, to, when !== null),
    participants,
    joint: isJoint(words, from, i) || isJoint(words, i, Math.min(to, i + 6)),
    pronoun: hasPronounSubject(words, name, i, units, participants),
    announced: announcedWith(words, { from, to: Math.min(to, i + 30) }, i),
    when,
    where: placeOf(words, units, i, sentence),
  };
}

/** "next month", "tomorrow". */
function isAhead(when: DatePhrase | null): boolean {
  return when?.form?.kind === 'offset' && when.form.count > 0;
}

/** Whether the words before the noun name the event, and do not only describe it. */
function isNamed(words: Words, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++)
    if (capital(words, i) || /^(?:ministers|leaders|cabinet|committee|council|peace|nuclear|trade|internal)$/.test(at(words, i)))
      return true;
  return (
    from > 0 &&
    capital(words, from - 1) &&
    !/^(?:the|this|that|their|his|her|these|during|a|an|in|at|after)$/.test(at(words, from - 1))
  );
}

function sortOf(words: Words, { from }: EventName, i: number): string | null {
  for (let j = i - 1; j >= from; j--)
    if (/^(?:ministers|leaders|cabinet|committee|council|peace|nuclear|trade|internal|security|wage|budget)$/.test(at(words, j)))
      return at(words, j);
  return null;
}

/** The words in capitals of a noun in capitals; null for "the Quadrilateral meeting" and a bare "Summit". */
function properName(words: Words, { from }: EventName, i: number): string | null {
  if (!endsName(words, i) || from === i) return null;
  const parts: string[] = [];
  for (let j = from; j <= i; j++) if (j === i || capital(words, j) || /^\d/.test(at(words, j))) parts.push(at(words, j));
  return parts.length > 1 ? parts.join(' ') : null;
}

/** "the talks", "their regular meeting": the determiner of the noun's phrase says that the reader knows it. */
function isDefinite(words: Words, name: EventName, floor: number): boolean {
  for (let i = name.from - 1; i >= Math.max(floor, name.from - 5); i--) {
    const own = at(words, i);
    if (/^(?:the|this|these|that|those|their|his|her|its|both|’s|'s|during|our)$/.test(own)) return true;
    if (!/^[\p{L}-]/u.test(own) || has(words, i, NOT_MODIFIER) || /^(?:a|an|any|of|another)$/.test(own)) return false;
  }
  return false;
}

const NOT_MODIFIER =
  STOP |
  MET |
  Class.auxiliary |
  Class['place-preposition'] |
  Class['other-preposition'] |
  Class['participant-preposition'] |
  Class['light-verb'];

/** "the three-day 's meeting" → the name starts at a word. */
function trimModifiers(words: Words, name: EventName): number {
  let { from } = name;
  while (from < name.to - 1 && !/^[\p{L}\d]/u.test(at(words, from))) from++;
  return from;
}

function clauseStart(words: Words, sentence: TokenRange, i: number): number {
  let from = i;
  while (
    from > sentence.from &&
    !/^(?:;|:|“|”|")$/.test(at(words, from - 1)) &&
    !/^(?:that|who|which|while|where)$/.test(at(words, from - 1)) &&
    !has(words, from - 1, Class.speech)
  )
    from--;
  return from;
}

function clauseEnd(words: Words, sentence: TokenRange, i: number): number {
  let to = i + 1;
  while (to < sentence.to && !/^(?:;|:|“|”|")$/.test(at(words, to)) && !has(words, to, STOP)) to++;
  return to;
}

function isJoint(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (at(words, i) === 'they' || at(words, i) === 'both') return true;
    if (has(words, i, Class.count) && (has(words, i + 1, Class.joint) || has(words, i + 2, Class.joint))) return true;
  }
  return false;
}

/** "He met the envoy", "during his meeting with the envoy", "she said after talks with the envoy". */
function hasPronounSubject(
  words: Words,
  { kind, from }: EventName,
  i: number,
  units: readonly Unit[],
  participants: readonly number[],
): boolean {
  if (participants.some((index) => units[index]!.to <= i)) return false;
  for (let j = (kind === 'noun' ? from : i) - 1; j > i - 8 && j >= 0; j--) {
    const own = at(words, j);
    if (/^(?:he|she)$/.test(own) || (/^(?:his|her)$/.test(own) && kind === 'noun' && j >= from - 2)) return true;
    if (/^[,;:.“”"]$/.test(own) || has(words, j, STOP) || units.some((unit) => unit.to === j + 1)) return false;
  }
  return false;
}

/** The date nearest to the event in its clause; "said on Tuesday the ministers met" comes after those. */
export function nearestDate(words: Words, dates: readonly DatePhrase[], i: number): DatePhrase | null {
  let best: DatePhrase | null = null;
  let least = Infinity;
  for (const date of dates) {
    const [from, to] = date.from > i ? [i + 1, date.from] : [date.to, i];
    if (crosses(words, from, to, Class.clause)) continue;
    const cost = to - from + (crosses(words, from, to, Class.speech) ? 100 : 0) + (date.form?.kind === 'year' ? 200 : 0);
    if (cost < least) [best, least] = [date, cost];
  }
  return best;
}

/** The nearest place after "in", "at", "near"; what follows the event comes first. */
function placeOf(words: Words, units: readonly Unit[], i: number, sentence: TokenRange): TokenRange | null {
  const places = units.filter(
    (unit) =>
      unit.governor === 'place' &&
      (unit.kind === 'place' || unit.kind === 'country') &&
      /^(?:in|at|near|the|outside)$/.test(at(words, unit.from - 1)),
  );
  const end = rightEnd(words, sentence, i);
  const after = places.find((unit) => unit.from > i && unit.from < end && unit.from - i < 20);
  const place = after ?? places.findLast((unit) => unit.to <= i && i - unit.to < 12);
  if (!place) return null;
  const next = units.find(
    (unit) => unit.from === place.to + 1 && at(words, place.to) === ',' && (unit.kind === 'country' || unit.kind === 'place'),
  );
  return { from: place.from, to: next && next.to <= sentence.to ? next.to : place.to };
}
