import { ENTITY_TYPES, OUTSIDE } from './labels.ts';

/**
 * What a first reading of one passage says of its capitalised words: word `i` has the folded hash `words[i]` and stood for
 * the label `uses[i]`: 0 for no entity, else the type and the place in the entity.
 */
export interface Evidence {
  readonly words: Int32Array;
  readonly uses: Uint8Array;
}

const TYPES = ENTITY_TYPES.length;
const PLACES = 4;

/** Counts of each word's uses over the whole article, and what they come to. */
export class Votes {
  private readonly counts = new Map<number, Uint16Array>();
  private readonly codes = new Map<number, number>();

  constructor(evidence: readonly Evidence[]) {
    for (const { words, uses } of evidence) {
      for (let i = 0; i < words.length; i++) {
        let count = this.counts.get(words[i]!);
        if (!count) this.counts.set(words[i]!, (count = new Uint16Array(1 + TYPES * PLACES)));
        if (count[uses[i]!]! < 60_000) count[uses[i]!]!++;
      }
    }
  }

  /** The code of a folded word, below `VOTE_CODES`; 0 where the first reading did not see it in capitals. */
  codeOf(folded: number): number {
    let code = this.codes.get(folded);
    if (code === undefined) {
      const count = this.counts.get(folded);
      this.codes.set(folded, (code = count ? encode(count) : 0));
    }
    return code;
  }
}

/**
 * A vote in one number: the type most used (0 for none), the second, the place in entities of the first type, its share of all uses
 * in thirds, and how often the word was met. `typeOf` and the like take it apart.
 */
function encode(count: Uint16Array): number {
  let best = 0;
  let second = 0;
  let bestCount = 0;
  let secondCount = 0;
  let total = count[OUTSIDE]!;
  for (let type = 0; type < TYPES; type++) {
    let sum = 0;
    for (let place = 0; place < PLACES; place++) sum += count[1 + type * PLACES + place]!;
    total += sum;
    if (sum > bestCount) [second, secondCount, best, bestCount] = [best, bestCount, type + 1, sum];
    else if (sum > secondCount) [second, secondCount] = [type + 1, sum];
  }
  let place = 0;
  if (best > 0) {
    for (let p = 1; p < PLACES; p++) if (count[1 + (best - 1) * PLACES + p]! > count[1 + (best - 1) * PLACES + place]!) place = p;
  }
  const share = bestCount === total ? 3 : bestCount * 3 >= total * 2 ? 2 : bestCount * 3 > total ? 1 : 0;
  const often = total === 1 ? 0 : total < 4 ? 1 : total < 9 ? 2 : 3;
  return 1 + often + 4 * (share + 4 * (place + 4 * (second + 10 * best)));
}

export const typeOfVote = (code: number): number => (code === 0 ? 0 : Math.floor((code - 1) / 640));
export const secondOfVote = (code: number): number => (code === 0 ? 0 : Math.floor((code - 1) / 64) % 10);
export const placeOfVote = (code: number): number => (code === 0 ? 0 : Math.floor((code - 1) / 16) % 4);
/** Share and number together, below 16. */
export const weightOfVote = (code: number): number => (code === 0 ? 0 : (code - 1) % 16);
