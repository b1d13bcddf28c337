import * as vscode from 'vscode';
import { mentionsOf, type Span, subjectAt } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import type { Services } from '../services.ts';

/** All mentions of what stands under the cursor: marked in the text, listed as references, and the first one as the definition. */
export function registerMentions({ documents, files }: Services): vscode.Disposable {
  async function mentionsAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<readonly Span[]> {
    const article = await documents.upToDate(document, token);
    const subject = article && subjectAt(article, document.offsetAt(position));
    return subject ? mentionsOf(article, subject) : [];
  }

  return registerForArticles(files, (selector) =>
    vscode.Disposable.from(
      vscode.languages.registerDocumentHighlightProvider(selector, {
        async provideDocumentHighlights(document, position, token) {
          const mentions = await mentionsAt(document, position, token);
          return mentions.map((span) => new vscode.DocumentHighlight(toRange(document, span), vscode.DocumentHighlightKind.Read));
        },
      }),
      vscode.languages.registerReferenceProvider(selector, {
        async provideReferences(document, position, _context, token) {
          const mentions = await mentionsAt(document, position, token);
          return mentions.map((span) => new vscode.Location(document.uri, toRange(document, span)));
        },
      }),
      vscode.languages.registerDefinitionProvider(selector, {
        async provideDefinition(document, position, token) {
          const first = (await mentionsAt(document, position, token))[0];
          return first ? new vscode.Location(document.uri, toRange(document, first)) : null;
        },
      }),
    ),
  );
}
