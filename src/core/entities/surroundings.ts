import { pair } from './hash.ts';

/** The capitalised words of one passage, and for each what the words beside it say of it. */
export interface Evidence {
  /** Folded hashes. */
  readonly words: Int32Array;
  /** For each word the features that its neighbours give to its other places in the article. */
  readonly surroundings: readonly Int32Array[];
}

/** Places of a word that are looked at, from the article's beginning. */
const MOST_PLACES = 8;

interface Word {
  count: number;
  /** Surroundings of the first places. */
  readonly seen: Int32Array[];
  features: Int32Array | null;
  row: Float32Array | null;
}

/**
 * How often each capitalised word stands in an article, and between which words: that "Fanny" is a person is plain where she "told the
 * inquiry", and this says so wherever else the article names her.
 */
export class Surroundings {
  private readonly words = new Map<number, Word>();

  constructor(evidence: readonly Evidence[]) {
    for (const { words, surroundings } of evidence) {
      for (let i = 0; i < words.length; i++) {
        let word = this.words.get(words[i]!);
        if (!word) this.words.set(words[i]!, (word = { count: 0, seen: [], features: null, row: null }));
        word.count++;
        if (word.seen.length < MOST_PLACES) word.seen.push(surroundings[i]!);
      }
    }
  }

  /** The features of a word's places in the article, each once; of a word that the article has once, only that. */
  featuresOf(folded: number): Int32Array {
    const word = this.words.get(folded);
    return word ? (word.features ??= featuresOf(word)) : NO_FEATURES;
  }

  /** What `compute` makes of the word's features, worked out once for each word. */
  rowOf(folded: number, compute: (features: Int32Array) => Float32Array): Float32Array | null {
    const word = this.words.get(folded);
    return word ? (word.row ??= compute((word.features ??= featuresOf(word)))) : null;
  }

  /** A text that is equal where all that is known of the word here is equal. */
  keyOf(folded: number): string {
    const word = this.words.get(folded);
    if (!word) return '';
    let hash = numberClass(word.count);
    if (word.count > 1) {
      for (const features of word.seen) for (const feature of features) hash = (Math.imul(hash, 31) + feature) | 0;
    }
    return String.fromCharCode(hash & 0xffff, hash >>> 16);
  }
}

const NO_FEATURES = new Int32Array(0);

function featuresOf({ count, seen }: Word): Int32Array {
  const all = new Set([pair(132, numberClass(count))]);
  if (count > 1) for (const features of seen) for (const feature of features) all.add(feature);
  return Int32Array.from(all);
}

function numberClass(count: number): number {
  return count === 1 ? 0 : count < 4 ? 1 : count < 9 ? 2 : 3;
}

/** The features that a word's neighbours, by what they give to a token beside them, give to the word's other places. */
export function surroundingsOf(before: readonly number[], after: readonly number[]): Int32Array {
  const out = new Int32Array(before.length + after.length);
  for (let i = 0; i < before.length; i++) out[i] = pair(130, before[i]!);
  for (let i = 0; i < after.length; i++) out[before.length + i] = pair(131, after[i]!);
  return out;
}
