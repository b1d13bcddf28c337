import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, articleAt, clear, correct, hover, mark, open, until, untilCard, untilLines } from './support/articles.ts';

const MEETING = `Ministers discuss tolls

PORT ELLEN, March 3 — The ministers of transport of Norway and Denmark met in Port Ellen on Friday to discuss harbour tolls.

“We held the old tolls for six years,” said Moira Calder, the minister of transport. Calder left on Sunday.

“Passengers should not pay for this,” Tomas Reyle said.
`;

async function symbols(document: vscode.TextDocument): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
    list.flatMap((symbol) => [`${symbol.name} ${symbol.detail}`, ...names(symbol.children)]);
  return names(found ?? []).join('\n');
}

describe('corrections', () => {
  afterEach(clear);

  it('of role, institution and party stand on the card', async () => {
    const fields = [
      ['role', 'Harbour Secretary'],
      ['institution', 'Office of the Sea'],
      ['party', 'Norway'],
    ].map(([field, value]) => ({ type: 'TextualBody', purpose: 'describing', value, 'copydesk:field': field }));
    const uri = await article([{ ...mark('1', 'Moira Calder met', 'describing', {}), body: fields }]);
    const { document } = await open(uri);
    const card = await untilCard(document, 'Moira Calder met', /Harbour Secretary/);
    assert.match(card, /Office of the Sea/);
    assert.match(card, /Norway/);
  });

  it('of a name make another person’s mentions theirs, in hover and references', async () => {
    const uri = await article([mark('1', 'Tomas Reyle in', 'identifying', { value: 'Moira Calder' })]);
    const { document } = await open(uri);
    await untilCard(document, 'Tomas Reyle in', /\*\*Moira Calder\*\*/);
  });

  it('of the outline add and remove what it shows', async () => {
    const outline = (id: string, words: string, body: object) => mark(id, words, 'describing', body, MEETING);
    const uri = await article(
      [
        outline('1', 'met in Port Ellen', { value: 'toll talks', 'copydesk:part': 'meeting', 'copydesk:action': 'add' }),
        outline('2', 'old tolls', { value: 'the old tolls', 'copydesk:part': 'agenda', 'copydesk:action': 'add' }),
      ],
      MEETING,
    );
    const { document } = await open(uri);
    await until(
      () => symbols(document),
      (text) => /toll talks/.test(text) && /^the old tolls/m.test(text),
    );
    await correct(document, 'old tolls', /Remove this agenda item/);
    await untilLines(uri, 3);
    await until(
      () => symbols(document),
      (text) => /toll talks/.test(text) && !/^the old tolls/m.test(text),
    );
  });

  it('of a quote: it is none, and the undo key brings it back', async () => {
    const { uri, editor } = await articleAt('Passengers');
    assert.match(await hover(editor.document, 'Passengers'), /Direct quote/);
    await correct(editor.document, 'Passengers should', /This is not a quote/);
    await untilLines(uri, 1);
    await until(
      () => hover(editor.document, 'Passengers'),
      (card) => !/Direct quote/.test(card),
    );
    await vscode.commands.executeCommand('copydesk.undoDecision');
    await untilLines(uri, 0);
    await untilCard(editor.document, 'Passengers', /Direct quote/);
  });

  it('that two pieces are one quote stay through an edit', async () => {
    const { uri, editor } = await articleAt('We held');
    await correct(editor.document, 'We held', /This and the next quote are one/);
    await untilLines(uri, 1);
    const joined = (card: string) => /six years\\, \[…\] Passengers should/.test(card);
    await until(() => hover(editor.document, 'We held'), joined);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Update. '));
    await until(() => hover(editor.document, 'We held'), joined);
  });
});
