// npm run package: builds the .vsix that users get, fails on any warning, prints its size.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './vscode/cache.mts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

/** Packages the extension (vsce runs the build first) and returns the path of the .vsix. */
export function packageExtension(): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const vsix = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
  // The repository's address is the owner's to set, in package.json alone; until then relative links stay as they are.
  const withoutRepository =
    manifest.repository === undefined ? ['--allow-missing-repository', '--no-rewrite-relative-links'] : [];
  const result = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', ...withoutRepository, '--out', vsix],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = result.stdout + result.stderr;
  if (result.status !== 0) throw new Error(`The extension could not be packaged; vsce said:\n${said}`);
  if (/\bWARNING\b/i.test(said)) throw new Error(`vsce warned; mend what it names:\n${said}`);
  return vsix;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const vsix = packageExtension();
  console.log(`${path.basename(vsix)}: ${(statSync(vsix).size / 1024).toFixed(0)} kB`);
}
