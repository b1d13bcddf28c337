import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hoverWords, lineUnder, openSideBar, treeLabels } from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

describe('in Restricted Mode', () => {
  let desk: Workbench;

  before(async () => {
    desk = await openWorkbench({
      vsix: process.env['COPYDESK_VSIX'] ?? '',
      copy: withReview(),
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

  it('a review is shown, and its source is no link', async () => {
    const card = await hoverWords(desk.page, 'every terrorist group');
    assert.match(card, /Review: disputed/);
    assert.match(card, /https:\/\/example\.org\/recording/);
    assert.equal(await desk.page.locator('.monaco-hover a', { hasText: 'example.org' }).count(), 0);
    assert.equal(await desk.page.locator('.monaco-hover img').count(), 0);
  });
});

/** The samples, with a review beside one of them that came with the folder. */
function withReview(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-untrusted'));
  cpSync('samples', folder, { recursive: true });
  const note = '[click](command:workbench.action.quit) ![x](https://example.org/x.png)';
  const exact = 'to fight every terrorist group on Syrian soil';
  const review = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    type: 'Annotation',
    motivation: 'assessing',
    body: [
      { purpose: 'assessing', value: 'disputed', 'copydesk:source': 'https://example.org/recording' },
      { purpose: 'commenting', value: note },
    ],
    target: {
      source: 'moscow.article',
      selector: { type: 'TextQuoteSelector', exact, prefix: 'The four sides had looked at ways ', suffix: ' and to bring' },
    },
  };
  writeFileSync(path.join(folder, 'moscow.article.marks.jsonl'), `${JSON.stringify(review)}\n`);
  return folder;
}
