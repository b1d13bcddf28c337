// Starts the VS Code server with a throw-away profile on a free port, and ends it whatever happens to us.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { vscodeServer } from './cache.mts';

export interface ServerOptions {
  /** A packaged extension, or several, that are installed first, as a user would. */
  readonly vsix?: string | readonly string[];
  /** Sees the folder of the installed extensions before VS Code starts. */
  readonly installed?: (folder: string) => void;
  /** User settings beside those that make the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** With trust on, the workbench asks whether the folder is trusted: Restricted Mode until then. */
  readonly workspaceTrust?: boolean;
}

export interface Server {
  readonly port: number;
  /** The address of the workbench with this folder open. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A path on this machine as the workbench names it. */
  remote(file: string): string;
  stop(): Promise<void>;
}

/** No welcome page, no chat, no look-ups: what is drawn is the extension and the editor. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'update.showReleaseNotes': false,
  'security.workspace.trust.banner': 'never',
};

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const main = path.join(await vscodeServer(), 'out/server-main.js');
  const profile = mkdtempSync(path.join(os.tmpdir(), 'copydesk-vscode-'));
  const folders = ['--server-data-dir', path.join(profile, 'data'), '--extensions-dir', path.join(profile, 'extensions')];
  writeSettings(profile, { ...quietSettings, ...options.settings });
  for (const vsix of [options.vsix ?? []].flat()) install(main, folders, vsix);
  options.installed?.(path.join(profile, 'extensions'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--enable-smoke-test-driver', '--disable-telemetry', ...(options.workspaceTrust ? [] : ['--disable-workspace-trust'])],
      ...folders,
    ],
    { detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = stopper(child, profile);
  await untilListening(child, port, path.join(profile, 'server.log'), stop);
  const remote = (file: string) => `vscode-remote://localhost:${String(port)}${path.resolve(file)}`;
  return {
    port,
    remote,
    stop,
    address(folder, payload = []) {
      const query = new URLSearchParams({ folder: path.resolve(folder) });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://localhost:${String(port)}/?${query.toString()}`;
    },
  };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('This machine gave no free port; end some programs, then run this again.'));
      });
    });
  });
}

function writeSettings(profile: string, settings: Readonly<Record<string, unknown>>): void {
  const folder = path.join(profile, 'data/data/Machine');
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(profile, 'extensions'), { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

function install(main: string, folders: readonly string[], vsix: string): void {
  const result = spawnSync(
    process.execPath,
    [main, '--install-extension', vsix, '--force', '--accept-server-license-terms', ...folders],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 180_000,
    },
  );
  if (!result.stdout.includes('was successfully installed')) {
    throw new Error(`${vsix} could not be installed; VS Code said:\n${result.stdout}${result.stderr}`);
  }
}

/** The server leads a process group of its own, so that its extension hosts end with it. */
function stopper(child: ChildProcess, profile: string): () => Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const last = () => {
    signal('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const onSignal = () => {
    last();
    process.exit(1);
  };
  process.once('exit', last);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, onSignal);
  return async () => {
    process.off('exit', last);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(name, onSignal);
    signal('SIGTERM');
    for (let round = 0; round < 50 && child.exitCode === null && child.signalCode === null; round++) await wait(100);
    last();
  };
}

async function untilListening(child: ChildProcess, port: number, log: string, stop: () => Promise<void>): Promise<void> {
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
    appendFileSync(log, chunk);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(200);
  }
  await stop();
  throw new Error(`The VS Code server did not start within two minutes; it said:\n${said}`);
}
