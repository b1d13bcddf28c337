import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readImports } from './support/imports.ts';

/**
 * The walls, as one table: who may import what. The first row that holds a file decides. `x/` is a folder with all below it, `x/*`
 * the files of a folder without its subfolders, anything else one file or one package.
 */
interface Row {
  readonly files: string;
  readonly may: readonly string[];
}

/** What every step reads: the model, and what tells passages apart and remembers them. */
const model = ['src/core/article.ts', 'src/core/passage.ts', 'src/core/memo.ts', 'data/en/'];
/** Words, sentences, quotation marks, the names of countries, and printed dates: the ground that every step stands on. */
const ground = [...model, 'src/core/text/', 'src/core/geo/', 'src/core/dates/'];
/** Libraries that compute and nothing else. */
const pure = {
  frontMatter: ['yaml'],
  countries: ['countries-list', 'i18n-iso-countries/langs/en.json', 'i18n-nationality/langs/en.json'],
  dates: ['chrono-node'],
  differences: ['diff'],
};

const walls: readonly Row[] = [
  {
    files: 'src/extension.ts',
    may: ['vscode', 'src/core/index.ts', 'src/editor/*', 'src/editor/marks/index.ts', 'src/editor/features/index.ts'],
  },
  { files: 'src/cli.ts', may: ['src/cli/run.ts', 'node:*'] },

  // What both worlds need of this machine's disk; the browser's bundle leaves it out.
  { files: 'src/disk/', may: ['src/core/index.ts', 'node:*'] },

  { files: 'src/editor/features/index.ts', may: ['vscode', 'src/editor/*', 'src/editor/features/'] },
  { files: 'src/editor/marks/', may: ['vscode', 'src/core/index.ts', 'src/disk/', 'src/editor/*', 'src/editor/marks/'] },
  // A feature stands alone; a folder is one feature in several files.
  {
    files: 'src/editor/features/',
    may: ['vscode', 'src/core/index.ts', 'src/editor/*', 'src/editor/marks/index.ts', '(its own folder)'],
  },
  { files: 'src/editor/*', may: ['vscode', 'src/core/index.ts', 'src/editor/*', 'src/editor/marks/index.ts'] },
  { files: 'src/cli/commands/', may: ['src/core/index.ts', 'src/cli/*', 'node:*', 'commander'] },
  { files: 'src/cli/*', may: ['src/core/index.ts', 'src/disk/', 'src/cli/*', 'src/cli/commands/*', 'node:*', 'commander'] },

  { files: 'src/core/index.ts', may: ['src/core/'] },
  { files: 'src/core/analyze.ts', may: ['src/core/'] },
  { files: 'src/core/text/', may: [...model, 'src/core/text/', ...pure.frontMatter, ...pure.dates] },
  { files: 'src/core/geo/', may: [...ground, ...pure.countries] },
  { files: 'src/core/dates/', may: ['src/core/dates/', 'src/core/text/'] },
  { files: 'src/core/entities/', may: [...ground, 'src/core/entities/'] },
  { files: 'src/core/people/', may: [...ground, 'src/core/people/'] },
  // A later step reads what an earlier one found through that step's door alone.
  { files: 'src/core/quotes/', may: [...ground, 'src/core/quotes/', 'src/core/people/people.ts'] },
  { files: 'src/core/meetings/', may: [...ground, 'src/core/meetings/', 'src/core/people/people.ts'] },
  { files: 'src/core/checks/', may: [...ground, 'src/core/checks/', 'src/core/directory/index.ts'] },
  { files: 'src/core/marks/', may: [...ground, 'src/core/marks/', ...pure.differences] },
  { files: 'src/core/directory/', may: [...ground, 'src/core/directory/', ...pure.frontMatter] },
  { files: 'src/core/views/', may: [...ground, 'src/core/views/', 'src/core/marks/index.ts', 'src/core/checks/index.ts'] },
  {
    files: 'src/core/formats/',
    may: [...ground, 'src/core/formats/', 'src/core/views/', 'src/core/marks/', 'src/core/checks/index.ts', ...pure.frontMatter],
  },
  { files: 'src/core/*', may: ['src/core/*', 'src/core/text/', 'data/en/'] },
];

/** Every way in which these files break the walls, one sentence each. */
function violations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [file, text] of files) {
    const row = walls.find(({ files: pattern }) => holds(pattern, file));
    if (!row) {
      found.push(`${file} stands in no row of the table of walls`);
      continue;
    }
    const { imports, unreadable, impure } = readImports(file, text);
    if (unreadable > 0) found.push(`${file} imports what cannot be read before it runs`);
    for (const name of imports) {
      const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
      if (!row.may.some((pattern) => allows(pattern, file, target))) found.push(`${file} may not import ${target}`);
    }
    if (file.startsWith('src/core/')) for (const name of impure) found.push(`${file} may not use ${name}`);
  }
  return found;
}

function allows(pattern: string, file: string, target: string): boolean {
  if (pattern === '(its own folder)') {
    const feature = file.split('/')[3] ?? '';
    return !feature.endsWith('.ts') && target.startsWith(`src/editor/features/${feature}/`);
  }
  return holds(pattern, target);
}

function holds(pattern: string, file: string): boolean {
  if (pattern === 'node:*') return file.startsWith('node:');
  if (pattern.endsWith('/*')) return path.posix.dirname(file) === pattern.slice(0, -2);
  return pattern.endsWith('/') ? file.startsWith(pattern) : file === pattern;
}

function sources(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
  );
  return new Map(
    names.map((name) => {
      const file = path.posix.join(folder, name.replaceAll(path.sep, '/'));
      return [file, readFileSync(file, 'utf8')];
    }),
  );
}

describe('the walls', () => {
  it('stand', () => {
    assert.deepEqual(violations(sources('src')), []);
  });

  const planted: readonly (readonly [file: string, text: string, caught: string])[] = [
    ['src/core/people/roles.ts', "import * as vscode from 'vscode';", 'may not import vscode'],
    ['src/core/people/roles.ts', "import type { Uri } from 'vscode';", 'may not import vscode'],
    ['src/core/text/lines.ts', "import { readFileSync } from 'node:fs';", 'may not import node:fs'],
    ['src/core/text/lines.ts', "import fs from 'fs';", 'may not import fs'],
    ['src/core/text/lines.ts', "import { x } from '../../editor/convert.ts';", 'may not import src/editor/convert.ts'],
    ['src/core/text/lines.ts', "import { x } from '../../cli/run.ts';", 'may not import src/cli/run.ts'],
    ['src/core/text/lines.ts', "import { findCast } from '../people/people.ts';", 'may not import src/core/people/people.ts'],
    ['src/core/quotes/rules.ts', "import { x } from '../people/roles.ts';", 'may not import src/core/people/roles.ts'],
    ['src/core/people/roles.ts', "import { x } from '../entities/decode.ts';", 'may not import src/core/entities/decode.ts'],
    ['src/core/people/roles.ts', "import { x } from '../analyze.ts';", 'may not import src/core/analyze.ts'],
    ['src/core/meetings/when.ts', "export { x } from '../quotes/quotes.ts';", 'may not import src/core/quotes/quotes.ts'],
    ['src/core/meetings/when.ts', "export * from '../views/json.ts';", 'may not import src/core/views/json.ts'],
    ['src/core/meetings/when.ts', "const x = await import('lodash');", 'may not import lodash'],
    ['src/core/meetings/when.ts', "const x = require('node:child_process');", 'may not import node:child_process'],
    ['src/core/meetings/when.ts', "import x = require('net');", 'may not import net'],
    ['src/core/meetings/when.ts', "type X = import('../../editor/settings.ts').X;", 'may not import src/editor/settings.ts'],
    ['src/core/meetings/when.ts', "import '../../editor/settings.ts';", 'may not import src/editor/settings.ts'],
    ['src/core/meetings/when.ts', '/// <reference types="vscode" />', 'may not import vscode'],
    ['src/core/meetings/when.ts', '/// <reference path="../../cli/run.ts" />', 'may not import src/cli/run.ts'],
    ['src/core/meetings/when.ts', 'const x = await import(name);', 'imports what cannot be read'],
    ['src/core/meetings/when.ts', 'const x = await import(`../${name}`);', 'imports what cannot be read'],
    ['src/core/meetings/when.ts', "import words from '../../../test/corpus/words.txt';", 'may not import test/corpus/words.txt'],
    ['src/core/meetings/when.ts', 'const today = new Date();', 'may not use new Date()'],
    ['src/core/meetings/when.ts', 'const now = Date.now();', 'may not use Date.now'],
    ['src/core/meetings/when.ts', 'const dice = Math.random();', 'may not use Math.random'],
    ['src/editor/features/hover.ts', "import { x } from './outline.ts';", 'may not import src/editor/features/outline.ts'],
    [
      'src/editor/features/quotes/tree.ts',
      "import { x } from '../outline/rows.ts';",
      'may not import src/editor/features/outline/rows.ts',
    ],
    [
      'src/editor/features/hover.ts',
      "import { x } from '../../core/people/people.ts';",
      'may not import src/core/people/people.ts',
    ],
    ['src/editor/features/hover.ts', "import { x } from '../../cli/run.ts';", 'may not import src/cli/run.ts'],
    ['src/editor/features/hover.ts', "import { readFileSync } from 'node:fs';", 'may not import node:fs'],
    ['src/editor/documents.ts', "import { x } from './features/hover.ts';", 'may not import src/editor/features/hover.ts'],
    ['src/editor/documents.ts', "import { createAnalyzer } from '../core/analyze.ts';", 'may not import src/core/analyze.ts'],
    ['src/cli/commands/check.ts', "import { x } from '../../editor/convert.ts';", 'may not import src/editor/convert.ts'],
    ['src/cli/commands/check.ts', "import { x } from './analyze.ts';", 'may not import src/cli/commands/analyze.ts'],
    ['src/cli/run.ts', "import * as vscode from 'vscode';", 'may not import vscode'],
    ['src/cli.ts', "import { createAnalyzer } from './core/index.ts';", 'may not import src/core/index.ts'],
    ['src/extension.ts', "import { x } from './editor/features/hover.ts';", 'may not import src/editor/features/hover.ts'],
    ['src/extension.ts', "import { x } from './cli/run.ts';", 'may not import src/cli/run.ts'],
    ['src/helpers/misc.ts', '', 'stands in no row'],
    ['src/core/helpers/misc.ts', '', 'stands in no row'],
  ];
  for (const [file, text, caught] of planted) {
    it(`catch ${JSON.stringify(text)} in ${file}`, () => {
      const found = violations(new Map([[file, text]]));
      assert.equal(found.length, 1, `found: ${JSON.stringify(found)}`);
      assert.ok(found[0]?.startsWith(file) && found[0].includes(caught), found[0]);
    });
  }

  const allowed: readonly (readonly [file: string, text: string])[] = [
    ['src/core/quotes/rules.ts', "import { findCast } from '../people/people.ts';"],
    ['src/core/quotes/rules.ts', "import list from '../../../data/en/cue-verbs.txt';"],
    ['src/core/quotes/rules.ts', "// import * as vscode from 'vscode';\nconst text = \"import x from 'node:fs'\";"],
    ['src/core/quotes/rules.ts', 'const day = new Date(2023, 3, 25);'],
    ['src/editor/features/quotes/tree.ts', "import { row } from './row.ts';"],
    ['src/editor/features/hover.ts', "import * as vscode from 'vscode';\nimport { card } from '../../core/index.ts';"],
    ['src/cli/commands/check.ts', "import { readFile } from 'node:fs/promises';"],
  ];
  for (const [file, text] of allowed) {
    it(`let ${JSON.stringify(text)} into ${file}`, () => {
      assert.deepEqual(violations(new Map([[file, text]])), []);
    });
  }
});

describe('the one ordered list', () => {
  const lists: readonly (readonly [list: string, folder: string])[] = [
    ['src/editor/features/index.ts', 'src/editor/features'],
    ['src/cli/run.ts', 'src/cli/commands'],
    ['src/core/checks/index.ts', 'src/core/checks'],
  ];
  for (const [list, folder] of lists) {
    it(`${list} names everything in ${folder}`, function () {
      const files = sourcesIfThere(folder);
      const text = files.get(list) ?? sourcesIfThere(path.posix.dirname(list)).get(list);
      if (text === undefined) return this.skip();
      assert.deepEqual(missing(list, text, folder, [...files.keys()]), []);
    });
  }

  it('is caught with an entry missing', () => {
    const list = "import { registerHover } from './hover.ts';";
    const files = ['hover.ts', 'outline.ts', 'index.ts'].map((name) => `src/editor/features/${name}`);
    assert.deepEqual(missing('src/editor/features/index.ts', list, 'src/editor/features', files), ['outline.ts']);
  });
});

/** The entries of a folder (a file, or a subfolder as a whole) that the list does not import; unused imports do not compile. */
function missing(list: string, text: string, folder: string, files: readonly string[]): string[] {
  const entry = (file: string) => file.slice(folder.length + 1).split('/')[0] ?? '';
  const named = new Set(
    readImports(list, text)
      .imports.filter((name) => name.startsWith('.'))
      .map((name) => path.posix.join(path.posix.dirname(list), name))
      .filter((file) => file.startsWith(`${folder}/`))
      .map(entry),
  );
  return [...new Set(files.filter((file) => file !== list).map(entry))].filter((name) => !named.has(name));
}

function sourcesIfThere(folder: string): Map<string, string> {
  try {
    return sources(folder);
  } catch {
    return new Map();
  }
}
