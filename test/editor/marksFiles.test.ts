import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  accepting,
  article,
  articleAt,
  at,
  beside,
  clear,
  freshUri,
  hover,
  lines,
  mark,
  open,
  range,
  read,
  TEXT,
  until,
  untilCard,
  untilLines,
  wait,
  write,
} from './support/articles.ts';

const VERIFIED = mark('1', 'Passengers should not pay for this,', 'assessing', { value: 'verified' });
const exists = (uri: vscode.Uri) =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

describe('marks go where their article goes', () => {
  afterEach(clear);

  it('an untitled article holds its marks until it is saved, and they are where they were', async () => {
    const uri = freshUri();
    const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    await vscode.languages.setTextDocumentLanguage(document, 'news-article');
    await at(vscode.window.activeTextEditor!, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    await untilCard(vscode.window.activeTextEditor!.document, 'Passengers', /verified/);
    await wait(300);
    assert.equal(await exists(beside(uri)), false);
    // What is typed after the verdict moves it.
    await vscode.window.activeTextEditor!.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'Passengers should not pay for this, some say.\n\n'),
    );
    await vscode.window.activeTextEditor!.document.save();
    const [line] = await untilLines(uri, 1);
    assert.ok(uri.path.endsWith(`/${line!.target.source}`));
    const { document: saved } = await open(uri);
    assert.match(await hover(saved, 'Passengers should not pay for this,” Tomas'), /verified/);
    assert.doesNotMatch(await hover(saved, 'Passengers should not pay for this, some'), /verified/);
  });

  it('a copy is offered the marks of the article with the same text', async () => {
    const from = await article([VERIFIED]);
    const copy = freshUri();
    await write(copy, TEXT);
    await open(copy);
    const [line] = await accepting(
      () => lines(copy),
      (found) => found.length === 1,
    );
    assert.ok(copy.path.endsWith(`/${line!.target.source}`));
    assert.equal((await lines(from)).length, 1);
  });

  it('an article that another program renamed and edited is offered the marks that were left behind', async () => {
    const text = TEXT.replace('Passengers', 'Islanders').replace('Moira Calder met', 'Greta Holm met');
    const marks = [
      mark('1', 'Islanders should not pay for this,', 'assessing', { value: 'verified' }, text),
      mark('2', 'Greta Holm met', 'commenting', { value: 'Sure?' }, text),
    ];
    const from = await article(marks, text);
    const moved = freshUri();
    await write(moved, `First words.\n\n${text}`);
    await vscode.workspace.fs.delete(from);
    const editor = await open(moved);
    await accepting(
      () => lines(moved),
      (found) => found.length === 2,
    );
    await until(
      () => exists(beside(from)),
      (there) => !there,
    );
    assert.match(await hover(editor.document, 'Islanders'), /verified/);
  });

  it('is not offered the marks of another article', async () => {
    const from = await article([VERIFIED]);
    await vscode.workspace.fs.delete(from);
    const other = freshUri();
    await write(other, 'Ferry ends service\n\nThe last boat left Port Ellen on Sunday, its captain said.\n');
    await open(other);
    await wait(1_000);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await wait(500);
    assert.equal(await exists(beside(other)), false);
    assert.equal(await exists(beside(from)), true);
  });

  it('a move takes the marks along, and a deletion asks what becomes of them', async () => {
    const from = await article([VERIFIED]);
    const folder = vscode.Uri.joinPath(from, `../made-folder-${Date.now() % 1_000_000}`);
    await vscode.workspace.fs.createDirectory(folder);
    const to = vscode.Uri.joinPath(folder, 'moved.article');
    const move = new vscode.WorkspaceEdit();
    move.renameFile(from, to);
    await vscode.workspace.applyEdit(move);
    await untilLines(to, 1);
    assert.equal(await exists(beside(from)), false);

    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(to);
    await vscode.workspace.applyEdit(remove);
    assert.equal(await exists(beside(to)), true);
    await accepting(
      () => exists(beside(to)),
      (there) => !there,
    );
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  it('articles that are deleted at once are asked about once', async () => {
    const articles = [await article([VERIFIED]), await article([VERIFIED]), await article([VERIFIED])];
    const remove = new vscode.WorkspaceEdit();
    for (const uri of [...articles, await article()]) remove.deleteFile(uri);
    await vscode.workspace.applyEdit(remove);
    await wait(1_000);
    const left = async () => (await Promise.all(articles.map((uri) => exists(beside(uri))))).filter(Boolean).length;
    assert.equal(await left(), 3);
    // Another message may lie on top of it for a while; one answer to this one must be enough for all.
    await until(
      async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        await wait(500);
        return left();
      },
      (count) => count < 3,
    );
    await until(left, (count) => count === 0);
  });

  it('a verdict given just before a rename goes along', async () => {
    const { uri: from, editor } = await articleAt('Passengers');
    void vscode.commands.executeCommand('copydesk.verified');
    await untilCard(editor.document, 'Passengers', /verified/);
    const to = freshUri();
    const move = new vscode.WorkspaceEdit();
    move.renameFile(from, to);
    await vscode.workspace.applyEdit(move);
    await untilLines(to, 1);
  });

  it('edits from outside place the marks again; one whose words are gone is listed and put where a person says', async () => {
    const changed = TEXT.replace('“Passengers should not pay for this,”', '“Nobody should have to pay this,”');
    const uri = await article([VERIFIED], changed);
    const again = await open(uri);
    assert.doesNotMatch(await hover(again.document, 'Nobody'), /verified/);
    const before = await read(beside(uri));

    const words = range(again.document, 'Nobody should have to pay this,');
    void vscode.commands.executeCommand('copydesk.showMarks');
    await wait(1_000);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await wait(1_000);
    assert.equal(await read(beside(uri)), before, 'nothing is applied before the person says so');
    again.selection = new vscode.Selection(words.start, words.end);
    const [line] = await accepting(
      () => lines(uri),
      (found) => found[0]?.target.selector[0]?.exact === 'Nobody should have to pay this,',
    );
    assert.equal(line?.body[0]?.value, 'verified');
    assert.match(await hover(again.document, 'Nobody'), /changed since checked/);
  });

  it('a file that vanishes is told, and its marks are written again on demand', async () => {
    const uri = await article([VERIFIED]);
    const editor = await open(uri);
    assert.match(await hover(editor.document, 'Passengers'), /verified/);
    await vscode.workspace.fs.delete(beside(uri));
    await wait(500);
    assert.match(await hover(editor.document, 'Passengers'), /verified/);
    await at(editor, 'We held');
    await vscode.commands.executeCommand('copydesk.disputed');
    await untilLines(uri, 2);
  });
});
