import assert from 'node:assert/strict';
import { placeOf } from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';

describe('the packaged extension at an editor’s desk', () => {
  let desk: Workbench;
  before(async () => {
    desk = await openWorkbench({ vsix: process.env['COPYDESK_VSIX'] ?? '', copy: 'test/editor/workspace', open: 'harbour.txt' });
  });
  after(async () => {
    await desk.stop();
  });

  it('opens an article', async () => {
    assert.ok((await placeOf(desk.page, 'Moira Calder')).width > 0);
  });
});
