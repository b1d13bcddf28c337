import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cardText, hoverWords, lineUnder, openSideBar, quickPick, treeLabels } from '../../tools/vscode/gestures.mts';
import { plainWords, PSEUDO } from '../../tools/vscode/pseudo.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

/** In a made-up language every word of ours wears accents: one without came past the translation. */
describe('a language that is not English', () => {
  let desk: Workbench;
  /** Words of the article and of its marks are shown as they are. */
  const printed = ['samples/moscow.article', 'samples/moscow.article.marks.jsonl'].map((file) => readFileSync(file, 'utf8'));
  const given = new Set(plainWords(printed.join(' ')).map((word) => word.toLowerCase()));

  before(async () => {
    desk = await openWorkbench({
      vsix: process.env['COPYDESK_VSIX'] ?? '',
      copy: 'samples',
      open: 'moscow.article',
      language: PSEUDO,
      viewport: { width: 1280, height: 1400 },
    });
    await until('names are underlined', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'solid');
  });

  afterEach(async function () {
    await desk.page.screenshot({ path: `screenshots/pseudo-${this.currentTest?.title.replaceAll(/\W+/g, '-') ?? ''}.png` });
  });

  after(async () => {
    await desk.stop();
  });

  /** Of what VS Code itself says around our words, only the words named in `theirs` may stand there. */
  function ours(text: string, theirs: readonly string[] = []): readonly string[] {
    const words = plainWords(text).filter((word) => !given.has(word.toLowerCase()) && !theirs.includes(word));
    return [...new Set(words)];
  }

  it('has every row of the views', async () => {
    await openSideBar(desk.page, 'Ƈǿǿƥ');
    await until('both views have rows', async () => (await treeLabels(desk.page)).length > 10);
    const labels = (await treeLabels(desk.page)).join('\n');
    assert.match(labels, /Ɋŭŭǿǿŧ/);
    assert.deepEqual(ours(labels, [...BY_PLATFORM, ...MONTHS]), []);
  });

  it('has every line of the cards', async () => {
    for (const words of ['Hakan Fidan', 'Tuesday', 'You have one meeting']) {
      const card = await hoverWords(desk.page, words);
      assert.notEqual(card, '', words);
      assert.deepEqual(ours(card, [...BY_PLATFORM, ...MONTHS]), [], card);
      await until('the card is gone', async () => {
        await desk.page.mouse.move(600, 10);
        await desk.page.mouse.move(640, 14, { steps: 3 });
        await desk.page.keyboard.press('Escape');
        return (await cardText(desk.page)) === '';
      });
    }
  });

  it('has the item of the status bar', async () => {
    const items = await desk.page.locator('.part.statusbar .statusbar-item[id*="copydesk"]').allInnerTexts();
    assert.ok(items.length > 0);
    assert.deepEqual(ours(items.join(' ')), []);
  });

  it('has the commands of the palette and what they ask', async () => {
    const { page } = desk;
    await page.keyboard.press('F1');
    await quickPick(page).waitFor();
    await page.keyboard.insertText('Ƈǿǿƥẏḓḗḗşķ');
    await until('commands are offered', async () => /Ƈǿǿƥẏḓḗḗşķ: /.test(await quickPick(page).innerText()));
    // In their second line VS Code puts the English titles, for those who look a command up.
    const titles = await page.locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
    assert.ok(titles.length > 5, titles.join());
    assert.deepEqual(ours(titles.join('\n'), ['Copydesk', 'View', 'Focus', 'on']), []);
    await page.keyboard.press('Escape');

    for (const key of ['Alt+Shift+w', 'Alt+Shift+s', 'Alt+Shift+b']) {
      await page.locator('.monaco-editor .view-line', { hasText: 'You have one meeting' }).first().click();
      await page.keyboard.press(key);
      await quickPick(page).waitFor();
      const text = await quickPick(page).evaluate((box) => {
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const pieces: string[] = [];
        while (walker.nextNode())
          if (walker.currentNode.parentElement?.checkVisibility()) pieces.push(walker.currentNode.textContent ?? '');
        return pieces.join(' ');
      });
      assert.deepEqual(ours(text, PROMPT), [], `${key}: ${text}`);
      await page.keyboard.press('Escape');
      await quickPick(page).waitFor({ state: 'hidden' });
    }
  });
});

const BY_PLATFORM = ['Copydesk'];
/** Dates are put into words by the platform, which has English for a language that it does not know. */
const MONTHS = ['Apr', 'Dec', 'Nov', 'April', 'May', 'Tuesday', 'Wednesday', 'Friday', 'AM', 'PM'];
/** VS Code's own line under an input box. */
const PROMPT = ['Press', 'Enter', 'to', 'confirm', 'your', 'input', 'or', 'Escape', 'cancel', 'Results'];
