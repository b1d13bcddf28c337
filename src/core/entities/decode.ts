import { isOpen, LABELS, mayFollow } from './labels.ts';
import type { Weights } from './weights.ts';

const ALL = Array.from({ length: LABELS }, (_, label) => label);
/** Labels after which no entity is open, and labels that may stand after those. */
const CLOSED = Uint8Array.from(ALL.filter((label) => !isOpen(label)));
const STARTS = Uint8Array.from(ALL.filter((label) => mayFollow(0, label)));
const CONTINUES = Uint8Array.from(ALL.filter((label) => !mayFollow(0, label)));

/** Viterbi's algorithm: only well-formed rows of BIOES labels come out. */
export class Decoder {
  /** For each of STARTS the transitions from all of CLOSED. */
  private readonly toStart: Float64Array;
  /** The scores of CLOSED at the token before. */
  private readonly closed = new Float64Array(CLOSED.length);

  constructor(private readonly weights: Weights) {
    this.toStart = Float64Array.from({ length: STARTS.length * CLOSED.length }, (_, at) => {
      const from = CLOSED[at % CLOSED.length]!;
      return weights.transitions[from * LABELS + STARTS[Math.floor(at / CLOSED.length)]!]!;
    });
  }

  /**
   * The best row of labels for the tokens `from` to `to`; the tokens beside them are outside every entity. `scores[i * LABELS + label]` are the
   * tokens' scores; they are overwritten with the scores of the best rows that end there.
   */
  bestLabels(scores: Float32Array, from: number, to: number, back: Uint8Array, out: Uint8Array): void {
    const { transitions, first, last } = this.weights;
    const head = from * LABELS;
    for (let s = 0; s < STARTS.length; s++) scores[head + STARTS[s]!]! += first[STARTS[s]!]!;
    for (let c = 0; c < CONTINUES.length; c++) scores[head + CONTINUES[c]!] = -1e30;
    for (let i = from + 1; i < to; i++) {
      this.start(scores, i, back);
      const before = (i - 1) * LABELS;
      const here = i * LABELS;
      for (let c = 0; c < CONTINUES.length; c++) {
        const label = CONTINUES[c]!;
        // 1 + 4t begins and 2 + 4t goes on with type t: both may stand before 2 + 4t and 3 + 4t.
        const begun = label - ((label - 1) & 3);
        const afterBegin = scores[before + begun]! + transitions[begun * LABELS + label]!;
        const afterInside = scores[before + begun + 1]! + transitions[(begun + 1) * LABELS + label]!;
        scores[here + label]! += afterBegin >= afterInside ? afterBegin : afterInside;
        back[here + label] = afterBegin >= afterInside ? begun : begun + 1;
      }
    }
    let best = 0;
    let top = -Infinity;
    const tail = (to - 1) * LABELS;
    for (let c = 0; c < CLOSED.length; c++) {
      const score = scores[tail + CLOSED[c]!]! + last[CLOSED[c]!]!;
      if (score > top) {
        top = score;
        best = CLOSED[c]!;
      }
    }
    for (let i = to - 1; i >= from; i--) {
      out[i] = best;
      best = back[i * LABELS + best]!;
    }
  }

  /** The scores at token `i` of labels that stand after no open entity. */
  private start(scores: Float32Array, i: number, back: Uint8Array): void {
    const { closed, toStart } = this;
    const before = (i - 1) * LABELS;
    const here = i * LABELS;
    for (let c = 0; c < closed.length; c++) closed[c] = scores[before + CLOSED[c]!]!;
    for (let s = 0, row = 0; s < STARTS.length; s++, row += closed.length) {
      let best = closed[0]! + toStart[row]!;
      let origin = 0;
      for (let c = 1; c < closed.length; c++) {
        const score = closed[c]! + toStart[row + c]!;
        if (score > best) {
          best = score;
          origin = c;
        }
      }
      scores[here + STARTS[s]!]! += best;
      back[here + STARTS[s]!] = CLOSED[origin]!;
    }
  }
}
