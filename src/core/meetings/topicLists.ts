import type { TokenRange } from '../text/sentences.ts';
import { ISSUES, WAYS } from './topicWrappers.ts';
import { at, capital, Class, has, type Words } from './words.ts';

/** Cuts a phrase at the commas and "and"s that part topics. */
export function split(words: Words, from: number, to: number): TokenRange[] {
  const parts: TokenRange[] = [];
  let start = from;
  for (let i = from + 1; i < to - 1; i++) {
    const own = at(words, i);
    let next = 0;
    if (own === 'and' || own === '&') next = i + 1;
    else if (own === ',') next = /^(?:and|or)$/.test(at(words, i + 1)) ? i + 2 : i + 1;
    else if (own === 'as' && at(words, i + 1) === 'well' && at(words, i + 2) === 'as') next = i + 3;
    else if (own === 'along' && at(words, i + 1) === 'with') next = i + 2;
    if (next === i + 3 && next < to) {
      parts.push({ from: start, to: i });
      start = next;
      i = next;
      continue;
    }
    // "how the two towns and the port may share the water" is one clause.
    if (/^(?:how|whether|what|who)$/.test(at(words, start))) break;
    // "ways to mend the dam and to clear the drains", "dealt with fares and with tolls"
    const again =
      next > 0 &&
      (at(words, next) === 'to'
        ? isVerbPhrase(words, next + 1)
        : at(words, next) === at(words, from - 1) || at(words, next) === at(words, from - 2));
    if (again && PARTICLE.test(at(words, next)) && next + 1 < to) {
      parts.push({ from: start, to: i });
      start = next + 1;
      i = next + 1;
      continue;
    }
    if (next === 0 || next >= to || !partsTopics(words, start, i, next, to)) continue;
    parts.push({ from: start, to: i });
    start = next;
    i = next;
  }
  parts.push({ from: start, to });
  return parts;
}

const PARTICLE = /^(?:to|with|about|on|over|for)$/;
const PREPOSITION =
  /^(?:of|in|on|for|with|between|against|to|from|about|over|regarding|concerning|among|towards?|into|under|at|by|within|across)$/;

/**
 * Whether what stands left and right of an "and" or comma are two topics. "ties between Ankara and Damascus", "political, economic and
 * cultural ties", "cooperation in trade and energy" are one; "the war in Ukraine and ways to end it", "climate change, trade and security" are not.
 */
function partsTopics(words: Words, from: number, cut: number, next: number, to: number): boolean {
  const gerund = isGerund(words, from);
  // "open a bank and train its staff" are two, "strengthen and deepen ties" is one.
  if (isVerbPhrase(words, from) && isVerbPhrase(words, next) && cut - from > 1 && !PREPOSITION.test(at(words, next + 1)))
    return true;
  if (gerund && isGerund(words, next) && at(words, next + 1) !== ',') return true;
  let preposition = 0;
  let between = false;
  for (let i = from + 1; i < cut; i++) {
    if (!PREPOSITION.test(at(words, i))) continue;
    preposition = i;
    between = /^(?:between|among)$/.test(at(words, i));
  }
  if (between) return false;
  const own = at(words, next);
  if ((WAYS.test(own) && !/^(?:in|on|at|between)$/.test(at(words, next + 1))) || own === 'how' || ISSUES.test(own)) return true;
  if (/^(?:its|their|his|her)$/.test(own))
    return preposition > 0 && (!/^(?:of|for)$/.test(at(words, preposition)) || PREPOSITION.test(at(words, next + 2)))
      ? true
      : preposition === 0 && !gerund;
  if (/^(?:the|a|an)$/.test(own)) {
    if (capital(words, next + 1) && capital(words, cut - 1)) return false; // "China and the Solomon Islands"
    return gerund ? at(words, next + 2) === 'of' : preposition === 0 || headFollows(words, next + 1, to);
  }
  // "the war in Peru and food prices": a name is joined to names, what is none begins anew.
  if (preposition > 0 && capital(words, cut - 1) && !gerund && !isVerbPhrase(words, from))
    return (
      at(words, cut) === 'and' &&
      !capital(words, next) &&
      !/^(?:other|others|elsewhere|beyond|neighbouring|neighboring|surrounding|regional|abroad|its|their|in|the|around|across|former)$/.test(
        own,
      ) &&
      at(words, next + 1) !== 'other' &&
      hasNoun(words, next, to)
    );
  // "conditions in the camps and crackdowns on dissent": a noun with another preposition of its own.
  if (
    preposition > 0 &&
    at(words, preposition) !== 'to' &&
    !gerund &&
    !isVerbPhrase(words, from) &&
    at(words, cut) === 'and' &&
    !isAdjective(words, next)
  ) {
    const link = at(words, next + 1);
    if (isGerund(words, next) && to - next > 2 && link !== 'and') return true;
    if (PREPOSITION.test(link) && link !== 'of' && link !== 'to' && link !== at(words, preposition) && to - next > 2) return true;
  }
  if (preposition > 0 || gerund || isVerbPhrase(words, from)) return false;
  if (isAdjective(words, cut - 1)) return false;
  // "threats and opportunities in the gulf", "trade and transit of oil": what follows belongs to both.
  if (cut - from <= 2 && at(words, cut) === 'and' && cut === firstJoin(words, from, to) && PREPOSITION.test(at(words, next + 1)))
    return false;
  // Without a preposition on the left, members of a list are topics: "climate change, public health and trade".
  return to > next && (cut - from > 1 || listAhead(words, next, to));
}

function firstJoin(words: Words, from: number, to: number): number {
  for (let i = from; i < to; i++) if (/^(?:and|,)$/.test(at(words, i))) return i;
  return to;
}

/** Whether a phrase of two words or a word with its own preposition follows: "food prices", "crackdowns on dissent". */
function hasNoun(words: Words, from: number, to: number): boolean {
  return to - from >= 2 && !capital(words, from + 1) && !/^(?:and|,|or)$/.test(at(words, from + 1));
}

/** "the NOUN of …", "the NOUN in …": a phrase of its own follows. */
function headFollows(words: Words, i: number, to: number): boolean {
  for (let j = i; j < Math.min(to, i + 6); j++) {
    if (PREPOSITION.test(at(words, j)) || at(words, j) === 'related') return true;
    if (/^(?:,|and)$/.test(at(words, j))) return j > i + 1;
  }
  return to - i >= 2;
}

function listAhead(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (at(words, i) === 'and' || at(words, i) === ',') return true;
  return from < to;
}

/** "reopening", where it is no noun of its own. */
export function isGerund(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    own.length > 5 &&
    own.endsWith('ing') &&
    !/^(?:during|including|regarding|concerning|meeting|building|training|housing|something|anything|nothing|everything|funding|banking|shipping|spring|standing|ongoing|following|manufacturing|engineering|farming|fishing|mining|understanding|pending|existing|growing|emerging|trafficking|smuggling|financing|hearing)$/.test(
      own,
    )
  );
}

/** "strengthen ties": an infinitive without its "to". */
export function isVerbPhrase(words: Words, i: number): boolean {
  return has(words, i, Class.purpose) && !capital(words, i);
}

function isAdjective(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    own.length > 4 &&
    /(?:al|ic|ive|ary|ous|ful|ant|ent|able|ible|ish|ese|ian|lateral|ist|ean)$/.test(own) &&
    !NOT_ADJECTIVES.has(own)
  );
}

const NOT_ADJECTIVES = new Set(
  'government development environment investment management agreement parliament movement settlement treatment employment disarmament withdrawal proposal referendum music traffic climate terrorist referral arrival renewal approval survival trial capital festival hospital material journal goal deal crisis initiative olive incentive narrative republic public topic logic statistic arctic fabric president student incident accident content event moment payment unemployment procurement enrichment statement document element equipment'.split(
    ' ',
  ),
);
