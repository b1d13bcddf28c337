import * as vscode from 'vscode';
import { cardsAt } from '../../core/index.ts';
import { toMarkdown, toRange } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import type { Services } from '../services.ts';

/** The cards of whatever the pointer, or the cursor with the key for hovers, stands on. */
export function registerHover({ documents, files }: Services): vscode.Disposable {
  return registerForArticles(files, (selector) =>
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        const article = await documents.upToDate(document, token);
        if (!article) return null;
        const cards = cardsAt(article, document.offsetAt(position));
        const nearest = cards[0];
        if (!nearest) return null;
        return new vscode.Hover(
          cards.map((card) => toMarkdown(card, document.uri)),
          toRange(document, nearest.span),
        );
      },
    }),
  );
}
