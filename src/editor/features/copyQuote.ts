import * as vscode from 'vscode';
import { quoteCard, type QuotesRow } from '../../core/index.ts';
import { chosenQuote } from '../chosenQuote.ts';
import type { Services } from '../services.ts';

/** Copies a quote with its attribution as plain text: `“We must act” (Hulusi Akar, Turkish Defence Minister)`. */
export function registerCopyQuote(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.copyQuote', async (row?: QuotesRow) => {
    const chosen = await chosenQuote(services, row);
    if (!chosen) return;
    const { article, quote } = chosen;
    const card = quoteCard(article, article.quotes.indexOf(quote), quote.content[0]?.start ?? 0);
    const words = card.pieces.join(' […] ');
    const speaker = card.speaker ?? vscode.l10n.t('speaker not known');
    const via = card.via ? vscode.l10n.t('via {0}', card.via) : '';
    const attribution = [speaker, card.role, via].filter(Boolean).join(', ');
    // A mixed quote brings its own marks: what stands outside them was not said in these words.
    await vscode.env.clipboard.writeText(`${card.type === 'direct' ? `“${words}”` : words} (${attribution})`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The quote was copied.'), 3_000);
  });
}
