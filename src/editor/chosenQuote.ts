import * as vscode from 'vscode';
import { type Article, type Quote, quotesAt, type QuotesRow, quoteText } from '../core/index.ts';
import { inform } from './messages.ts';
import type { Services } from './services.ts';

export interface ChosenQuote {
  readonly editor: vscode.TextEditor;
  readonly article: Article;
  readonly quote: Quote;
}

/** The quote that a command means: that of the row it was given, else the one under the cursor; without one, people are told what to do. */
export async function chosenQuote(
  { active, documents }: Pick<Services, 'active' | 'documents'>,
  row?: QuotesRow,
): Promise<ChosenQuote | undefined> {
  const editor = active.editor;
  const article = editor && (await documents.upToDate(editor.document));
  if (!article) return undefined;
  // A row may be of an analysis that is older than the text.
  const quote =
    row?.kind === 'quote'
      ? saying(article, row.text, row.quote)
      : article.quotes[quotesAt(article, editor.document.offsetAt(editor.selection.active))[0] ?? -1];
  if (quote) return { editor, article, quote };
  void inform(vscode.l10n.t('Put the cursor on a quote, or select one in the view Quotes, and try again.'));
  return undefined;
}

/** The same quote after somebody was asked, or looked elsewhere: the text may have moved. People are told when its words are gone. */
export async function quoteNow(
  { documents }: Pick<Services, 'documents'>,
  { editor, article, quote }: ChosenQuote,
): Promise<ChosenQuote | undefined> {
  const now = await documents.upToDate(editor.document);
  const same = now && saying(now, quoteText(article, quote), quote);
  if (same) return { editor, article: now, quote: same };
  void inform(vscode.l10n.t('The words of this quote changed meanwhile, so nothing was decided. Try again.'));
  return undefined;
}

/** The quote that says these words; of several the one nearest to where they stood. */
function saying(article: Article, words: string, { content: [stood] }: Quote): Quote | undefined {
  const far = ({ content: [first] }: Quote) => Math.abs((first?.start ?? 0) - (stood?.start ?? 0));
  return article.quotes.filter((quote) => quoteText(article, quote) === words).sort((a, b) => far(a) - far(b))[0];
}
