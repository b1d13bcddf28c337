import type { Passage } from '../../passage.ts';
import type { MarkedStretch, Marks } from '../../text/quotationMarks.ts';
import type { Tagger } from './tagger.ts';
import type { WordTypes } from './wordTypes.ts';

/** How strongly a word reports speech, learnt from the training articles: hash of the lower-case word → 1 (never) to 7 (always). */
export type CueLexicon = ReadonlyMap<number, number>;

/** One passage as the taggers see it: parallel arrays over its tokens. */
export interface Reading {
  readonly passage: Passage;
  readonly count: number;
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Uint8Array;
  readonly tag: Uint8Array;
  /** The word's strength as a cue; 0 for a word the training articles do not know. */
  readonly strength: Uint8Array;
  /** Index in `outer` of the marked stretch the token lies in, its marks included; -1 outside. */
  readonly inside: Int32Array;
  readonly outer: readonly MarkedStretch[];
  readonly sentence: Int32Array;
}

export function read(passage: Passage, marks: Marks, words: WordTypes, tagger: Tagger, lexicon: CueLexicon): Reading {
  const { tokens } = passage;
  const { count } = tokens;
  const types = words.typesOf(tokens);
  const word = new Int32Array(count);
  const suffix = new Int32Array(count);
  const shape = new Uint8Array(count);
  const strength = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const type = types[i]!;
    word[i] = words.lower[type]!;
    suffix[i] = words.suffix[type]!;
    shape[i] = words.shape[type]!;
    strength[i] = lexicon.get(word[i]!) ?? 0;
  }
  const outer = marks.stretches.filter(({ depth }) => depth === 0);
  const inside = new Int32Array(count).fill(-1);
  for (const [index, { open, close, to }] of outer.entries()) inside.fill(index, open, close < 0 ? to : close + 1);
  const sentence = new Int32Array(count);
  for (const [index, { from, to }] of passage.sentences.entries()) sentence.fill(index, from, to);
  return { passage, count, word, suffix, shape, tag: tagger.tag(types), strength, inside, outer, sentence };
}
