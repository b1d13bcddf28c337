import * as vscode from 'vscode';
import { quoteCard } from '../../core/index.ts';
import { toMarkdown, toSpan } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import type { Services } from '../services.ts';

/** The speaker's name in front of each quote, for those who want it in the text. Off by default, since it moves the words. */
export function registerSpeakerHints({ documents, files, settings }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    settings.onDidChange(() => changed.fire()),
    documents.onDidAnalyze(() => settings.value.speakerHints && changed.fire()),
    registerForArticles(files, (selector) =>
      vscode.languages.registerInlayHintsProvider(selector, {
        onDidChangeInlayHints: changed.event,
        async provideInlayHints(document, range, token) {
          if (!settings.value.speakerHints) return [];
          const article = await documents.upToDate(document, token);
          if (!article) return [];
          const { start, end } = toSpan(document, range);
          return article.quotes.flatMap((quote, index) => {
            const first = quote.content[0];
            if (!first || first.start < start || first.start > end) return [];
            const name = quote.speaker ?? vscode.l10n.t('speaker not known');
            const hint = new vscode.InlayHint(document.positionAt(beforeMark(article.text, first.start)), `${name}:`);
            hint.paddingRight = true;
            hint.tooltip = toMarkdown(quoteCard(article, index, first.start), document.uri);
            return [hint];
          });
        },
      }),
    ),
  );
}

/** The name stands in front of the opening mark, not between the mark and the words. */
function beforeMark(text: string, start: number): number {
  return start - (/(?:''|``|«[ \u00a0\u202f]?|["'“”‘’„»])$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
}
