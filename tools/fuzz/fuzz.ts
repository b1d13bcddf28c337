// npm run fuzz [-- --minutes 30 | --seconds 30] [--seed N]: drives random texts and edits through the analysis until the time is over. What must hold is
// in invariants.ts; beyond that, an analyser with a memory must say after every edit, and after undoing it, what a fresh one says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { createAnalyzer, looksLikeProse, readEntityModel, readQuoteModel } from '../../src/core/index.ts';
import { checkInvariants } from './invariants.ts';
import { findSuperlinear } from './linear.ts';
import { applyEdit, type Edit, edits, texts } from './texts.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '0' },
    seed: { type: 'string' },
    'no-growth': { type: 'boolean', default: false },
  },
});
const limit = (Number(values.minutes) * 60 + Number(values.seconds) || 60) * 1000;
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const root = process.cwd();
const resources = {
  entityModel: readEntityModel(readFileSync(path.join(root, 'models/en/entities.bin'))).model,
  quoteModel: readQuoteModel(readFileSync(path.join(root, 'models/en/quotes.bin'))).model,
};
const articles = ['samples', 'test/corpus/articles'].flatMap(readFolder);

let failed = 0;
if (!values['no-growth']) {
  failed += findSuperlinear(resources, console.log).length;
  failed += hugeTexts();
}
failed += randomTexts();
console.log(`${failed === 0 ? 1 : 0} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Texts of megabytes without a sentence in them: they must come back, and every piece of work between two steps stays small. */
function hugeTexts(): number {
  const huge = {
    '10 MB of quotation marks': '"'.repeat(10_000_000),
    'a line of 5 MB': 'The council met on Monday. '.repeat(185_000),
  };
  let bad = 0;
  for (const [name, text] of Object.entries(huge)) {
    try {
      checkInvariants(text, createAnalyzer(resources).analyze(text));
      console.log(`${name}: analysed`);
    } catch (error) {
      bad++;
      console.log(`${name}: ${String(error)}`);
    }
  }
  return bad;
}

function randomTexts(): number {
  const end = Date.now() + limit;
  let runs = 0;
  const property = fc.property(texts(articles), edits, fc.option(fc.constant('2023-04-25')), (text, changes, date) => {
    runs++;
    checkText(text, changes, date);
  });
  for (let round = 0; Date.now() < end; round++) {
    const result = fc.check(property, {
      seed: seed + round,
      numRuns: 200,
      interruptAfterTimeLimit: Math.max(1, end - Date.now()),
      markInterruptAsFailure: false,
    });
    if (!result.failed || !result.counterexample) continue;
    const [text, changes, date] = result.counterexample;
    const file = path.join(root, 'dist-test', `finding-${seed + round}.json`);
    writeFileSync(file, JSON.stringify({ text, changes, date }));
    console.log(`Finding with --seed ${seed + round} after ${runs} texts, kept in ${path.relative(root, file)}:`);
    console.log(`  text ${JSON.stringify(text)}\n  edits ${JSON.stringify(changes)}\n  date ${JSON.stringify(date)}`);
    console.log(`  ${String(result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance)}`);
    return 1;
  }
  console.log(`${runs} random texts with their edits from seed ${seed}: nothing found`);
  return 0;
}

function checkText(text: string, changes: readonly Edit[], date: string | null): void {
  looksLikeProse(text);
  const analyzer = createAnalyzer(resources);
  const versions = [text];
  for (const change of changes) versions.push(applyEdit(versions.at(-1)!, change));
  const fresh = versions.map((version) => createAnalyzer(resources).analyze(version, { date }));
  checkInvariants(text, fresh[0]!);
  // Forward edit by edit, and back by undoing.
  for (const index of [...versions.keys(), ...[...versions.keys()].reverse()])
    assert.deepEqual(
      analyzer.analyze(versions[index]!, { date }),
      fresh[index],
      `after edit ${index} the memory says something else`,
    );
  checkInvariants(versions.at(-1)!, fresh.at(-1)!);
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(path.join(root, folder)).map((name) => readFileSync(path.join(root, folder, name), 'utf8'));
  } catch {
    return [];
  }
}
