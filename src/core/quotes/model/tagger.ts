import { mix } from './hash.ts';
import { type Weights, rowOf } from './weights.ts';
import type { WordTypes } from './wordTypes.ts';

/** The universal parts of speech, in the order of the weights. */
export const TAGS = [
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'DET',
  'PRON',
  'NUM',
  'PART',
  'CCONJ',
  'SCONJ',
  'PUNCT',
  'SYM',
  'INTJ',
] as const;
export const NOUN = 0;
export const PROPN = 1;
export const VERB = 2;
export const AUX = 3;
export const ADJ = 4;
export const ADV = 5;
export const ADP = 6;
export const DET = 7;
export const PRON = 8;
export const NUM = 9;
export const PART = 10;
export const CCONJ = 11;
export const SCONJ = 12;
export const PUNCT = 13;

/** Whether a word of this tag stands in a noun phrase. */
export function isNominal(tag: number): boolean {
  return tag === NOUN || tag === PROPN || tag === PRON || tag === DET || tag === ADJ || tag === NUM;
}

const SELF = 0;
const SUFFIX = 1;
const SHAPE = 2;
const BEFORE = 3;
const AFTER = 4;
const TAGS_BEFORE = 5;
const WITH_TAG = 6;

/** The feature numbers of a word by itself, as the word before, and as the word after. */
export function tagFeatures(types: WordTypes, type: number, place: number, into: number[]): void {
  into.length = 0;
  const lower = types.lower[type]!;
  const suffix = types.suffix[type]!;
  if (place === BEFORE) into.push(mix(BEFORE, lower, 0), mix(BEFORE, suffix, 1));
  else if (place === AFTER) into.push(mix(AFTER, lower, 0), mix(AFTER, suffix, 1), mix(AFTER, types.shape[type]!, 2));
  else
    into.push(
      mix(SELF, lower, types.shape[type]!),
      mix(SUFFIX, suffix, types.shape[type]!),
      mix(SHAPE, types.shape[type]!, 0),
      mix(SELF, lower, 99),
    );
}

/** The feature numbers that hang on the tags already given. */
export function tagContext(lower: number, last: number, beforeLast: number, into: number[]): void {
  into[0] = mix(TAGS_BEFORE, last, beforeLast);
  into[1] = mix(WITH_TAG, lower, last);
}

/**
 * A greedy averaged-perceptron part-of-speech tagger (Collins 2002), left to right; what hangs on one word type alone is summed
 * once for each type.
 */
export class Tagger {
  /** What each word type adds: three rows of sums, for the word itself, for the word before, for the word after. */
  private rows = new Float32Array(1024 * ROW);
  private readonly known: boolean[] = [];
  private readonly scratch: number[] = [];
  private readonly context: number[] = [0, 0];

  constructor(
    private readonly weights: Weights,
    private readonly types: WordTypes,
  ) {}

  /** Writes the tag of each of the first `count` tokens. */
  tag(types: Int32Array, count: number, tags: Uint8Array): void {
    const { context, weights } = this;
    const { values, bits } = weights;
    for (let i = 0; i < count; i++) this.prepare(types[i]!);
    const { rows } = this;
    let last: number = LABELS;
    let beforeLast: number = LABELS;
    for (let i = 0; i < count; i++) {
      const own = types[i]! * ROW;
      const before = i > 0 ? types[i - 1]! * ROW + LABELS : -1;
      const after = i + 1 < count ? types[i + 1]! * ROW + 2 * LABELS : -1;
      tagContext(this.types.lower[types[i]!]!, last, beforeLast, context);
      const first = rowOf(context[0]!, bits) * LABELS;
      const second = rowOf(context[1]!, bits) * LABELS;
      let best = 0;
      let top = -Infinity;
      for (let k = 0; k < LABELS; k++) {
        let score = rows[own + k]! + values[first + k]! + values[second + k]!;
        if (before >= 0) score += rows[before + k]!;
        if (after >= 0) score += rows[after + k]!;
        score = Math.fround(score);
        if (score > top) {
          top = score;
          best = k;
        }
      }
      tags[i] = best;
      beforeLast = last;
      last = best;
    }
  }

  private prepare(type: number): void {
    if (this.known[type]) return;
    while (this.known.length <= type) this.known.push(false);
    this.known[type] = true;
    while ((type + 1) * ROW > this.rows.length) this.grow();
    const { rows, scratch } = this;
    const { values, bits } = this.weights;
    for (const [row, place] of [SELF, BEFORE, AFTER].entries()) {
      const to = type * ROW + row * LABELS;
      tagFeatures(this.types, type, place, scratch);
      for (const feature of scratch) {
        const at = rowOf(feature, bits) * LABELS;
        for (let k = 0; k < LABELS; k++) rows[to + k]! += values[at + k]!;
      }
    }
  }

  private grow(): void {
    const larger = new Float32Array(2 * this.rows.length);
    larger.set(this.rows);
    this.rows = larger;
  }
}

const LABELS = TAGS.length;
const ROW = 3 * LABELS;
