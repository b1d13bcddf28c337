import * as vscode from 'vscode';

/** The person, institution or party that highlights and quotes are limited to, for one document at a time. */
export interface Focus extends vscode.Disposable {
  of(document: vscode.TextDocument): string | null;
  set(document: vscode.TextDocument, name: string | null): void;
  readonly onDidChange: vscode.Event<void>;
}

export function createFocus(): Focus {
  const changed = new vscode.EventEmitter<void>();
  let chosen: { readonly uri: string; readonly name: string } | null = null;
  return {
    of: (document) => (chosen?.uri === document.uri.toString() ? chosen.name : null),
    set(document, name) {
      chosen = name === null ? null : { uri: document.uri.toString(), name };
      void vscode.commands.executeCommand('setContext', 'copydesk.focused', name !== null);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
