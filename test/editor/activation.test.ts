import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there and wakes up', async () => {
    const extension = vscode.extensions.getExtension('copydesk.copydesk');
    assert.ok(extension, 'copydesk.copydesk is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('opens an article of the test folder', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'harbour.txt'));
    assert.equal(document.languageId, 'plaintext');
  });
});
