// npm run release [-- patch|minor|major|1.2.3]: version, changelog, every check, the .vsix, and the commands that publish it.
// Without a word it releases the version that stands in package.json. Nothing is committed or published: the commands are printed.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageExtension } from './package.mts';

const root = path.resolve(import.meta.dirname, '..');
const [wanted] = process.argv.slice(2);

release();

function release(): void {
  if (git('status', '--porcelain') !== '')
    return refuse('Commit or stash your changes first: a release starts from a clean tree.');
  const before = manifest().version;
  const version = wanted === undefined ? before : next(before, wanted);
  if (version === undefined)
    return refuse('Name the step: “npm run release -- patch”, minor, major, or a version such as 1.2.3.');
  if (git('tag', '--list', `v${version}`) !== '') return refuse(`Version ${version} has its tag already; name the next one.`);

  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  const dated = changelog.replace(/^## Unreleased$/m, `## ${version}`);
  if (!dated.split('\n').some((line) => line === `## ${version}` || line.startsWith(`## ${version} `)))
    return refuse(`Write what is new under “## Unreleased” in CHANGELOG.md first.`);

  writeFileSync(path.join(root, 'CHANGELOG.md'), dated);
  if (version !== before) npm('version', version, '--no-git-tag-version', '--allow-same-version');
  npm('run', 'notices');
  if (npm('test') !== 0)
    return refuse('A check failed, see above; mend it, undo the new version with “git checkout .”, and start again.');

  const vsix = packageExtension();
  const name = path.basename(vsix);
  console.log(`\n${name}: ${(statSync(vsix).size / 1024).toFixed(0)} kB, all checks passed. What is left is yours to run:\n`);
  console.log(`    git commit -am "Version ${version}" && git tag v${version} && git push --follow-tags`);
  console.log(`    npx @vscode/vsce publish --packagePath ${name} --azure-credential    # Visual Studio Marketplace`);
  console.log(`    npx ovsx publish ${name} -p "$OVSX_TOKEN"                            # Open VSX: VSCodium, Theia and others`);
  console.log('\nBefore the first time: CONTRIBUTING.md, “Releasing”, says what the owner decides.');
  if (manifest().repository === undefined) console.log('The repository’s address is not set yet: “repository” in package.json.');
}

function manifest(): { readonly version: string; readonly repository?: unknown } {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string; repository?: unknown };
}

function next(version: string, step: string): string | undefined {
  if (/^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(step)) return step;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const steps: Readonly<Record<string, readonly number[]>> = {
    major: [major + 1, 0, 0],
    minor: [major, minor + 1, 0],
    patch: [major, minor, patch + 1],
  };
  return steps[step]?.join('.');
}

function git(...words: string[]): string {
  return spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout.trim();
}

function npm(...words: string[]): number {
  return (
    spawnSync('npm', ['--silent', ...words], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
  );
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
