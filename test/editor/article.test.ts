import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const TEXT = `Harbour tolls rise after talks

PORT ELLEN, March 3 — “We held the old tolls for six years,” said Moira Calder, the minister of transport.

Moira Calder met Tomas Reyle in Port Ellen on Friday.

“Passengers should not pay for this,” Tomas Reyle said.
`;

async function open(content = TEXT, language = 'news-article'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document);
}

function position(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = document.getText().indexOf(words, at + 1);
  assert.ok(at >= 0, `“${words}” does not stand in the text ${nth + 1} times`);
  return document.positionAt(at + 1);
}

async function hover(document: vscode.TextDocument, words: string, nth = 0): Promise<string> {
  const place = position(document, words, nth);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n\n');
}

async function wordsOf(command: string, document: vscode.TextDocument, place: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.DocumentHighlight)[] | undefined>(
    command,
    document.uri,
    place,
  );
  return (found ?? []).map(({ range }) => `${range.start.line}: ${document.getText(range)}`);
}

/** Asks again until the answer is as wanted; decisions and settings reach the editor a little later. */
async function until<T>(ask: () => Thenable<T> | T, wanted: (answer: T) => boolean): Promise<T> {
  for (let round = 0; ; round++) {
    const answer = await ask();
    if (wanted(answer) || round > 50) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('an article in the editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has a card on a person, with how often the person is named and quoted', async () => {
    const { document } = await open();
    const card = await hover(document, 'Tomas Reyle');
    assert.match(card, /Tomas Reyle/);
    assert.match(card, /2 mentions, 1 quote/);
  });

  it('has a card that says once that a role is held no more, or only for now', async () => {
    const { document } = await open('Former mayor Ada Brenn met acting Harbour Secretary Tom Sill in Port Ellen on Friday.\n');
    for (const [name, role] of [
      ['Ada Brenn', /^Former mayor$/m],
      ['Tom Sill', /^acting Harbour Secretary$/m],
    ] as const) {
      const card = await until(
        () => hover(document, name),
        (words) => words !== '',
      );
      assert.match(card, role);
    }
  });

  it('has a card on a quote, with its speaker, its cue and why', async () => {
    const { document } = await open();
    const card = await hover(document, 'Passengers');
    assert.match(card, /Tomas Reyle\*\* \(Direct quote\)/);
    assert.match(card, /Cue: said/);
    assert.match(card, /Why: /);
  });

  it('has no card on a word that says nothing', async () => {
    const { document } = await open();
    assert.equal(await hover(document, 'rise'), '');
  });

  it('shows article text in a card as text: no link, no picture, no command of the article’s', async () => {
    const evil =
      'read [this](command:workbench.action.quit) ![x](https://example.org/x.png) <img src=x> $(flame) https://example.org/y';
    const { document } = await open(`PORT ELLEN, March 3 — “We ${evil} now,” said Moira Calder.\n`);
    const card = await hover(document, 'We read');
    assert.match(card, /We read/);
    const unescaped = card.replace(/\\[!-/:-@[-`{-~]/g, '');
    assert.doesNotMatch(unescaped, /\]\((?!command:copydesk\.)|<img|!\[|https:/);
  });

  it('lists people and meetings as symbols, each selection inside its range', async () => {
    const { document } = await open();
    const ask = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
    const symbols = (await until(ask, (answer) => (answer?.length ?? 0) > 0)) ?? [];
    const all = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((one) => [one, ...all(one.children)]);
    assert.ok(all(symbols).some(({ name }) => name === 'Moira Calder'));
    for (const { range, selectionRange, name } of all(symbols)) assert.ok(range.contains(selectionRange), name);
  });

  it('finds all mentions of a person as references and highlights, and the first as the definition', async () => {
    const { document } = await open();
    const place = position(document, 'Moira Calder', 1);
    const mentions = ['2: Moira Calder', '4: Moira Calder'];
    assert.deepEqual(await wordsOf('vscode.executeReferenceProvider', document, place), mentions);
    assert.deepEqual((await wordsOf('vscode.executeDocumentHighlights', document, place)).sort(), mentions);
    assert.deepEqual(await wordsOf('vscode.executeDefinitionProvider', document, place), mentions.slice(0, 1));
  });

  it('walks from quote to quote and round the end', async () => {
    const editor = await open();
    const lines: number[] = [];
    for (const command of ['next', 'next', 'next', 'previous']) {
      await vscode.commands.executeCommand(`copydesk.${command}Quote`);
      lines.push(editor.selection.active.line);
    }
    assert.deepEqual(lines, [2, 6, 2, 6]);
  });

  it('copies a quote with its attribution: a mixed one with no marks but its own, a second-hand one with its medium', async function () {
    const works = await Promise.resolve(vscode.env.clipboard.writeText('?'))
      .then(() => vscode.env.clipboard.readText())
      .catch(() => '');
    // A browser may keep its clipboard to itself.
    if (works !== '?') return this.skip();
    const editor = await open(
      "Moira Calder called the plan “a danger to all” on Monday.\n\n''Nobody left,'' Tomas Reyle told Reuters.\n",
    );
    for (const [words, copied] of [
      ['danger', 'the plan “a danger to all” (Moira Calder)'],
      ['Nobody', '“Nobody left,” (Tomas Reyle, via Reuters)'],
    ] as const) {
      const at = position(editor.document, words);
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('copydesk.copyQuote');
      assert.equal(await vscode.env.clipboard.readText(), copied);
    }
  });

  it('shows speakers as inlay hints when they are switched on, and not before', async () => {
    const { document } = await open();
    const settings = vscode.workspace.getConfiguration('copydesk');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const ask = async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return (hints ?? []).map(({ label }) => label);
    };
    assert.deepEqual(await ask(), []);
    try {
      await settings.update('inlayHints.speaker', 'on', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await until(ask, (hints) => hints.length > 0), ['Moira Calder:', 'Tomas Reyle:']);
    } finally {
      await settings.update('inlayHints.speaker', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('follows an edit: what was named before is gone from the cards', async () => {
    const editor = await open();
    assert.match(await hover(editor.document, 'Passengers'), /Tomas Reyle/);
    const at = editor.document.getText().lastIndexOf('Tomas Reyle');
    await editor.edit((edit) =>
      edit.replace(
        new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 'Tomas Reyle'.length)),
        'Moira Calder',
      ),
    );
    assert.match(await hover(editor.document, 'Passengers'), /Moira Calder\*\* \(Direct quote\)/);
  });

  it('is left alone when it is switched off, and read again when it is switched on', async () => {
    const { document } = await open();
    assert.notEqual(await hover(document, 'Passengers'), '');
    await vscode.commands.executeCommand('copydesk.switchFile');
    assert.equal(
      await until(
        () => hover(document, 'Passengers'),
        (card) => card === '',
      ),
      '',
    );
    await vscode.commands.executeCommand('copydesk.switchFile');
    assert.notEqual(
      await until(
        () => hover(document, 'Passengers'),
        (card) => card !== '',
      ),
      '',
    );
  });

  it('may be a plain text file with prose, but not a log', async () => {
    const prose = await open(TEXT, 'plaintext');
    assert.match(await hover(prose.document, 'Passengers'), /Tomas Reyle/);
    const line = '2024-03-04 10:00:01 INFO  [main] server started pid=4711 port=8080\n';
    const log = await open(`${line.repeat(40)}"We left," said Moira Calder.\n`, 'plaintext');
    assert.equal(await hover(log.document, 'We left'), '');
  });

  it('offers every command that the manifest names', async () => {
    const { packageJSON } = vscode.extensions.getExtension('copydesk.copydesk')! as {
      packageJSON: { contributes: { commands: { command: string }[] } };
    };
    await open();
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      packageJSON.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('may be long: cards answer at its end, while and after the whole is read', async () => {
    const filler = Array.from(
      { length: 4_000 },
      (_, i) => `The tolls of harbour number ${i} were raised again, and nobody on the quay was pleased.`,
    );
    const { document } = await open(`${filler.join('\n\n')}\n\n“We left,” said Moira Calder.\n`);
    assert.match(await hover(document, 'We left'), /Moira Calder\*\* \(Direct quote\)/);
  });

  it('may be empty', async () => {
    const { document } = await open('');
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(symbols ?? [], []);
  });
});
