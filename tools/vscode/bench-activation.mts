// npm run bench:activation [-- --starts 9]: how long a real VS Code takes to wake the packaged extension up, against one that does nothing. Both are
// installed as users install them; each start is a new extension host, and they take turns in going first. Prints the medians, by the clock and in
// processor time, for which other programs on the machine do not count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../package.mts';
import { root } from './cache.mts';
import { startServer } from './server.mts';
import { marker } from './suites.mts';
import { watchRun } from './watch-run.mts';

const { values } = parseArgs({ options: { starts: { type: 'string', default: '9' } } });
const starts = Math.max(1, Number(values.starts));
const ours = 'copydesk.copydesk';
const theirs = 'nobody.empty';
/** Milliseconds that users are to wait longer than for nothing. */
const bar = 30;

/** Milliseconds that one extension took. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

/** One start: the time of each extension by its identifier. */
type Times = Readonly<Record<string, Time>>;

const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-activation-'));
try {
  const server = await startServer({ vsix: [packageExtension(), packageEmpty()], installed: letSleep });
  const times: Times[] = [];
  try {
    for (let start = 0; start < starts; start++) {
      const order = start % 2 === 0 ? [ours, theirs] : [theirs, ours];
      const code = await watchRun({
        address: server.address(folder, [
          ['extensionDevelopmentPath', server.remote(writeHarness())],
          ['extensionTestsPath', server.remote(writeClock(order))],
          ['skipWelcome', 'true'],
        ]),
        limit: 240_000,
        tell: (line) => times.push(JSON.parse(line) as Times),
      });
      if (code !== 0) throw new Error('The extensions could not be woken up; COPYDESK_VERBOSE=1 shows what VS Code says.');
    }
  } finally {
    await server.stop();
  }
  print(times);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(times: readonly Times[]): void {
  const median = (id: string, what: keyof Time): number =>
    times.map((each) => each[id]?.[what] ?? NaN).sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
  console.log(
    `| milliseconds to wake up, the median of ${String(times.length)} starts | by the clock | processor time |\n|---|---|---|`,
  );
  for (const id of [ours, theirs])
    console.log(`| ${id} | ${median(id, 'clock').toFixed(1)} | ${median(id, 'processor').toFixed(1)} |`);
  const [clock, processor] = (['clock', 'processor'] as const).map((what) => median(ours, what) - median(theirs, what));
  console.log(`| difference (at most ${String(bar)}) | ${(clock ?? NaN).toFixed(1)} | ${(processor ?? NaN).toFixed(1)} |`);
  process.exitCode = (processor ?? NaN) <= bar ? 0 : 2;
}

/** Takes out the events that wake our extension up, such as a plain text that the workbench opens for itself: only the clock is to wake it. */
function letSleep(extensions: string): void {
  const home = readdirSync(extensions).find((name) => name.startsWith(ours));
  if (home === undefined) throw new Error(`${ours} is not among the installed extensions.`);
  const file = path.join(extensions, home, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, activationEvents: [] }));
}

/** An extension that does nothing when it wakes up. */
function packageEmpty(): string {
  const home = path.join(folder, 'empty');
  writeFiles(home, {
    'package.json': JSON.stringify({
      name: 'empty',
      publisher: 'nobody',
      version: '1.0.0',
      engines: { vscode: '^1.100.0' },
      main: './extension.js',
      activationEvents: ['onLanguage:empty'],
      license: 'MIT',
    }),
    'extension.js': 'exports.activate = () => {};\n',
    'README.md': 'Does nothing.\n',
    LICENSE: 'MIT\n',
  });
  const vsix = path.join(folder, 'empty.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix],
    { cwd: home, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The empty extension could not be packaged; vsce said:\n${stdout}${stderr}`);
  return vsix;
}

/** The extension under development is neither of the two: only an installed one is loaded as users have it. */
function writeHarness(): string {
  const home = path.join(folder, 'harness');
  writeFiles(home, {
    'package.json': JSON.stringify({ name: 'harness', publisher: 'nobody', version: '1.0.0', engines: { vscode: '^1.100.0' } }),
  });
  return home;
}

/**
 * Runs in the extension host: wakes each of the two up and says how long that took. It waits until the host has been at rest for a second first,
 * for VS Code's own extensions wake up in it after the window is drawn, and whoever is measured meanwhile would pay for them.
 */
function writeClock(order: readonly string[]): string {
  const home = path.join(folder, 'clock');
  const file = `${order.join('-')}.js`;
  writeFiles(home, {
    [file]: `
      const vscode = require('vscode');
      exports.run = async () => {
        await vscode.commands.getCommands();
        for (let calm = 0, round = 0; calm < 4 && round < 60; round++) {
          const before = process.cpuUsage();
          await new Promise((resolve) => setTimeout(resolve, 250));
          const { user, system } = process.cpuUsage(before);
          calm = user + system < 10_000 ? calm + 1 : 0;
        }
        const times = {};
        for (const id of ${JSON.stringify(order)}) {
          const extension = vscode.extensions.getExtension(id);
          if (!extension || extension.isActive) throw new Error(id + (extension ? ' is awake already' : ' is not installed'));
          const began = performance.now();
          const before = process.cpuUsage();
          await extension.activate();
          const { user, system } = process.cpuUsage(before);
          times[id] = { clock: performance.now() - began, processor: (user + system) / 1000 };
        }
        console.log(${JSON.stringify(marker)}, JSON.stringify(times));
      };`,
  });
  return path.join(home, file);
}

function writeFiles(home: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(home, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(home, name), content);
}
