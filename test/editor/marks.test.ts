import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, at, beside, clear, lines, open, range, read, until, untilLines } from './support/articles.ts';

describe('marks in the editor', () => {
  let uri: vscode.Uri;
  beforeEach(async () => {
    uri = await article();
  });

  afterEach(clear);

  it('writes a verdict beside the article, drops it when the words change, and undoes and redoes it', async () => {
    const editor = await open(uri);
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    const [line] = await untilLines(uri, 1);
    assert.equal(line?.motivation, 'assessing');
    assert.equal(line.body[0]?.value, 'verified');
    assert.equal(line.body[0]?.['copydesk:checked'], 'Passengers should not pay for this,');
    assert.ok(uri.path.endsWith(`/${line.target.source}`));

    await vscode.commands.executeCommand('copydesk.undoDecision');
    await untilLines(uri, 0);
    await vscode.commands.executeCommand('copydesk.redoDecision');
    await untilLines(uri, 1);

    await editor.edit((edit) => edit.delete(range(editor.document, 'not ')));
    await editor.document.save();
    const [after] = await until(
      () => lines(uri),
      (found) => found[0]?.target.selector[0]?.exact === 'Passengers should pay for this,',
    );
    assert.equal(after?.body[0]?.['copydesk:checked'], 'Passengers should not pay for this,');
    assert.equal(after.id, line.id);
  });

  it('leaves lines byte for byte when the article grows at the top', async () => {
    const editor = await open(uri);
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.disputed');
    await untilLines(uri, 1);
    const before = await read(beside(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A new first line.\n\n'));
    await editor.document.save();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await read(beside(uri)), before);
  });

  it('walks from one unchecked quote to the next', async () => {
    const editor = await open(uri);
    await at(editor, 'Harbour');
    await vscode.commands.executeCommand('copydesk.nextUnchecked');
    assert.equal(wordAt(editor), 'We');
    await vscode.commands.executeCommand('copydesk.verified');
    assert.equal(wordAt(editor), 'Passengers', 'a verdict leads to the next quote');
    await vscode.commands.executeCommand('copydesk.nextUnchecked');
    assert.equal(wordAt(editor), 'Passengers');
  });

  it('takes up what somebody else writes into the file', async () => {
    const editor = await open(uri);
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    const [line] = await untilLines(uri, 1);
    const other = { ...line, id: 'urn:uuid:other', body: [{ type: 'TextualBody', purpose: 'assessing', value: 'disputed' }] };
    const target = {
      source: 'x',
      selector: [{ type: 'TextQuoteSelector', exact: 'We held the old tolls for six years,', prefix: '', suffix: '' }],
    };
    const text = `${JSON.stringify(line)}\n${JSON.stringify({ ...other, target })}\n`;
    await vscode.workspace.fs.writeFile(beside(uri), new TextEncoder().encode(text));
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.needsSource');
    const found = await until(
      () => lines(uri),
      (all) => all.length === 2 && all.some(({ body }) => body[0]?.value === 'needs-source'),
    );
    assert.deepEqual(found.map(({ body }) => body[0]?.value).sort(), ['disputed', 'needs-source']);
  });

  it('lets a correction by code action change the analysis, and keeps it', async () => {
    const editor = await open(uri);
    await at(editor, 'Tomas Reyle');
    const place = range(editor.document, 'Tomas Reyle');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, place);
    const nothing = actions.find(({ title }) => /nor anywhere/.test(title))?.command;
    assert.ok(nothing, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(nothing.command, ...(nothing.arguments as unknown[]));
    const [line] = await untilLines(uri, 1);
    assert.equal(line?.body[0]?.value, 'not-an-entity');
    const mentions = async () =>
      (await vscode.commands.executeCommand<vscode.Location[] | undefined>(
        'vscode.executeReferenceProvider',
        uri,
        place.start.translate(0, 1),
      )) ?? [];
    await until(mentions, (found) => found.length === 0);
  });

  it('keeps notes as threads, with replies, and puts open questions on the clipboard', async () => {
    const editor = await open(uri);
    await at(editor, 'Moira Calder met');
    const thread = { uri, range: range(editor.document, 'Tomas Reyle in'), dispose: () => undefined };
    await vscode.commands.executeCommand('copydesk.comment.add', { thread, text: 'Spelt so?' });
    const [note] = await untilLines(uri, 1);
    assert.equal(note?.motivation, 'commenting');
    assert.equal(note.target.selector[0]?.exact, 'Tomas Reyle in');
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.disputed');
    await vscode.commands.executeCommand('copydesk.copyQueries');
    const asked = await until(
      async () => vscode.env.clipboard.readText(),
      (text) => /Spelt so/.test(text),
    ).catch(() => null);
    if (asked !== null) assert.match(asked, /quote 2: disputed/);
  });

  it('takes the marks along when the article is renamed', async () => {
    const editor = await open(uri);
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    await untilLines(uri, 1);
    const old = uri;
    uri = uri.with({ path: uri.path.replace('.article', '-renamed.article') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, uri);
    await vscode.workspace.applyEdit(edit);
    await untilLines(uri, 1);
    assert.equal((await lines(old)).length, 0);
  });
});

function wordAt(editor: vscode.TextEditor): string {
  return editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active));
}
