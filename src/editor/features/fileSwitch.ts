import * as vscode from 'vscode';
import { quotesAt } from '../../core/index.ts';
import type { Services } from '../services.ts';

/** Switches a file on or off, and tells menus, keys and views (by context keys) what the active file is. */
export function registerFileSwitch({ active, documents, files }: Services): vscode.Disposable {
  const told = new Map<string, boolean>();
  function tell(key: string, value: boolean): void {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  function tellAll(): void {
    const editor = vscode.window.activeTextEditor;
    const article = active.document;
    tell('copydesk.isOn', article !== null);
    tell('copydesk.isRead', article !== null && documents.current(article) !== undefined);
    tell('copydesk.canSwitchOn', editor !== undefined && !article);
    tellQuote(active.editor);
  }

  function tellQuote(editor: vscode.TextEditor | undefined): void {
    const article = editor && documents.current(editor.document)?.article;
    tell(
      'copydesk.onQuote',
      article !== undefined && quotesAt(article, editor!.document.offsetAt(editor!.selection.active)).length > 0,
    );
  }

  tellAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tellAll),
    files.onDidChange(tellAll),
    documents.onDidAnalyze((document) => document === vscode.window.activeTextEditor?.document && tellAll()),
    vscode.window.onDidChangeTextEditorSelection(
      ({ textEditor }) => textEditor === vscode.window.activeTextEditor && tellQuote(active.editor),
    ),
    vscode.commands.registerCommand('copydesk.switchFile', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      const on = !files.isOn(document);
      files.switch(document, on);
      vscode.window.setStatusBarMessage(
        on ? vscode.l10n.t('Copydesk reads this file as an article.') : vscode.l10n.t('Copydesk leaves this file alone.'),
        4_000,
      );
    }),
  );
}
