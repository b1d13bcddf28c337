import * as vscode from 'vscode';
import { SHOW_SPANS } from '../convert.ts';
import type { Services } from '../services.ts';

/** Commands that go to the next and the previous quote, round the end of the article. */
export function registerQuoteWalk({ active, documents }: Services): vscode.Disposable {
  async function go(step: 1 | -1): Promise<void> {
    const editor = active.editor;
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    const starts = article.quotes.flatMap((quote) => (quote.content[0] ? [{ quote, start: quote.content[0].start }] : []));
    starts.sort((a, b) => a.start - b.start);
    const here = editor.document.offsetAt(editor.selection.active);
    const next = step === 1 ? starts.find(({ start }) => start > here) : starts.findLast(({ start }) => start < here);
    const target = next ?? (step === 1 ? starts[0] : starts.at(-1));
    if (!target) return void vscode.window.setStatusBarMessage(vscode.l10n.t('This article has no quotes.'), 4_000);
    await vscode.commands.executeCommand(SHOW_SPANS, editor.document.uri, target.quote.content, false);
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.nextQuote', () => go(1)),
    vscode.commands.registerCommand('copydesk.previousQuote', () => go(-1)),
  );
}
