import { pair } from './hash.ts';

/** The capitalised words of one passage, and for each what the words beside it say of it. */
export interface Evidence {
  /** Folded hashes. */
  readonly words: Int32Array;
  /** For each word the features that the word before gives to its other places in the article, and then those of the word after. */
  readonly surroundings: readonly Int32Array[];
}

/** Whether two passages tell the same of their names. */
export function tellsTheSame(a: Evidence, b: Evidence): boolean {
  if (a === b) return true;
  return areEqual(a.words, b.words) && a.surroundings.every((features, i) => areEqual(features, b.surroundings[i]!));
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Places of a word that are looked at, from the article's beginning. */
const MOST_PLACES = 8;

interface Word {
  count: number;
  /** Surroundings of the first places, two for each. */
  readonly seen: Int32Array[];
  features: Int32Array | null;
  row: Float32Array | null;
  key: string | null;
}

/**
 * How often each capitalised word stands in an article, and between which words: that "Fanny" is a person is plain where she "told the
 * inquiry", and this says so wherever else the article names her.
 */
export class Surroundings {
  private readonly words: Map<number, Word>;
  /** The words counted anew; null where all are. */
  private readonly changed: ReadonlySet<number> | null;

  /** `before` are those of the article before an edit, and of what evidence: words that no changed passage holds are not counted again. */
  constructor(
    evidence: readonly Evidence[],
    before: { readonly surroundings: Surroundings; readonly evidence: readonly Evidence[] } | null = null,
  ) {
    this.changed = before && changedWords(before.evidence, evidence);
    this.words = new Map(this.changed && before!.surroundings.words);
    for (const word of this.changed ?? []) this.words.delete(word);
    for (const each of evidence) this.count(each);
  }

  /** Whether what is known of the passage's words may be other than before the edit. */
  concerns({ words }: Evidence): boolean {
    const { changed } = this;
    return changed === null || words.some((word) => changed.has(word));
  }

  private count({ words, surroundings }: Evidence): void {
    const { changed } = this;
    for (let i = 0; i < words.length; i++) {
      const folded = words[i]!;
      if (changed !== null && !changed.has(folded)) continue;
      let word = this.words.get(folded);
      if (!word) this.words.set(folded, (word = { count: 0, seen: [], features: null, row: null, key: null }));
      word.count++;
      if (word.seen.length < 2 * MOST_PLACES) word.seen.push(surroundings[2 * i]!, surroundings[2 * i + 1]!);
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
    return word ? (word.key ??= keyOf(word)) : '';
  }
}

/** The words of the passages in which two versions of an article differ; null where that is so much that all may be counted anew. */
function changedWords(before: readonly Evidence[], now: readonly Evidence[]): ReadonlySet<number> | null {
  let from = 0;
  while (from < before.length && from < now.length && before[from] === now[from]) from++;
  let left = before.length;
  let right = now.length;
  while (left > from && right > from && before[left - 1] === now[right - 1]) {
    left--;
    right--;
  }
  if ((left - from + right - from) * 4 > now.length) return null;
  const changed = new Set<number>();
  for (const { words } of before.slice(from, left)) for (const word of words) changed.add(word);
  for (const { words } of now.slice(from, right)) for (const word of words) changed.add(word);
  return changed;
}

function keyOf({ count, seen }: Word): string {
  let hash = numberClass(count);
  if (count > 1) for (const features of seen) for (const feature of features) hash = (Math.imul(hash, 31) + feature) | 0;
  return String.fromCharCode(hash & 0xffff, hash >>> 16);
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

/** The features that a word gives, by what it gives to a token beside it, to the other places of the word after it or before it. */
export function surroundingsOf(near: readonly number[], side: 'after' | 'before'): Int32Array {
  return Int32Array.from(near, (feature) => pair(side === 'after' ? 130 : 131, feature));
}
