import { WordIndex } from './word-index.ts';

/** Vectors of common words, learnt from much English text, four bits for each of a vector's numbers. */
export interface VectorTable {
  /** Numbers in a vector; even. */
  readonly size: number;
  /** The values that a number may have: `levels[number * 16 + code]`. */
  readonly levels: Float32Array;
  /** Hashes of folded words by `wordKey`. */
  readonly keys: Int32Array;
  /** `size / 2` bytes for each word; of a byte's two codes the lower half comes first. */
  readonly codes: Uint8Array;
}

export class Vectors {
  private readonly index: WordIndex;

  constructor(private readonly table: VectorTable) {
    this.index = new WordIndex(table.keys);
  }

  /** Adds the vector of the word with this hash to `sum`; returns whether it has one. */
  add(foldedHash: number, sum: Float32Array): boolean {
    const { size, levels, codes } = this.table;
    const word = this.index.find(foldedHash);
    if (word < 0) return false;
    for (let i = 0, at = (word * size) / 2; i < size; i += 2, at++) {
      sum[i]! += levels[i * 16 + (codes[at]! & 15)]!;
      sum[i + 1]! += levels[i * 16 + 16 + (codes[at]! >> 4)]!;
    }
    return true;
  }
}
