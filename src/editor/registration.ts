import * as vscode from 'vscode';
import type { Files } from './files.ts';

/** Registers a language feature for the files that may be articles, and again when settings or a switched file change which those are, or `anew` says so. */
export function registerForArticles(
  files: Files,
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
  anew?: vscode.Event<unknown>,
): vscode.Disposable {
  let selector = files.selector;
  let registered = register(selector);
  const again = () => {
    selector = files.selector;
    registered.dispose();
    registered = register(selector);
  };
  const watcher = vscode.Disposable.from(
    files.onDidChange(() => JSON.stringify(files.selector) !== JSON.stringify(selector) && again()),
    ...(anew ? [anew(again)] : []),
  );
  return {
    dispose() {
      watcher.dispose();
      registered.dispose();
    },
  };
}
