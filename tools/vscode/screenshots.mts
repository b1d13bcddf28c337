// npm run screenshots: the pictures of README.md and the marketplace page, made from the packaged product.
// Three stills (light, dark, high contrast) and one short animation, into media/screenshots/.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import gifenc from 'gifenc';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { packageExtension } from '../package.mts';
import { root } from './cache.mts';
import { hoverWords, openSideBar, placeOf, treeRow } from './gestures.mts';
import { openWorkbench, type themes, type Workbench } from './workbench.mts';

const folder = path.join(root, 'media/screenshots');
const viewport = { width: 1200, height: 720 };
mkdirSync(folder, { recursive: true });
const vsix = packageExtension();

/** As on a small screen, with nothing that is not ours to show. */
const settings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.lineNumbers': 'off',
  'editor.occurrencesHighlight': 'off',
};

interface Frame {
  readonly png: PNG;
  /** How long the frame stands. */
  readonly milliseconds: number;
}

await inWorkbench('dark', async ({ page }) => {
  await hoverWords(page, 'Hakan Fidan');
  await keep(page, 'dark.png');
});

await inWorkbench('hc', async ({ page }) => {
  await keep(page, 'high-contrast.png');
});

await inWorkbench('light', async ({ page }) => {
  const row = treeRow(page, 'You have one meeting');
  await row.scrollIntoViewIfNeeded();
  await row.click();
  await wait(1500);
  await hoverWords(page, 'You have one meeting');
  await keep(page, 'light.png');
});

await inWorkbench('light', async (desk) => {
  await animate(desk, 'desk.gif');
});

async function inWorkbench(theme: keyof typeof themes, use: (desk: Workbench) => Promise<void>): Promise<void> {
  const desk = await openWorkbench({ vsix, copy: path.join(root, 'samples'), open: 'moscow.article', theme, viewport, settings });
  try {
    await openSideBar(desk.page, 'Copydesk');
    await desk.page.locator('.part.sidebar .monaco-list-row').nth(6).waitFor();
    await widenSideBar(desk.page);
    await wait(2500);
    await use(desk);
  } finally {
    await desk.stop();
  }
}

async function widenSideBar(page: Page): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (!edge) return;
  await page.mouse.move(edge.x + edge.width + 1, 500);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 90, 500, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(700, 15);
}

/** Writes what the page shows; a picture over 300 kB would make the page of the marketplace slow. */
async function keep(page: Page, name: string): Promise<void> {
  const file = path.join(folder, name);
  const png = PNG.sync.read(await page.screenshot());
  writeFileSync(file, PNG.sync.write(png, { deflateLevel: 9, colorType: 2, filterType: -1 }));
  say(file);
}

/** What an editor does in the first half minute: look at a card, choose a quote in the list, type a new one, take it back. */
async function animate({ page }: Workbench, name: string): Promise<void> {
  const frames: Frame[] = [];
  const shoot = async (milliseconds: number) => {
    frames.push({ png: PNG.sync.read(await page.screenshot()), milliseconds });
  };
  await shoot(1500);
  await hoverWords(page, 'Hakan Fidan');
  await shoot(3500);
  await page.mouse.move(600, 15);
  const row = treeRow(page, 'You have one meeting');
  await row.scrollIntoViewIfNeeded();
  await row.click();
  await wait(1500);
  await shoot(2500);
  await hoverWords(page, 'You have one meeting');
  await shoot(3000);
  await page.mouse.move(600, 15);
  const place = await placeOf(page, 'two agendas');
  await page.mouse.click(place.x + 2, place.y + place.height / 2);
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  for (const words of ['“Nobody has', ' shown us the map,”', ' said Nadia', ' Halloran', ', a lawyer.']) {
    await page.keyboard.insertText(words);
    await wait(900);
    await shoot(500);
  }
  await wait(1200);
  await shoot(3000);
  writeGif(path.join(folder, name), frames);
}

/** Writes only what changed from frame to frame, which keeps the file small. */
function writeGif(file: string, frames: readonly Frame[]): void {
  const encoder = gifenc.GIFEncoder();
  let before: PNG | undefined;
  for (const { png, milliseconds } of frames) {
    const palette = gifenc.quantize(png.data, 127);
    const indices = gifenc.applyPalette(png.data, palette);
    const unchanged = palette.push([255, 0, 255]) - 1;
    if (before)
      for (let pixel = 0; pixel < indices.length; pixel++) if (samePixel(png, before, pixel)) indices[pixel] = unchanged;
    encoder.writeFrame(indices, png.width, png.height, {
      palette,
      delay: milliseconds,
      transparent: before !== undefined,
      transparentIndex: unchanged,
      dispose: 1,
    });
    before = png;
  }
  encoder.finish();
  writeFileSync(file, encoder.bytes());
  say(file);
}

function samePixel(one: PNG, other: PNG, pixel: number): boolean {
  return one.data.readUInt32BE(pixel * 4) === other.data.readUInt32BE(pixel * 4);
}

function say(file: string): void {
  console.log(`${path.relative(root, file)}: ${(statSync(file).size / 1024).toFixed(0)} kB`);
}
