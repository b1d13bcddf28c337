import { ASPECTS, LABELS, placeAspect, typeAspect } from './labels.ts';
import type { Vectors } from './vectors.ts';

/**
 * The weights of a small recurrent network that reads a sentence both ways: a quasi-recurrent network (Bradbury et al. 2017) with a
 * forget gate alone. Its gates look at a word and at the one read before it, never at the state, so that what a word adds to them is
 * worked out once for each word, and a step takes no product of matrices.
 */
export interface EncoderWeights {
  /** Numbers in a word’s embedding, and in the state of each direction; even. */
  readonly size: number;
  readonly states: number;
  /** A row of `size` for each bucket of features of a word's form; the buckets are a power of two. */
  readonly forms: Float32Array;
  /** What every embedding begins with; the second row is added where a word has no vector. */
  readonly base: Float32Array;
  /**
   * From embeddings to gates, a row of `8 * states` for each of their numbers and one of biases: reading forwards the word's own
   * candidates, its forget gates, and the same for the word read before it; then all four reading backwards.
   */
  readonly gates: Float32Array;
  /** From states to the scores of the aspects of labels, a row for each state, those of reading forwards first. */
  readonly output: Float32Array;
}

/** What the words of a sentence say together of each of them. It keeps what each word adds, under the word's number. */
export class Encoder {
  private readonly embedding: Float32Array;
  private readonly state: Float64Array;
  private readonly states: Float64Array;
  private readonly sums: Float64Array;
  private readonly output: Float64Array;
  private rows: Float32Array;

  /** `longest` is the longest sentence in tokens, `words` the most words known at a time. The word of number 0 stands outside and adds nothing. */
  constructor(
    private readonly weights: EncoderWeights,
    private readonly vectors: Vectors,
    longest: number,
    private readonly words: number,
  ) {
    this.embedding = new Float32Array(weights.size);
    this.state = new Float64Array(weights.states);
    this.states = new Float64Array(longest * 2 * weights.states);
    this.sums = new Float64Array(ASPECTS);
    this.output = Float64Array.from(weights.output);
    this.rows = new Float32Array(64 * 8 * weights.states);
  }

  /** Works out what the word with this number, hash and features of its form adds to the gates. */
  learn(id: number, folded: number, forms: readonly number[]): void {
    const { gates, states } = this.weights;
    const { embedding } = this;
    const width = 8 * states;
    const from = id * width;
    while (from + width > this.rows.length) this.grow();
    const row = this.rows.subarray(from, from + width);
    row.set(gates.subarray(embedding.length * width));
    embed(this.weights, this.vectors, folded, forms, embedding);
    for (let i = 0, g = 0; i < embedding.length; i++) {
      const value = embedding[i]!;
      for (let k = 0; k < width; k++) row[k]! += value * gates[g++]!;
    }
  }

  /** Adds to `scores`, a row of labels for each token, what the sentence of words `ids[1]` to `ids[count]` says of its active ones. */
  read(ids: Int32Array, count: number, active: Uint8Array, scores: Float32Array): void {
    let first = 0;
    while (first < count && active[first + 1] !== 1) first++;
    if (first === count) return;
    let last = count - 1;
    while (active[last + 1] !== 1) last--;
    this.run(ids, 0, last, 1);
    this.run(ids, count - 1, first, -1);
    for (let t = first; t <= last; t++) if (active[t + 1] === 1) this.addScores(t, scores);
  }

  /** Adds a token's scores, four states at a time: most of the time of reading goes here. */
  private addScores(t: number, scores: Float32Array): void {
    const { states, sums, output } = this;
    const width = 2 * this.weights.states;
    sums.fill(0);
    for (let k = 0, from = t * width; k < width; k += 4) {
      const a = states[from + k]!;
      const b = states[from + k + 1]!;
      const c = states[from + k + 2]!;
      const d = states[from + k + 3]!;
      for (let i = 0, w = k * ASPECTS; i < ASPECTS; i++, w++) {
        sums[i]! += a * output[w]! + b * output[w + ASPECTS]! + c * output[w + 2 * ASPECTS]! + d * output[w + 3 * ASPECTS]!;
      }
    }
    const at = t * LABELS;
    scores[at]! += sums[0]!;
    for (let y = 1; y < LABELS; y++) scores[at + y]! += sums[typeAspect(y)]! + sums[placeAspect(y)]!;
  }

  /** Reads forwards (1) or backwards (-1), no further than needed: the gates and states are piecewise linear, and so cheap. */
  private run(ids: Int32Array, from: number, last: number, step: 1 | -1): void {
    const { rows, state, states } = this;
    const half = state.length;
    const side = step === 1 ? 0 : 1;
    state.fill(0);
    let before = (4 * side + 2) * half; // of the word outside
    for (let t = from; t !== last + step; t += step) {
      const own = (ids[t + 1]! * 8 + 4 * side) * half;
      const out = (2 * t + side) * half;
      for (let k = 0; k < half; k++) {
        const candidate = within(rows[own + k]! + rows[before + k]!);
        const forget = 0.5 + within(FORGET_BY + SLOPE_BY * (rows[own + half + k]! + rows[before + half + k]!)) / 2;
        states[out + k] = state[k] = candidate + forget * (state[k]! - candidate);
      }
      before = own + 2 * half;
    }
  }

  private grow(): void {
    const larger = new Float32Array(Math.min(this.rows.length * 2, this.words * 8 * this.weights.states));
    larger.set(this.rows);
    this.rows = larger;
  }
}

/** A forget gate is `FORGET + SLOPE * x`, between 0 and 1. */
export const FORGET = 0.7;
export const SLOPE = 0.25;

const FORGET_BY = 2 * FORGET - 1;
const SLOPE_BY = 2 * SLOPE;

/** The number, or -1 or 1 where it lies beyond: without a branch, for no processor could foresee it. */
function within(x: number): number {
  return (Math.abs(x + 1) - Math.abs(x - 1)) / 2;
}

/** Writes a word's embedding: what its vector and the features of its form say of it. */
export function embed(
  { forms, base }: EncoderWeights,
  vectors: Vectors,
  folded: number,
  features: readonly number[],
  out: Float32Array,
): void {
  const size = out.length;
  const mask = forms.length / size - 1;
  out.set(base.subarray(0, size));
  if (!vectors.add(folded, out)) addRow(base, size, out);
  for (const feature of features) addRow(forms, (feature & mask) * size, out);
  for (let i = 0; i < size; i++) out[i] = Math.tanh(out[i]!);
}

function addRow(rows: Float32Array, from: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i]! += rows[from + i]!;
}
