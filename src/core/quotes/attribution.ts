import type { TokenRange } from '../text/sentences.ts';

/** Who says what in one passage, as token ranges: of `“We must act,” said Akar.` cue `said`, source `Akar`, content `We must act,`. */
export interface Attribution {
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  /** Ordered and disjoint; neither cue nor source lies in it. */
  readonly content: readonly TokenRange[];
  /** How it was found: a code for `Why`. */
  readonly found: 'cue' | 'pattern' | 'name-before-colon' | 'name-after-dash' | 'continued' | 'marks-alone';
}
