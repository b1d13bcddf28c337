// npm run look -- FILE [--theme light|dark|hc|hcLight] [--tab Copydesk] [--hover WORDS] [--click ROW] [--command TITLE] [--size 1280x800] [--language tr]
// Opens FILE in the packaged product, does the steps in the order given, and writes screenshots/look.png (or --out PNG).
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageExtension } from '../package.mts';
import { root } from './cache.mts';
import { openWorkbench, themes } from './workbench.mts';
import { hoverWords, openSideBar, treeRow } from './gestures.mts';

const words = process.argv.slice(2);
const file =
  words[0] !== undefined && !words[0].startsWith('--') ? words[0] : path.join(root, 'test/editor/workspace/harbour.txt');
const option = (name: string) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? undefined : words[at + 1];
};
const theme = option('theme') ?? 'dark';
if (!(theme in themes)) throw new Error(`--theme is one of ${Object.keys(themes).join(', ')}.`);
const [width = 1280, height = 800] = (option('size') ?? '1280x800').split('x').map(Number);
const language = option('language');
const out = path.resolve(option('out') ?? path.join(root, 'screenshots/look.png'));
mkdirSync(path.dirname(out), { recursive: true });

const workbench = await openWorkbench({
  vsix: packageExtension(),
  copy: path.resolve(file),
  open: path.basename(file),
  theme: theme as keyof typeof themes,
  viewport: { width, height },
  ...(language === undefined ? {} : { language }),
});
try {
  const { page } = workbench;
  await wait(2000);
  for (const [at, word] of words.entries()) {
    const value = words[at + 1] ?? '';
    if (word === '--tab') await openSideBar(page, value);
    if (word === '--hover') await hoverWords(page, value);
    if (word === '--click') await treeRow(page, value).click();
    if (word === '--expand') await treeRow(page, value).locator('.monaco-tl-twistie').click();
    if (word === '--command') await workbench.command(value);
    if (word === '--press') await page.keyboard.press(value);
    if (word === '--type') await page.keyboard.type(value);
    if (word.startsWith('--')) await wait(700);
  }
  await wait(800);
  await page.screenshot({ path: out });
  console.log(out);
} finally {
  await workbench.stop();
}
