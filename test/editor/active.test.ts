import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, at, clear, open, until, wait } from './support/articles.ts';

/** The names of the articles whose maps are open, in the order of their names. */
function maps(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ label }) => /^Meeting Map: (.*)$/.exec(label)?.[1] ?? []).sort();
}

/** The name of the article whose map has the focus; empty while an editor has it. */
function mapInFront(): string {
  if (vscode.window.activeTextEditor) return '';
  return /^Meeting Map: (.*)$/.exec(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '')?.[1] ?? '';
}

describe('with two articles side by side', () => {
  let left: vscode.TextEditor;
  let right: vscode.TextEditor;
  const name = ({ document }: vscode.TextEditor) => document.uri.path.split('/').at(-1)!;

  beforeEach(async () => {
    left = await open(await article());
    const document = await vscode.workspace.openTextDocument(await article());
    right = await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
    await at(right, 'Passengers');
  });

  afterEach(clear);

  const showMap = async (editor: vscode.TextEditor) => {
    await vscode.commands.executeCommand('copydesk.showMeetingMap');
    await until(mapInFront, (front) => front === name(editor));
  };

  it('the map is that of the active one, also when its picture has the focus', async () => {
    await showMap(right);
    await showMap(right);
    // A map of the other one would come up a little later.
    await wait(1_500);
    assert.deepEqual(maps(), [name(right)]);
  });

  it('the map is that of the outline when the outline has the focus', async () => {
    await vscode.commands.executeCommand('copydesk.outline.focus');
    await showMap(right);
    await vscode.window.showTextDocument(left.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('copydesk.outline.focus');
    await showMap(left);
    assert.deepEqual(maps(), [name(left), name(right)].sort());
  });

  it('a quote is walked to in the one that was active before a picture', async () => {
    await showMap(right);
    await vscode.commands.executeCommand('copydesk.nextQuote');
    await until(
      () => vscode.window.activeTextEditor && name(vscode.window.activeTextEditor),
      (active) => active === name(right),
    );
  });
});
