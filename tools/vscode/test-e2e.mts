// npm run test:e2e [-- part-of-a-test-file's-name … | --grep TITLE]: packages the .vsix, then drives it in a browser.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import Mocha from 'mocha';
import { packageExtension } from '../package.mts';
import { root } from './cache.mts';

const words = process.argv.slice(2);
const grepAt = words.indexOf('--grep');
const grep = grepAt >= 0 ? (words[grepAt + 1] ?? '') : '';
const parts = words.filter((_, at) => grepAt < 0 || (at !== grepAt && at !== grepAt + 1));

process.chdir(root);
process.env['COPYDESK_VSIX'] ??= packageExtension();
console.log(`Packaged ${path.basename(process.env['COPYDESK_VSIX'])}`);

const files = readdirSync('test/e2e').filter(
  (name) => name.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => name.includes(part))),
);
await esbuild.build({
  entryPoints: files.map((name) => path.join('test/e2e', name)),
  outdir: 'dist-test/e2e',
  // The bundles run as modules beside the launchers, whose own place tells them where the project is.
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  packages: 'external',
  external: ['*.mts'],
  plugins: [launchersStayWhereTheyAre()],
  logLevel: 'warning',
});

const mocha = new Mocha({ timeout: 240_000, slow: 30_000, reporter: 'spec', ...(grep === '' ? {} : { grep }) });
for (const name of files) mocha.addFile(path.resolve('dist-test/e2e', name.replace(/\.ts$/, '.mjs')));
await mocha.loadFilesAsync();
mocha.run((failed) => {
  process.exitCode = failed > 0 ? 1 : 0;
});

function launchersStayWhereTheyAre(): esbuild.Plugin {
  return {
    name: 'launchers',
    setup(build) {
      build.onResolve({ filter: /\.mts$/ }, ({ path: imported, resolveDir }) => ({
        path: path.resolve(resolveDir, imported),
        external: true,
      }));
    },
  };
}
