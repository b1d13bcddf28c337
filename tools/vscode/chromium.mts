// Finds a Chromium, or installs Debian's when we may; opens a page in it that behaves the same on every machine.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium; COPYDESK_CHROMIUM names one elsewhere. */
export function findChromium(): string {
  const named = process.env['COPYDESK_CHROMIUM'];
  if (named !== undefined && !existsSync(named))
    throw new Error(`COPYDESK_CHROMIUM names ${named}, which is not there; correct the path.`);
  const found = named ?? usualPlaces.find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (mayInstall()) {
    console.log('Installing Chromium with apt-get …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
      }).status === 0;
    const installed = () => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-liberation');
    if (((apt('update') && installed()) || installed()) && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Error(
    'No Chromium was found: install Chromium or Google Chrome, or name one in COPYDESK_CHROMIUM, then run this again.',
  );
}

function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

export async function launchChromium(options: { readonly headless?: boolean } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: options.headless ?? true,
    timeout: 120_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
    ],
  });
}
