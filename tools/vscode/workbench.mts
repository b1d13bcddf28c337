// The product as a user sees it: the packaged extension in a workbench that Playwright can drive.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.mts';
import { addPseudoLanguage, PSEUDO } from './pseudo.mts';
import { startServer } from './server.mts';

/** The four kinds of theme that VS Code knows, each by the theme that stands for it. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  hc: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
} as const;

export interface WorkbenchOptions {
  readonly vsix: string;
  /** A file or a folder that is copied into the workbench's own folder, so that nothing typed there reaches the original. */
  readonly copy: string;
  /** The file of that folder that is open at the start. */
  readonly open?: string;
  readonly theme?: keyof typeof themes;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly workspaceTrust?: boolean;
  /**
   * The language of the extension's words, for example `tr`; `qps-ploc` is made up (pseudo-localised) from the English words. VS Code's
   * own words stay English: they would need a language pack.
   */
  readonly language?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  readonly folder: string;
  /** Runs a command by its palette title, for example `Copydesk: Show Outline`. */
  command(title: string): Promise<void>;
  stop(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-desk-'));
  const workspace = path.join(folder, 'desk');
  mkdirSync(workspace);
  const isFile = path.extname(options.copy) !== '';
  cpSync(options.copy, isFile ? path.join(workspace, path.basename(options.copy)) : workspace, { recursive: true });
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const server = await startServer({
    vsix: options.vsix,
    settings: { 'workbench.colorTheme': themes[options.theme ?? 'dark'], ...options.settings },
    workspaceTrust: options.workspaceTrust ?? false,
    ...(options.language === PSEUDO ? { installed: addPseudoLanguage } : {}),
  });
  const stopServer = async () => {
    await server.stop();
    remove();
  };
  try {
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    if (options.language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${options.language}';`);
    const open: [string, string][] = [['skipWelcome', 'true']];
    if (options.open !== undefined) open.push(['openFile', server.remote(path.join(workspace, options.open))]);
    await page.goto(server.address(workspace, open), { timeout: 120_000 });
    await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 120_000 });
    if (options.open !== undefined)
      await page.locator('.monaco-editor .view-lines .view-line').first().waitFor({ timeout: 120_000 });
    return {
      page,
      folder: workspace,
      command: async (title) => runCommand(page, title),
      stop: async () => {
        await browser.close();
        await stopServer();
      },
    };
  } catch (problem) {
    await stopServer();
    throw problem;
  }
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"], .quick-input-widget input.input').first();
  await input.waitFor({ state: 'visible' });
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}
