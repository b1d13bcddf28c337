import assert from 'node:assert/strict';
import { cardText, cursorLine, lineUnder, quickPick, treeLabels } from '../../tools/vscode/gestures.mts';
import { openWorkbench, type Workbench } from '../../tools/vscode/workbench.mts';
import { until } from './support/desk.ts';

/** Nothing in this file moves a mouse. */
describe('an editor without a mouse', () => {
  let desk: Workbench;
  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };

  before(async () => {
    desk = await openWorkbench({
      vsix: process.env['COPYDESK_VSIX'] ?? '',
      copy: 'samples',
      open: 'moscow.article',
      theme: 'hc',
    });
    await until('names are underlined', async () => (await lineUnder(desk.page, 'Hulusi Akar')) === 'solid');
    await desk.command('View: Focus Active Editor Group');
  });

  afterEach(async function () {
    await desk.page.screenshot({ path: `screenshots/keyboard-${this.currentTest?.title.replaceAll(/\W+/g, '-') ?? ''}.png` });
  });

  after(async () => {
    await desk.stop();
  });

  it('walks from quote to quote', async () => {
    const lines: number[] = [];
    for (let step = 0; step < 4; step++) {
      await press('Alt+Shift+n');
      await until('the cursor has moved', async () => (await cursorLine(desk.page)) >= (lines.at(-1) ?? 2));
      lines.push(await cursorLine(desk.page));
    }
    assert.ok((lines.at(-1) ?? 0) > 20, `lines ${lines.join()}`);
  });

  it('reads the card of the quote under the cursor', async () => {
    await until('the card is shown', async () => {
      await press('Control+k', 'Control+i');
      const card = await cardText(desk.page);
      return ['quote', 'Cue:', 'Why:'].every((words) => card.includes(words));
    });
    await press('Escape', 'Escape');
  });

  it('changes a speaker and takes it back', async () => {
    await press('Alt+Shift+s');
    await quickPick(desk.page).waitFor();
    await desk.page.keyboard.type('Nadia Halloran');
    await until('the name is offered', async () => /Nadia Halloran/.test(await quickPick(desk.page).innerText()));
    await press('Enter');
    await desk.command('Copydesk: Focus on Quotes View');
    await until('the new speaker is listed', async () =>
      (await treeLabels(desk.page)).some((row) => row.includes('Nadia Halloran')),
    );
    await desk.command('View: Focus Active Editor Group');
    await desk.command('Copydesk: Undo Last Decision');
    await until(
      'the old speaker is back',
      async () => !(await treeLabels(desk.page)).some((row) => row.includes('Nadia Halloran')),
    );
  });

  it('goes from a row of the outline to its words', async () => {
    await desk.command('Copydesk: Focus on Outline View');
    await press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    const before = await cursorLine(desk.page);
    await until('the cursor has gone there', async () => {
      await press('ArrowDown', 'Enter');
      return (await cursorLine(desk.page)) !== before;
    });
  });

  it('finds a person with Go to Symbol', async () => {
    await desk.command('View: Focus Active Editor Group');
    await press('Control+Shift+o');
    await quickPick(desk.page).waitFor();
    await desk.page.keyboard.type('Shoigu');
    await until('the person is offered', async () => /Sergei Shoigu/.test(await quickPick(desk.page).innerText()));
    await press('Enter');
  });

  it('hears a label at every row', async () => {
    await desk.command('Copydesk: Focus on Outline View');
    const labels = await treeLabels(desk.page);
    assert.ok(labels.length > 5);
    assert.deepEqual(
      labels.filter((label) => label.trim() === ''),
      [],
    );
  });
});
