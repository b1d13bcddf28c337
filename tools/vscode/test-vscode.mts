// npm run test:vscode [-- part-of-a-suite's-name … | --grep TITLE]; with --desktop in the downloaded desktop VS Code.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cacheFolder, root } from './cache.mts';
import { bundleSuites } from './suites.mts';

const words = process.argv.slice(2);
const desktop = words.includes('--desktop');
const extensionTestsPath = await bundleSuites(
  'node',
  words.filter((word) => word !== '--desktop'),
);
const launcher = path.join(import.meta.dirname, 'launcher.mts');
const node = path.dirname(process.execPath);
try {
  process.exitCode = await runTests({
    ...(desktop ? { version: 'stable', cachePath: cacheFolder() } : { vscodeExecutablePath: launcher }),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [path.join(root, 'test/editor/workspace')],
    // The launcher is written for the Node that runs this file.
    extensionTestsEnv: { PATH: `${node}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
} catch (problem) {
  process.exitCode = 1;
  if (desktop && !(problem instanceof Error && problem.name === 'TestRunFailedError')) {
    console.error(
      'The desktop VS Code could not be downloaded or started; “npm run test:vscode” runs the same suites without it.',
    );
  }
  console.error(problem instanceof Error ? problem.message : problem);
}
