import { presentRows, rowOf, type Weights } from './weights.ts';

/**
 * Weights of hashed features, packed for adding many rows up: two labels share one number, the first in whole units below `SHIFT`, the
 * second in whole units of `SHIFT`. Sums of such numbers are exact, and one addition does for two labels.
 */
export interface Pairs {
  readonly bits: number;
  /** A row of half as many numbers as there are labels. */
  readonly values: Float64Array;
  /** See `presentRows`. */
  readonly present: Uint8Array;
  /** What one unit is worth. */
  readonly unit: number;
}

const SHIFT = 2 ** 26;

/** Packs a table of which at most `most` rows are added up; what gets lost is less than a millionth of the largest sum. */
export function pairsOf(weights: Weights, most: number): Pairs {
  const { bits, labels, values } = weights;
  let largest = 2 ** -20;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  const unit = 2 ** Math.ceil(Math.log2(most * largest) - 25);
  const packed = new Float64Array(values.length / 2);
  const present = presentRows(weights);
  // Most rows are empty, and stay what the memory was given as.
  for (let row = 0; row < 1 << bits; row++) {
    if ((present[row >> 3]! & (1 << (row & 7))) === 0) continue;
    for (let at = (row * labels) / 2, end = at + labels / 2; at < end; at++)
      packed[at] = Math.round(values[2 * at]! / unit) + Math.round(values[2 * at + 1]! / unit) * SHIFT;
  }
  return { bits, values: packed, present, unit };
}

/**
 * Sums the rows of the features `from` to `to` of a table of four labels into `out` at `at`. Written out for each number of labels, so that
 * the sums stay in registers: no other lines of the analysis run as often.
 */
export function sumOfFour(
  { bits, values, present, unit }: Pairs,
  features: Int32Array,
  from: number,
  to: number,
  out: Float32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  for (let k = from; k < to; k++) {
    const number = rowOf(features[k]!, bits);
    if ((present[number >> 3]! & (1 << (number & 7))) === 0) continue;
    const row = number * 2;
    a += values[row]!;
    b += values[row + 1]!;
  }
  unpack(a, unit, out, at);
  unpack(b, unit, out, at + 2);
}

/** The same for a table of sixteen labels. */
export function sumOfSixteen(
  { bits, values, present, unit }: Pairs,
  features: Int32Array,
  from: number,
  to: number,
  out: Float32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let k = from; k < to; k++) {
    const number = rowOf(features[k]!, bits);
    if ((present[number >> 3]! & (1 << (number & 7))) === 0) continue;
    const row = number * 8;
    a += values[row]!;
    b += values[row + 1]!;
    c += values[row + 2]!;
    d += values[row + 3]!;
    e += values[row + 4]!;
    f += values[row + 5]!;
    g += values[row + 6]!;
    h += values[row + 7]!;
  }
  unpack(a, unit, out, at);
  unpack(b, unit, out, at + 2);
  unpack(c, unit, out, at + 4);
  unpack(d, unit, out, at + 6);
  unpack(e, unit, out, at + 8);
  unpack(f, unit, out, at + 10);
  unpack(g, unit, out, at + 12);
  unpack(h, unit, out, at + 14);
}

function unpack(sum: number, unit: number, out: Float32Array, at: number): void {
  const second = Math.round(sum / SHIFT);
  out[at] = (sum - second * SHIFT) * unit;
  out[at + 1] = second * unit;
}
