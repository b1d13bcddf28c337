// npm run test:web [-- part-of-a-suite's-name … | --grep TITLE]: the suites of test/editor in the web extension host.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, vscodeWeb } from './cache.mts';
import { freePort } from './server.mts';
import { bundleSuites } from './suites.mts';
import { watchRun } from './watch-run.mts';

interface TestWeb {
  open(this: void, options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

// The small server reports every download that the browser ends half-way, which it does when the suites are through.
const printError = console.error;
console.error = (...words: unknown[]) => {
  if (!words.some((word) => String(word).includes('ERR_STREAM_PREMATURE_CLOSE'))) printError(...words);
};

const { testWeb, testRunnerDataDir } = await vscodeWeb();
const { open } = (await import(pathToFileURL(testWeb).href)) as TestWeb;
const extensionTestsPath = await bundleSuites('web', process.argv.slice(2));
const port = await freePort();
const server = await open({
  browserType: 'none',
  quality: 'stable',
  commit: 'npm',
  esm: true,
  testRunnerDataDir,
  extensionDevelopmentPath: root,
  extensionTestsPath,
  folderPath: path.join(root, 'test/editor/workspace'),
  port,
  printServerLog: false,
});
try {
  process.exitCode = await watchRun({ address: `http://localhost:${String(port)}`, limit: 240_000 });
} finally {
  server.dispose();
}
process.exit();
