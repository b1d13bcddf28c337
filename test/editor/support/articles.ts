import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const TEXT = `Harbour tolls rise after talks

PORT ELLEN, March 3 — “We held the old tolls for six years,” said Moira Calder, the minister of transport.

Moira Calder met Tomas Reyle in Port Ellen on Friday.

“Passengers should not pay for this,” Tomas Reyle said.
`;

/** The two quotes of TEXT. */
export const HELD = 'We held the old tolls for six years,';
export const QUOTE = 'Passengers should not pay for this,';

/** A line of a marks file, as far as tests look at it. */
export interface Line {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly { readonly value?: string; readonly 'copydesk:checked'?: string }[];
  readonly target: { readonly source: string; readonly selector: readonly { readonly exact?: string }[] };
}

let number = 0;

/** A new name in the folder that is open. */
export function freshUri(ending = '.article'): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  return vscode.Uri.joinPath(folder, `made-${Date.now() % 1_000_000}-${++number}${ending}`);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A new article with these lines beside it. */
export async function article(lines: readonly object[] = [], text = TEXT): Promise<vscode.Uri> {
  const uri = freshUri();
  await write(uri, text);
  if (lines.length > 0) await write(beside(uri), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return uri;
}

export function beside(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}.marks.jsonl` });
}

/** A mark on these words of TEXT. */
export function mark(id: string, words: string, motivation: string, body: object, text = TEXT): object {
  const start = text.indexOf(words);
  const selector = {
    type: 'TextQuoteSelector',
    exact: words,
    prefix: text.slice(Math.max(0, start - 32), Math.max(0, start)),
    suffix: start < 0 ? '' : text.slice(start + words.length, start + words.length + 32),
  };
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation,
    body: { type: 'TextualBody', purpose: motivation, ...body },
    target: { source: 'x', selector },
  };
}

/** Closes what is open and deletes what was made. */
export async function clear(): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
  while (vscode.window.activeTextEditor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  for (const [name] of await vscode.workspace.fs.readDirectory(folder))
    if (name.startsWith('made-'))
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name)).then(undefined, () => undefined);
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** A new article with these lines beside it, which is open and read, and the cursor in these words. */
export async function articleAt(
  words: string,
  lines: readonly object[] = [],
  text = TEXT,
): Promise<{ readonly uri: vscode.Uri; readonly editor: vscode.TextEditor }> {
  const uri = await article(lines, text);
  const editor = await open(uri);
  await at(editor, words);
  return { uri, editor };
}

export function range(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in the text`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Puts the cursor into words, when the article has been read. */
export async function at(editor: vscode.TextEditor, words: string): Promise<void> {
  const place = range(editor.document, words).start.translate(0, 1);
  editor.selection = new vscode.Selection(place, place);
  await hover(editor.document, words);
}

/** The cards on these words. */
export async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const place = range(document, words).start.translate(0, 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n\n');
}

/** Waits for a card on these words that says this. */
export async function untilCard(document: vscode.TextDocument, words: string, says: RegExp): Promise<string> {
  return until(
    () => hover(document, words),
    (card) => says.test(card),
  );
}

/** Runs the correction whose title has these words on a place of the article. */
export async function correct(document: vscode.TextDocument, words: string, title: RegExp): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range(document, words),
  );
  const command = actions.find((action) => title.test(action.title))?.command;
  assert.ok(command, `${String(title)} is not among ${actions.map((action) => action.title).join(', ')}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
}

/** A file's text; none while there is no such file. */
export async function read(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}

/** The lines beside an article; none where there is no file. */
export async function lines(uri: vscode.Uri): Promise<readonly Line[]> {
  return (await read(beside(uri)))
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

/** Asks again until the answer is as wanted. */
export async function until<T>(ask: () => Thenable<T> | T, wanted: (answer: T) => boolean): Promise<T> {
  for (let round = 0; ; round++) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    assert.ok(round < 150, `it did not come: ${JSON.stringify(answer)}`);
    await wait(100);
  }
}

/** Waits for so many lines beside the article. */
export async function untilLines(uri: vscode.Uri, count: number): Promise<readonly Line[]> {
  return until(
    () => lines(uri),
    (found) => found.length === count,
  );
}

/** Runs a command that asks, and takes the nth answer of the list that it shows. */
export async function choosing(command: string, nth = 0): Promise<void> {
  const done = vscode.commands.executeCommand(command);
  await answering(done, async () => {
    await wait(300);
    for (let i = 0; i < nth; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  });
}

/** Accepts the first button of the message that came last, until what is waited for comes about. */
export async function accepting<T>(ask: () => Thenable<T> | T, wanted: (answer: T) => boolean): Promise<T> {
  return until(async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return ask();
  }, wanted);
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** On a slow machine a list may not be there yet when it is answered for the first time. */
async function answering(done: Thenable<unknown>, answer: () => Promise<void>): Promise<void> {
  let over = false;
  void done.then(
    () => (over = true),
    () => (over = true),
  );
  for (let round = 0; !over && round < 20; round++) {
    await answer();
    await wait(200);
  }
  await done;
}
