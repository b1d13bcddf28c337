import type { Tokens } from '../../text/tokens.ts';
import { WordNumbers } from '../../text/wordSlots.ts';
import { hashOf } from './hash.ts';

export const LOWER = 0;
export const TITLE = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const MARK = 4;

/** What is known of each word type, worked out once: hash of the lower-case word, of its last letters, and its shape. */
export class WordTypes {
  private readonly ids = new Map<string, number>();
  private readonly recent = new WordNumbers();
  readonly lower: number[] = [];
  readonly suffix: number[] = [];
  readonly shape: number[] = [];

  get size(): number {
    return this.lower.length;
  }

  /** Writes the type of each token. */
  typesOf(tokens: Tokens, types: Int32Array): void {
    for (let i = 0; i < tokens.count; i++) {
      let type = this.recent.get(tokens, i);
      if (type < 0) this.recent.set(tokens, i, (type = this.typeOf(tokens.words[i]!)));
      types[i] = type;
    }
  }

  private typeOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.lower.length;
    const lower = text.toLowerCase();
    this.ids.set(text, id);
    const shape = shapeOf(text, lower);
    this.lower.push(hashOf(shape === DIGIT ? lower.replace(/\d/g, '0') : lower));
    this.suffix.push(hashOf(lower.slice(-3)));
    this.shape.push(shape);
    return id;
  }
}

function shapeOf(text: string, lower: string): number {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return DIGIT;
  const upper = text.toUpperCase();
  if (upper === lower) return MARK;
  if (text === lower) return LOWER;
  return text === upper && text.length > 1 ? UPPER : TITLE;
}
