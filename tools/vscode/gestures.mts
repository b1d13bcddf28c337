// What a hand does in the workbench.
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** Moves the mouse over these words of the open editor and waits for the card; answers its text, empty where none came. */
export async function hoverWords(page: Page, words: string): Promise<string> {
  const box = await placeOf(page, words);
  const x = box.x + Math.min(box.width / 2, 40);
  const y = box.y + box.height / 2;
  // The mouse must move for the editor to ask; on a slow machine the first ask can be lost.
  for (let round = 0; round < 6; round++) {
    await page.mouse.move(x + 4 * round, y + box.height * 3);
    await page.mouse.move(x + round, y, { steps: 4 });
    for (let look = 0, before = ''; look < 25; look++) {
      await wait(250);
      const text = await cardText(page);
      // “Loading…” stands there until the first provider has answered; what stands still has been answered by all.
      if (text !== '' && !text.startsWith('Loading') && text === before) return text;
      before = text;
    }
  }
  return '';
}

/** The text of the hover card that is shown now, empty where none is. */
export async function cardText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.monaco-editor .monaco-hover, .monaco-hover')].filter(
      (card) => card.offsetHeight > 0 && !card.classList.contains('hidden'),
    );
    return shown.map((card) => card.innerText.trim()).join('\n');
  });
}

/** Where these words stand on the screen, in CSS pixels; they must lie in one line of the editor. */
export async function placeOf(page: Page, words: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const find = (wanted: string) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    for (const line of document.querySelectorAll('.monaco-editor .view-lines .view-line')) {
      const at = plain(line.textContent).indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let passed = 0;
      let started = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (!started && at < passed + length) {
          range.setStart(node, at - passed);
          started = true;
        }
        if (started && at + wanted.length <= passed + length) {
          range.setEnd(node, at + wanted.length - passed);
          break;
        }
        passed += length;
      }
      const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return undefined;
  };
  const handle = await page.waitForFunction(find, words);
  const box = await handle.jsonValue();
  if (box === undefined) throw new Error(`“${words}” does not stand in one line of the editor.`);
  return box;
}

/** Opens a file of the folder by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const choice = quickPick(page);
  await choice.locator('input').first().fill(name);
  await choice.locator('.monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Opens a container of the activity bar by its title. */
export async function openSideBar(page: Page, title: string): Promise<void> {
  const tab = page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first();
  await tab.waitFor();
  if ((await page.locator('.part.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).count()) === 0)
    await tab.click();
  await page.locator('.part.sidebar .pane-header').first().waitFor();
}

/** A row of a tree in the side bar by words of its label. */
export function treeRow(page: Page, words: string): Locator {
  return page.locator('.part.sidebar .monaco-list-row', { hasText: words }).first();
}

/** The labels of all rows shown in the side bar's trees, as a screen reader hears them. */
export async function treeLabels(page: Page): Promise<string[]> {
  const rows = page.locator('.part.sidebar .monaco-list-row');
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute('aria-label') ?? row.textContent));
}

/** The style of the line under these words of the editor: `none`, `solid`, `dotted`, `dashed` or `double`. */
export async function lineUnder(page: Page, words: string): Promise<string> {
  const { x, y, width, height } = await placeOf(page, words);
  return page.evaluate(
    ([left, top]) => {
      // VS Code draws borders on a layer of their own behind the words.
      for (const element of document.querySelectorAll('.monaco-editor .view-overlays .cdr')) {
        const box = element.getBoundingClientRect();
        if (left < box.left || left > box.right || top < box.top || top > box.bottom) continue;
        const style = getComputedStyle(element);
        if (style.borderBottomStyle !== 'none' && parseFloat(style.borderBottomWidth) > 0) return style.borderBottomStyle;
      }
      return 'none';
    },
    [x + width / 2, y + height / 2] as const,
  );
}

/** The line of the cursor, counted from 1, as the status bar shows it. */
export async function cursorLine(page: Page): Promise<number> {
  const text = await page.locator('.part.statusbar', { hasText: /Ln \d+/ }).innerText();
  return Number(/Ln (\d+)/.exec(text)?.[1]);
}

/** The list that opens at the top for the palette and for choices. */
export function quickPick(page: Page): Locator {
  return page.locator('.quick-input-widget:visible').first();
}
