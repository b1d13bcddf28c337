import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import {
  cursorLine,
  hoverWords,
  lineUnder,
  openFile,
  openSideBar,
  quickPick,
  treeLabels,
  treeRow,
} from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

const BRIDGE = `The transport ministers of Norway and Sweden meet over a bridge

OSLO, March 3 — The transport ministers of Norway and Sweden met in Oslo on Friday to discuss the <script>alert(1)</script> & bridge and the ferry.

Norwegian Transport Minister Moira Calder said: “We want <b>bridges</b> & ferries.” Swedish Transport Minister Tomas Reyle said the ferry would stay.
`;

const NO_MEETING = `Harbour tolls rise

PORT ELLEN, March 3 — “We held the old tolls for six years,” said Moira Calder, head of the Harbour Board.
`;

/** Six hundred names that each stand once. */
function listOfNames(): string {
  const letters = [...'ABCDEFGHIJKLMNOPRSTUVWXYZ'];
  const names = letters.flatMap((first) => letters.slice(0, 24).map((last) => `${first}ana ${last}elling`));
  return `Who was honoured\n\n“They earned it,” said Moira Calder.\n\nPORT ELLEN, March 3 — The council honoured ${names.join(', ')} on Friday.\n`;
}

describe('who met about what, at an editor’s desk', () => {
  let desk: Workbench;
  const labels = () => treeLabels(desk.page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };
  /** The sections of the outline, all closed, with the focus on the first. */
  const closeOutline = async () => {
    await desk.command('Copydesk: Focus on Outline View');
    await press('Home', 'Control+ArrowLeft');
    await until('the sections are closed', async () => !(await labels()).some((label) => label.startsWith('talks')));
    await press('Home');
  };

  before(async () => {
    desk = await openWorkbench({
      vsix: process.env['COPYDESK_VSIX'] ?? '',
      copy: 'samples',
      open: 'moscow.article',
      theme: 'hcLight',
      viewport: { width: 1600, height: 1200 },
    });
    writeFileSync(path.join(desk.folder, 'bridge.article'), BRIDGE);
    writeFileSync(path.join(desk.folder, 'tolls.article'), NO_MEETING);
    writeFileSync(path.join(desk.folder, 'names.article'), listOfNames());
    await openSideBar(desk.page, 'Copydesk');
    await until('the delegates are listed', async () => (await labels()).some((label) => label.startsWith('Hakan Fidan')));
  });

  afterEach(async function () {
    await desk.page.screenshot({ path: `screenshots/meeting-${this.currentTest?.title.replaceAll(/\W+/g, '-') ?? ''}.png` });
  });

  after(async () => {
    await desk.stop();
  });

  /** Presses the row's button; where the row was drawn anew under the mouse, once more. */
  async function limitTo(words: string, came: () => Promise<boolean>): Promise<void> {
    const { page } = desk;
    await until(`the views are limited to ${words} or not any more`, async () => {
      const row = treeRow(page, words);
      await row.hover();
      await row.locator('.action-label[aria-label*="Highlight Only"]').first().click({ timeout: 5_000 });
      await page.mouse.move(800, 20);
      for (let look = 0; look < 25; look++) {
        if (await came()) return true;
        await page.waitForTimeout(200);
      }
      return false;
    });
  }

  const message = (words: string) =>
    desk.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message', { hasText: words });

  /** What the title of the view Quotes says beside its name. */
  const counted = () => desk.page.locator('.part.sidebar .pane-header[aria-label^="Quotes"] .description').innerText();

  it('limits highlights and quotes to one delegate, says so, and shows everything again', async () => {
    const all = await counted();
    assert.match(all, /^\d+ quotes/);
    await limitTo('Hakan Fidan', () => message('Only Hakan Fidan is highlighted.').isVisible());
    await message('No quote of Hakan Fidan to list.').waitFor();
    assert.equal(await counted(), `0 of ${/^\d+ quotes/.exec(all)?.[0] ?? ''}`);
    await until('others are not highlighted', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'none');
    assert.equal(await lineUnder(desk.page, 'Hakan Fidan'), 'solid');
    await desk.command('Copydesk: Highlight Everything Again');
    await until('all are highlighted', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'solid');
    await until('neither view speaks of a limit', async () => (await message('Hakan Fidan').count()) === 0);
    assert.equal(await counted(), all);
  });

  it('lists the chosen kinds of quotes alone, and counts them among all', async () => {
    const all = await counted();
    const toggle = async () => {
      await desk.command('Copydesk: Filter Quotes by Kind');
      await quickPick(desk.page).locator('.monaco-list-row[aria-label="Direct quote"]').click();
      await press('Enter');
    };
    await toggle();
    await until('fewer are counted', async () => /^\d+ of \d+ quotes/.test(await counted()));
    const isDirect = (label: string) => /^Quote \d+ of \d+, Direct quote/.test(label);
    await until('no direct quote is listed', async () => !(await labels()).some(isDirect));
    assert.match(await counted(), new RegExp(` of ${/^\d+ quotes/.exec(all)![0]}`));
    await toggle();
    await until('all are counted', async () => (await counted()) === all);
  });

  it('limits highlights and quotes to a party, whose people and institutions stay', async () => {
    const isListed = async () => (await labels()).some((label) => label.startsWith('Leyla Aksoy, 3'));
    await limitTo('Türkiye', () => message('Only quotes of Türkiye are listed.').isVisible());
    await until('a stranger’s quotes are gone', async () => !(await isListed()));
    await until('a stranger is not highlighted', async () => (await lineUnder(desk.page, 'Jale Demir')) === 'none');
    const rows = (await labels()).join('\n');
    assert.match(rows, /Turkish Defence Ministry, 3 quotes/);
    assert.equal(await lineUnder(desk.page, 'Hulusi Akar'), 'solid');
    await limitTo('Türkiye', isListed);
  });

  it('has past, present and planned events in the order of time, and goes to each', async () => {
    await closeOutline();
    await press('End', 'ArrowRight');
    await until('the events are listed', async () => (await labels()).some((label) => label.includes('2011')));
    const all = await labels();
    const from = all.findIndex((label) => label.startsWith('Timeline')) + 1;
    const events = all.slice(from, from + Number(/\d+/.exec(all[from - 1] ?? '')?.[0]));
    const at = (words: RegExp) => events.findIndex((label) => words.test(label));
    const order = [at(/^2011/), at(/^Dec 28, 2022/), at(/^Apr 25, 2023/), at(/^early May 2023/)];
    assert.deepEqual(
      order.map((index) => index >= 0),
      [true, true, true, true],
      events.join('\n'),
    );
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      order,
    );
    const lines: number[] = [];
    for (const label of events) {
      await press('ArrowDown', 'Enter');
      await desk.page.waitForTimeout(300);
      lines.push(await cursorLine(desk.page));
      assert.equal(await desk.page.locator('.part.sidebar .monaco-list-row.focused').first().getAttribute('aria-label'), label);
    }
    assert.deepEqual(lines, [37, 37, 15, 39]);
  });

  it('goes from the people of a party to the words that say whose they are', async () => {
    await closeOutline();
    await press('ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter');
    await until('the cursor stands at the role', async () => (await cursorLine(desk.page)) === 15);
  });

  const mapFrame = async (): Promise<Frame> => {
    for (;;) {
      for (const frame of desk.page.frames())
        if (
          (await frame
            .locator('#figure .link')
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      await desk.page.waitForTimeout(200);
    }
  };
  const focused = (frame: Frame) =>
    frame.evaluate(() => {
      const link = document.activeElement;
      if (!link) return { label: '', outline: '', isCut: false };
      const { outlineStyle, outlineWidth } = getComputedStyle(link);
      const { left, right } = link.getBoundingClientRect();
      const isCut = left < 0 || right > document.documentElement.clientWidth;
      return { label: link.getAttribute('aria-label') ?? '', outline: `${outlineStyle} ${outlineWidth}`, isCut };
    });

  it('draws the meeting as a picture that is walked by key', async () => {
    await openFile(desk.page, 'bridge.article');
    await until('the meeting is listed', async () => (await labels()).some((label) => label.startsWith('Norway')));
    await desk.command('Copydesk: Show Meeting Map');
    const frame = await mapFrame();
    const seen: string[] = [];
    await until('the focus is in the picture', async () => {
      await press('Tab');
      return (await focused(frame)).label.startsWith('Meeting:');
    });
    for (let step = 0; step < 20; step++) {
      await press('Tab');
      const { label, outline, isCut } = await focused(frame);
      if (label === '' || seen.includes(label)) break;
      assert.equal(outline, 'solid 2px', label);
      assert.ok(!isCut, `${label} is cut off at the edge of the picture`);
      seen.push(label);
      if (label.startsWith('Tomas Reyle: ')) break;
    }
    assert.deepEqual(seen.slice(0, 2), ['Norway', 'Norway: Moira Calder, Transport Minister'], seen.join('\n'));
    assert.deepEqual(seen.slice(2, 4), ['Moira Calder: We want <b>bridges</b> & ferries.', 'Sweden'], seen.join('\n'));
    await press('Enter');
    await until('the cursor stands at the quote', async () => (await cursorLine(desk.page)) === 5);
  });

  it('exports the picture as a file that stands on its own: no script, article text as text, readable', async () => {
    const file = path.join(desk.folder, 'bridge.map.svg');
    await (await mapFrame()).locator('#export').click();
    await desk.page.locator('.quick-input-widget:visible input').first().waitFor();
    await press('Enter');
    await until('the file is there', () => Promise.resolve(existsSync(file)));
    const svg = readFileSync(file, 'utf8');
    assert.doesNotMatch(svg, /<script|<b>|var\(--|tabindex|data-start/);
    const figure = await desk.page.context().browser()!.newPage();
    await figure.goto(`file://${file}`);
    await figure.screenshot({ path: 'screenshots/meeting-export.png' });
    const drawn = await figure.evaluate(() => ({
      root: document.documentElement.nodeName,
      errors: document.querySelectorAll('parsererror').length,
      fills: [...new Set([...document.querySelectorAll('text')].map((text) => getComputedStyle(text).fill))].sort(),
      words: document.documentElement.textContent,
    }));
    await figure.close();
    assert.equal(drawn.root, 'svg');
    assert.equal(drawn.errors, 0);
    // On white these have a contrast of 16 and of 6.
    assert.deepEqual(drawn.fills, ['rgb(31, 31, 31)', 'rgb(95, 95, 95)']);
    assert.match(drawn.words, /We want <b>bridges<\/b>/);
  });

  it('says where an article has no meeting, and lists its people and institutions', async () => {
    await openFile(desk.page, 'tolls.article');
    await until('the outline says so', async () => (await labels()).includes('Meetings, none found in this article'));
    const rows = (await labels()).join('\n');
    assert.match(rows, /^Moira Calder, head of the Harbour Board/m);
    assert.match(rows, /^Harbour Board$/m);
  });

  it('reads a list of six hundred names: they are counted, and a card answers', async () => {
    await openFile(desk.page, 'names.article');
    await until('all are counted', async () => (await labels()).some((label) => /^People, [3-6]\d\d$/.test(label)));
    assert.match(await hoverWords(desk.page, 'They earned it'), /Moira Calder/);
  });
});
