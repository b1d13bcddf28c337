import { MOST_FEATURES, newLine, tokenFeatures } from '../../src/core/entities/features.ts';
import { mix } from '../../src/core/entities/hash.ts';
import type { Lexicon } from '../../src/core/entities/lexicon.ts';
import { eachLine, LONGEST_LINE, type WordTable } from '../../src/core/entities/lines.ts';
import { OUTSIDE_FEATURES, PLACE } from '../../src/core/entities/word-scores.ts';
import { SHAPE, type WordFacts, wordFacts } from '../../src/core/entities/words.ts';
import type { GoldPassage } from './corpus.ts';
import type { TrainingSet } from './crf.ts';

/** Turns passages into feature buckets, by the same functions that the analyser runs. */
export function trainingSet(passages: readonly GoldPassage[], lexicon: Lexicon, bits: number): TrainingSet {
  const table = new Facts(lexicon, 2 ** bits - 1);
  const line = newLine(LONGEST_LINE);
  const ids = new Int32Array(LONGEST_LINE + 2);
  const features = new Int32Array(MOST_FEATURES);
  const mask = 2 ** bits - 1;
  const lines: number[] = [];
  const from: number[] = [0];
  const gold: number[] = [];
  const buckets = new Numbers();
  for (const { passage, labels } of passages) {
    eachLine(passage, table, line, ids, (range) => {
      lines.push(gold.length);
      for (let i = 1; i <= line.count; i++) {
        buckets.add(table.buckets[0][ids[i]!]!);
        buckets.add(table.buckets[1][i > 1 ? ids[i - 1]! : 0]!);
        buckets.add(table.buckets[2][i < line.count ? ids[i + 1]! : 0]!);
        const count = tokenFeatures(line, i, features);
        for (let k = 0; k < count; k++) buckets.push(mix(features[k]!) & mask);
        from.push(buckets.length);
        gold.push(labels[range.from + i - 1]!);
      }
    });
  }
  lines.push(gold.length);
  return { lines: Int32Array.from(lines), from: Int32Array.from(from), buckets: buckets.all(), gold: Uint8Array.from(gold) };
}

class Facts implements WordTable {
  private readonly known = new Map<string, number>();
  private readonly facts: WordFacts[] = [];
  /** For each word the buckets of its features: for its own token, for the one after it, for the one before it. */
  readonly buckets: [Int32Array[], Int32Array[], Int32Array[]] = [[], [], []];

  constructor(
    readonly lexicon: Lexicon,
    private readonly mask: number,
  ) {
    this.add({ folded: 0, shape: SHAPE.outside, beginsPhrase: false, own: [], near: OUTSIDE_FEATURES });
  }

  makeRoom(): void {}

  idOf(word: string): number {
    let id = this.known.get(word);
    if (id === undefined) this.known.set(word, (id = this.add(wordFacts(word, this.lexicon))));
    return id;
  }

  foldedOf = (id: number): number => this.facts[id]!.folded;
  shapeOf = (id: number): number => this.facts[id]!.shape;
  beginsPhrase = (id: number): boolean => this.facts[id]!.beginsPhrase;

  private add(facts: WordFacts): number {
    const bucketsOf = (features: readonly number[], place: number): Int32Array =>
      Int32Array.from(features, (feature) => mix(feature ^ place) & this.mask);
    this.buckets[0].push(bucketsOf(facts.own, PLACE.own));
    this.buckets[1].push(bucketsOf(facts.near, PLACE.before));
    this.buckets[2].push(bucketsOf(facts.near, PLACE.after));
    return this.facts.push(facts) - 1;
  }
}

/** A growing row of 32-bit numbers. */
class Numbers {
  private buffer = new Int32Array(1 << 20);
  length = 0;

  push(value: number): void {
    if (this.length === this.buffer.length) this.grow(this.length + 1);
    this.buffer[this.length++] = value;
  }

  add(values: Int32Array): void {
    if (this.length + values.length > this.buffer.length) this.grow(this.length + values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  all(): Int32Array {
    return this.buffer.slice(0, this.length);
  }

  private grow(least: number): void {
    const larger = new Int32Array(Math.max(least, this.buffer.length * 2));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}
