import type * as vscode from 'vscode';
import type { Files } from './files.ts';

/** Registers a language feature for the files that may be articles, and again when settings or a switched file change which those are. */
export function registerForArticles(
  files: Files,
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  let selector = files.selector;
  let registered = register(selector);
  const watcher = files.onDidChange(() => {
    if (JSON.stringify(files.selector) === JSON.stringify(selector)) return;
    selector = files.selector;
    registered.dispose();
    registered = register(selector);
  });
  return {
    dispose() {
      watcher.dispose();
      registered.dispose();
    },
  };
}
