import { CUE, LABELS } from '../../src/core/quotes/model/argumentFeatures.ts';
import type { Weights } from '../../src/core/quotes/model/weights.ts';
import { type LearningOptions, random, shuffled } from './logistic.ts';

/** One chain: `rows` has `width` feature rows a unit, `borders` the feature rows of the step into each unit. */
export interface Chain {
  readonly count: number;
  readonly width: number;
  readonly rows: Int32Array;
  /** `steps` border rows for the step into each unit. */
  readonly borders: Int32Array;
  readonly steps: number;
  readonly labels: Uint8Array;
  readonly anchor: number;
}

export interface ChainWeights {
  readonly emission: Weights;
  readonly border: Weights;
}

export const BORDER_BITS = 17;
const PAIRS = LABELS * LABELS;

/** A linear-chain conditional random field by AdaGrad with feature dropout; the anchor's label is given. */
export function trainChain(
  chains: readonly Chain[],
  { bits, epochs, rate, dropout, seed, least = 1 }: LearningOptions,
): ChainWeights {
  const values = new Float32Array(LABELS << bits);
  const squares = new Float32Array(LABELS << bits).fill(1);
  const border = new Float32Array(PAIRS << BORDER_BITS);
  const borderSquares = new Float32Array(border.length).fill(1);
  const next = random(seed);
  const keep = 1 - dropout;
  const longest = Math.max(...chains.map(({ count }) => count));
  const scores = new Float32Array(longest * LABELS);
  const alpha = new Float64Array(longest * LABELS);
  const beta = new Float64Array(longest * LABELS);
  const active = new Int32Array(longest * 64);
  const counts = new Int32Array(longest);
  const valueSum = new Float32Array(values.length);
  const borderSum = new Float32Array(border.length);
  let snapshots = 0;
  const move = new Float32Array(longest * PAIRS);
  const activeBorders = new Int32Array(longest * 16);
  const borderCounts = new Int32Array(longest);
  const seenBorders = new Uint8Array(1 << BORDER_BITS);
  for (const { borders } of chains) for (const row of borders) if (seenBorders[row]! < 255) seenBorders[row]!++;
  const seen = new Uint8Array(1 << bits);
  for (const { rows } of chains) for (const row of rows) if (seen[row]! < 255) seen[row]!++;
  const dropped = Uint8Array.from({ length: 0x10000 }, () => (next() < dropout ? 1 : 0));
  let cursor = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    for (const index of shuffled(chains.length, next)) {
      const { count, width, rows, borders, steps, labels, anchor } = chains[index]!;
      cursor = Math.floor(next() * 0x10000);
      for (let j = 0; j < count; j++) {
        let n = 0;
        const at = j * LABELS;
        scores[at] = scores[at + 1] = scores[at + 2] = scores[at + 3] = 0;
        for (let k = 0; k < width; k++) {
          if (dropped[(cursor = (cursor + 1) & 0xffff)] || seen[rows[j * width + k]!]! < least) continue;
          const row = rows[j * width + k]! * LABELS;
          active[j * 64 + n++] = row;
          for (let b = 0; b < LABELS; b++) scores[at + b]! += values[row + b]! / keep;
        }
        counts[j] = n;
        if (j === anchor) for (let b = 0; b < LABELS; b++) if (b !== CUE) scores[at + b] = -1e9;
      }
      for (let j = 1; j < count; j++) {
        move.fill(0, j * PAIRS, (j + 1) * PAIRS);
        let n = 0;
        for (let k = 0; k < steps; k++) {
          if (dropped[(cursor = (cursor + 1) & 0xffff)] || seenBorders[borders[j * steps + k]!]! < least) continue;
          const row = borders[j * steps + k]! * PAIRS;
          activeBorders[j * 16 + n++] = row;
          for (let q = 0; q < PAIRS; q++) move[j * PAIRS + q]! += border[row + q]! / keep;
        }
        borderCounts[j] = n;
      }
      for (let b = 0; b < LABELS; b++) alpha[b] = scores[b]!;
      for (let j = 1; j < count; j++)
        for (let b = 0; b < LABELS; b++) {
          let high = -Infinity;
          for (let a = 0; a < LABELS; a++)
            high = Math.max(high, alpha[(j - 1) * LABELS + a]! + move[(j * LABELS + a) * LABELS + b]!);
          let sum = 0;
          for (let a = 0; a < LABELS; a++)
            sum += Math.exp(alpha[(j - 1) * LABELS + a]! + move[(j * LABELS + a) * LABELS + b]! - high);
          alpha[j * LABELS + b] = high + Math.log(sum) + scores[j * LABELS + b]!;
        }
      const end = (count - 1) * LABELS;
      let high = -Infinity;
      for (let b = 0; b < LABELS; b++) {
        beta[end + b] = 0;
        high = Math.max(high, alpha[end + b]!);
      }
      let sum = 0;
      for (let b = 0; b < LABELS; b++) sum += Math.exp(alpha[end + b]! - high);
      const z = high + Math.log(sum);
      for (let j = count - 2; j >= 0; j--)
        for (let a = 0; a < LABELS; a++) {
          let top = -Infinity;
          for (let b = 0; b < LABELS; b++)
            top = Math.max(
              top,
              beta[(j + 1) * LABELS + b]! + scores[(j + 1) * LABELS + b]! + move[((j + 1) * LABELS + a) * LABELS + b]!,
            );
          let part = 0;
          for (let b = 0; b < LABELS; b++)
            part += Math.exp(
              beta[(j + 1) * LABELS + b]! + scores[(j + 1) * LABELS + b]! + move[((j + 1) * LABELS + a) * LABELS + b]! - top,
            );
          beta[j * LABELS + a] = top + Math.log(part);
        }
      for (let j = 0; j < count; j++) {
        for (let b = 0; b < LABELS; b++) {
          if (j === anchor) break;
          const p = Math.exp(alpha[j * LABELS + b]! + beta[j * LABELS + b]! - z);
          const g = p - (labels[j] === b ? 1 : 0);
          if (labels[j] === b) loss -= Math.log(Math.max(p, 1e-9));
          if (Math.abs(g) < 1e-4) continue;
          for (let k = 0; k < counts[j]!; k++) {
            const at = active[j * 64 + k]! + b;
            squares[at]! += g * g;
            values[at]! -= (rate * g) / Math.sqrt(squares[at]!);
          }
        }
        if (j === 0) continue;
        for (let a = 0; a < LABELS; a++)
          for (let b = 0; b < LABELS; b++) {
            const p = Math.exp(
              alpha[(j - 1) * LABELS + a]! +
                move[(j * LABELS + a) * LABELS + b]! +
                scores[j * LABELS + b]! +
                beta[j * LABELS + b]! -
                z,
            );
            const g = p - (labels[j - 1] === a && labels[j] === b ? 1 : 0);
            if (Math.abs(g) < 1e-3) continue;
            for (let k = 0; k < borderCounts[j]!; k++) {
              const at = activeBorders[j * 16 + k]! + a * LABELS + b;
              borderSquares[at]! += g * g;
              border[at]! -= (rate * g) / Math.sqrt(borderSquares[at]!);
            }
          }
      }
    }
    if (epoch >= epochs >> 1) {
      snapshots++;
      for (let i = 0; i < values.length; i++) valueSum[i]! += values[i]!;
      for (let i = 0; i < border.length; i++) borderSum[i]! += border[i]!;
    }
    console.log(`arguments, epoch ${epoch + 1}: loss ${(loss / chains.length).toFixed(3)} a chain`);
  }
  for (let i = 0; i < values.length; i++) values[i] = valueSum[i]! / snapshots / keep;
  for (let i = 0; i < border.length; i++) border[i] = borderSum[i]! / snapshots / keep;
  return { emission: { bits, labels: LABELS, values }, border: { bits: BORDER_BITS, labels: PAIRS, values: border } };
}
