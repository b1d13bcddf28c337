import assert from 'node:assert/strict';
import { hoverWords, lineUnder, openSideBar, treeLabels } from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

describe('in Restricted Mode', () => {
  let desk: Workbench;

  before(async () => {
    desk = await openWorkbench({
      vsix: process.env['COPYDESK_VSIX'] ?? '',
      copy: 'samples',
      open: 'moscow.article',
      theme: 'light',
      workspaceTrust: true,
    });
  });

  after(async () => {
    await desk.page.screenshot({ path: 'screenshots/restricted.png' });
    await desk.stop();
  });

  it('the workspace is not trusted', async () => {
    await desk.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('an article is read all the same', async () => {
    await until('names are underlined', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'solid');
    assert.match(await hoverWords(desk.page, 'Hakan Fidan'), /Hakan Fidan/);
    await openSideBar(desk.page, 'Copydesk');
    await until('both views have rows', async () => (await treeLabels(desk.page)).length > 6);
  });
});
