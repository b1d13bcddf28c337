import type { Tokens } from './tokens.ts';

/**
 * A word's slot says where to look first for what is known of it: words of one slot are rarely met side by side, and so one look spares
 * searching a large table.
 */
export const SLOTS = 8192 + 1;
/** The slot of all words too long to be remembered. */
const LONG = SLOTS - 1;
export const LONGEST = 12;

/** The slot of the word that lies between two offsets of a text. */
export function slotOf(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > LONGEST) return LONG;
  let hash = length;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (LONG - 1);
}

/** A number for each word met lately. */
export class WordNumbers {
  private readonly words = new Array<string>(SLOTS).fill('');
  private readonly numbers = new Int32Array(SLOTS);

  /** The number of the word at a token, or -1 where it is not known here. */
  get({ words, slots }: Tokens, i: number): number {
    const slot = slots[i]!;
    return this.words[slot] === words[i] ? this.numbers[slot]! : -1;
  }

  set({ words, slots }: Tokens, i: number, number: number): void {
    const slot = slots[i]!;
    this.words[slot] = words[i]!;
    this.numbers[slot] = number;
  }

  clear(): void {
    this.words.fill('');
  }
}
