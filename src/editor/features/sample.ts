import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/** Opens the sample article as a file without a name, so that it can be tried out and thrown away. */
export function registerSample({ extensionUri }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.openSample', async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples', 'moscow.article'));
    const document = await vscode.workspace.openTextDocument({
      language: 'news-article',
      content: new TextDecoder().decode(bytes),
    });
    await vscode.window.showTextDocument(document, { preview: false });
  });
}
