import { LABELS } from './argumentFeatures.ts';

/** The best labels of a chain and how sure they are. */
export interface Decoded {
  readonly labels: Uint8Array;
  /** Logarithm of the probability of the whole chain of labels. */
  readonly logProbability: number;
}

/** What a label sequence may be at one place: `clamp[j]` is a label that unit `j` must have, or -1. */
export type Clamp = Int8Array;

/** Viterbi and forward sums over a chain of `count` units: `scores` holds LABELS numbers a unit, `borders` LABELS² a step. */
export function decode(count: number, scores: Float32Array, borders: Float32Array, anchor: number, anchorLabel: number): Decoded {
  const best = new Float32Array(count * LABELS);
  const total = new Float32Array(count * LABELS);
  const back = new Uint8Array(count * LABELS);
  for (let j = 0; j < count; j++) {
    for (let b = 0; b < LABELS; b++) {
      const at = j * LABELS + b;
      if (j === anchor && b !== anchorLabel) {
        best[at] = total[at] = -1e9;
        continue;
      }
      const own = scores[at]!;
      if (j === 0) {
        best[at] = total[at] = own;
        continue;
      }
      let top = -Infinity;
      for (let a = 0; a < LABELS; a++) {
        const value = best[at - b - LABELS + a]! + borders[(j * LABELS + a) * LABELS + b]!;
        if (value > top) {
          top = value;
          back[at] = a;
        }
      }
      best[at] = top + own;
      let high = -Infinity;
      for (let a = 0; a < LABELS; a++)
        high = Math.max(high, total[at - b - LABELS + a]! + borders[(j * LABELS + a) * LABELS + b]!);
      let sum = 0;
      for (let a = 0; a < LABELS; a++)
        sum += Math.exp(total[at - b - LABELS + a]! + borders[(j * LABELS + a) * LABELS + b]! - high);
      total[at] = high + Math.log(sum) + own;
    }
  }
  const labels = new Uint8Array(count);
  const row = (count - 1) * LABELS;
  let last = 0;
  for (let b = 1; b < LABELS; b++) if (best[row + b]! > best[row + last]!) last = b;
  const top = best[row + last]!;
  let high = -Infinity;
  for (let b = 0; b < LABELS; b++) high = Math.max(high, total[row + b]!);
  let sum = 0;
  for (let b = 0; b < LABELS; b++) sum += Math.exp(total[row + b]! - high);
  for (let j = count - 1; j >= 0; j--) {
    labels[j] = last;
    last = back[j * LABELS + last]!;
  }
  return { labels, logProbability: top - (high + Math.log(sum)) };
}
