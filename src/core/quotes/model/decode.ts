import { LABELS } from './argumentFeatures.ts';

/** The best labels of a chain and how sure they are. */
export interface Decoded {
  readonly labels: Uint8Array;
  /** Logarithm of the probability of the whole chain of labels. */
  readonly logProbability: number;
}

/** Viterbi and forward sums over chains of units. */
export class Decoder {
  private best = new Float32Array(64 * LABELS);
  private total = new Float32Array(64 * LABELS);
  private back = new Uint8Array(64 * LABELS);

  /** `scores` holds LABELS numbers a unit, `borders` LABELS² a step; the unit at `anchor` must have the label `anchorLabel`. */
  decode(count: number, scores: Float32Array, borders: Float32Array, anchor: number, anchorLabel: number): Decoded {
    this.reserve(count);
    const { best, total, back } = this;
    for (let j = 0; j < count; j++) {
      for (let b = 0; b < LABELS; b++) {
        const at = j * LABELS + b;
        if (j === anchor && b !== anchorLabel) {
          best[at] = total[at] = -1e9;
          back[at] = 0;
          continue;
        }
        const own = scores[at]!;
        if (j === 0) {
          best[at] = total[at] = own;
          continue;
        }
        const before = (j - 1) * LABELS;
        const border = j * STEPS + b;
        let top = -Infinity;
        let origin = 0;
        for (let a = 0; a < LABELS; a++) {
          const value = best[before + a]! + borders[border + a * LABELS]!;
          if (value > top) {
            top = value;
            origin = a;
          }
        }
        best[at] = top + own;
        back[at] = origin;
        total[at] =
          own +
          logOfSum(
            total[before]! + borders[border]!,
            total[before + 1]! + borders[border + LABELS]!,
            total[before + 2]! + borders[border + 2 * LABELS]!,
            total[before + 3]! + borders[border + 3 * LABELS]!,
          );
      }
    }
    const labels = new Uint8Array(count);
    const row = (count - 1) * LABELS;
    let last = 0;
    for (let b = 1; b < LABELS; b++) if (best[row + b]! > best[row + last]!) last = b;
    const top = best[row + last]!;
    const all = logOfSum(total[row]!, total[row + 1]!, total[row + 2]!, total[row + 3]!);
    for (let j = count - 1; j >= 0; j--) {
      labels[j] = last;
      last = back[j * LABELS + last]!;
    }
    return { labels, logProbability: top - all };
  }

  private reserve(count: number): void {
    if (count * LABELS <= this.best.length) return;
    this.best = new Float32Array(2 * count * LABELS);
    this.total = new Float32Array(2 * count * LABELS);
    this.back = new Uint8Array(2 * count * LABELS);
  }
}

const STEPS = LABELS * LABELS;

/** The logarithm of the sum of four numbers given by their logarithms. */
function logOfSum(a: number, b: number, c: number, d: number): number {
  const high = Math.max(Math.max(a, b), Math.max(c, d));
  const sum = power(a - high) + power(b - high) + power(c - high) + power(d - high);
  return sum === 1 ? high : high + Math.log(sum);
}

/** e to the power of a number that is not above 0; what no single-precision sum with 1 would show is nothing. */
function power(x: number): number {
  return x < -20 ? 0 : x === 0 ? 1 : Math.exp(x);
}
