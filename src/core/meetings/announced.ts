import type { TokenRange } from '../text/sentences.ts';
import { at, Class, has, type Words } from './words.ts';

/** How many parties a sentence announces, with the words that say so: `quadrilateral`, `four countries`. */
export interface AnnouncedCount extends TokenRange {
  readonly count: number;
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const KINDS: ReadonlyMap<string, number> = new Map([
  ['bilateral', 2],
  ['trilateral', 3],
  ['tripartite', 3],
  ['quadrilateral', 4],
  ['quadripartite', 4],
  ['quartet', 4],
]);
const SIDES = /^(?:countries|sides|states|parties|nations|governments)$/;
const EVENT = Class['event-strong'] | Class['event-weak'];

/**
 * The count of parties that is printed with the event named at the tokens `from` to `to`, the noun or verb at `i`: "the quadrilateral meeting",
 * "the four countries met", "talks between the three sides". A count of something else is none: "relations between the two countries",
 * "visited three countries", "bilateral ties".
 */
export function announcedWith(words: Words, { from, to }: TokenRange, i: number): AnnouncedCount | null {
  for (let j = from; j < to; j++) {
    const kind = j <= i && i - j <= 3 ? KINDS.get(at(words, j)) : undefined;
    if (kind !== undefined && describes(words, j + 1, i)) return { count: kind, from: j, to: j + 1 };
    const count = countAt(words, j);
    if (count === 0) continue;
    if (at(words, j + 1) === '-' && /^(?:way|party)$/.test(at(words, j + 2))) {
      if (j < i && describes(words, j + 3, i)) return { count, from: j, to: j + 3 };
    } else if (SIDES.test(at(words, j + 1)) && (j < i ? acts(words, j, from, i) : takesPart(words, j, i)))
      return { count, from: j, to: j + 2 };
  }
  return null;
}

/** Four at "four", two at "both", 0 at any other word. */
export function countAt(words: Words, i: number): number {
  if (at(words, i) === 'both') return 2;
  const index = has(words, i, Class.count) ? NUMBERS.indexOf(at(words, i)) : -1;
  return index < 0 ? 0 : index + 2;
}

/** Only adjectives and nouns stand between the count and the event's own word. */
function describes(words: Words, from: number, i: number): boolean {
  for (let j = from; j < i; j++)
    if (!/^[\p{L}-]/u.test(at(words, j)) || has(words, j, Class.auxiliary | Class.clause | Class['other-preposition']))
      return false;
  return true;
}

/** "The four countries met", "ministers of the four countries held talks": they are the event's subject. */
function acts(words: Words, j: number, from: number, i: number): boolean {
  for (let k = j + 2; k < i; k++) if (/^[;:“”"]$/.test(at(words, k)) || has(words, k, Class.clause | Class.speech)) return false;
  const before = /^(?:the|all|these)$/.test(at(words, j - 1)) ? j - 2 : j - 1;
  if (before < from || /^(?:[,;:—–“"]|and)$/.test(at(words, before)) || has(words, before, Class.clause | Class.speech))
    return true;
  return /^(?:of|from)$/.test(at(words, before)) && has(words, before - 1, Class.leader);
}

/** "talks between the three sides", "the meeting of the four countries", "with the intelligence chiefs of the three countries". */
function takesPart(words: Words, j: number, i: number): boolean {
  const before = /^(?:the|all|these)$/.test(at(words, j - 1)) ? j - 2 : j - 1;
  if (!/^(?:of|from|between|among|with|by)$/.test(at(words, before))) return false;
  return before - 1 === i || has(words, before - 1, EVENT | Class.leader) || /^(?:attended|held)$/.test(at(words, before - 1));
}
