import commonWords from '../../../data/en/common-words.txt';
import { EDGE, NEVER } from './active.ts';
import type { Tokens } from '../text/tokens.ts';
import { WordNumbers } from '../text/wordSlots.ts';
import type { Encoder } from './encoder.ts';
import { mix } from './hash.ts';
import { LABELS } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { LONGEST_LINE, type WordTable } from './lines.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Hashes, Weights } from './weights.ts';
import { isPlain, SHAPE, type WordFacts, wordFacts } from './words.ts';

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
  private readonly recent = new WordNumbers();
  private readonly folded = new Int32Array(MOST_WORDS);
  private readonly shapes = new Uint8Array(MOST_WORDS);
  private readonly facts: WordFacts[] = [];
  private readonly after: (Int32Array | undefined)[] = [];
  private readonly before: (Int32Array | undefined)[] = [];
  private readonly parts = new Uint8Array(MOST_WORDS);
  private readonly common = new Uint8Array(MOST_WORDS);
  /** Which of a word's rows are summed: bits 1, 2 and 4. */
  private readonly ready = new Uint8Array(MOST_WORDS);
  private readonly entityWords = new Map<number, number>();
  private readonly begins = new Uint8Array(MOST_WORDS);
  /** Three rows of `LABELS` for each word: for its own token, for the token after it, for the token before it. */
  private rows = new Float32Array(1024 * 3 * LABELS);
  private count = 1;

  constructor(
    private readonly weights: Weights,
    readonly lexicon: Lexicon,
    private readonly encoder: Encoder,
    words: Hashes,
  ) {
    for (let i = 0; i < words.keys.length; i++) this.entityWords.set(words.keys[i]!, words.values[i]!);
    this.shapes[0] = SHAPE.outside;
    this.facts[0] = { folded: 0, shape: SHAPE.outside, kind: 0, beginsPhrase: false, own: [], near: OUTSIDE_FEATURES, forms: [] };
  }

  makeRoom(): void {
    if (this.count + LONGEST_LINE <= MOST_WORDS) return;
    this.known.clear();
    this.recent.clear();
    this.facts.length = this.after.length = this.before.length = 1;
    this.count = 1;
  }

  idAt(tokens: Tokens, i: number): number {
    const recent = this.recent.get(tokens, i);
    if (recent >= 0) return recent;
    const id = this.idOf(tokens.words[i]!);
    this.recent.set(tokens, i, id);
    return id;
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

  kindOf(id: number): number {
    return this.facts[id]!.kind;
  }

  beginsPhrase(id: number): boolean {
    return this.begins[id] === 1;
  }

  /** What the word gives to the other places of a word after it or before it: see `Surroundings`. */
  givenAfter(id: number): Int32Array {
    return (this.after[id] ??= surroundingsOf(this.facts[id]!.near, 'after'));
  }

  givenBefore(id: number): Int32Array {
    return (this.before[id] ??= surroundingsOf(this.facts[id]!.near, 'before'));
  }

  /** Whether the word is one of English's commonest: see `data/en/common-words.txt`. */
  isCommon(id: number): boolean {
    return this.common[id] === 1;
  }

  partOf(id: number): number {
    return this.parts[id]!;
  }

  /** Adds to `out` from `at` what the three words say of the one in the middle. */
  sum(before: number, own: number, after: number, out: Float32Array, at: number): void {
    if ((this.ready[own]! & 1) === 0) this.prepare(own, 0);
    if ((this.ready[before]! & 2) === 0) this.prepare(before, 1);
    if ((this.ready[after]! & 4) === 0) this.prepare(after, 2);
    const { rows } = this;
    let a = own * ROW;
    let b = before * ROW + LABELS;
    let c = after * ROW + 2 * LABELS;
    for (const end = a + LABELS; a < end;) out[at++]! += rows[a++]! + rows[b++]! + rows[c++]!;
  }

  private learn(word: string): number {
    const id = this.count++;
    const facts = wordFacts(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word, this.lexicon);
    this.facts[id] = facts;
    this.folded[id] = facts.folded;
    this.shapes[id] = facts.shape;
    this.begins[id] = facts.beginsPhrase ? 1 : 0;
    this.common[id] = COMMON.has(word) ? 1 : 0;
    this.parts[id] = isPlain(facts.shape) ? (this.entityWords.get(facts.folded) ?? NEVER) : EDGE;
    this.ready[id] = 0;
    this.encoder.learn(id, facts.folded, facts.forms);
    this.known.set(word, id);
    return id;
  }

  /** Sums one of a word's rows: 0 for its own token, 1 for the token after it, 2 for the token before it. */
  private prepare(id: number, place: 0 | 1 | 2): void {
    while ((id + 1) * ROW > this.rows.length) this.grow();
    const facts = this.facts[id]!;
    const at = id * ROW + place * LABELS;
    this.rows.fill(0, at, at + LABELS);
    const mark = place === 0 ? PLACE.own : place === 1 ? PLACE.before : PLACE.after;
    for (const feature of place === 0 ? facts.own : facts.near) addRow(this.weights, feature ^ mark, this.rows, at);
    this.ready[id]! |= 1 << place;
  }

  private grow(): void {
    const larger = new Float32Array(Math.min(this.rows.length * 2, MOST_WORDS * ROW));
    larger.set(this.rows);
    this.rows = larger;
  }
}

/** Adds a feature's weights to the row of label scores that begins at `at`. */
export function addRow({ mask, rowStart, labels, values }: Weights, feature: number, out: Float32Array, at: number): void {
  const bucket = mix(feature) & mask;
  for (let entry = rowStart[bucket]!, end = rowStart[bucket + 1]!; entry < end; entry++)
    out[at + labels[entry]!]! += values[entry]!;
}

/** What stands before a sentence's first word and after its last. */
export const OUTSIDE_FEATURES: readonly number[] = [0x6b43a9b5];

const ROW = 3 * LABELS;
/** Words remembered, at about four kilobytes each; more than this and all are forgotten. */
export const MOST_WORDS = 11_000;
const LONGEST_WORD = 80;
const COMMON = new Set(commonWords.split('\n').filter((line) => line && !line.startsWith('#')));
