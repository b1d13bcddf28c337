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
  HELD,
  hover,
  lines,
  mark,
  open,
  QUOTE,
  range,
  read,
  TEXT,
  until,
  untilCard,
  untilLines,
  wait,
  write,
} from './support/articles.ts';

/** Runs a command that asks; does something while its first question is open, then takes what each question offers. */
async function asked(command: string, meanwhile: () => Promise<unknown>): Promise<void> {
  let over = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => (over = true));
  await wait(500);
  await meanwhile();
  for (let round = 0; !over && round < 20; round++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await wait(200);
  }
  await done;
}

async function typeAtTop(document: vscode.TextDocument, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), words);
  await vscode.workspace.applyEdit(edit);
}

describe('a decision stays with its words', () => {
  afterEach(clear);

  it('when the text moves while its source and note are asked for', async () => {
    const { uri, editor } = await articleAt('Passengers');
    await asked('copydesk.reviewDetails', () => typeAtTop(editor.document, 'A line that was put in meanwhile.\n\n'));
    await untilCard(editor.document, 'Passengers', /Review: unchecked/);
    const [line] = await untilLines(uri, 1);
    assert.equal(line?.target.selector[0]?.exact, QUOTE);
  });

  it('when a source is added to a verdict on words that changed since', async () => {
    const changed = TEXT.replace('should not pay', 'shall not pay');
    const { uri, editor } = await articleAt('Passengers', [mark('1', QUOTE, 'assessing', { value: 'verified' })], changed);
    const state = () => hover(editor.document, 'Passengers');
    assert.match(await state(), /Review: changed since checked/);
    const before = await read(beside(uri));
    await asked('copydesk.reviewDetails', () => Promise.resolve());
    await until(
      () => read(beside(uri)),
      (text) => text !== before,
    );
    assert.match(await state(), /Review: changed since checked/);
  });

  it('when the text moves while it is compared with the words that were checked', async () => {
    const changed = TEXT.replace('should not pay', 'shall not pay');
    const { uri, editor } = await articleAt(
      'Passengers',
      [mark('1', QUOTE, 'assessing', { value: 'verified', 'copydesk:checked': QUOTE })],
      changed,
    );
    await vscode.commands.executeCommand('copydesk.showChange');
    await until(
      () => vscode.window.activeTextEditor?.document.uri.scheme,
      (scheme) => scheme === 'copydesk.compare',
    );
    await typeAtTop(editor.document, 'A line that was put in meanwhile, and another one that is as long, by a colleague.\n\n');
    await vscode.commands.executeCommand('copydesk.verdictOnCompared', 'copydesk.verified');
    await until(
      () => lines(uri),
      ([line]) => line?.body[0]?.['copydesk:checked'] === 'Passengers shall not pay for this,',
    );
    assert.equal((await lines(uri)).length, 1);
  });

  it('when an older verdict comes back by undo after the text was edited and saved', async () => {
    const { uri, editor } = await articleAt('Passengers');
    for (const command of ['copydesk.needsSource', 'copydesk.verified']) {
      await at(editor, 'Passengers');
      await vscode.commands.executeCommand(command);
    }
    await until(
      () => lines(uri),
      ([line]) => line?.body[0]?.value === 'verified',
    );
    await editor.edit((edit) => edit.replace(range(editor.document, 'Passengers'), 'Islanders'));
    await editor.document.save();
    const exact = 'Islanders should not pay for this,';
    await until(
      () => lines(uri),
      ([line]) => line?.target.selector[0]?.exact === exact,
    );
    await vscode.commands.executeCommand('copydesk.undoDecision');
    const [line] = await until(
      () => lines(uri),
      ([own]) => own?.body[0]?.value === 'needs-source',
    );
    assert.equal(line?.target.selector[0]?.exact, exact);
    assert.equal(line?.body[0]?.['copydesk:checked'], QUOTE);
  });

  it('when an undo would take away what a colleague decided since', async () => {
    const { uri, editor } = await articleAt('Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    await untilLines(uri, 1);
    const theirs = (await read(beside(uri)))
      .replace('"value":"verified"', '"value":"disputed"')
      .replace(/"modified":"[^"]*"/, '"modified":"2099-01-01T00:00:00.000Z"');
    await wait(300);
    await write(beside(uri), theirs);
    await untilCard(editor.document, 'Passengers', /Review: disputed/);
    await vscode.commands.executeCommand('copydesk.undoDecision');
    await wait(500);
    assert.equal(await read(beside(uri)), theirs);
    assert.match(await hover(editor.document, 'Passengers'), /Review: disputed/);
  });

  it('when only one of two pieces of a quote is gone and put elsewhere', async () => {
    const gone = mark('1', 'Nobody said these words, here or anywhere,', 'classifying', { value: 'quote' });
    const there = mark('1', QUOTE, 'classifying', { value: 'quote' });
    const targets = [gone, there].map((own) => (own as { readonly target: object }).target);
    const uri = await article([{ ...gone, target: targets }]);
    const editor = await open(uri);
    await hover(editor.document, 'Passengers');
    void vscode.commands.executeCommand('copydesk.showMarks');
    await wait(1_000);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await wait(1_000);
    const words = range(editor.document, HELD);
    editor.selection = new vscode.Selection(words.start, words.end);
    const [line] = await accepting(
      () => lines(uri),
      (found) => JSON.stringify(found).includes(HELD),
    );
    const exact = [line?.target].flat().map((target) => target?.selector[0]?.exact);
    assert.deepEqual(exact, [HELD, QUOTE]);
  });

  it('when the language of an article without a file changes', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'news-article', content: TEXT });
    const editor = await vscode.window.showTextDocument(document);
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    const card = () => hover(document, 'Passengers');
    await until(card, (text) => /Review: verified/.test(text));
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until(card, (text) => /Direct quote/.test(text));
    assert.match(await card(), /Review: verified/);
  });

  it('and not with an empty file that is opened after the article was thrown away', async () => {
    const untitled = freshUri().with({ scheme: 'untitled' });
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(untitled));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    await untilCard(editor.document, 'Passengers', /Review: verified/);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const empty = freshUri();
    await write(empty, '');
    await open(empty);
    await wait(1_000);
    assert.equal(await read(beside(empty)), '');
  });
});

describe('a verdict that is taken back', () => {
  afterEach(clear);

  it('leaves the source and the note of the quote', async () => {
    const { uri, editor } = await articleAt('We held', [
      mark('1', HELD, 'assessing', { value: 'verified', 'copydesk:source': 'https://example.org/' }),
    ]);
    await vscode.commands.executeCommand('copydesk.unchecked');
    await until(
      () => lines(uri),
      ([line]) => line?.body[0]?.value !== 'verified',
    );
    const card = await hover(editor.document, 'We held');
    assert.match(card, /Review: unchecked/);
    assert.match(card, /\]\(https:\/\/example\.org\/\)/);
  });

  it('goes where it had neither', async () => {
    const { uri, editor } = await articleAt('We held', [mark('1', HELD, 'assessing', { value: 'verified' })]);
    await vscode.commands.executeCommand('copydesk.unchecked');
    await untilLines(uri, 0);
    assert.doesNotMatch(await hover(editor.document, 'We held'), /Review:/);
  });
});
