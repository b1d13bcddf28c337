/**
 * The cluster of each word of a large vocabulary: words used alike in much English text share a cluster. Words are held by part of
 * their hash alone; a word outside the vocabulary gets a wrong cluster about once in a hundred times.
 */
export class Clusters {
  private readonly keys: Int32Array;
  private readonly values: Uint16Array;
  private readonly slots: number;

  /** `keys` are hashes of folded words by `clusterKey`, `values` the numbers of their clusters. */
  constructor(keys: Int32Array, values: Uint16Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.keys = new Int32Array(size).fill(-1);
    this.values = new Uint16Array(size);
    this.slots = size - 1;
    for (let i = 0; i < keys.length; i++) {
      let at = keys[i]! & this.slots;
      while (this.keys[at]! >= 0) at = (at + 1) & this.slots;
      this.keys[at] = keys[i]!;
      this.values[at] = values[i]!;
    }
  }

  /** The cluster of the word with this hash, or -1. */
  find(foldedHash: number): number {
    const key = clusterKey(foldedHash);
    let at = key & this.slots;
    while (this.keys[at] !== key) {
      if (this.keys[at]! < 0) return -1;
      at = (at + 1) & this.slots;
    }
    return this.values[at]!;
  }
}

/** The part of a folded word's hash that its cluster is held by. */
export const clusterKey = (foldedHash: number): number => foldedHash & 0xffffff;
