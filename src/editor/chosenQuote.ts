import * as vscode from 'vscode';
import { type Article, type Quote, quotesAt, type QuotesRow } from '../core/index.ts';
import { activeArticle } from './active.ts';
import type { Services } from './services.ts';
import { inform } from './messages.ts';

export interface ChosenQuote {
  readonly editor: vscode.TextEditor;
  readonly article: Article;
  readonly quote: Quote;
}

/** The quote that a command means: that of the row it was given, else the one under the cursor; without one, people are told what to do. */
export async function chosenQuote(
  { documents, marks, files }: Pick<Services, 'documents' | 'marks' | 'files'>,
  row?: QuotesRow,
): Promise<ChosenQuote | undefined> {
  const editor = activeArticle(files);
  const article = editor && (await documents.upToDate(editor.document));
  if (!article) return undefined;
  await marks.ready(editor.document);
  const index = row?.kind === 'quote' ? row.index : quotesAt(article, editor.document.offsetAt(editor.selection.active))[0];
  const quote = index === undefined ? undefined : article.quotes[index];
  if (quote) return { editor, article, quote };
  void inform(vscode.l10n.t('Put the cursor on a quote, or select one in the view Quotes, and try again.'));
  return undefined;
}
