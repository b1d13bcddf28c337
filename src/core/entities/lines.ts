import type { Passage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Tokens } from '../text/tokens.ts';
import { markActive } from './active.ts';
import { finishLine, type Line } from './features.ts';
import { type Lexicon, NO_WORDS, phraseKey } from './lexicon.ts';
import { SHAPE } from './words.ts';

/** Where facts of words are looked up, by the number of a word. */
export interface WordTable {
  readonly lexicon: Lexicon;
  /** To be called before each line: numbers of words stand until the next call. */
  makeRoom(): void;
  idAt(tokens: Tokens, i: number): number;
  foldedOf(id: number): number;
  shapeOf(id: number): number;
  kindOf(id: number): number;
  beginsPhrase(id: number): boolean;
  /** How the word may take part in entities, see `active.ts`. */
  partOf(id: number): number;
}

/** Sentences longer than this are read in pieces, so that scratch memory stays bounded. */
export const LONGEST_LINE = 400;

/** Calls `read` for each sentence (or piece of one) with its line and the numbers of its words. */
export function eachLine(
  passage: Passage,
  table: WordTable,
  line: Line,
  ids: Int32Array,
  read: (range: TokenRange) => void,
): void {
  eachRange(passage, (from, to) => {
    fillLine(passage, from, to, table, line, ids);
    read({ from, to });
  });
}

/** Calls `read` with the tokens of each sentence, or piece of one. */
export function eachRange(passage: Passage, read: (from: number, to: number) => void): void {
  for (const sentence of passage.sentences) {
    for (let from = sentence.from; from < sentence.to; from += LONGEST_LINE)
      read(from, Math.min(sentence.to, from + LONGEST_LINE));
  }
}

function fillLine({ tokens }: Passage, from: number, to: number, table: WordTable, line: Line, ids: Int32Array): void {
  const count = to - from;
  table.makeRoom();
  line.count = count;
  for (let i = 1; i <= count; i++) {
    const id = table.idAt(tokens, from + i - 1);
    ids[i] = id;
    line.folded[i] = table.foldedOf(id);
    line.shape[i] = table.shapeOf(id);
    line.spaced[i] = tokens.spaced[from + i - 1]!;
    line.part[i] = table.partOf(id);
    line.kind[i] = table.kindOf(id);
    line.phrase[i] = 0;
  }
  line.folded[0] = line.folded[count + 1] = 0;
  line.kind[0] = line.kind[count + 1] = 0;
  line.shape[0] = line.shape[count + 1] = SHAPE.outside;
  line.spaced[count + 1] = 1;
  finishLine(line);
  markActive(line);
  for (let i = 1; i < count; i++)
    if (line.runFrom[i] !== 0 && table.beginsPhrase(ids[i]!)) i += markPhrase(line, i, table.lexicon);
}

/** Marks the longest phrase of two words or more that begins at `i`; returns how many tokens to skip. */
function markPhrase(line: Line, i: number, lexicon: Lexicon): number {
  let key = phraseKey(NO_WORDS, line.folded[i]!);
  let longest = 0;
  let lists = 0;
  for (let k = i + 1; k <= line.count; k++) {
    key = phraseKey(key, line.folded[k]!);
    const found = lexicon.find(key);
    if (found < 0) break;
    if (found > 0) [longest, lists] = [k, found];
  }
  if (longest === 0) return 0;
  for (let k = i; k <= longest; k++) line.phrase[k] = (lists << 2) | (k === i ? 1 : k === longest ? 2 : 3);
  return longest - i;
}
