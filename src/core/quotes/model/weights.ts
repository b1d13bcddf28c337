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

/** One bit for each row that has any weight: small enough to stay in the processor's nearest cache, and most rows have none. */
export function presentRows({ bits, labels, values }: Weights): Uint8Array {
  const present = new Uint8Array(Math.max(1, (1 << bits) >> 3));
  for (let row = 0; row < 1 << bits; row++)
    for (let at = row * labels, end = at + labels; at < end; at++)
      if (values[at] !== 0) {
        present[row >> 3]! |= 1 << (row & 7);
        break;
      }
  return present;
}
