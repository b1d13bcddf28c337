/**
 * Learns what tells a meeting's topics from other phrases and writes the weights as a table, data/en/topic-weights.txt.
 *
 *     npm run train:topics -- [--data ../shared/data/outline --data MORE] [--out data/en/topic-weights.txt] [--folds 10]
 *
 * With --folds it also says how good the topics of articles are that were left out of learning.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEntityModel } from '../../src/core/entities/model.ts';
import { countryOf } from '../../src/core/geo/countries.ts';
import { trainLogistic } from '../quotes/logistic.ts';
import { type Candidate, type Example, exampleOfLesson, readExamples } from './articles.ts';
import { distinct, likeness, matches } from './likeness.ts';
import { readLessons } from './textbook.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: ['../shared/data/outline'] },
    out: { type: 'string' },
    folds: { type: 'string', default: '0' },
    without: { type: 'string', default: '' },
    test: { type: 'string', multiple: true, default: [] },
  },
});

/** A line of the table stands for as many articles at least. */
const LEAST_ARTICLES = 6;
/** Smaller weights are left out. */
const LEAST_WEIGHT = 0.15;
const SEEDS = [7, 8, 9];
/** How often each pattern of the textbook is filled, and what one of its sentences weighs beside one of an article. */
const TIMES = 6;
const LESSON = 0.2;
/** A phrase is an example of a topic from the first likeness on, and one of what is none up to the second. */
const ALIKE = 0.7;
const UNLIKE = 0.4;

const model = readEntityModel(readFileSync('models/en/entities.bin')).model;
if (!model) throw new Error('models/en/entities.bin is missing or damaged: npm run train:entities makes it.');
const entityModel = model;
const without = options.without ? new RegExp(options.without) : null;

type Table = ReadonlyMap<string, number>;

function linesOf({ own, around }: Candidate): readonly string[] {
  const lines = [...own, ...around];
  return without ? lines.filter((line) => !without.test(line)) : lines;
}

/** "Qatar" tells where the articles come from, not what a topic is: with a weight of its own, what is said of one state would count for less. */
function namesRegion(line: string): boolean {
  return line
    .split('\t')
    .slice(1)
    .some((own) => own !== '' && (WIDER.has(own) || countryOf(own[0]!.toUpperCase() + own.slice(1)) !== null));
}

const WIDER = new Set(
  'africa african asia asian europe european america american arab western gulf muslim muslims islamic twitter washington'.split(
    ' ',
  ),
);

function learn(examples: readonly Example[]): Table {
  const articles = new Map<string, number>();
  for (const { candidates } of [...examples, ...lessons])
    for (const line of new Set(candidates.flatMap(linesOf))) articles.set(line, (articles.get(line) ?? 0) + 1);
  const lines = [...articles].filter(([line, count]) => count >= LEAST_ARTICLES && !namesRegion(line)).map(([line]) => line);
  const rowOf = new Map(lines.map((line, row) => [line, row]));
  const bits = Math.ceil(Math.log2(lines.length));
  const casesOf = (of: readonly Example[], share: number) =>
    of
      .flatMap(({ candidates }) => candidates)
      .filter(({ like }) => like >= ALIKE || like <= UNLIKE)
      .map((candidate) => ({
        rows: Int32Array.from(linesOf(candidate).flatMap((line) => rowOf.get(line) ?? [])),
        positive: candidate.like >= ALIKE,
        weight: share * (candidate.like < ALIKE ? 1 : candidate.like < 0.8 ? 1.8 : 3),
      }));
  const cases = [...casesOf(examples, 1), ...casesOf(lessons, LESSON)];
  const table = new Map<string, number>();
  for (const seed of SEEDS) {
    const { values } = trainLogistic(cases, { bits, epochs: 10, rate: 0.12, dropout: 0.4, seed, l2: 1e-4 });
    lines.forEach((line, row) => table.set(line, (table.get(line) ?? 0) + values[row]! / SEEDS.length));
  }
  for (const [line, weight] of table) if (Math.abs(weight) < LEAST_WEIGHT) table.delete(line);
  return table;
}

/** The topics of an article, each with its score, as `findTopics` and the assembly of meetings choose them. */
function choose({ candidates, hasMeeting }: Example, table: Table): readonly { readonly text: string; readonly score: number }[] {
  if (!hasMeeting) return [];
  const sum = (lines: readonly string[]): number =>
    lines.reduce((total, line) => total + (without?.test(line) ? 0 : (table.get(line) ?? 0)), 0);
  const kept = new Map<number, Candidate[]>();
  const chosen: { text: string; score: number }[] = [];
  const scored = candidates.map((candidate) => ({ candidate, score: sum(candidate.own) }));
  for (const { candidate, score } of scored.sort((a, b) => b.score - a.score)) {
    const same = kept.get(candidate.sentence) ?? [];
    if (same.some(({ from, to }) => from < candidate.to && candidate.from < to)) continue;
    kept.set(candidate.sentence, [...same, candidate]);
    chosen.push({ text: candidate.text, score: score + sum(candidate.around) });
  }
  return chosen.sort((a, b) => b.score - a.score);
}

type Choice = readonly [Example, readonly { readonly text: string; readonly score: number }[]];

function figures(choices: readonly Choice[], threshold: number): { f1: number; text: string } {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const [{ topics }, chosen] of choices) {
    const own = distinct(topics);
    const out = chosen
      .filter(({ score }) => score >= threshold)
      .reduce<readonly string[]>(
        (kept, { text }) => (kept.every((other) => likeness(other, text) < 0.6) ? [...kept, text] : kept),
        [],
      );
    right += matches(own, out);
    found += out.length;
    gold += own.length;
  }
  const f1 = (2 * right) / Math.max(1, found + gold);
  return {
    f1,
    text: `P ${percent(right / Math.max(1, found))} R ${percent(right / gold)} F1 ${percent(f1)} (${right}/${found}/${gold})`,
  };
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** The lowest threshold whose F1 is all but the best: articles of another kind than those learnt from score lower. */
function bestThreshold(choices: readonly Choice[]): number {
  const thresholds = Array.from({ length: 41 }, (_, index) => index / 10 - 2);
  const scores = thresholds.map((each) => figures(choices, each).f1);
  const best = Math.max(...scores);
  return thresholds[scores.findIndex((score) => score > best - 0.015)]!;
}

const lessons = readLessons('tools/meetings/textbook.txt', TIMES).map(exampleOfLesson);
const read = options.data.map((folder) => readExamples(folder, entityModel));
const examples = read.flat();
console.log(`${examples.length} articles, ${examples.reduce((n, { candidates }) => n + candidates.length, 0)} phrases`);
const folds = Number(options.folds) || 5;
const order = [...examples].sort((a, b) => (a.id < b.id ? -1 : 1));
const left: Choice[] = [];
for (let fold = 0; fold < folds; fold++) {
  const table = learn(order.filter((_, index) => index % folds !== fold));
  for (const example of order.filter((_, index) => index % folds === fold)) left.push([example, choose(example, table)]);
}
const threshold = bestThreshold(left);
console.log(`left out of learning: ${figures(left, threshold).text} from ${threshold.toFixed(1)}`);
for (const [index, own] of read.entries())
  console.log(
    `  ${options.data[index]}: ${
      figures(
        left.filter(([example]) => own.includes(example)),
        threshold,
      ).text
    }`,
  );

const table = new Map(learn(examples));
table.set('always\t\t', (table.get('always\t\t') ?? 0) - threshold);
for (const folder of options.test) {
  const choices = readExamples(folder, entityModel).map((example): Choice => [example, choose(example, table)]);
  for (const each of [-1, -0.5, 0, 0.5]) console.log(`${folder} from ${each}: ${figures(choices, each).text}`);
}
if (options.out) {
  const lines = [...table].map(([line, weight]) => `${line}\t${weight.toFixed(2)}`).sort();
  writeFileSync(options.out, `# Learnt by tools/meetings/train.ts: feature, its words, weight\n${lines.join('\n')}\n`);
  console.log(`${lines.length} weights in ${options.out}`);
}
