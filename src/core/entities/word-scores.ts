import { mix } from './hash.ts';
import { LABELS } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { LONGEST_LINE, type WordTable } from './lines.ts';
import type { Weights } from './weights.ts';
import { SHAPE, wordFacts } from './words.ts';

/** Keeps features of the word before, the word itself and the word after apart. */
export const PLACE = { own: 0, before: 0x3c6ef372, after: 0x1b873593 };

/**
 * What each word adds to the scores of its own token and of the tokens after and before it, summed once per word: with features that
 * look one word around, most of a token's score is the sum of three such rows.
 */
export class WordScores implements WordTable {
  /** The number of the word outside a sentence's ends. */
  readonly outside = 0;
  private readonly known = new Map<string, number>();
  private readonly folded = new Int32Array(MOST_WORDS);
  private readonly shapes = new Uint8Array(MOST_WORDS);
  private readonly begins = new Uint8Array(MOST_WORDS);
  /** Three rows of `LABELS` for each word: for its own token, for the token after it, for the token before it. */
  private rows = new Float32Array(1024 * 3 * LABELS);
  private count = 1;

  constructor(
    private readonly weights: Weights,
    readonly lexicon: Lexicon,
  ) {
    this.shapes[0] = SHAPE.outside;
    this.addRow(0, OUTSIDE_FEATURES, PLACE.before, LABELS);
    this.addRow(0, OUTSIDE_FEATURES, PLACE.after, 2 * LABELS);
  }

  makeRoom(): void {
    if (this.count + LONGEST_LINE <= MOST_WORDS) return;
    this.known.clear();
    this.count = 1;
  }

  idOf(word: string): number {
    return this.known.get(word) ?? this.learn(word);
  }

  foldedOf(id: number): number {
    return this.folded[id]!;
  }

  shapeOf(id: number): number {
    return this.shapes[id]!;
  }

  beginsPhrase(id: number): boolean {
    return this.begins[id] === 1;
  }

  /** Writes into `out` from `at` what the three words add to the scores of the one in the middle. */
  sum(before: number, own: number, after: number, out: Float32Array, at: number): void {
    const { rows } = this;
    let a = own * ROW;
    let b = before * ROW + LABELS;
    let c = after * ROW + 2 * LABELS;
    for (const end = a + LABELS; a < end;) out[at++] = rows[a++]! + rows[b++]! + rows[c++]!;
  }

  private learn(word: string): number {
    const id = this.count++;
    const facts = wordFacts(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word, this.lexicon);
    this.folded[id] = facts.folded;
    this.shapes[id] = facts.shape;
    this.begins[id] = facts.beginsPhrase ? 1 : 0;
    if ((id + 1) * ROW > this.rows.length) this.grow();
    this.rows.fill(0, id * ROW, (id + 1) * ROW);
    this.addRow(id, facts.own, PLACE.own, 0);
    this.addRow(id, facts.near, PLACE.before, LABELS);
    this.addRow(id, facts.near, PLACE.after, 2 * LABELS);
    this.known.set(word, id);
    return id;
  }

  private addRow(id: number, features: readonly number[], place: number, offset: number): void {
    const { mask, rowStart, labels, values } = this.weights;
    const at = id * ROW + offset;
    for (const feature of features) {
      const bucket = mix(feature ^ place) & mask;
      for (let entry = rowStart[bucket]!, end = rowStart[bucket + 1]!; entry < end; entry++) {
        this.rows[at + labels[entry]!]! += values[entry]!;
      }
    }
  }

  private grow(): void {
    const larger = new Float32Array(Math.min(this.rows.length * 2, MOST_WORDS * ROW));
    larger.set(this.rows);
    this.rows = larger;
  }
}

/** What stands before a sentence's first word and after its last. */
export const OUTSIDE_FEATURES: readonly number[] = [0x6b43a9b5];

const ROW = 3 * LABELS;
/** Words remembered; more than this and all are forgotten. */
const MOST_WORDS = 40_000;
const LONGEST_WORD = 80;
