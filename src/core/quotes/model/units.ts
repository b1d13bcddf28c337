import { word } from '../../text/tokens.ts';
import { mix } from './hash.ts';
import type { Reading } from './reading.ts';
import { findSubjects } from './subjects.ts';
import { PUNCT } from './tagger.ts';
import { MARK } from './wordTypes.ts';

/**
 * A stretch of a passage as the argument tagger sees it: each token is a unit, and each marked stretch is one single unit, for a
 * quotation is content as a whole or not at all.
 */
export interface Units {
  readonly count: number;
  /** First token and first token after, of each unit. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
  readonly strength: Uint8Array;
  /** 1 for a marked stretch. */
  readonly marked: Uint8Array;
  /** Sentence number; a sentence that runs through a marked stretch goes on after it. */
  readonly sentence: Int32Array;
  /** The number of the subject that the unit lies in, 0 outside: see `findSubjects`. */
  readonly subjects: Uint16Array;
  /** The unit of each token from `start` on. */
  readonly unitOf: Int32Array;
  readonly start: number;
}

/** Stands in the tag array for a marked stretch. */
export const QUOTE_TAG = 16;

/**
 * The units of a passage with its marked stretches folded, or those of the inside of one stretch. They stand until `arrays`, where these
 * are long enough, are used again.
 */
export function unitsOf(reading: Reading, within: number, arrays?: UnitArrays): Units {
  const stretch = within >= 0 ? reading.outer[within]! : null;
  const start = stretch ? stretch.from : 0;
  const end = stretch ? stretch.to : reading.count;
  const { from, to, word, suffix, tag, shape, strength, marked, sentence, subjects, unitOf } =
    arrays && arrays.from.length >= end - start ? arrays : unitArrays(end - start);
  let count = 0;
  let number = 0;
  let lastSentence = end > start ? reading.sentence[start]! : 0;
  for (let i = start; i < end;) {
    const folded = stretch ? -1 : reading.inside[i]!;
    if (reading.sentence[i] !== lastSentence) number++;
    let next = i + 1;
    if (folded >= 0) {
      const { close, to: inner } = reading.outer[folded]!;
      next = close < 0 ? inner : close + 1;
      word[count] = quoteWord(reading, i, next);
      suffix[count] = quoteLength(next - i);
      tag[count] = QUOTE_TAG;
      shape[count] = MARK;
      strength[count] = 0;
      marked[count] = 1;
    } else {
      word[count] = reading.word[i]!;
      suffix[count] = reading.suffix[i]!;
      tag[count] = reading.tag[i]!;
      shape[count] = reading.shape[i]!;
      strength[count] = reading.strength[i]!;
      marked[count] = 0;
    }
    from[count] = i;
    to[count] = next;
    sentence[count] = number;
    lastSentence = reading.sentence[next - 1]!;
    unitOf.fill(count, i - start, next - start);
    count++;
    i = next;
  }
  findSubjects(count, tag, word, suffix, subjects);
  return { count, from, to, word, suffix, tag, shape, strength, marked, sentence, subjects, unitOf, start };
}

export type UnitArrays = ReturnType<typeof unitArrays>;

export function unitArrays(size: number) {
  return {
    from: new Int32Array(size),
    to: new Int32Array(size),
    word: new Int32Array(size),
    suffix: new Int32Array(size),
    tag: new Uint8Array(size),
    shape: new Uint8Array(size),
    strength: new Uint8Array(size),
    marked: new Uint8Array(size),
    sentence: new Int32Array(size),
    subjects: new Uint16Array(size),
    unitOf: new Int32Array(size),
  };
}

/** What a folded stretch looks like from outside: how it ends, whether it begins in upper case, and its length. */
function quoteWord(reading: Reading, from: number, to: number): number {
  const { tokens } = reading.passage;
  const last = word(tokens, to - 2);
  const ending = last === ',' ? 1 : /^[.!?…]/.test(last) ? 2 : reading.tag[to - 2] === PUNCT ? 3 : 0;
  const upper = from + 1 < to && reading.shape[from + 1]! > 0 ? 1 : 0;
  return mix(900, ending * 2 + upper, quoteLength(to - from));
}

function quoteLength(tokens: number): number {
  return tokens <= 3 ? 0 : tokens <= 4 ? 1 : tokens <= 6 ? 2 : tokens <= 12 ? 3 : 4;
}
