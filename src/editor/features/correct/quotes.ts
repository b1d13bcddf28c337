import * as vscode from 'vscode';
import { type Article, type Quote, quotesAt, type QuoteType, type Span } from '../../../core/index.ts';
import { type Correction, simply } from './correction.ts';

const QUOTE_TYPES: readonly QuoteType[] = ['direct', 'mixed', 'indirect'];

/** What is a quote and what is not, and which pieces are one. */
export function quoteCorrections(article: Article, place: Span): readonly Correction[] {
  const index = quotesAt(article, place.start)[0];
  const quote = index === undefined ? undefined : article.quotes[index];
  if (!quote) return QUOTE_TYPES.map(quoteOf);
  const next = article.quotes.find((own, other) => other > index! && own.within === null);
  return [
    simply('not-a-quote', vscode.l10n.t('This is not a quote'), { kind: 'quote', type: 'not-a-quote' }, quote.content),
    ...(next ? [join(quote, next)] : []),
  ];
}

/** Several selections as the pieces of one quote. */
export function piecesOfOneQuote(pieces: readonly Span[]): Correction {
  const title = vscode.l10n.t('The {0} selected pieces are one quote', pieces.length);
  return simply('pieces', title, { kind: 'quote', type: 'direct' }, pieces);
}

function quoteOf(type: QuoteType): Correction {
  const titles = {
    direct: vscode.l10n.t('This is a direct quote'),
    mixed: vscode.l10n.t('This is a partly quoted statement'),
    indirect: vscode.l10n.t('This is an indirect quote'),
  };
  return simply(`quote-${type}`, titles[type], { kind: 'quote', type });
}

function join(quote: Quote, next: Quote): Correction {
  const title = vscode.l10n.t('This and the next quote are one');
  return simply('join', title, { kind: 'quote', type: quote.type }, [...quote.content, ...next.content]);
}
