import * as vscode from 'vscode';
import type { Article, Span } from '../../../core/index.ts';
import { toRange } from '../../convert.ts';
import { registerForArticles } from '../../registration.ts';
import type { Services } from '../../services.ts';
import type { Correction } from './correction.ts';
import { nameCorrections } from './names.ts';
import { outlineCorrections } from './outline.ts';
import { piecesOfOneQuote, quoteCorrections } from './quotes.ts';
import { snapped } from './snap.ts';
import { inform } from '../../messages.ts';

/** Corrections of what the analysis found, by code action, context menu, palette and key; each is one decision in the marks file. */
export function registerCorrect({ active, documents, marks, files }: Services): vscode.Disposable {
  async function run(document: vscode.TextDocument, place: Span, correction: Correction, article: Article): Promise<void> {
    const { version } = document;
    const made = await correction.decide({ document, article, place });
    if (!made) return;
    if (document.version !== version) {
      void inform(vscode.l10n.t('The text changed meanwhile, so nothing was decided. Select the words again.'));
      return;
    }
    await marks.add(document, correction.title, made.decision, made.spans);
  }

  async function choose(): Promise<void> {
    const editor = active.editor;
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    const { document } = editor;
    const pieces = editor.selections.map((selection) => snapped(document, selection, article)).sort((a, b) => a.start - b.start);
    const place = snapped(document, editor.selection, article);
    if (place.start === place.end) {
      void inform(vscode.l10n.t('Select the words that are to be corrected, and try again.'));
      return;
    }
    const corrections = pieces.length > 1 ? [piecesOfOneQuote(pieces)] : correctionsAt(article, place);
    const chosen = await vscode.window.showQuickPick(
      corrections.map((correction) => ({ label: correction.title, correction })),
      { title: vscode.l10n.t('Correct “{0}”', document.getText(toRange(document, place))), matchOnDescription: true },
    );
    if (chosen) await run(document, place, chosen.correction, article);
  }

  async function apply(uri: vscode.Uri, place: Span, id: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find((own) => own.uri.toString() === uri.toString());
    const article = document && (await documents.upToDate(document));
    const correction = article && correctionsAt(article, place).find((own) => own.id === id);
    if (document && correction) await run(document, place, correction, article);
  }

  const actions: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, _context, token) {
      const article = await documents.upToDate(document, token);
      if (!article) return [];
      const place = snapped(document, range, article);
      if (place.start === place.end) return [];
      return correctionsAt(article, place).map(({ id, title }) => {
        const action = new vscode.CodeAction(title, KIND);
        action.command = { command: 'copydesk.applyCorrection', title, arguments: [document.uri, place, id] };
        return action;
      });
    },
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.correct', choose),
    vscode.commands.registerCommand('copydesk.applyCorrection', apply),
    registerForArticles(files, (selector) =>
      vscode.languages.registerCodeActionsProvider(selector, actions, { providedCodeActionKinds: [KIND] }),
    ),
  );
}

const KIND = vscode.CodeActionKind.RefactorRewrite.append('copydesk');

/** What may be corrected at a place: the nearest thing first. */
function correctionsAt(article: Article, place: Span): readonly Correction[] {
  return [...nameCorrections(article, place), ...quoteCorrections(article, place), ...outlineCorrections(article, place)];
}
