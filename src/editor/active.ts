import * as vscode from 'vscode';
import type { Files } from './files.ts';

/** The editor of the article that commands mean: the active one, or, while a picture or another view has the focus, the article that is shown. */
export function activeArticle(files: Files): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active) return files.isOn(active.document) ? active : undefined;
  return vscode.window.visibleTextEditors.find(({ document }) => files.isOn(document));
}
