import * as vscode from 'vscode';
import type { MarksFiles } from '../../core/index.ts';

/** Marks files wherever VS Code keeps files; names are URIs as text. */
export const workspaceFiles: MarksFiles = {
  async read(name) {
    const uri = vscode.Uri.parse(name);
    try {
      const { mtime } = await vscode.workspace.fs.stat(uri);
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), modified: mtime };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
      // Bytes that are no UTF-8 could not be written back as they are, so such a file is left alone.
      if (error instanceof TypeError)
        throw new Error(vscode.l10n.t('It is not UTF-8 text: restore it from your version control.'));
      throw error;
    }
  },
  async write(name, text) {
    // Two windows that wrote into one file at the same time would mix their lines.
    const draft = vscode.Uri.parse(`${name}-${DRAFT}`);
    try {
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(draft, vscode.Uri.parse(name), { overwrite: true });
    } catch (error) {
      await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
      throw error;
    }
  },
  replace: async (from, to) => vscode.workspace.fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: true }),
  remove: async (name) => vscode.workspace.fs.delete(vscode.Uri.parse(name)),
  pause: () => new Promise((resolve) => setTimeout(resolve, 5 + 20 * Math.random())),
};

/** Marks files by path, for the moment in which VS Code ends and its file system answers no more; null in a browser, which has no disk. */
export async function ownDisk(): Promise<MarksFiles | null> {
  return (await import('../../disk/marksFiles.ts')).marksOnDisk ?? null;
}

/** Tells the files of this window from those of any other. */
const DRAFT = crypto.randomUUID().slice(0, 8);

/** Where an article's marks are kept: beside it, and nowhere else whatever a marks file says. */
export function marksUri(article: vscode.Uri): vscode.Uri {
  return article.with({ path: `${article.path}.marks.jsonl`, query: '', fragment: '' });
}

/** The file name that marks give as their source. */
export function articleName(article: vscode.Uri): string {
  return article.path.slice(article.path.lastIndexOf('/') + 1);
}
