import type { TokenRange } from '../text/sentences.ts';
import type { EventName } from './eventNames.ts';
import type { Unit } from './units.ts';
import { at, Class, has, hasWord, isTime, type Words } from './words.ts';

const EVENT = Class['event-strong'] | Class['event-weak'];
const MET = Class['event-verb'] | Class['receive-verb'] | Class['visit-verb'];

/** Who takes part in the event named at the token `i`, as indices into the units: by its verb, its prepositions and its subject. */
export function participantsOf(
  words: Words,
  sentence: TokenRange,
  name: EventName,
  i: number,
  units: readonly Unit[],
): readonly number[] {
  const found = new Set<number>();
  const clause = clauseOf(units, i);
  const end = rightEnd(words, sentence, i);
  for (const [index, unit] of units.entries()) {
    if (unit.kind === 'place' && !(unit.capital && (isVisited(words, name, i, unit) || isDestination(words, name, i, unit))))
      continue;
    if (index === name.object) found.add(index);
    else if (unit.from >= i && unit.from < end && isRightParticipant(words, name, i, unit)) found.add(index);
    else if (
      unit.to <= i &&
      ((isPremodifier(words, unit.to, name.from) && !isVideoService(words, unit)) ||
        isDestination(words, name, i, unit) ||
        isInvited(words, name, unit))
    )
      found.add(index);
  }
  const between = hasWord(words, i, Math.min(end, i + 3), /^(?:between|among|of)$/) && found.size > 1;
  if (between || (name.kind === 'noun' && !hasSubject(words, sentence, i))) return [...found];
  const subjects = subjectsOf(words, units, i, clause, sentence);
  for (const index of subjects) found.add(index);
  return [...found].sort((a, b) => a - b);
}

function isRightParticipant(words: Words, name: EventName, i: number, unit: Unit): boolean {
  if (name.kind !== 'noun') {
    if (unit.governor === 'object' || unit.governor === 'partner') return true;
    return isVisited(words, name, i, unit);
  }
  if (unit.governor === 'partner') return true;
  if (/^(?:calls?|visits?|delegation)$/.test(at(words, i)) && at(words, unit.lead - 1) === 'from') return true;
  // "a courtesy call on the envoy"
  if (at(words, i - 1) === 'courtesy' && at(words, i + 1) === 'on' && unit.lead - i < 5) return true;
  if (unit.governor === 'agent')
    return hasWord(
      words,
      i,
      unit.from,
      /^(?:attended|held|hosted|chaired|presided|organised|organized|convened|led|called|headed|joined|mediated|brokered)$/,
    );
  return isVisited(words, name, i, unit);
}

/** "visited Peru", "a visit to Lima", "a two-day trip to the Kingdom of Tonga": the host. */
function isVisited(words: Words, name: EventName, i: number, unit: Unit): boolean {
  if (unit.from < i || (unit.kind !== 'country' && unit.kind !== 'place')) return false;
  if (name.kind === 'visited') return unit.from - i < 4;
  if (name.kind !== 'noun' || !/^(?:visits?|trip|tour)$/.test(at(words, i))) return false;
  const before = /^(?:the|its|his)$/.test(at(words, unit.from - 1)) ? unit.from - 2 : unit.from - 1;
  return /^(?:to|of|in)$/.test(at(words, before)) && unit.from - i < 9;
}

/** "arrived in Peru on a state visit", "flew to Lima for a two-day visit". */
function isDestination(words: Words, name: EventName, i: number, unit: Unit): boolean {
  if (unit.to > i || i - unit.to > 12 || name.kind !== 'noun' || !/^(?:visits?|trip|tour)$/.test(at(words, i))) return false;
  if (unit.kind !== 'country' && unit.kind !== 'place') return false;
  if (hasWord(words, unit.to, i, /^(?:after|following|from|ahead|before|,)$/)) return false;
  const before = at(words, unit.from - 1) === 'the' ? unit.from - 2 : unit.from - 1;
  return (
    /^(?:in|to|at)$/.test(at(words, before)) &&
    hasWord(
      words,
      before - 3,
      before,
      /^(?:arriv(?:ed|es|e|ing)|flew|fly|flies|travel(?:led|ed|s|ling|ing)?|landed|came|head(?:ed|s|ing)?|is|was|back)$/,
    )
  );
}

/** "invited the envoy to talks". */
function isInvited(words: Words, name: EventName, unit: Unit): boolean {
  if (name.kind !== 'noun' || name.from - unit.tail > 5 || !hasWord(words, unit.tail, name.from, /^to$/)) return false;
  return hasWord(words, Math.max(0, unit.lead - 6), unit.lead, /^invite[ds]$/) && unit.governor !== 'subject';
}

const NO_MODIFIER =
  Class['light-verb'] |
  Class.speech |
  Class.clause |
  Class.auxiliary |
  Class['place-preposition'] |
  Class['other-preposition'] |
  Class['participant-preposition'] |
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'] |
  MET;

/** "Russia-Ukraine talks", "Sisi's meeting": a unit right before the name. */
function isPremodifier(words: Words, to: number, from: number): boolean {
  if (from < to) return true;
  if (from - to > 6) return false;
  for (let i = to; i < from; i++) {
    const own = at(words, i);
    if (/^(?:-|–|'|’|'s|’s|and|\(|\))$/.test(own)) continue;
    if (
      !/^\p{L}/u.test(own) ||
      /^(?:the|a|an|his|her|their|its|this|that|not|of)$/.test(own) ||
      has(words, i, NO_MODIFIER) ||
      isTime(own)
    )
      return false;
  }
  return true;
}

/** "a Zoom meeting": by what, not whose. */
function isVideoService(words: Words, { from, to }: Unit): boolean {
  return to - from === 1 && /^(?:zoom|skype|webex|facetime|whatsapp)$/.test(at(words, from));
}

/** Whether the clause's subject takes part in the noun's event: "held talks", "at a meeting", "in a phone call". */
function hasSubject(words: Words, sentence: TokenRange, i: number): boolean {
  for (let j = i - 1; j >= Math.max(sentence.from, i - 9); j--) {
    if (
      has(words, j, Class['light-verb']) ||
      /^(?:at|in|during|after|following|from|by|through|via|on|for|into|concluded|talking|received|made|placed|paid|pays|paying|invite[ds]|told|telling|requested|requests|proposed|proposes|sought|seeks)$/.test(
        at(words, j),
      )
    )
      return !(at(words, j) === 'called' && isKnown(words, j + 1)); // "called the meeting a mistake"
    if (/^[,;:]$/.test(at(words, j))) return false;
    if (has(words, j, Class.clause)) return at(words, j) === 'after' || at(words, j) === 'following';
  }
  return false;
}

function isKnown(words: Words, i: number): boolean {
  return /^(?:the|this|that|these|those|their|his|her|its)$/.test(at(words, i));
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
    // "She told a meeting of …"
    if (!speaks || (/^(?:told|tells)$/.test(at(words, last.tail)) && i - last.tail < 5)) return own;
    const himself = hasWord(words, last.to, i, /^(?:he|she|his|her|we|after|following|during|in|at|while|when|as|upon)$/);
    return himself ? own.filter((index) => units[index]!.kind === 'person') : [];
  }
  // "During a meeting with B, A said", "At their meeting A and B agreed": the subject follows.
  const after = [...units.keys()].filter(
    (index) => units[index]!.from > i && units[index]!.governor === 'subject' && units[index]!.kind !== 'place',
  );
  const first = bodyStart(words, sentence);
  if (!hasWord(words, first, first + 1, /^(?:during|in|at|after|following|on)$/)) return [];
  const clauses = hasWord(words, first + 1, first + 2, /^their$/)
    ? after.filter((index) => units[index]!.clause === units[after[0]!]!.clause)
    : after.slice(0, 1);
  return clauses;
}

/** The token after a dateline: "LIMA — During his visit …". */
function bodyStart(words: Words, { from, to }: TokenRange): number {
  for (let i = from; i < Math.min(to, from + 6); i++) if (/^[:—–]$/.test(at(words, i))) return i + 1;
  return from;
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

/** How far to the right participants may stand: up to the topic, the next clause or speech. */
export function rightEnd(words: Words, sentence: TokenRange, i: number): number {
  let to = i + 1;
  while (
    to < sentence.to &&
    to - i < 60 &&
    !/^[;:“”"]$/.test(at(words, to)) &&
    !has(words, to, Class['topic-verb'] | Class.speech) &&
    !(has(words, to, Class.clause) && !/^(?:who|that)$/.test(at(words, to))) &&
    !(to > i + 1 && has(words, to, EVENT | MET)) &&
    !leavesEvent(words, to)
  )
    to++;
  return to;
}

/** "The conference was cut off by …": a verb that tells something else of it than who took part. */
function leavesEvent(words: Words, i: number): boolean {
  if (!has(words, i, Class.auxiliary) || /^['’]s$|^be$|^been$/.test(at(words, i))) return false;
  return !hasWord(
    words,
    i + 1,
    i + 4,
    /^(?:held|attended|hosted|chaired|organi[sz]ed|convened|led|joined|mediated|brokered|presided|headed|be|been|place|between|with|involve|include|bring|planned|scheduled|due|slated|expected|resume|continue)$/,
  );
}
