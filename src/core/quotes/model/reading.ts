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

/** Reads passages. A reading stands until the next one, unless it is given arrays of its own. */
export class PassageReader {
  private arrays = readingArrays(256);
  /** The strength of each word type, and 1 more, so that 0 is one not asked for yet. */
  private readonly strengths: number[] = [];

  constructor(
    private readonly words: WordTypes,
    private readonly tagger: Tagger,
    private readonly lexicon: CueLexicon,
  ) {}

  read(passage: Passage, marks: Marks, arrays = this.reserve(passage.tokens.count)): Reading {
    const { words } = this;
    const { count } = passage.tokens;
    const { type, word, suffix, shape, strength, tag, inside, sentence } = arrays;
    words.typesOf(passage.tokens, type);
    for (let i = 0; i < count; i++) {
      const own = type[i]!;
      word[i] = words.lower[own]!;
      suffix[i] = words.suffix[own]!;
      shape[i] = words.shape[own]!;
      strength[i] = this.strengthOf(own);
    }
    this.tagger.tag(type, count, tag);
    const outer = marks.stretches.filter(({ depth }) => depth === 0);
    inside.fill(-1, 0, count);
    for (let s = 0; s < outer.length; s++) {
      const { open, close, to } = outer[s]!;
      inside.fill(s, open, close < 0 ? to : close + 1);
    }
    sentence.fill(0, 0, count);
    for (let s = 0; s < passage.sentences.length; s++) sentence.fill(s, passage.sentences[s]!.from, passage.sentences[s]!.to);
    return { passage, count, word, suffix, shape, tag, strength, inside, outer, sentence };
  }

  private strengthOf(type: number): number {
    while (this.strengths.length <= type) this.strengths.push(0);
    const known = this.strengths[type]!;
    return known > 0 ? known - 1 : (this.strengths[type] = 1 + (this.lexicon.get(this.words.lower[type]!) ?? 0)) - 1;
  }

  private reserve(count: number): Arrays {
    if (count > LONGEST_KEPT) return readingArrays(count);
    if (count > this.arrays.type.length) this.arrays = readingArrays(2 * count);
    return this.arrays;
  }
}

/** Arrays for longer passages are not kept. */
const LONGEST_KEPT = 8192;

type Arrays = ReturnType<typeof readingArrays>;

export function readingArrays(size: number) {
  return {
    type: new Int32Array(size),
    word: new Int32Array(size),
    suffix: new Int32Array(size),
    shape: new Uint8Array(size),
    strength: new Uint8Array(size),
    tag: new Uint8Array(size),
    inside: new Int32Array(size),
    sentence: new Int32Array(size),
  };
}
