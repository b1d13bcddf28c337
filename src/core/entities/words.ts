import { hashText, pair } from './hash.ts';
import { type Lexicon, NO_WORDS, phraseKey } from './lexicon.ts';

/** What one word says on its own, wherever it stands. */
export interface WordFacts {
  /** Hash of the word without case and diacritics. */
  readonly folded: number;
  /** Number of its coarse shape, below `SHAPES`. */
  readonly shape: number;
  /** The lists of the lexicon that it stands on, as bits. */
  readonly kind: number;
  /** Whether phrases of the lexicon begin with it. */
  readonly beginsPhrase: boolean;
  /** Hashes of the features it gives to its own token. */
  readonly own: readonly number[];
  /** Hashes of the features it gives to the token beside it. */
  readonly near: readonly number[];
  /** Hashes of the few features of its form that the encoder reads. */
  readonly forms: readonly number[];
}

/** How many coarse shapes there are. */
export const SHAPES = 16;
export const SHAPE = {
  outside: 0,
  lower: 1,
  capital: 2,
  letter: 3,
  caps: 4,
  mixed: 5,
  number: 6,
  ordinal: 7,
  dotted: 8,
  other: 9,
  year: 10,
  uncased: 11,
  money: 12,
};

/** Word, shape, prefixes and suffixes, lists. */
export function wordFacts(word: string, lexicon: Lexicon): WordFacts {
  const lower = fold(word);
  const folded = hashText(lower, 0);
  const shape = shapeOf(word);
  const own = [
    hashText(word, 1),
    pair(hashText(lower, 2), shape === SHAPE.lower ? 1 : 2),
    pair(3, shape),
    hashText(pattern(word), 4),
  ];
  const near = [hashText(word, 1), hashText(lower, 2), pair(3, shape)];
  const length = lower.length;
  for (let n = 1; n <= 5; n++) {
    if (n > length) break;
    own.push(pair(hashText(lower, 10 + n, 0, n), shape), pair(hashText(lower, 20 + n, length - n, length), shape));
  }
  if (length > 3) near.push(hashText(lower, 23, length - 3, length));
  const lists = lexicon.find(phraseKey(NO_WORDS, folded));
  if (lists > 0) {
    own.push(pair(5, lists));
    near.push(pair(5, lists));
    for (let bit = 0; bit < 15; bit++) {
      if (lists & (1 << bit)) {
        own.push(pair(6, bit));
        near.push(pair(6, bit));
      }
    }
  } else {
    own.push(pair(7, shape));
    near.push(pair(7, shape));
  }
  const kind = Math.max(0, lists);
  return { folded, shape, kind, beginsPhrase: lists >= 0, own, near, forms: formsOf(lower, shape, kind) };
}

function formsOf(lower: string, shape: number, kind: number): number[] {
  const forms = [pair(40, shape)];
  for (let n = 1; n <= 4 && n <= lower.length; n++) {
    forms.push(hashText(lower, 50 + n, 0, n), hashText(lower, 60 + n, lower.length - n, lower.length));
  }
  if (kind !== 0) forms.push(pair(42, kind));
  for (let bit = 0; kind >> bit !== 0; bit++) if (kind & (1 << bit)) forms.push(pair(43, bit));
  return forms;
}

/** Whether a word of this shape has neither capitals nor digits. */
export const isPlain = (shape: number): boolean => shape === SHAPE.lower || shape === SHAPE.other;

/** Lower case without diacritics: "Erdoğan" and "ERDOGAN" are "erdogan". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) >= 0x80) return lower.normalize('NFD').replace(MARKS, '').replaceAll('’', "'");
  }
  return lower;
}

const MARKS = /\p{M}+/gu;

export function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    if (/^(?:1[6-9]|20)\d\d$/.test(word)) return SHAPE.year;
    return /^[\d,.:]+$/.test(word) ? SHAPE.number : SHAPE.ordinal;
  }
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return /^\p{L}/u.test(word) ? SHAPE.uncased : /^\p{Sc}$/u.test(word) ? SHAPE.money : SHAPE.other;
  if (/\$$/.test(word)) return SHAPE.money;
  if (word.endsWith('.')) return word === lower ? SHAPE.lower : SHAPE.dotted;
  if (word === lower) return SHAPE.lower;
  if (word === upper) return word.length === 1 ? SHAPE.letter : SHAPE.caps;
  const head = String.fromCodePoint(word.codePointAt(0)!);
  return head !== head.toLowerCase() && word.slice(head.length) === lower.slice(head.length) ? SHAPE.capital : SHAPE.mixed;
}

/** The row of kinds of characters, each kind at most twice in a row: "McDonald" is "XxXxx", "2nd" is "9xx". */
function pattern(word: string): string {
  let out = '';
  for (const character of word.slice(0, 24)) {
    const kind = kindOf(character);
    if (!out.endsWith(kind + kind)) out += kind;
  }
  return out;
}

function kindOf(character: string): string {
  if (/\d/.test(character)) return '9';
  const lower = character.toLowerCase();
  if (lower !== character) return 'X';
  if (lower !== character.toUpperCase()) return 'x';
  return /\p{L}/u.test(character) ? 'o' : character;
}
