import * as vscode from 'vscode';
import { cardsAt, type PlacedMark } from '../../core/index.ts';
import { toMarkdown, toRange } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import { reviewMarkdown } from '../reviewCard.ts';
import type { Services } from '../services.ts';

/** The cards of whatever the pointer, or the cursor with the key for hovers, stands on, and what a review says of it. */
export function registerHover({ documents, marks, files }: Services): vscode.Disposable {
  return registerForArticles(files, (selector) =>
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        const article = await documents.upToDate(document, token);
        if (!article) return null;
        const offset = document.offsetAt(position);
        const cards = cardsAt(article, offset);
        const reviews = marks.list(document).filter((own) => own.mark.decision.kind === 'review' && standsAt(own, offset));
        const span = cards[0]?.span ?? reviews[0]?.spans.find((own) => own !== null);
        if (!span) return null;
        return new vscode.Hover(
          [
            ...cards.map((card) => toMarkdown(card, document.uri)),
            ...reviews.map((review) => reviewMarkdown(review, document.uri)),
          ],
          toRange(document, span),
        );
      },
    }),
  );
}

function standsAt({ spans }: PlacedMark, offset: number): boolean {
  return spans.some((span) => span !== null && span.start <= offset && offset <= span.end);
}
