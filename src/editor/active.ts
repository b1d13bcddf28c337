import * as vscode from 'vscode';
import type { Files } from './files.ts';

/** The article that commands mean and views show: one answer for all, so that a command never reaches another article than the view beside it. */
export interface Active extends vscode.Disposable {
  /** That of the active editor; while a picture or another view has the focus, the one that was looked at last. */
  readonly document: vscode.TextDocument | null;
  /** Its editor; none while it is hidden behind another tab. */
  readonly editor: vscode.TextEditor | undefined;
}

export function createActive(files: Files): Active {
  let last = vscode.window.activeTextEditor;
  const following = vscode.window.onDidChangeActiveTextEditor((editor) => (last = editor ?? last));

  /** Before anything was looked at, a picture may have the focus; then an article beside it is all there is. */
  function lookedAt(): vscode.TextDocument | undefined {
    const editor = vscode.window.activeTextEditor ?? last;
    return editor ? editor.document : vscode.window.visibleTextEditors.find(({ document }) => files.isOn(document))?.document;
  }

  function article(): vscode.TextDocument | null {
    const document = lookedAt();
    return document && !document.isClosed && files.isOn(document) ? document : null;
  }

  return {
    get document() {
      return article();
    },
    get editor() {
      const document = article();
      const shown = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
      // The same article may stand in two editors side by side.
      return shown.find((editor) => editor === (vscode.window.activeTextEditor ?? last)) ?? shown[0];
    },
    dispose: () => void following.dispose(),
  };
}
