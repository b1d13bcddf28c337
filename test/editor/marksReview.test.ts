import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  article,
  articleAt,
  at,
  beside,
  choosing,
  clear,
  freshUri,
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

function review(more: object): object {
  return mark('1', QUOTE, 'assessing', { value: 'verified', ...more });
}

function shown(scheme: string): readonly string[] {
  return vscode.window.visibleTextEditors
    .filter(({ document }) => document.uri.scheme === scheme)
    .map(({ document }) => document.getText());
}

describe('the review of quotes', () => {
  afterEach(clear);

  it('says on the card what was checked, against what, and links the source', async () => {
    const uri = await article([review({ 'copydesk:source': 'https://example.org/a(1)', 'copydesk:timestamp': '00:12:31' })]);
    const { document } = await open(uri);
    const card = await hover(document, 'Passengers');
    assert.match(card, /\*\*Review: verified\*\*/);
    assert.ok(card.includes('](https://example.org/a%281%29)'), card);
    assert.ok(card.includes('00\\:12\\:31'), card);
  });

  it('links a source inside the workspace, and shows any other as words', async () => {
    const uri = await article([review({ 'copydesk:source': 'transcripts/friday.txt' })]);
    assert.match(await hover((await open(uri)).document, 'Passengers'), /\]\(command:copydesk\.openSource\?/);
    for (const source of [
      '../outside.txt',
      '/etc/passwd',
      'command:workbench.action.quit',
      'http://example.org',
      'https://a@b.example/',
    ])
      assert.doesNotMatch(
        (await hover((await open(await article([review({ 'copydesk:source': source })]))).document, 'Passengers')).split(
          'Review:',
        )[1]!,
        /\]\(/,
        source,
      );
  });

  it('opens no file outside the workspace, whatever the link says', async () => {
    const { document } = await open(await article());
    for (const path of ['../outside.txt', '/etc/passwd', 'file:///etc/passwd', 'not-there.txt'])
      await vscode.commands.executeCommand('copydesk.openSource', document.uri.toString(), path);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it('drops the tick when a word is lost, shows then and now, and takes one key to confirm', async () => {
    const { uri, editor } = await articleAt('Passengers');
    await vscode.commands.executeCommand('copydesk.verified');
    await untilLines(uri, 1);
    await editor.edit((edit) => edit.delete(range(editor.document, 'not ')));
    const card = await untilCard(editor.document, 'Passengers', /changed since checked/);
    assert.match(card, /When it was verified: “Passengers should not pay for this\\,”/);

    await at(editor, 'Passengers');
    await vscode.commands.executeCommand('copydesk.showChange');
    const texts = await until(
      () => shown('copydesk.compare'),
      (found) => found.length > 0,
    );
    assert.ok(texts.includes('Passengers should pay for this,'), texts.join());
    await until(
      () => vscode.window.activeTextEditor?.document.uri.scheme,
      (scheme) => scheme === 'copydesk.compare',
    );
    await vscode.commands.executeCommand('copydesk.verdictOnCompared', 'copydesk.verified');
    await until(
      () => lines(uri),
      ([line]) => line?.body[0]?.['copydesk:checked'] === 'Passengers should pay for this,',
    );
    assert.match(await hover(editor.document, 'Passengers'), /Review: verified/);
  });

  it('compares a quote with the source that its review names', async () => {
    const source = freshUri('.txt');
    await write(source, 'Good morning. I think passengers should not pay for this. Thank you.\n');
    const name = source.path.slice(source.path.lastIndexOf('/') + 1);
    await articleAt('Passengers', [review({ 'copydesk:source': name })]);
    await choosing('copydesk.compareWithSource');
    const texts = await until(
      () => shown('copydesk.compare'),
      (found) => found.length > 0,
    );
    assert.ok(
      texts.some((text) => /passengers should not pay for this/i.test(text)),
      texts.join(),
    );
  });

  it('compares a quote with what was copied', async () => {
    const pasted = 'He said: I think passengers should pay for this. That was all.';
    const works = await Promise.resolve(vscode.env.clipboard.writeText(pasted))
      .then(() => vscode.env.clipboard.readText())
      .catch(() => '');
    // A browser may keep its clipboard to itself.
    if (works !== pasted) return;
    await articleAt('Passengers');
    await choosing('copydesk.compareWithSource');
    const texts = await until(
      () => shown('copydesk.compare'),
      (found) => found.length > 0,
    );
    assert.ok(
      texts.some((text) => text === 'Passengers should not pay for this,' || /I think passengers/.test(text)),
      texts.join(),
    );
  });

  it('takes a verdict back by undo byte for byte, and puts it again', async () => {
    const { uri } = await articleAt('Passengers', [mark('7', 'Tomas Reyle in', 'commenting', { value: 'Spelt so?' })]);
    const before = await read(beside(uri));
    await vscode.commands.executeCommand('copydesk.needsSource');
    await untilLines(uri, 2);
    const after = await read(beside(uri));
    await vscode.commands.executeCommand('copydesk.undoDecision');
    await until(
      () => read(beside(uri)),
      (text) => text === before,
    );
    await vscode.commands.executeCommand('copydesk.redoDecision');
    await until(
      () => read(beside(uri)),
      (text) => text === after,
    );
  });

  it('keeps both versions of a mark that git could not merge until a person chooses', async () => {
    const uri = freshUri();
    await write(uri, TEXT);
    const [ours, theirs] = ['verified', 'disputed'].map((value) => JSON.stringify(mark('1', QUOTE, 'assessing', { value })));
    await write(beside(uri), `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> night-desk\n`);
    const editor = await open(uri);
    await at(editor, 'Passengers');
    await wait(500);
    await choosing('copydesk.chooseVersion', 1);
    await untilLines(uri, 1);
    assert.doesNotMatch(await read(beside(uri)), /verified|<<<|>>>/);
    assert.match(await hover(editor.document, 'Passengers'), /Review: disputed/);
  });
});
