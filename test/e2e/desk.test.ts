import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  cursorLine,
  hoverWords,
  lineUnder,
  openFile,
  openSideBar,
  placeOf,
  treeLabels,
  treeRow,
} from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { isInText, quoteCount, until } from './support/desk.ts';

describe('the packaged extension at an editor’s desk', () => {
  let desk: Workbench;
  let shots = 0;

  before(async () => {
    desk = await openWorkbench({ vsix: process.env['COPYDESK_VSIX'] ?? '', copy: 'samples', open: 'moscow.article' });
    await until('names are underlined', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'solid');
  });

  afterEach(async () => {
    await desk.page.screenshot({ path: `screenshots/desk-${String(++shots)}.png` });
  });

  after(async () => {
    await desk.stop();
  });

  it('underlines people, places and groups, each in a form of its own', async () => {
    assert.equal(await lineUnder(desk.page, 'Hulusi Akar'), 'solid');
    assert.equal(await lineUnder(desk.page, 'Moscow'), 'dotted');
    assert.equal(await lineUnder(desk.page, 'Turkish'), 'dashed');
    assert.equal(await lineUnder(desk.page, 'different lists'), 'none');
  });

  it('says on a card who a person is', async () => {
    const card = await hoverWords(desk.page, 'Hakan Fidan');
    assert.match(card, /Hakan Fidan/);
    assert.match(card, /intelligence/i);
    await desk.page.screenshot({ path: 'screenshots/desk-card.png' });
    await desk.page.mouse.move(640, 20);
  });

  it('lists meetings, people and quotes in the side bar', async () => {
    await openSideBar(desk.page, 'Copydesk');
    await until('both views have rows', async () => (await treeLabels(desk.page)).length > 6);
    const rows = (await treeLabels(desk.page)).join('\n');
    assert.match(rows, /meeting/i);
    assert.match(rows, /Leyla Aksoy/);
  });

  it('goes to the words of the row that is clicked', async () => {
    const row = treeRow(desk.page, 'You have one meeting');
    await row.scrollIntoViewIfNeeded();
    await row.click();
    await until(
      'the cursor stands at the quote',
      async () => (await placeOf(desk.page, 'two agendas')).y > 0 && (await cursorLine(desk.page)) > 25,
    );
  });

  it('follows what is typed, and undo takes it back', async () => {
    const { page } = desk;
    const before = await quoteCount(desk);
    const place = await placeOf(page, 'two agendas');
    await page.mouse.click(place.x + 2, place.y + place.height / 2);
    // The first press goes to the end of the wrapped line, the second to the end of the paragraph.
    await page.keyboard.press('End');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('“The road stays closed,” said Nadia Halloran.');
    await until('the new quote is counted', async () => (await quoteCount(desk)) === before + 1);
    assert.equal(await lineUnder(page, 'Nadia Halloran'), 'solid');
    for (let presses = 0; presses < 20 && (await isInText(desk, 'The road stays closed')); presses++) {
      await page.keyboard.press('Control+z');
      await wait(300);
    }
    await until('the old count is back', async () => (await quoteCount(desk)) === before);
  });

  it('says in the status bar why a file of more than 50 MB has no marks, and goes on with the next article', async () => {
    const { page, folder } = desk;
    const line = 'The harbour stays closed until the repairs are done, the council said on Monday.\n';
    writeFileSync(path.join(folder, 'huge.article'), line.repeat(Math.ceil((51 * 1024 * 1024) / line.length)));
    await openFile(page, 'huge.article');
    // VS Code itself asks first whether so large a file is to be shown.
    await page.getByText('Open Anyway').first().click();
    await until('the file is shown', async () => isInText(desk, 'The harbour stays closed'));
    const item = page.locator('.part.statusbar .statusbar-item[aria-label="Copydesk: file too large"]');
    await item.waitFor();
    await page.screenshot({ path: 'screenshots/desk-huge.png' });
    await openFile(page, 'moscow.article');
    await until('the article is read again', async () => (await quoteCount(desk)) > 5);
    assert.equal(await item.count(), 0);
  });
});
