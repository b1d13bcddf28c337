import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Workbench } from '../../../tools/vscode/workbench.mts';

export async function isInText({ page }: Workbench, words: string): Promise<boolean> {
  // The editor draws spaces as no-break spaces.
  const text = await page.locator('.monaco-editor .view-lines').first().innerText();
  return text.replaceAll('\u00a0', ' ').includes(words);
}

/** The number in the status bar: “11 quotes”. */
export async function quoteCount({ page }: Workbench): Promise<number> {
  const text = await page
    .locator('.part.statusbar .statusbar-item', { hasText: /\d quotes?/ })
    .first()
    .innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await wait(200);
  }
  assert.fail(`This did not come about within a minute: ${what}.`);
}
