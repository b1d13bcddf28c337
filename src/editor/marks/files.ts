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
  write: async (name, text) => vscode.workspace.fs.writeFile(vscode.Uri.parse(name), new TextEncoder().encode(text)),
  replace: async (from, to) => vscode.workspace.fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: true }),
  remove: async (name) => vscode.workspace.fs.delete(vscode.Uri.parse(name)),
};

/** Where an article's marks are kept: beside it, and nowhere else whatever a marks file says. */
export function marksUri(article: vscode.Uri): vscode.Uri {
  return article.with({ path: `${article.path}.marks.jsonl`, query: '', fragment: '' });
}

/** The file name that marks give as their source. */
export function articleName(article: vscode.Uri): string {
  return article.path.slice(article.path.lastIndexOf('/') + 1);
}
