import { pair } from './hash.ts';

/** What a list says of a word or phrase; a phrase may stand on several lists. */
export const LISTS = [
  'given name',
  'surname',
  'country',
  'demonym',
  'people',
  'city',
  'region',
  'organization',
  'organization word',
  'famous person',
  'town',
];

export const GIVEN_NAMES = 1 << LISTS.indexOf('given name');
/** The bits of the lists of places. */
export const PLACES = ['country', 'city', 'town', 'region'].reduce((bits, list) => bits | (1 << LISTS.indexOf(list)), 0);

/**
 * Phrases of word lists, held as hashes: a phrase's key is the row of its folded words' hashes; every proper beginning of a phrase
 * is a key too, so that a search knows when to stop. A false hit is rarer than one in 10,000 searches.
 */
export class Lexicon {
  private readonly keys: Int32Array;
  private readonly values: Uint16Array;
  private readonly mask: number;

  /** `keys` and `values` in parallel; a value is a bit for each of `LISTS`, 0 for a mere beginning. */
  constructor(keys: Int32Array, values: Uint16Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Uint16Array(size);
    this.mask = size - 1;
    for (let i = 0; i < keys.length; i++) {
      let at = keys[i]! & this.mask;
      while (this.values[at] !== 0 && this.keys[at] !== keys[i]) at = (at + 1) & this.mask;
      this.keys[at] = keys[i]!;
      this.values[at]! |= values[i]! | KNOWN;
    }
  }

  /** The lists a key stands on as bits; 0 for a mere beginning, -1 when no phrase begins so. */
  find(key: number): number {
    let at = key & this.mask;
    for (;;) {
      const value = this.values[at]!;
      if (value === 0) return -1;
      if (this.keys[at] === key) return value & ~KNOWN;
      at = (at + 1) & this.mask;
    }
  }
}

const KNOWN = 0x8000;

/** The key of no words. */
export const NO_WORDS = 0x5bd1e995;

/** The key of a phrase that goes on with one more word. */
export function phraseKey(key: number, foldedHash: number): number {
  return pair(key, foldedHash);
}
