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
  private readonly known: (Float32Array | undefined)[] = [];
  private readonly scratch: number[] = [];

  constructor(
    private readonly weights: Weights,
    private readonly types: WordTypes,
  ) {}

  /** The tag of each token. */
  tag(types: Int32Array): Uint8Array {
    const count = types.length;
    const tags = new Uint8Array(count);
    const labels = TAGS.length;
    const context: number[] = [0, 0];
    const { values, bits } = this.weights;
    const scores = new Float32Array(labels);
    let last: number = labels;
    let beforeLast: number = labels;
    for (let i = 0; i < count; i++) {
      const own = this.vectorOf(types[i]!);
      const before = i > 0 ? this.vectorOf(types[i - 1]!) : null;
      const after = i + 1 < count ? this.vectorOf(types[i + 1]!) : null;
      tagContext(this.types.lower[types[i]!]!, last, beforeLast, context);
      const first = rowOf(context[0]!, bits) * labels;
      const second = rowOf(context[1]!, bits) * labels;
      let best = 0;
      for (let k = 0; k < labels; k++) {
        let score = own[k]! + values[first + k]! + values[second + k]!;
        if (before) score += before[labels + k]!;
        if (after) score += after[2 * labels + k]!;
        scores[k] = score;
        if (score > scores[best]!) best = k;
      }
      tags[i] = best;
      beforeLast = last;
      last = best;
    }
    return tags;
  }

  /** Three rows of sums: for the word itself, for the word before, for the word after. */
  private vectorOf(type: number): Float32Array {
    const known = this.known[type];
    if (known) return known;
    const labels = TAGS.length;
    const vector = new Float32Array(3 * labels);
    const { values, bits } = this.weights;
    for (const [row, place] of [SELF, BEFORE, AFTER].entries()) {
      tagFeatures(this.types, type, place, this.scratch);
      for (const feature of this.scratch) {
        const at = rowOf(feature, bits) * labels;
        for (let k = 0; k < labels; k++) vector[row * labels + k]! += values[at + k]!;
      }
    }
    return (this.known[type] = vector);
  }
}
