import assert from 'node:assert/strict';
import { pairsOf, sumOfFour, sumOfSixteen } from '../../../../../src/core/quotes/model/pairs.ts';
import { rowOf } from '../../../../../src/core/quotes/model/weights.ts';

const BITS = 4;

/** A table of weights of all sizes and both signs; its first three rows have none. */
function table(labels: number): { bits: number; labels: number; values: Float32Array } {
  const values = Float32Array.from({ length: labels << BITS }, (_, at) =>
    at < 3 * labels ? 0 : Math.sin(at * 7.3) * 2 ** ((at % 9) - 6),
  );
  return { bits: BITS, labels, values };
}

/** Features of all rows of the table, some of them several times. */
const features = Int32Array.from({ length: 40 }, (_, k) => Math.imul(k + 1, 0x5bd1e995));

describe('weights two by two', () => {
  for (const [labels, sumOf] of [
    [4, sumOfFour],
    [16, sumOfSixteen],
  ] as const)
    it(`add up to what the weights of ${labels} labels do`, () => {
      const weights = table(labels);
      const out = new Float32Array(labels + 2).fill(9);
      sumOf(pairsOf(weights, 32), features, 4, 36, out, 1);
      const sums = Array.from({ length: labels }, (_, label) =>
        features.subarray(4, 36).reduce((sum, feature) => sum + weights.values[rowOf(feature, BITS) * labels + label]!, 0),
      );
      assert.ok(sums.some((sum) => sum < -1) && sums.some((sum) => sum > 1));
      for (const [label, sum] of sums.entries())
        assert.ok(Math.abs(out[label + 1]! - sum) < 1e-4, `${label}: ${out[label + 1]}, ${sum}`);
      assert.deepEqual([out[0], out[labels + 1]], [9, 9]);
    });
});
