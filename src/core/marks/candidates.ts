import type { Span } from '../article.ts';

/** Where the words of a text stand, for finding places that share many words with a pattern. */
export interface WordIndex {
  readonly starts: Int32Array;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Linear in the text, a bounded piece of work for each step. */
export function* indexWords(text: string): Generator<void, WordIndex> {
  const starts: number[] = [];
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = word.toLowerCase();
    const known = places.get(key);
    if (known) known.push(starts.length);
    else places.set(key, [starts.length]);
    starts.push(index);
    if (starts.length % WORDS_IN_STEP === 0) yield;
  }
  return { starts: Int32Array.from(starts), places };
}

const WORDS_IN_STEP = 2_000;

/** A place that shares words with a pattern in nearly their order. */
export interface Candidate {
  /** Where the pattern's words would begin, in UTF-16 units. */
  readonly start: number;
  /** How much of the pattern's words stands there: 0 to 1, rare words counting more. */
  readonly share: number;
}

const RAREST = 12;
const TOO_COMMON = 150;
const BEST = 4;

/**
 * Places for `exact` in the text, best first: each rare word of prefix, exact and suffix votes for the place where the pattern would
 * begin. A bounded piece of work for each pattern.
 */
export function candidates(index: WordIndex, prefix: string, exact: string, suffix: string): readonly Candidate[] {
  const words = [...wordsIn(prefix, -1), ...wordsIn(exact, 0), ...wordsIn(suffix, 1)];
  const first = words.findIndex((word) => word.side === 0);
  if (first < 0) return [];
  const rare = words
    .map((word, order) => ({ ...word, shift: order - first, places: index.places.get(word.key) ?? [] }))
    .filter(({ places }) => places.length <= TOO_COMMON)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, RAREST);
  const votes = new Map<number, number>();
  let total = 0;
  for (const { places, shift } of rare) {
    const weight = 1 / Math.log2(places.length + 2);
    // A word that is gone says little about where the others went.
    total += places.length === 0 ? weight / 3 : weight;
    for (const place of places) {
      const bucket = Math.round((place - shift) / 3);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  return [...votes]
    .map(([bucket, weight]) => ({ bucket, weight: weight + 0.5 * ((votes.get(bucket - 1) ?? 0) + (votes.get(bucket + 1) ?? 0)) }))
    .sort((a, b) => b.weight - a.weight || a.bucket - b.bucket)
    .slice(0, BEST)
    .map(({ bucket, weight }) => ({
      start: index.starts[Math.min(index.starts.length - 1, Math.max(0, bucket * 3))] ?? 0,
      share: total === 0 ? 0 : Math.min(1, weight / total),
    }));
}

/** Whole words at both ends of a near match, where the pattern began and ended with whole words. */
export function snapToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && start < end && isWordUnit(text, start - 1) && isWordUnit(text, start)) start--;
  while (end < text.length && end > start && isWordUnit(text, end - 1) && isWordUnit(text, end)) end++;
  return { start, end };
}

const WORD_UNIT = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u;

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  return (unit >= 0xd800 && unit <= 0xdfff) || WORD_UNIT.test(String.fromCharCode(unit));
}

function wordsIn(text: string, side: -1 | 0 | 1): readonly { readonly key: string; readonly side: -1 | 0 | 1 }[] {
  return [...text.matchAll(WORD)].map(([word]) => ({ key: word.toLowerCase(), side }));
}
