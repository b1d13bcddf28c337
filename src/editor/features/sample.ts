import * as vscode from 'vscode';
import { parseMarks } from '../../core/index.ts';
import type { Services } from '../services.ts';

/** Opens the sample article, with a few decisions on it, as a file without a name, so that it can be tried out and thrown away. */
export function registerSample({ extensionUri, marks }: Services): vscode.Disposable {
  const sample = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples', name)));
  return vscode.commands.registerCommand('copydesk.openSample', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'news-article',
      content: await sample('moscow.article'),
    });
    await vscode.window.showTextDocument(document, { preview: false });
    await marks.adopt(document, parseMarks(await sample('moscow.article.marks.jsonl')).entries);
  });
}
