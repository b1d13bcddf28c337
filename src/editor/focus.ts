import * as vscode from 'vscode';

/** The person, institution or party that each document's highlights and quotes are limited to. */
export interface Focus extends vscode.Disposable {
  of(document: vscode.TextDocument): string | null;
  set(document: vscode.TextDocument, name: string | null): void;
  readonly onDidChange: vscode.Event<void>;
}

export function createFocus(): Focus {
  const changed = new vscode.EventEmitter<void>();
  const names = new Map<string, string>();

  /** The command that lifts a limit is offered where one is set; a picture or a view that has the focus belongs to the last article. */
  function offer(document: vscode.TextDocument | undefined): void {
    if (document) void vscode.commands.executeCommand('setContext', 'copydesk.focused', names.has(document.uri.toString()));
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor((editor) => offer(editor?.document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => names.delete(uri.toString())),
  );
  return {
    of: (document) => names.get(document.uri.toString()) ?? null,
    set(document, name) {
      if (name === null) names.delete(document.uri.toString());
      else names.set(document.uri.toString(), name);
      offer(document);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}
