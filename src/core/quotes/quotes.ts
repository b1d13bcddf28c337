import type { Problem, Quote, QuoteType, Span } from '../article.ts';
import { perObject } from '../memo.ts';
import type { Passage, Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { type Marks, pairMarks } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Attribution } from './attribution.ts';
import { attributeByRules } from './rules.ts';
import { resolveSpeakers } from './speakers/speakers.ts';

/** The quotes of an article, and what went wrong with its quotation marks. */
export interface Quotes {
  readonly quotes: readonly Quote[];
  readonly problems: readonly Problem[];
}

/** One attribution at its place in the article. */
export interface PlacedAttribution {
  readonly passage: ReadPassage;
  /** Index of the passage in the article. */
  readonly index: number;
  readonly start: number;
  readonly attribution: Attribution;
}

/** Finds the article's quotes with cue and source, and resolves their speakers among the cast. */
export function findQuotes(passages: readonly Placed[], cast: Cast): Quotes {
  const attributions = passages.flatMap(({ start, passage }, index) =>
    attributionsOf(passage).map((attribution) => ({ passage, index, start, attribution })),
  );
  const quotes = resolveSpeakers(attributions, cast).map(({ placed, ...speaker }): Quote => {
    const span = spanIn(placed);
    const { cue, source, content } = placed.attribution;
    return {
      type: typeOf(placed.passage, content),
      content: content.map(span),
      cue: cue && span(cue),
      source: source && span(source),
      via: null,
      within: null,
      ...speaker,
    };
  });
  return { quotes, problems: passages.flatMap(({ start, passage }) => problemsOf(passage, start)) };
}

const marksOf = perObject((passage: Passage): Marks => pairMarks(passage.tokens));
const attributionsOf = perObject((passage: ReadPassage) => attributeByRules(passage, marksOf(passage)));

function spanIn({ passage, start }: PlacedAttribution): (range: TokenRange) => Span {
  return ({ from, to }) => ({ start: start + passage.tokens.start[from]!, end: start + passage.tokens.end[to - 1]! });
}

function typeOf(passage: Passage, content: readonly TokenRange[]): QuoteType {
  const { stretches } = marksOf(passage);
  const isMarked = (range: TokenRange) => stretches.some(({ from, to }) => from <= range.from && range.to <= to);
  if (content.every(isMarked)) return 'direct';
  const holdsMarks = (range: TokenRange) => stretches.some(({ from, to }) => range.from <= from && to <= range.to);
  return content.some((range) => isMarked(range) || holdsMarks(range)) ? 'mixed' : 'indirect';
}

function problemsOf(passage: Passage, start: number): Problem[] {
  return marksOf(passage).stray.map((i) => ({
    code: 'unclosed-quote',
    start: start + passage.tokens.start[i]!,
    end: start + passage.tokens.end[i]!,
    data: {},
  }));
}
