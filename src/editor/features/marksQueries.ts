import * as vscode from 'vscode';
import { reviewOn, verdictName } from '../markWords.ts';
import type { Services } from '../services.ts';
import { inform } from '../messages.ts';

/** Open questions as one message for the reporter: "para 6, quote 2: whose words?". */
export function registerMarksQueries({ active, documents, marks }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.copyQueries', async () => {
    const document = active.document;
    const article = document && (await documents.upToDate(document));
    if (!article) return;
    await marks.ready(document);
    const placed = marks.list(document);
    const paragraphs = article.structure.filter(({ kind }) => kind === 'paragraph');
    const place = (offset: number) => {
      const paragraph = paragraphs.findIndex(({ start, end }) => start <= offset && offset < end) + 1;
      return paragraph > 0
        ? vscode.l10n.t('para {0}', paragraph)
        : vscode.l10n.t('line {0}', document.positionAt(offset).line + 1);
    };
    const queries: { readonly at: number; readonly text: string }[] = [];
    article.quotes.forEach((quote, index) => {
      const at = quote.content[0]!.start;
      const { own, state } = reviewOn(quote, placed);
      const note = own?.mark.decision.kind === 'review' ? own.mark.decision.note : null;
      const asked = [
        quote.speaker === null && quote.candidates.length === 0 ? vscode.l10n.t('whose words?') : '',
        quote.candidates.length > 0 ? vscode.l10n.t('who: {0}?', quote.candidates.join(' / ')) : '',
        state === 'disputed' || state === 'needs-source' || state === 'changed' ? verdictName(state) : '',
        note ?? '',
      ].filter((part) => part !== '');
      if (asked.length > 0)
        queries.push({ at, text: vscode.l10n.t('{0}, quote {1}: {2}', place(at), index + 1, asked.join('; ')) });
    });
    for (const { mark, spans } of placed) {
      const { decision } = mark;
      if (decision.kind !== 'comment' || decision.resolved || decision.replyTo !== null) continue;
      const [span] = spans;
      const words = mark.targets[0]?.selector.exact ?? '';
      const at = span?.start ?? Number.MAX_SAFE_INTEGER;
      queries.push({ at, text: span ? `${place(at)}, “${words}”: ${decision.text}` : `“${words}”: ${decision.text}` });
    }
    if (queries.length === 0) {
      void inform(vscode.l10n.t('This article has no open questions.'));
      return;
    }
    queries.sort((a, b) => a.at - b.at);
    await vscode.env.clipboard.writeText(`${queries.map(({ text }) => text).join('\n')}\n`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Open questions copied: {0}', queries.length), 4_000);
  });
}
