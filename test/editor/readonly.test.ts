import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const TEXT = `Harbour tolls rise after talks

PORT ELLEN, March 3 — “We held the old tolls for six years,” said Moira Calder, the minister of transport.

“Passengers should not pay for this,” Tomas Reyle said.
`;

const SCHEME = 'copydesk-archive';

/** A newsroom's archive, as an extension would offer it: one article, and nothing can be written. */
const archive: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat(uri) {
    if (!uri.path.endsWith('.article')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: new TextEncoder().encode(TEXT).length };
  },
  readFile(uri) {
    if (!uri.path.endsWith('.article')) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(TEXT);
  },
  readDirectory: () => [['harbour.article', vscode.FileType.File]],
  createDirectory: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}

describe('an article in a virtual workspace that cannot be written to', () => {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/harbour.article' });
  const said: string[] = [];
  const { showWarningMessage, showErrorMessage } = vscode.window;
  // Suites before this one may still be told something of theirs.
  const told = (): string[] => said.filter((words) => words.startsWith('harbour.article lies where nothing can be written'));
  let provider: vscode.Disposable;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, archive, { isReadonly: true });
    const listen = (sentence: string) => (said.push(sentence), Promise.resolve(undefined));
    Object.assign(vscode.window, { showWarningMessage: listen, showErrorMessage: listen });
  });

  after(async () => {
    Object.assign(vscode.window, { showWarningMessage, showErrorMessage });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    provider.dispose();
  });

  it('is read, keeps what is decided while it is open, and says so once', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until(async () => (await hover(editor, 'Moira Calder')).includes('minister of transport'));

    await decide(editor, 'We held', 'copydesk.verified');
    await until(() => Promise.resolve(told().length > 0));
    await decide(editor, 'Passengers', 'copydesk.disputed');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(told().length, 1);

    // Neither verdict was lost: with the second taken back, only its quote is left to look at.
    await vscode.commands.executeCommand('copydesk.undoDecision');
    await decide(editor, 'Harbour', 'copydesk.nextUnchecked');
    assert.equal(editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)), 'Passengers');
  });
});

async function decide(editor: vscode.TextEditor, words: string, command: string): Promise<void> {
  const place = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand(command);
}

async function hover(editor: vscode.TextEditor, words: string): Promise<string> {
  const { document } = editor;
  const place = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 100; round++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('it did not come');
}
