import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { lineUnder } from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

/** Two windows of one person, or two people on one share: the same article, the same marks file, at the same time. */
describe('two windows that write one marks file', () => {
  let desk: Workbench;
  let other: Page;

  before(async () => {
    desk = await openWorkbench({ vsix: process.env['COPYDESK_VSIX'] ?? '', copy: withoutMarks(), open: 'moscow.article' });
    other = await desk.page
      .context()
      .browser()!
      .newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await other.goto(desk.page.url(), { timeout: 120_000 });
    for (const page of [desk.page, other])
      await until('names are underlined', async () => (await lineUnder(page, 'Hulusi Akar')) === 'solid');
  });

  after(async () => {
    await desk.page.screenshot({ path: 'screenshots/windows-1.png' });
    await other.screenshot({ path: 'screenshots/windows-2.png' });
    await desk.stop();
  });

  it('lose no decision of either, and both show all of them', async () => {
    const before = await unchecked(desk.page);
    for (const page of [desk.page, other]) await page.locator('.monaco-editor .view-lines').first().click();
    // One works down from the top, the other up from the end.
    await Promise.all([
      press(desk.page, 'Control+Home', 'Alt+Shift+U', 'Alt+Shift+V', 'Alt+Shift+V', 'Alt+Shift+V'),
      press(other, 'Control+End', 'Alt+Shift+P', 'Alt+Shift+D', 'Control+End', 'Alt+Shift+P', 'Alt+Shift+P', 'Alt+Shift+D'),
    ]);
    const wanted = ['disputed', 'disputed', 'verified', 'verified', 'verified'];
    await until('all decisions are in the file', async () => {
      await Promise.resolve();
      return JSON.stringify(verdicts(desk.folder)) === JSON.stringify(wanted);
    });
    for (const page of [desk.page, other])
      await until('the window counts them all', async () => (await unchecked(page)) === before - wanted.length);
    assert.deepEqual(verdicts(desk.folder), wanted);
  });
});

describe('a window that closes at once', () => {
  let desk: Workbench;

  before(async () => {
    desk = await openWorkbench({ vsix: process.env['COPYDESK_VSIX'] ?? '', copy: withoutMarks(), open: 'moscow.article' });
  });

  after(async () => {
    await desk.stop();
  });

  it('keeps each verdict that it has shown', async () => {
    const { page } = desk;
    const address = page.url();
    for (const wanted of [['verified'], ['verified', 'verified'], ['verified', 'verified', 'verified']]) {
      await until('names are underlined', async () => (await lineUnder(page, 'Hulusi Akar')) === 'solid');
      await page.locator('.monaco-editor .view-lines').first().click();
      await press(page, 'Control+Home', 'Alt+Shift+U');
      const before = await unchecked(page);
      await page.keyboard.press('Alt+Shift+V');
      await page.waitForFunction(
        (count) => document.querySelector('.part.statusbar')?.textContent.includes(` ${String(count)} unchecked`) === true,
        before - 1,
      );
      await page.goto('about:blank');
      await until('the verdict is in the file', async () => {
        await Promise.resolve();
        return existsSync(marksFile(desk.folder)) && JSON.stringify(verdicts(desk.folder)) === JSON.stringify(wanted);
      });
      await page.goto(address);
    }
  });
});

/** The sample in a folder of its own, without the marks that come with it. */
function withoutMarks(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-windows'));
  copyFileSync('samples/moscow.article', path.join(folder, 'moscow.article'));
  return folder;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    // Each verdict is drawn before the next one is given, as a person would wait for it.
    await page.waitForTimeout(2_500);
  }
}

function marksFile(folder: string): string {
  return path.join(folder, 'moscow.article.marks.jsonl');
}

function verdicts(folder: string): readonly string[] {
  const lines = readFileSync(marksFile(folder), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { body: { value: string }[] }).body[0]!.value).sort();
}

/** The number before “unchecked” in the status bar. */
async function unchecked(page: Page): Promise<number> {
  const text = await page
    .locator('.part.statusbar .statusbar-item', { hasText: /\d unchecked/ })
    .first()
    .innerText();
  return Number(/\b(\d{1,4}) unchecked/.exec(text)?.[1]);
}
