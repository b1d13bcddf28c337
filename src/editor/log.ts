import * as vscode from 'vscode';

/** The output channel "Copydesk": what went wrong, for whoever has to find out why. Article text is never written to it. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Copydesk', { log: true });
}
