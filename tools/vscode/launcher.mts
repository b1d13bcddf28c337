#!/usr/bin/env node
// Stands in for the desktop executable that @vscode/test-electron spawns: same arguments, same exit code, but the VS Code
// server with a Chromium before it. So the same `runTests` works where the desktop build cannot be downloaded.
import path from 'node:path';
import { root } from './cache.mts';
import { startServer } from './server.mts';
import { watchRun } from './watch-run.mts';

const argument = (name: string): string => {
  const found = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  if (found === undefined) throw new Error(`--${name}=… is missing; start this through “npm run test:vscode”.`);
  return found.slice(name.length + 3);
};

const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? path.join(root, 'test/editor/workspace');
const server = await startServer();
try {
  process.exitCode = await watchRun({
    address: server.address(folder, [
      ['extensionDevelopmentPath', server.remote(argument('extensionDevelopmentPath'))],
      ['extensionTestsPath', server.remote(argument('extensionTestsPath'))],
      ['skipWelcome', 'true'],
    ]),
    limit: 240_000,
  });
} finally {
  await server.stop();
}
