import { isOpen, LABELS, mayFollow } from './labels.ts';
import type { Weights } from './weights.ts';

const ALL = Array.from({ length: LABELS }, (_, label) => label);
/** Labels after which no entity is open, and labels that may stand after those. */
const CLOSED = Uint8Array.from(ALL.filter((label) => !isOpen(label)));
const STARTS = Uint8Array.from(ALL.filter((label) => mayFollow(0, label)));
const CONTINUES = Uint8Array.from(ALL.filter((label) => !mayFollow(0, label)));

/**
 * Viterbi's best row of labels for the tokens `from` to `to`; the tokens beside them are outside every entity.
 * `scores[i * LABELS + label]` are the tokens' scores; they are overwritten with the scores of the best rows that end there. Only
 * well-formed rows of BIOES labels come out.
 */
export function bestLabels(
  scores: Float32Array,
  from: number,
  to: number,
  weights: Weights,
  back: Uint8Array,
  out: Uint8Array,
): void {
  const { transitions, first, last } = weights;
  const head = from * LABELS;
  for (const label of STARTS) scores[head + label]! += first[label]!;
  for (const label of CONTINUES) scores[head + label] = -1e30;
  for (let i = from + 1; i < to; i++) {
    const before = (i - 1) * LABELS;
    const here = i * LABELS;
    for (const label of STARTS) {
      let best = -Infinity;
      let origin = 0;
      for (const previous of CLOSED) {
        const score = scores[before + previous]! + transitions[previous * LABELS + label]!;
        if (score > best) {
          best = score;
          origin = previous;
        }
      }
      scores[here + label]! += best;
      back[here + label] = origin;
    }
    for (const label of CONTINUES) {
      // 1 + 4t begins and 2 + 4t goes on with type t: both may stand before 2 + 4t and 3 + 4t.
      const begun = label - ((label - 1) % 4);
      const afterBegin = scores[before + begun]! + transitions[begun * LABELS + label]!;
      const afterInside = scores[before + begun + 1]! + transitions[(begun + 1) * LABELS + label]!;
      scores[here + label]! += afterBegin >= afterInside ? afterBegin : afterInside;
      back[here + label] = afterBegin >= afterInside ? begun : begun + 1;
    }
  }
  let best = 0;
  let top = -Infinity;
  const tail = (to - 1) * LABELS;
  for (const label of CLOSED) {
    const score = scores[tail + label]! + last[label]!;
    if (score > top) {
      top = score;
      best = label;
    }
  }
  for (let i = to - 1; i >= from; i--) {
    out[i] = best;
    best = back[i * LABELS + best]!;
  }
}
