import type { Article, Quote, QuoteType, Span } from '../article.ts';
import { printed, shorten } from './excerpt.ts';
import { partiesOfSpeakers } from './standing.ts';

export type QuoteOrder = 'speaker' | 'party' | 'position';
export type QuotesRow = QuoteGroupRow | QuoteRow;

/** All quotes of one speaker or party; `name` is null for those whose speaker or party is unknown, and they come last. */
export interface QuoteGroupRow {
  readonly kind: 'speaker' | 'party';
  /** Stays the same while the article is edited, so that a view keeps what was opened. */
  readonly id: string;
  readonly name: string | null;
  readonly spans: readonly Span[];
  readonly rows: readonly QuoteRow[];
}

export interface QuoteRow {
  readonly kind: 'quote';
  readonly id: string;
  /** Index in the article's quotes. */
  readonly index: number;
  /** The quote's place among all of them, from 1. */
  readonly number: number;
  readonly of: number;
  readonly quote: Quote;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly rows: readonly [];
}

export interface QuoteFilter {
  readonly types: readonly QuoteType[];
  /** Only quotes of this speaker or party. */
  readonly only: string | null;
}

/** The rows of the Quotes view. */
export function quotesView(article: Article, order: QuoteOrder, filter: QuoteFilter): readonly QuotesRow[] {
  const partyOf = partiesOfSpeakers(article);
  const rows: QuoteRow[] = [];
  const seen = new Map<string, number>();
  article.quotes.forEach((quote, index) => {
    const text = quoteText(article, quote);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    if (!filter.types.includes(quote.type)) return;
    if (filter.only !== null && quote.speaker !== filter.only && partyOf(quote) !== filter.only) return;
    rows.push({
      kind: 'quote',
      id: `quote/${nth}/${text}`,
      index,
      number: index + 1,
      of: article.quotes.length,
      quote,
      text,
      spans: quote.content,
      rows: [],
    });
  });
  if (order === 'position') return rows;
  return grouped(order, rows, order === 'party' ? partyOf : ({ speaker }) => speaker);
}

/** The whole quote on one line, its pieces joined by an ellipsis in brackets, as copy shows an omission. */
export function quoteText(article: Article, quote: Quote): string {
  return quote.content.map((piece) => printed(article, piece)).join(' […] ');
}

/** A row's words: long quotes are cut, the view shows the rest when the row is opened or hovered. */
export function quoteLabel(row: QuoteRow): string {
  return shorten(row.text, 120);
}

function grouped(
  kind: 'speaker' | 'party',
  rows: readonly QuoteRow[],
  nameOf: (quote: Quote) => string | null,
): readonly QuoteGroupRow[] {
  const groups = new Map<string | null, QuoteRow[]>();
  for (const row of rows) {
    const name = nameOf(row.quote);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const unknown = groups.get(null);
  groups.delete(null);
  const named = [...groups].sort(([, a], [, b]) => b.length - a.length || a[0]!.index - b[0]!.index);
  return [...named, ...(unknown ? [[null, unknown] as const] : [])].map(([name, own]) => ({
    kind,
    id: `${kind}/${name ?? ''}`,
    name,
    spans: own.flatMap(({ spans }) => spans),
    rows: own,
  }));
}
