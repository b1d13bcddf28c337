// Bundles the suites of test/editor into one file that an extension host loads; the same suites go into both hosts.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { root } from './cache.mts';

export type Host = 'node' | 'web';

/** What stands before every line that a suite prints, so that the chatty workbench can be left out. */
export const marker = '[copydesk-test]';

/**
 * The words after `npm run test:vscode --` name suites by a part of their file's name, or (after `--grep`) tests by their title.
 * Files that end in `.node.test.ts` need Node and stay out of the web host.
 */
export async function bundleSuites(host: Host, words: readonly string[]): Promise<string> {
  const grepAt = words.indexOf('--grep');
  const grep = grepAt >= 0 ? (words[grepAt + 1] ?? '') : '';
  const parts = words.filter((_, at) => grepAt < 0 || (at !== grepAt && at !== grepAt + 1));
  const suites = suiteFiles(host).filter(
    (file) => parts.length === 0 || parts.some((part) => path.basename(file).includes(part)),
  );
  if (suites.length === 0)
    throw new Error(`No suite in test/editor has a name with “${parts.join('” or “')}” in it; correct the name.`);
  const outfile = path.join(root, `dist-test/editor/${host}.js`);
  await esbuild.build({
    stdin: {
      contents: `
        import { runSuites } from './test/editor/support/run.${host}.ts';
        export const run = () => runSuites(${JSON.stringify({ grep })}, () => {
          ${suites.map((suite) => `require('./${suite}');`).join('\n')}
        });`,
      resolveDir: root,
      sourcefile: 'suites.ts',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: host === 'node' ? 'node' : 'browser',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    loader: { '.txt': 'text' },
    external: ['vscode', ...(host === 'node' ? ['mocha'] : [])],
    alias: host === 'web' ? { 'node:assert/strict': path.join(root, 'test/editor/support/assert.web.ts') } : {},
    logLevel: 'warning',
  });
  return outfile;
}

function suiteFiles(host: Host): string[] {
  return readdirSync(path.join(root, 'test/editor'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && (host === 'node' || !name.endsWith('.node.test.ts')))
    .map((name) => path.posix.join('test/editor', name.replaceAll('\\', '/')))
    .sort();
}
