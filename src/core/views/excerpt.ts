import type { Article, Span } from '../article.ts';
import { findSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';

/** A place in the article with the words that stand there, for a reader who has to be convinced. */
export interface Evidence extends Span {
  /** The sentence around the place, white space folded, at most `LONGEST` units long. */
  readonly sentence: string;
}

const LONGEST = 240;

/** The place with the sentence around it: for the span of `Akar` the sentence `Hulusi Akar met his Russian counterpart on Tuesday.` */
export function evidenceAt(article: Article, span: Span): Evidence {
  const { start, end } = sentenceAround(article, span);
  return { start: span.start, end: span.end, sentence: shorten(folded(article.text.slice(start, end)), LONGEST) };
}

/** The printed words of a span with white space folded, so that a name broken over two lines reads as one. */
export function printed(article: Article, span: Span): string {
  return folded(article.text.slice(span.start, span.end));
}

/** Cuts at a word, and says so with an ellipsis. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > longest / 2 ? cut : longest).trimEnd()}…`;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a cursor at this offset stands on the span; one just behind its last letter does too. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Looks no further than this around a place: a sentence of a file that is no article may be megabytes long. */
const AROUND = 1_000;

function sentenceAround(article: Article, span: Span): Span {
  const block = blockAround(article, span) ?? { start: 0, end: article.text.length };
  const from = Math.max(block.start, span.start - AROUND);
  const to = Math.min(block.end, span.end + AROUND);
  const tokens = tokenize(article.text.slice(from, to));
  for (const sentence of findSentences(tokens)) {
    const start = from + tokens.start[sentence.from]!;
    const end = from + tokens.end[sentence.to - 1]!;
    if (start <= span.start && span.start < end) return { start, end };
  }
  return span;
}

/** The innermost block around a span; blocks are sorted by start, and only datelines and credits lie inside others. */
export function blockAround(article: Article, span: Span): Span | null {
  const blocks = article.structure;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= Math.max(0, low - 4); i--) if (contains(blocks[i]!, span)) return blocks[i]!;
  return null;
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
