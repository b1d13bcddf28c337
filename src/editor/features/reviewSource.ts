import * as vscode from 'vscode';
import { OPEN_SOURCE, sourceFile } from '../reviewCard.ts';
import { warn } from '../messages.ts';

/** Opens a review's source that is a file of the workspace: never another file, whatever a marks file says. */
export function registerReviewSource(): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_SOURCE, async (article: unknown, source: unknown) => {
    if (typeof article !== 'string' || typeof source !== 'string' || !vscode.workspace.isTrusted) return;
    const file = sourceFile(vscode.Uri.parse(article), source);
    const there = file && (await vscode.workspace.fs.stat(file).then(undefined, () => null));
    if (!there) {
      void warn(vscode.l10n.t('{0} is not in this workspace.', source));
      return;
    }
    await vscode.commands.executeCommand('vscode.open', file);
  });
}
