import * as vscode from 'vscode';
import { quoteCard, quotesAt, type QuotesRow } from '../../core/index.ts';
import { activeArticle } from '../active.ts';
import type { Services } from '../services.ts';

/** Copies a quote with its attribution as plain text: `“We must act” (Hulusi Akar, Turkish Defence Minister)`. */
export function registerCopyQuote({ documents, files }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.copyQuote', async (row?: QuotesRow) => {
    const editor = activeArticle(files);
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    const here = editor.document.offsetAt(editor.selection.active);
    const index = row?.kind === 'quote' ? row.index : quotesAt(article, here)[0];
    if (index === undefined || !article.quotes[index]) return;
    const card = quoteCard(article, index, here);
    const words = card.pieces.join(' […] ');
    const speaker = card.speaker ?? vscode.l10n.t('speaker not known');
    const attribution = card.role ? `${speaker}, ${card.role}` : speaker;
    await vscode.env.clipboard.writeText(`${card.type === 'indirect' ? words : `“${words}”`} (${attribution})`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The quote was copied.'), 3_000);
  });
}
