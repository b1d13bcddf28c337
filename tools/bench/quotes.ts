/**
 * Quotes against compromise's `quotations()` in one run on the same texts: how many direct quotes each finds exactly, and how fast.
 *
 *     npm run bench:quotes -- [--data ../shared/data/polnear.dev.jsonl] [--rounds 3]
 *
 * A direct quote of the gold is one that lies between double quotation marks; both sides are compared without marks and white space
 * at their ends. compromise offers no sources, cues or indirect quotes, so these are not compared.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import { createAnalyzer, readEntityModel, readQuoteModel } from '../../src/core/index.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/polnear.dev.jsonl' }, rounds: { type: 'string', default: '3' } },
});
if (!existsSync(values.data))
  throw new Error(`${values.data} is missing: name a file of articles with attributions with --data.`);

interface Gold {
  readonly text: string;
  readonly attributions: readonly { readonly content: readonly (readonly [number, number])[] }[];
}

const articles = readFileSync(values.data, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as Gold);
const resources = {
  entityModel: readEntityModel(readFileSync('models/en/entities.bin')).model,
  quoteModel: readQuoteModel(readFileSync('models/en/quotes.bin')).model,
};
const OUTSIDE = new Set([' ', '\n', '"', '“', '”', '«', '»', '„', "'", '‘', '’', '`', ',', '.']);

/** Without marks, white space, commas and full stops at the ends. */
function bare(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && OUTSIDE.has(text[from]!)) from++;
  while (to > from && OUTSIDE.has(text[to - 1]!)) to--;
  return text.slice(from, to);
}

const isDirect = (text: string): boolean => /^(?:["“«„]|'')/u.test(text) && /["”»“]|''/u.test(text.slice(-3));
const golds = articles.map(({ text, attributions }) =>
  attributions.flatMap(({ content }) =>
    content
      .map(([start, end]) => text.slice(start, end))
      .filter(isDirect)
      .map(bare),
  ),
);

/** Exact spans found, as a share of the gold's. */
function share(found: readonly (readonly string[])[]): number {
  let met = 0;
  let all = 0;
  for (const [index, gold] of golds.entries()) {
    const own = new Set(found[index]!.map(bare));
    all += gold.length;
    met += gold.filter((each) => own.has(each)).length;
  }
  return met / all;
}

/** Milliseconds of the fastest of several rounds. */
function fastest(run: () => void): number {
  let least = Infinity;
  for (let round = 0; round < Number(values.rounds); round++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

const ours = (): string[][] =>
  articles.map(({ text }) =>
    createAnalyzer(resources)
      .analyze(text)
      .quotes.flatMap(({ content }) => content.map(({ start, end }) => text.slice(start, end))),
  );
const theirs = (): string[][] => articles.map(({ text }) => nlp(text).quotations().out('array') as string[]);
const [mine, others] = [share(ours()), share(theirs())];
const [own, other] = [fastest(ours), fastest(theirs)];
const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
console.log(`direct quotes, exact: ours ${(100 * mine).toFixed(1)} %, compromise ${(100 * others).toFixed(1)} %`);
console.log(`whole analysis against compromise's parse: ${(other / own).toFixed(1)} times as fast`);
console.log(
  `${((1000 * own) / words).toFixed(1)} against ${((1000 * other) / words).toFixed(1)} µs a word, ${articles.length} articles`,
);
