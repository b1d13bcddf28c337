/** Weights of hashed features: row `r` holds one weight for each label, at `values[r * labels]`. */
export interface Weights {
  readonly bits: number;
  readonly labels: number;
  readonly values: Float32Array;
}

/** The row of a feature number in a table of 2^bits rows. */
export function rowOf(feature: number, bits: number): number {
  return Math.imul(feature, 0x9e3779b1) >>> (32 - bits);
}
