// npm start [-- --no-open]: the packaged product in a browser, the sample article open.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageExtension } from '../package.mts';
import { root } from './cache.mts';
import { startServer } from './server.mts';

const samples = path.join(root, 'samples');
const source = existsSync(samples) ? samples : path.join(root, 'test/editor/workspace');
const sample = existsSync(path.join(samples, 'moscow.article')) ? 'moscow.article' : 'harbour.txt';

const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-samples-'));
cpSync(source, folder, { recursive: true });
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const server = await startServer({ vsix: packageExtension() });
const address = server.address(folder, [
  ['skipWelcome', 'true'],
  ['openFile', server.remote(path.join(folder, sample))],
]);
console.log(
  `Copydesk runs in VS Code at\n\n    ${address}\n\nEnd it with Ctrl+C. What you type there goes into a copy of the samples.`,
);
if (!process.argv.includes('--no-open') && !process.env['CI']) openInBrowser(address);

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['explorer', url] : ['xdg-open', url];
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  // Without a browser the address above is all that is needed.
  child.once('error', () => undefined);
  child.unref();
}
