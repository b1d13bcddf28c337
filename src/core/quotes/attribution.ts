import type { TokenRange } from '../text/sentences.ts';

/** Who says what in one passage, as token ranges: of `“We must act,” said Akar.` cue `said`, source `Akar`, content `We must act,`. */
export interface Attribution {
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  /** Ordered and disjoint; neither cue nor source lies in it. */
  readonly content: readonly TokenRange[];
  /** How it was found: by a cue, by `“Q” — Name`, by `NAME:`, or as a quotation that goes on from the paragraph before. */
  readonly found: 'cue' | 'name-after-dash' | 'name-before-colon' | 'continued';
  /** The medium that passes it on: `Al Alam` of `The border was open, Akar said, Al Alam reported.` */
  readonly via?: TokenRange;
}

/** What one passage says of quotes, by its own words alone. */
export interface PassageFindings {
  /** In the order of their contents. */
  readonly attributions: readonly Attribution[];
  /** The marked stretch that the passage begins with, where no cue claims it: it belongs to whoever spoke before. */
  readonly alone: TokenRange | null;
  /** A cue whose content stands in the next passage: `Akar said:`; its content is empty. */
  readonly announces: Attribution | null;
  /** Index in `attributions` of the one whose last mark is never closed, so that the next passage may go on with it; else -1. */
  readonly runsOn: number;
  /** The whole stretch `alone` is never closed. */
  readonly aloneRunsOn: boolean;
}
