import * as vscode from 'vscode';
import { parseMarks } from '../../core/index.ts';
import { articleName, marksUri, type Owner, ownerBeside } from '../marks/index.ts';
import type { Services } from '../services.ts';
import { inform } from '../messages.ts';

/** Marks go where their article goes: rename and move, Save As, an untitled article that gets a file; a deletion says what is left. */
export function registerMarksFollow({ marks, files }: Services): vscode.Disposable {
  /** Articles that were closed lately with marks, for the file that takes their place. */
  const closed: (Owner & { readonly text: string; readonly untitled: boolean; readonly readOnly: boolean })[] = [];
  const asked = new Set<string>();

  async function withMarks(
    oldUri: vscode.Uri,
    newUri: vscode.Uri,
    edit: vscode.WorkspaceEdit,
    all: ReadonlySet<string>,
  ): Promise<void> {
    const from = marksUri(oldUri);
    const open = vscode.workspace.textDocuments.find((own) => own.uri.toString() === oldUri.toString());
    if (open && marks.entries(open).length > 0) await marks.flush(open);
    // Where the person moves both, VS Code does already.
    if (all.has(from.toString()) || !(await exists(from)) || (await exists(marksUri(newUri)))) return;
    edit.renameFile(from, marksUri(newUri), { overwrite: false });
  }

  /** An article without marks may be one that was copied, saved under another name, or moved by another program. */
  async function offer(document: vscode.TextDocument): Promise<void> {
    if (document.isUntitled || !files.isOn(document)) return;
    const text = document.getText();
    // Without words nothing says whose marks they would be.
    if (text.trim() === '') return;
    // An untitled article is emptied as soon as its file is saved, so its marks are taken before anything else happens.
    const drafted = openTwin(document, text, true)?.entries;
    await marks.ready(document);
    if (marks.entries(document).length > 0) return;
    const index = closed.findIndex((own) => own.text === text);
    const draft = drafted ?? (closed[index]?.untitled ? closed.splice(index, 1)[0]!.entries : null);
    if (draft) return marks.adopt(document, draft);
    const owner = closed[index] ?? openTwin(document, text, false) ?? (await ownerBeside(document.uri, text));
    const name = articleName(document.uri);
    const question = owner && [name, owner.name].join('\n');
    // From a place that cannot be written to, the marks of the same name are kept nowhere else.
    const kept = owner?.name === name && !(closed[index]?.readOnly ?? false);
    if (!owner || kept || asked.has(question!)) return;
    asked.add(question!);
    const take = vscode.l10n.t('Take along');
    const sentence = owner.left
      ? vscode.l10n.t(
          '{0} has the words of the marks in {1}, whose article is gone. Take them along?',
          name,
          articleName(owner.left),
        )
      : vscode.l10n.t('{0} has the same text as {1}. Take its marks along?', name, owner.name);
    if ((await inform(sentence, take)) !== take) return;
    await marks.adopt(document, owner.entries);
    if (owner.left) await discard(owner.left);
  }

  function openTwin(document: vscode.TextDocument, text: string, untitled: boolean): Owner | undefined {
    const other = vscode.workspace.textDocuments.find(
      (own) => own !== document && own.isUntitled === untitled && own.getText() === text && marks.entries(own).length > 0,
    );
    return other && { name: articleName(other.uri), entries: marks.entries(other), left: null };
  }

  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const all = new Set(event.files.map(({ oldUri }) => oldUri.toString()));
      const edit = new vscode.WorkspaceEdit();
      const wait = Promise.all(event.files.map(({ oldUri, newUri }) => withMarks(oldUri, newUri, edit, all)));
      event.waitUntil(wait.then(() => edit));
    }),
    vscode.workspace.onDidDeleteFiles(async ({ files: deleted }) => {
      const left: vscode.Uri[] = [];
      for (const uri of deleted)
        if (!uri.path.endsWith('.marks.jsonl') && (await exists(marksUri(uri)))) left.push(marksUri(uri));
      if (left.length === 0) return;
      const also = vscode.l10n.t('Delete them too');
      if ((await inform(await leftWords(left), also)) === also) for (const uri of left) await discard(uri);
    }),
    marks.onWillForget((document) => {
      const entries = marks.entries(document);
      if (entries.length === 0) return;
      closed.push({
        text: document.getText(),
        entries,
        untitled: document.isUntitled,
        readOnly: vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false,
        name: articleName(document.uri),
        left: null,
      });
      if (closed.length > MOST_REMEMBERED) closed.shift();
      // The file that takes an untitled article's place may have been opened before that was closed.
      if (document.isUntitled)
        vscode.workspace.textDocuments.forEach((own) => own.getText() === document.getText() && void offer(own));
    }),
    vscode.workspace.onDidSaveTextDocument(offer),
    vscode.workspace.onDidOpenTextDocument(offer),
  );
}

const MOST_REMEMBERED = 20;
const MOST_NAMED = 5;

/** One sentence for all articles that were deleted at once. */
async function leftWords(left: readonly vscode.Uri[]): Promise<string> {
  const names = left.map((uri) => articleName(uri));
  const [only, another] = left;
  if (only && !another) {
    const count = parseMarks(new TextDecoder().decode(await vscode.workspace.fs.readFile(only))).entries.length;
    const article = names[0]!.replace(/\.marks\.jsonl$/, '');
    return vscode.l10n.t('{0} was deleted; its marks ({1}) are still in {2}.', article, count, names[0]!);
  }
  const named = names.slice(0, MOST_NAMED).join(', ');
  return names.length <= MOST_NAMED
    ? vscode.l10n.t('{0} articles were deleted; their marks are still in {1}.', names.length, named)
    : vscode.l10n.t(
        '{0} articles were deleted; their marks are still in {1} and {2} more.',
        names.length,
        named,
        names.length - MOST_NAMED,
      );
}

async function discard(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { useTrash: true }).then(undefined, () => vscode.workspace.fs.delete(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
