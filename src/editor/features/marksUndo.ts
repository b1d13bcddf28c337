import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/** Undo and redo of decisions, by commands and keys of their own: the editor's undo knows the text alone. */
export function registerMarksUndo({ active, marks }: Services): vscode.Disposable {
  const run = (go: 'undo' | 'redo', done: (label: string) => string, nothing: string) => async () => {
    const document = active.document;
    if (!document) return;
    const label = await marks[go](document);
    vscode.window.setStatusBarMessage(label === undefined ? nothing : done(label), 4_000);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.undoDecision',
      run('undo', (label) => vscode.l10n.t('Undone: {0}', label), vscode.l10n.t('There is no decision to undo in this article.')),
    ),
    vscode.commands.registerCommand(
      'copydesk.redoDecision',
      run(
        'redo',
        (label) => vscode.l10n.t('Done again: {0}', label),
        vscode.l10n.t('There is no decision to redo in this article.'),
      ),
    ),
  );
}
