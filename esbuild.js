// Bundles Copydesk: node esbuild.js [--watch] builds dist/, --unit builds the unit and corpus tests into dist-test/.
const esbuild = require('esbuild');
const { existsSync, readdirSync, rmSync } = require('node:fs');
const path = require('node:path');

const shared = {
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  target: 'es2022',
  loader: { '.txt': 'text' },
  logLevel: 'warning',
};

const bundles = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    plugins: [vscodeOnce(), analysisApart()],
  },
  {
    ...shared,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/analysis.js',
    platform: 'node',
    format: 'cjs',
  },
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    plugins: [vscodeOnce(), withoutDisk()],
  },
  {
    ...shared,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [withoutProcesses()],
  },
];

/**
 * The desktop's extension shares the core with nobody but the file beside it, dist/analysis.js, and loads that with the first call into it: VS
 * Code reads a third of the code to wake Copydesk up. The web host takes one file only.
 */
function analysisApart() {
  const analysis = { path: './analysis.js', external: true };
  return {
    name: 'analysis-apart',
    setup(build) {
      build.onResolve({ filter: /core\/index\.ts$/ }, ({ kind, namespace }) => {
        if (kind === 'dynamic-import') return analysis;
        return namespace === 'at-hand' ? undefined : { path: 'core', namespace: 'at-hand' };
      });
      build.onResolve({ filter: /^later$/ }, () => ({ path: 'core', namespace: 'later' }));
      build.onResolve({ filter: /^\.\/analysis\.js$/ }, () => analysis);
      build.onLoad({ filter: /./, namespace: 'at-hand' }, () => ({
        contents: `export * from 'later'; export { ${namesAtHand.join(', ')} } from './src/core/index.ts';`,
        resolveDir: __dirname,
      }));
      build.onLoad({ filter: /./, namespace: 'later' }, async () => ({
        contents: [
          "let core; const loaded = () => (core ??= require('./analysis.js'));",
          `for (const name of ${JSON.stringify(await namesOfCore())}) Object.defineProperty(exports, name, { enumerable: true, get: () => loaded()[name] });`,
        ].join('\n'),
      }));
    },
  };
}

/** What of the core is needed to wake up: what is highlighted, and whether a text is prose at all. */
const namesAtHand = ['HIGHLIGHT_KINDS', 'looksLikeProse'];

async function namesOfCore() {
  const built = await esbuild.build({
    ...shared,
    entryPoints: ['src/core/index.ts'],
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'dist',
  });
  return Object.values(built.metafile.outputs).flatMap(({ exports }) => exports);
}

/** Left to itself, esbuild copies VS Code's whole interface, a property at a time, for each of the files that import it: a third of the time to wake up. */
function vscodeOnce() {
  return {
    name: 'vscode-once',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
        namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
      );
      build.onLoad({ filter: /./, namespace: 'vscode-once' }, () => ({ contents: "export * from 'vscode';" }));
    },
  };
}

/** commander can start other programs as subcommands; ours starts none, and its bundle must not be able to. */
function withoutProcesses() {
  return {
    name: 'without-processes',
    setup(build) {
      build.onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'without-processes' }));
      build.onLoad({ filter: /./, namespace: 'without-processes' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/** A browser has no disk of its own; its bundle asks for none. */
function withoutDisk() {
  return {
    name: 'without-disk',
    setup(build) {
      build.onResolve({ filter: /\/disk\/marksFiles\.ts$/ }, () => ({ path: 'disk', namespace: 'without-disk' }));
      build.onLoad({ filter: /./, namespace: 'without-disk' }, () => ({ contents: 'export const marksOnDisk = null;' }));
    },
  };
}

const unitFolders = ['unit', 'corpus', 'grammar'];

/** Every test file becomes one bundle of its own, so that mocha runs plain JavaScript and `.txt` imports work. */
const unitTests = {
  ...shared,
  minify: false,
  entryPoints: globTests(unitFolders.map((folder) => `test/${folder}`)),
  outbase: 'test',
  outdir: 'dist-test',
  platform: 'node',
  format: 'cjs',
  sourcemap: 'inline',
  packages: 'external',
};

function globTests(folders) {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.join(folder, name)),
  );
}

async function main() {
  const unit = process.argv.includes('--unit');
  // A test that was deleted must not live on as a bundle.
  if (unit) for (const folder of unitFolders) rmSync(`dist-test/${folder}`, { recursive: true, force: true });
  const wanted = unit ? [unitTests] : bundles;
  if (process.argv.includes('--watch')) {
    for (const options of wanted) await (await esbuild.context(options)).watch();
    return;
  }
  await Promise.all(wanted.map((options) => esbuild.build(options)));
}

module.exports = { bundles };

if (require.main === module) main().catch(() => process.exit(1));
