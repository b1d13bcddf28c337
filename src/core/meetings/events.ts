import { findDatePhrases, type DatePhrase } from '../dates/date-phrases.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Unit } from './units.ts';
import { at, capital, Class, has, type Words } from './words.ts';

/** A place in a sentence that tells of a meeting: `quadrilateral meeting`, `met`, `held talks`. Token offsets. */
export interface EventMention extends TokenRange {
  readonly kind: 'noun' | 'met' | 'received' | 'visited' | 'implied';
  /** `meeting` of "the quadrilateral meeting". */
  readonly head: string;
  /** "the talks", "their meeting": one the reader may know. */
  readonly definite: boolean;
  /** "another meeting", "the second round": not the one before. */
  readonly again: boolean;
  readonly planned: boolean;
  readonly earlier: boolean;
  readonly unreal: boolean;
  /** Indices into the sentence's units. */
  readonly participants: readonly number[];
  /** "They met", "the two leaders held talks": the parties are named elsewhere. */
  readonly joint: boolean;
  /** 4 for "quadrilateral", "the four countries"; null where no count is printed. */
  readonly announced: number | null;
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
    const name = has(words, i, MET) ? verbName(words, sentence, i, units) : nounName(words, sentence, i, units);
    if (!name) continue;
    dates ??= findDatePhrases(passage.tokens, sentence.from, sentence.to);
    found.push(describe(words, sentence, name, i, units, dates));
    i = Math.max(i, name.to - 1);
  }
  return found;
}

interface Name extends TokenRange {
  readonly kind: EventMention['kind'];
}

/** "met", "received" and "visited" where people are what is met. */
function verbName(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): Name | null {
  if (capital(words, i) && i > sentence.from) return null;
  const own = at(words, i);
  const object = units.find((unit) => unit.from > i);
  const near = object && object.from - i <= 9 && !crosses(words, i + 1, object.from, Class['other-preposition'] | STOP);
  if (has(words, i, Class['visit-verb'])) return near && object.kind !== 'group' ? { kind: 'visited', from: i, to: i + 1 } : null;
  if (has(words, i, Class['receive-verb'])) {
    const person =
      near && (object.kind === 'person' || object.kind === 'group' || object.kind === 'country') && object.governor !== 'place';
    return person ? { kind: 'received', from: i, to: i + 1 } : null;
  }
  if (
    /^(?:the|a|this|their|needs?|demands?|requirements?|goals?|targets?|deadlines?|criteria|standards?|with)$/.test(
      at(words, i + 1),
    ) &&
    !near
  )
    return null;
  if (near && object.governor !== 'other') return { kind: 'met', from: i, to: i + 1 };
  // "They met on Friday", "the ministers met in Rome".
  const ends =
    /^(?:on|in|at|for|to|here|again|earlier|late|last|and|,|\.|behind|during|after|before|separately|virtually|this|yesterday|today)$/.test(
      at(words, i + 1),
    );
  const plural =
    /^(?:they|who|which|have|had|also|to|will|both|two|leaders|ministers|sides|officials|presidents|parties|representatives|diplomats|delegations|negotiators)$/.test(
      at(words, i - 1),
    );
  const subject = units.some((unit) => unit.to <= i && unit.governor === 'subject' && i - unit.to <= 3);
  return ends && (plural || subject) && own !== 'meets' ? { kind: 'met', from: i, to: i + 1 } : null;
}

/** "quadrilateral meeting", "phone call", "talks"; press conferences, and what no one takes part in, are none. */
function nounName(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): Name | null {
  const own = at(words, i);
  if (
    /^(?:press|news|media|joint)$/.test(at(words, i - 1)) &&
    /^(?:conferences?|calls?|sessions?|meetings?|briefings?)$/.test(own)
  )
    return null;
  if (own === 'meeting' && isGerund(words, i, units)) return { kind: 'met', from: i, to: i + 1 };
  if (own === 'telephone' || own === 'phone') return null;
  if (/^(?:calls?|visits?|tour|trip|session|assembly)$/.test(own) && !isWeakEvent(words, sentence, i, units)) return null;
  if (own === 'talks' && units.some((unit) => unit.kind === 'person' && unit.to === i)) return null; // "Sanders talks about"
  if (has(words, i + 1, Class['event-strong'])) return null; // "summit meeting"
  const inside = units.find((unit) => unit.kind === 'organization' && unit.from <= i && unit.to > i);
  if (inside && !/^(?:summits?|conference|talks|meeting|dialogue)$/.test(own)) return null; // "World Economic Forum"
  let from = i;
  while (from > sentence.from && i - from < 4 && isModifier(words, from - 1)) from--;
  return { kind: 'noun', from, to: i + 1 };
}

/** "after meeting the president": a verb. */
function isGerund(words: Words, i: number, units: readonly Unit[]): boolean {
  if (!/^(?:after|before|by|in|of|is|was|are|were|be|been|despite|upon|for|and|when|while|,)$/.test(at(words, i - 1)))
    return false;
  const next = at(words, i + 1) === 'with' ? i + 2 : i + 1;
  return units.some(
    (unit) =>
      unit.from >= next &&
      unit.from - next <= 4 &&
      (unit.kind === 'person' || unit.kind === 'country') &&
      !crosses(words, next, unit.from, Class['other-preposition'] | Class['place-preposition'] | STOP),
  );
}

function isWeakEvent(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): boolean {
  const own = at(words, i);
  if (/^calls?$/.test(own))
    return (
      /^(?:phone|telephone|video|conference)$/.test(at(words, i - 1)) ||
      (at(words, i + 1) === 'with' && /^(?:a|the|his|her|their)$/.test(at(words, i - 1)))
    );
  if (own === 'session' || own === 'assembly')
    return /^(?:special|urgent|emergency|extraordinary|parliamentary|plenary|joint|regular|cabinet|council|closed|summit|working|first|second|opening)$/.test(
      at(words, i - 1),
    );
  // A visit counts where people of office visit a country.
  return (
    units.some((unit) => unit.kind === 'person' || unit.kind === 'group') &&
    (/^(?:official|state|working|first|recent|planned|visit|day|his|her|their|’s|'s|a|the)$/.test(at(words, i - 1)) ||
      i === sentence.from)
  );
}

function isModifier(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    /^(?:bilateral|trilateral|tripartite|quadrilateral|quadripartite|four-way|cabinet|phone|telephone|video|closed|internal|emergency|urgent|special|virtual|formal|official|high|level|summit|peace|nuclear|trade|committee|core|council|second|third|fourth|fifth|first|annual|extended|ministerial|coordination|consultative|working|national|security|round|table|foreign|ministers|leaders|defence|defense|–|-|'|’|'s|’s)$/.test(
      own,
    ) ||
    (has(words, i, EVENT) && own !== 'meetings')
  );
}

function describe(
  words: Words,
  sentence: TokenRange,
  name: Name,
  i: number,
  units: readonly Unit[],
  dates: readonly DatePhrase[],
): EventMention {
  const participants = participantsOf(words, sentence, name, i, units);
  const from = clauseStart(words, sentence, i);
  const to = clauseEnd(words, sentence, i);
  const cue = (bit: number): boolean => someBetween(words, from, Math.min(to, i + 9), bit);
  const before = at(words, name.from - 1);
  return {
    from: trimModifiers(words, name),
    to: name.to,
    kind: name.kind,
    head: at(words, i),
    definite: /^(?:the|this|these|that|their|his|her|both|’s|'s|during|our)$/.test(before),
    again: hasWord(
      words,
      Math.max(sentence.from, i - 4),
      i,
      /^(?:another|second|third|fourth|fifth|separate|separately|also|other|later|subsequent|next)$/,
    ),
    planned:
      cue(Class.future) ||
      (at(words, i - 1) === 'to' && !/^(?:continue|used)$/.test(at(words, i - 2))) ||
      (/^(?:be|to)$/.test(at(words, i + 1)) && at(words, i + 2) === 'be'),
    earlier: cue(Class.earlier) || (at(words, i - 1) === 'had' && name.kind !== 'noun'),
    unreal:
      someBetween(words, Math.max(from, i - 8), Math.min(to, i + 4), Class.unreal) ||
      hasWord(words, i, Math.min(to, i + 16), /^(?:cancell?ed|postponed|scrapped|boycotted|called-off)$/),
    participants,
    joint: isJoint(words, from, i) || isJoint(words, i, Math.min(to, i + 6)),
    announced: announcedCount(words, from, Math.min(to, i + 14)),
    when: nearestDate(words, dates, i),
    where: placeOf(words, units, i, sentence),
  };
}

/** "the three-day 's meeting" → the name starts at a word. */
function trimModifiers(words: Words, name: Name): number {
  let { from } = name;
  while (from < name.to - 1 && !/^[\p{L}\d]/u.test(at(words, from))) from++;
  return from;
}

function participantsOf(words: Words, sentence: TokenRange, name: Name, i: number, units: readonly Unit[]): readonly number[] {
  const found = new Set<number>();
  const clause = clauseOf(units, i);
  const end = rightEnd(words, sentence, i);
  for (const [index, unit] of units.entries()) {
    if (unit.kind === 'place') continue;
    if (unit.from >= i && unit.from < end && isRightParticipant(words, name, i, unit)) found.add(index);
    else if (unit.to <= i && isPremodifier(words, unit.to, name.from)) found.add(index);
  }
  const between = hasWord(words, i, Math.min(end, i + 3), /^(?:between|among|of)$/) && found.size > 1;
  if (between || (name.kind === 'noun' && !hasSubject(words, sentence, i))) return [...found];
  const subjects = subjectsOf(words, units, i, clause, sentence);
  for (const index of subjects) found.add(index);
  return [...found].sort((a, b) => a - b);
}

function isRightParticipant(words: Words, name: Name, i: number, unit: Unit): boolean {
  if (name.kind !== 'noun') {
    if (unit.governor === 'object' || unit.governor === 'partner') return true;
    return name.kind === 'visited' && unit.kind === 'country' && unit.from - i < 4;
  }
  if (unit.governor === 'partner') return true;
  if (unit.governor === 'agent')
    return hasWord(
      words,
      i,
      unit.from,
      /^(?:attended|held|hosted|chaired|organised|organized|convened|led|called|headed|joined|mediated|brokered)$/,
    );
  return unit.governor === 'place' && /^visits?|trip|tour$/.test(at(words, i)) && at(words, i + 1) === 'to';
}

/** "Russia-Ukraine talks", "Sisi's meeting": a unit right before the name. */
function isPremodifier(words: Words, to: number, from: number): boolean {
  if (from < to) return true;
  for (let i = to; i < from; i++)
    if (
      !/^(?:-|–|'|’|'s|’s|leaders|ministers|foreign|defence|defense|first|recent|annual|and)$/.test(at(words, i)) ||
      from - to > 3
    )
      return false;
  return true;
}

/** Whether the clause's subject takes part in the noun's event: "held talks", "at a meeting", "in a phone call". */
function hasSubject(words: Words, sentence: TokenRange, i: number): boolean {
  for (let j = i - 1; j >= Math.max(sentence.from, i - 9); j--) {
    if (
      has(words, j, Class['light-verb']) ||
      /^(?:at|in|during|after|following|from|by|through|via|on|for|into|concluded|talking)$/.test(at(words, j))
    )
      return true;
    if (/^[,;:“”"]$/.test(at(words, j))) return false;
    if (has(words, j, Class.clause)) return at(words, j) === 'after' || at(words, j) === 'following';
  }
  return false;
}

/** The units that are subject of the clause with token `i`; a clause without one takes the one of the clause before ("after meeting X"). */
function subjectsOf(words: Words, units: readonly Unit[], i: number, clause: number, sentence: TokenRange): readonly number[] {
  for (let wanted = clause; wanted >= 0; wanted--) {
    const own = [...units.keys()].filter((index) => {
      const unit = units[index]!;
      return unit.clause === wanted && unit.governor === 'subject' && unit.kind !== 'place' && (unit.from < i || wanted < clause);
    });
    if (own.length === 0) continue;
    // "The ministry said the ministers met": who says so need not have been there.
    const last = units[own.at(-1)!]!;
    const speaks = has(words, last.to, Class.speech) || has(words, last.to + 1, Class.speech);
    if (!speaks) return own;
    const himself = hasWord(words, last.to, i, /^(?:he|she|his|her|we|after|following|during|in|at)$/);
    return himself ? own.filter((index) => units[index]!.kind === 'person') : [];
  }
  // "During a meeting with B, A said": the subject follows.
  const after = [...units.keys()].filter(
    (index) => units[index]!.from > i && units[index]!.governor === 'subject' && units[index]!.kind !== 'place',
  );
  return hasWord(words, sentence.from, sentence.from + 1, /^(?:during|in|at|after|following|on)$/) ? after.slice(0, 1) : [];
}

function clauseOf(units: readonly Unit[], i: number): number {
  let clause = 0;
  for (const unit of units) {
    if (unit.from > i)
      return Math.max(
        clause,
        Math.min(unit.clause, clause + 1) === unit.clause && unit.governor !== 'subject' ? unit.clause : clause,
      );
    clause = unit.clause;
  }
  return clause;
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

/** How far to the right participants may stand: up to the topic, the next clause or speech. */
function rightEnd(words: Words, sentence: TokenRange, i: number): number {
  let to = i + 1;
  while (
    to < sentence.to &&
    to - i < 60 &&
    !/^[;:“”"]$/.test(at(words, to)) &&
    !has(words, to, Class['topic-verb'] | Class.speech) &&
    !(has(words, to, Class.clause) && !/^(?:who|that)$/.test(at(words, to))) &&
    !(to > i + 1 && has(words, to, EVENT | MET))
  )
    to++;
  return to;
}

function crosses(words: Words, from: number, to: number, bits: number): boolean {
  for (let i = from; i < to; i++) if (has(words, i, bits) && at(words, i) !== 'as') return true;
  return false;
}

function someBetween(words: Words, from: number, to: number, bit: number): boolean {
  for (let i = from; i < to; i++) if (has(words, i, bit)) return true;
  return false;
}

function hasWord(words: Words, from: number, to: number, pattern: RegExp): boolean {
  for (let i = from; i < to; i++) if (pattern.test(at(words, i))) return true;
  return false;
}

function isJoint(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (at(words, i) === 'they' || at(words, i) === 'both') return true;
    if (has(words, i, Class.count) && (has(words, i + 1, Class.joint) || has(words, i + 2, Class.joint))) return true;
  }
  return false;
}

const COUNTS = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['bilateral', 2],
  ['trilateral', 3],
  ['tripartite', 3],
  ['quadrilateral', 4],
  ['quadripartite', 4],
  ['quartet', 4],
]);

/** "quadrilateral", "four-way", "the four countries", "both sides". */
function announcedCount(words: Words, from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    const count = COUNTS.get(at(words, i));
    if (count === undefined) continue;
    if (!has(words, i, Class.count)) return count;
    if (at(words, i + 1) === '-' && /^(?:way|party)$/.test(at(words, i + 2))) return count;
    if (/^(?:countries|sides|states|parties|nations|governments)$/.test(at(words, i + 1))) return count;
  }
  return null;
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
