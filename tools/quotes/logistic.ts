import { type Weights } from '../../src/core/quotes/model/weights.ts';

export interface Example {
  /** Rows of the active features. */
  readonly rows: Int32Array;
  readonly positive: boolean;
  readonly weight?: number;
}

export interface LearningOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly seed: number;
  readonly l2?: number;
  /** Features seen less often are left out. */
  readonly least?: number;
}

/** A seeded stream of numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

export function shuffled(count: number, next: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
  return order;
}

/** Logistic regression by AdaGrad with feature dropout; the weights are the mean over the later epochs. */
export function trainLogistic(
  examples: readonly Example[],
  { bits, epochs, rate, dropout, seed, l2 = 0 }: LearningOptions,
): Weights {
  const values = new Float32Array(1 << bits);
  const squares = new Float32Array(1 << bits).fill(1);
  const sum = new Float32Array(1 << bits);
  let snapshots = 0;
  const next = random(seed);
  const keep = 1 - dropout;
  const active = new Int32Array(4096);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(examples.length, next)) {
      const { rows, positive, weight = 1 } = examples[index]!;
      let n = 0;
      let score = 0;
      for (const row of rows) {
        if (dropout > 0 && next() < dropout) continue;
        active[n++] = row;
        score += values[row]!;
      }
      const error = weight * (1 / (1 + Math.exp(-score / keep)) - (positive ? 1 : 0));
      for (let k = 0; k < n; k++) {
        const row = active[k]!;
        const gradient = error + l2 * values[row]!;
        squares[row]! += gradient * gradient;
        values[row]! -= (rate * gradient) / Math.sqrt(squares[row]!);
      }
    }
    if (epoch < epochs >> 1) continue;
    snapshots++;
    for (let i = 0; i < values.length; i++) sum[i]! += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i] = sum[i]! / snapshots / keep;
  return { bits, labels: 1, values };
}

export function scoreOf(weights: Weights, rows: Int32Array): number {
  let score = 0;
  for (const row of rows) score += weights.values[row]!;
  return score;
}
