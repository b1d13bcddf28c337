/**
 * Numbers the words of a large vocabulary. Words are held by part of their hash alone: a word outside the vocabulary is taken for one
 * of it about once in a hundred times.
 */
export class WordIndex {
  private readonly keys: Int32Array;
  private readonly numbers: Int32Array;
  private readonly slots: number;

  /** `keys` are hashes of folded words by `wordKey`; a word's number is its key's place among them. */
  constructor(keys: Int32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.keys = new Int32Array(size).fill(-1);
    this.numbers = new Int32Array(size);
    this.slots = size - 1;
    for (let i = 0; i < keys.length; i++) {
      let at = keys[i]! & this.slots;
      while (this.keys[at]! >= 0) at = (at + 1) & this.slots;
      this.keys[at] = keys[i]!;
      this.numbers[at] = i;
    }
  }

  /** The number of the word with this hash, or -1. */
  find(foldedHash: number): number {
    const key = wordKey(foldedHash);
    let at = key & this.slots;
    while (this.keys[at] !== key) {
      if (this.keys[at]! < 0) return -1;
      at = (at + 1) & this.slots;
    }
    return this.numbers[at]!;
  }
}

/** The part of a folded word's hash that a vocabulary holds it by. */
export const wordKey = (foldedHash: number): number => foldedHash & 0xffffff;
