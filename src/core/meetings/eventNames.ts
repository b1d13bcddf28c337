import type { TokenRange } from '../text/sentences.ts';
import { hasOtherSense } from './otherSenses.ts';
import type { Unit } from './units.ts';
import { at, capital, Class, crosses, endsName, has, hasWord, isTime, type Words } from './words.ts';

const EVENT = Class['event-strong'] | Class['event-weak'];
const VERBS = Class['event-verb'] | Class['receive-verb'] | Class['visit-verb'];
const STOP = Class.speech | Class.clause;

/** The meeting's name at the token `i`: `met`, `spoke over the phone`, `quadrilateral meeting`; null where the word means something else. */
export function eventName(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): EventName | null {
  if (hasOtherSense(words, sentence, i, units)) return null;
  if (has(words, i, VERBS)) return verbName(words, sentence, i, units);
  return isVisitVerb(words, i) ? visitName(i, units) : nounName(words, sentence, i, units);
}

/** "will visit Peru": the verb, where "visit" is most often the noun. */
export function isVisitVerb(words: Words, i: number): boolean {
  if (at(words, i) !== 'visit') return false;
  if (/^(?:will|would|may|shall|'ll|’ll)$/.test(at(words, i - 1))) return true;
  return (
    at(words, i - 1) === 'to' && /^(?:due|set|scheduled|expected|going|slated|plans|planning|is|are|was)$/.test(at(words, i - 2))
  );
}

function visitName(i: number, units: readonly Unit[]): EventName | null {
  const object = units.find((unit) => unit.lead > i);
  return object && object.lead - i <= 3 && object.kind !== 'group' ? { kind: 'visited', from: i, to: i + 1 } : null;
}

export interface EventName extends TokenRange {
  readonly kind: 'noun' | 'met' | 'received' | 'visited';
  /** Whom the verb reaches, as index into the units: "received at his office on Sunday [Omar Hadi]". */
  readonly object?: number;
}

/** "met", "received" and "visited" where people are what is met. */
function verbName(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): EventName | null {
  if (capital(words, i) && i > sentence.from) return null;
  const own = at(words, i);
  if (/^(?:spoke|speak|spoken|talked|phoned|telephoned)$/.test(own)) return phoneName(words, i);
  // "called his counterpart", no other calling.
  if (own === 'called') return calledName(words, i);
  if (/^(?:travel|fl[ey])/.test(own) || own === 'travels' || own === 'flew') return null;
  if (/^(?:sat|sit)$/.test(own) && at(words, i + 1) !== 'down') return null;
  const next = afterCircumstance(words, units, own === 'sat' || own === 'sit' ? i + 2 : i + 1, sentence.to);
  const first = units.findIndex((unit) => unit.lead >= next);
  // "received in his office at the Old Garrison today General X": the place is not whom he received.
  const inside = has(words, i, Class['receive-verb']) && /^(?:in|at)$/.test(at(words, i + 1));
  const reached = inside ? units.findIndex((unit) => unit.kind === 'person' && unit.lead > i && unit.lead - i < 18) : -1;
  const index = reached >= 0 ? reached : first;
  const object = units[index];
  const near =
    object !== undefined && object.lead - next <= 9 && !crosses(words, next, object.lead, Class['other-preposition'] | STOP);
  if (has(words, i, Class['visit-verb'])) return near && object.kind !== 'group' ? { kind: 'visited', from: i, to: i + 1 } : null;
  if (has(words, i, Class['receive-verb'])) {
    if (/^\d/.test(at(words, i + 1)) && !has(words, i + 2, Class.leader)) return null; // "hosts 40 companies"
    // "received Ambassador X", not "received a letter from X", "welcomed X's decision".
    const own = object !== undefined && near && !/^['’]s?$/.test(at(words, object.tail));
    // "was received at the palace by the king": both are named.
    const passive = hasWord(words, i - 2, i, /^(?:was|were|been|is|are|be|being)$/);
    const by = passive && at(words, next) === 'by' && object?.governor === 'agent';
    if (by && object.kind !== 'place') return { kind: 'received', from: i, to: i + 1, object: index };
    const direct =
      own &&
      !passive &&
      (object.kind === 'group' || !/^(?:a|an|by|from|much|more|no|any)$/.test(at(words, next))) &&
      (object.governor === 'object' || object.lead === next);
    if (reached >= 0 && !crosses(words, i + 1, object!.lead, STOP | Class.auxiliary))
      return { kind: 'received', from: i, to: i + 1, object: index };
    const person =
      direct && (object.kind === 'person' || object.kind === 'group' || (object.kind === 'country' && object.lead - next < 4));
    return person ? { kind: 'received', from: i, to: i + 1, object: index } : null;
  }
  if (at(words, next) === 'with' && (near || meetsPeople(words, next + 1))) return { kind: 'met', from: i, to: i + 1 };
  if (near && object.governor !== 'other' && object.governor !== 'place') return { kind: 'met', from: i, to: i + 1 };
  // "They met on Friday", "the ministers met in Rome".
  const ends =
    next > i + 1 ||
    /^(?:on|in|at|for|to|here|again|and|,|\.|behind|after|before|separately|virtually|last|this|along|alongside|together)$/.test(
      at(words, i + 1),
    );
  const plural =
    has(words, i - 1, Class.joint) || /^(?:they|who|which|have|had|also|to|will|both|two|negotiators)$/.test(at(words, i - 1));
  const subject = units.some((unit) => unit.tail <= i && unit.governor === 'subject' && i - unit.tail <= 3);
  return ends && (plural || subject) && own !== 'meets' ? { kind: 'met', from: i, to: i + 1 } : null;
}

/** "called her Chilean counterpart". */
function calledName(words: Words, i: number): EventName | null {
  if (!/^(?:his|her|their)$/.test(at(words, i + 1))) return null;
  for (let j = i + 2; j < i + 5; j++) if (/^counterparts?$/.test(at(words, j))) return { kind: 'met', from: i, to: i + 1 };
  return null;
}

/** "spoke over the phone", "phoned". */
function phoneName(words: Words, i: number): EventName | null {
  if (/ed$/.test(at(words, i)) && at(words, i) !== 'talked') return { kind: 'met', from: i, to: i + 1 };
  if (!/^(?:over|by|on|via)$/.test(at(words, i + 1))) return null;
  for (let j = i + 2; j < i + 5; j++)
    if (/^(?:phone|telephone|video|videoconference)$/.test(at(words, j))) return { kind: 'met', from: i, to: j + 1 };
  return null;
}

/** "met with the deputy minister", not "met with criticism". */
function meetsPeople(words: Words, from: number): boolean {
  for (let i = from; i < from + 6; i++) if (capital(words, i) || has(words, i, Class.leader)) return true;
  return false;
}

/** Steps over "at his office on Sunday", "Monday via videoconference", "in Rome": circumstances between a verb and whom it reaches. */
function afterCircumstance(words: Words, units: readonly Unit[], from: number, to: number): number {
  let i = from;
  while (i < to) {
    const own = at(words, i);
    if (isTime(own) || TIME_WORDS.has(own)) {
      i++;
      continue;
    }
    if (!/^(?:at|in|on|via|during|by|last|this)$/.test(own)) break;
    let end = i + 1;
    if (/^(?:the|his|her|their|a|an)$/.test(at(words, end))) end++;
    while (
      end < to &&
      end - i < 9 &&
      (isTime(at(words, end)) ||
        TIME_WORDS.has(at(words, end)) ||
        PLACE_WORDS.has(at(words, end)) ||
        /^(?:place|country)$/.test(unitAt(units, end)?.kind ?? ''))
    )
      end++;
    if (end === i + 1 || (unitAt(units, end - 1)?.from === i + 1 && has(words, end, Class.leader))) break;
    i = end;
  }
  return i;
}

const TIME_WORDS = new Set(
  'yesterday today here separately virtually earlier late early morning afternoon evening night week month year'.split(' '),
);
const PLACE_WORDS = new Set(
  'office palace residence headquarters house phone telephone capital city videoconferencing videoconference video conference link ministry'.split(
    ' ',
  ),
);

function unitAt(units: readonly Unit[], i: number): Unit | undefined {
  return units.find((unit) => unit.from <= i && unit.to > i);
}

/** "quadrilateral meeting", "phone call", "talks"; press conferences, and what no one takes part in, are none. */
function nounName(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): EventName | null {
  const own = at(words, i);
  if (/^(?:press|news|media)$/.test(at(words, i - 1)) && /^(?:conferences?|calls?|sessions?|meetings?|briefings?)$/.test(own))
    return null;
  if (own === 'meeting' && isGerund(words, i, units)) return { kind: 'met', from: i, to: i + 1 };
  if (/^(?:sidelines|margins)$/.test(sidelineWord(words, i))) return null; // "talks on the sidelines of the summit"
  if (own === 'telephone' || own === 'phone') return null;
  if (own === 'round') return isRound(words, i) ? { kind: 'noun', from: i - 1, to: i + 1 } : null;
  if (
    /^(?:calls?|visits?|tour|trip|sessions?|assembly|hearings?|exchange|consultation|dialogue|discussion|conversation|audience|huddle)$/.test(
      own,
    ) &&
    !isWeakEvent(words, sentence, i, units)
  )
    return null;
  if (own === 'talks' && /^(?:it|he|she|who|which|also|that|statement|report|book|film)$/.test(at(words, i - 1))) return null;
  if (own === 'talks' && units.some((unit) => unit.kind === 'person' && unit.to === i)) return null; // "Sanders talks about"
  if (has(words, i + 1, Class['event-strong'])) return null; // "summit meeting"
  const inside = units.find((unit) => unit.kind === 'organization' && unit.from <= i && unit.to > i);
  if (inside && (inside.to > i + 1 || !/^(?:summits?|conference|talks|meeting|dialogue)$/.test(own))) return null; // "World Economic Forum"
  // "the Railway Workshop Depot"
  if (
    capital(words, i) &&
    capital(words, i + 1) &&
    !isTime(at(words, i + 1)) &&
    !has(words, i + 1, Class.leader) &&
    !units.some(({ lead }) => lead === i + 1)
  )
    return null;
  if (/^forums?$/.test(own) && capital(words, i) && capital(words, i - 1)) return null;
  // "agreed to continue tripartite meetings": no meeting of its own.
  if (
    own === 'meetings' &&
    hasWord(words, Math.max(sentence.from, i - 4), i, /^(?:continue|continuing|continuation)$/) &&
    !/^(?:with|between)$/.test(at(words, i + 1))
  )
    return null;
  let from = i;
  while (from > sentence.from && i - from < 4 && isModifier(words, from - 1)) from--;
  if (endsName(words, i)) from = properStart(words, sentence, from, units);
  // "Council of Ministers session": a name is not cut.
  const cut = unitAt(units, from);
  return { kind: 'noun', from: cut && cut.from < from && cut.to <= i ? cut.from : from, to: i + 1 };
}

/** The start of a name in capitals: "Jeddah Security and Development Summit". */
function properStart(words: Words, sentence: TokenRange, from: number, units: readonly Unit[]): number {
  let first = from;
  for (let i = from - 1; i >= sentence.from && from - i < 9; i--) {
    if (/^(?:and|of|for|on|in|the|-|&)$/.test(at(words, i)) && !(i === sentence.from)) continue;
    if (
      (!capital(words, i) && !/^\d+(?:st|nd|rd|th)?$/.test(at(words, i))) ||
      isTime(at(words, i)) ||
      unitAt(units, i)?.kind === 'person'
    )
      break;
    if (
      has(words, i, STOP | Class['place-preposition'] | Class.auxiliary) ||
      /^(?:the|a|this|that|his|its|their)$/.test(at(words, i))
    )
      break;
    first = i;
  }
  return first;
}

/** "sidelines" where the event is what something else took place beside. */
function sidelineWord(words: Words, i: number): string {
  for (let j = i - 1; j > i - 9; j--) if (/^(?:sidelines|margins)$/.test(at(words, j))) return at(words, j);
  return '';
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
      unit.kind !== 'place' &&
      !crosses(words, next, unit.from, Class['other-preposition'] | Class['place-preposition'] | STOP),
  );
}

function isWeakEvent(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): boolean {
  const own = at(words, i);
  if (/^calls?$/.test(own))
    return (
      /^(?:phone|telephone|video|conference|earnings|courtesy)$/.test(at(words, i - 1)) ||
      (at(words, i + 1) === 'with' && /^(?:a|the|his|her|their)$/.test(at(words, i - 1)))
    );
  if (/^(?:sessions?|assembly)$/.test(own))
    return (
      /^(?:special|urgent|emergency|extraordinary|parliamentary|plenary|joint|regular|weekly|cabinet|council|committee|closed|summit|working|first|second|third|last|previous|opening|closing|inaugural|final|negotiating|bargaining|\d+(?:st|nd|rd|th))$/.test(
        at(words, i - 1),
      ) || units.some(({ kind, to }) => to === i && (kind === 'organization' || kind === 'group'))
    );
  if (/^(?:consultation|dialogue|discussion|conversation|audience|huddle)$/.test(own))
    return (
      (has(words, i + 1, Class['participant-preposition']) &&
        hasWord(words, i - 3, i, /^(?:an?|his|her|their|its|in|during|after|following|under|for|of|recent|new)$/)) ||
      /^(?:['’]s?|the|this|that)$/.test(at(words, i - 1)) ||
      hasLightVerb(words, sentence, i)
    );
  if (own === 'exchange') return /^(?:between|with)$/.test(at(words, i + 1)) && at(words, i - 1) !== 'in';
  if (/^hearings?$/.test(own))
    return !/^(?:the|that|this|these|from|of|about|a)$/.test(at(words, i + 1)) || has(words, i - 1, EVENT);
  // A visit counts where people of office visit a country.
  if (/^(?:visit|visits|visitors)$/.test(at(words, i - 1)) || /^(?:to|will|would|can|could|not|may|who)$/.test(at(words, i - 1)))
    return false;
  return (
    i === sentence.from ||
    hasWord(
      words,
      Math.max(sentence.from, i - 4),
      i,
      /^(?:official|state|working|first|recent|planned|his|her|their|its|’s|'s|a|an|the|this|any)$/,
    )
  );
}

/** "The next round is due in Quito": another one of the talks told of before. */
function isRound(words: Words, i: number): boolean {
  return (
    /^(?:next|further|new|fresh)$/.test(at(words, i - 1)) &&
    hasWord(words, i + 1, i + 3, /^(?:is|was|will|would|due|planned|scheduled|set|in|on)$/)
  );
}

function hasLightVerb(words: Words, sentence: TokenRange, i: number): boolean {
  for (let j = i - 1; j >= Math.max(sentence.from, i - 5); j--) if (has(words, j, Class['light-verb'])) return true;
  return false;
}

function isModifier(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    /^(?:bilateral|trilateral|tripartite|quadrilateral|quadripartite|four-way|cabinet|courtesy|earnings|phone|telephone|video|closed|internal|emergency|urgent|special|virtual|formal|official|high|level|summit|peace|nuclear|trade|committee|core|council|second|third|fourth|fifth|first|annual|extended|ministerial|coordination|consultative|working|national|security|round|table|foreign|ministers|leaders|defence|defense|–|-|'|’|'s|’s)$/.test(
      own,
    ) ||
    (has(words, i, EVENT) && own !== 'meetings')
  );
}
