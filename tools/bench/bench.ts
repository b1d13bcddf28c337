// npm run bench [-- --shared ../shared/data --articles 40 --rounds 3]: measures the analysis against compromise and against a plain scan, one keystroke
// against a whole analysis, growth, memory and loading, in one run, as ratios, in processor time. Prints a Markdown table.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import { createAnalyzer, readEntityModel, readQuoteModel, type Resources } from '../../src/core/index.ts';
import { contextFinder } from '../../src/core/entities/context.ts';
import { findEntities } from '../../src/core/entities/find.ts';
import { finish } from '../../src/core/memo.ts';
import { passageBlocks, readPassage } from '../../src/core/text/passages.ts';
import { findStructure } from '../../src/core/text/structure.ts';
import { least, median, spent } from './clock.ts';
import { articleOf, countWords, readTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: '../shared/data' },
    articles: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
  },
});
const root = process.cwd();
const rounds = Number(values.rounds);
const texts = readTexts(root, values.shared, Number(values.articles));
const bytes = readFileSync(path.join(root, 'models/en/entities.bin'));
const { model } = readEntityModel(bytes);
const resources: Resources = {
  entityModel: model,
  quoteModel: readQuoteModel(readFileSync(path.join(root, 'models/en/quotes.bin'))).model,
};
const words = texts.reduce((sum, text) => sum + countWords(text), 0);
const rows: (readonly [string, string, string])[] = [];

againstCompromise();
keystrokes();
growth();
memory();
modelMemory();
loading();
console.log(`\n| ${words.toLocaleString('en')} words in ${texts.length} texts | measured | ratio |\n|---|---|---|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function analyze(text: string): void {
  createAnalyzer(resources).analyze(text);
}

/** Structure, tokens and entities without the later steps. */
function entitiesAlone(text: string): void {
  const passages = passageBlocks(findStructure(text)).map(({ kind, start, end }) => readPassage(kind, text.slice(start, end)));
  const { surroundings } = finish(contextFinder(model)(passages));
  for (const passage of passages) findEntities(passage, model, surroundings);
}

function againstCompromise(): void {
  let sum = 0;
  const time = least(rounds, {
    scan: () => {
      for (let again = 0; again < 20; again++)
        for (const text of texts) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    },
    whole: () => texts.forEach(analyze),
    entities: () => texts.forEach(entitiesAlone),
    compromise: () => {
      for (const text of texts) {
        const doc = nlp(text);
        sum += doc.people().length + doc.places().length + doc.organizations().length + doc.quotations().length;
      }
    },
    compromiseEntities: () => {
      for (const text of texts) {
        const doc = nlp(text);
        sum += doc.people().length + doc.places().length + doc.organizations().length;
      }
    },
  });
  if (sum < 0) throw new Error('unreachable');
  const each = (ms: number): string => `${((ms * 1000) / words).toFixed(1)} µs a word`;
  rows.push(
    [
      'whole analysis against compromise (people, places, organizations, quotations)',
      `${each(time.whole)} against ${each(time.compromise)}`,
      `${(time.compromise / time.whole).toFixed(1)} times as fast`,
    ],
    [
      'entities alone against compromise (people, places, organizations)',
      `${each(time.entities)} against ${each(time.compromiseEntities)}`,
      `${(time.compromiseEntities / time.entities).toFixed(1)} times as fast`,
    ],
    [
      'whole analysis against a plain scan of the characters',
      `${each(time.whole)} against ${((time.scan * 50_000) / words).toFixed(1)} ns`,
      `${((time.whole * 20) / time.scan).toFixed(0)} scans`,
    ],
  );
}

function keystrokes(): void {
  for (const size of [300, 3000, 30_000]) {
    const text = articleOf(texts, size);
    const full = Math.min(...Array.from({ length: rounds }, () => spent(() => analyze(text))));
    const analyzer = createAnalyzer(resources);
    analyzer.analyze(text);
    let typed = text;
    const keys = Array.from({ length: 41 }, (_, i) => {
      const at = text.indexOf(' ', Math.floor((text.length * ((i * 17) % 41)) / 42));
      // Put together anew, as an editor hands it over.
      typed = JSON.parse(JSON.stringify(`${typed.slice(0, at)}${'x, said Ann'[i % 11]}${typed.slice(at)}`)) as string;
      return spent(() => analyzer.analyze(typed));
    });
    const key = median(keys);
    rows.push([
      `one keystroke in ${size.toLocaleString('en')} words against a whole analysis`,
      `${key.toFixed(1)} ms (at most ${Math.max(...keys).toFixed(0)}) against ${full.toFixed(0)} ms`,
      `${((100 * key) / full).toFixed(1)} %`,
    ]);
  }
}

function growth(): void {
  const sizes = [1, 10, 100].map((times) => articleOf(texts, 2000 * times));
  const times = sizes.map((text) => Math.min(...Array.from({ length: rounds }, () => spent(() => analyze(text)))) / text.length);
  rows.push([
    'time a character at 2,000, 20,000 and 200,000 words',
    times.map((time) => `${(time * 1e6).toFixed(0)} ns`).join(', '),
    `1 : ${times
      .slice(1)
      .map((time) => (time / times[0]!).toFixed(2))
      .join(' : ')}`,
  ]);
}

function memory(): void {
  const many = texts.slice(0, 60);
  many.forEach(analyze);
  const before = bytesInUse();
  const kept = many.map((text) => {
    const analyzer = createAnalyzer(resources);
    return { analyzer, article: analyzer.analyze(text) };
  });
  const size = (bytesInUse() - before) / kept.length;
  const length = many.reduce((sum, text) => sum + text.length, 0) / kept.length;
  rows.push([
    'memory an open article, with what its analyser remembers',
    `${(size / 1024).toFixed(0)} KB for ${length.toFixed(0)} characters`,
    `${(size / length).toFixed(0)} bytes a character`,
  ]);
}

/** The model forgets its words when they are too many: it is measured while they grow, half of them made up. */
function modelMemory(): void {
  const before = bytesInUse();
  const entityModel = readEntityModel(bytes).model;
  const loaded = bytesInUse() - before;
  let most = loaded;
  for (const text of texts) {
    for (const own of [text, text.replace(/\p{Ll}{3,}/gu, (letters) => `${letters}ov`)])
      createAnalyzer({ entityModel, quoteModel: null }).analyze(own);
    most = Math.max(most, bytesInUse() - before);
  }
  const megabytes = (size: number) => (size / 1e6).toFixed(0);
  rows.push(['memory of the entity model', `${megabytes(loaded)} MB when loaded`, `${megabytes(most)} MB at most`]);
}

function bytesInUse(): number {
  if (!global.gc) throw new Error('Memory is measured with node --expose-gc.');
  global.gc();
  global.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function loading(): void {
  const load = Math.min(...Array.from({ length: rounds }, () => spent(() => readEntityModel(bytes))));
  const text = articleOf(texts, 20_000);
  const time = Math.min(...Array.from({ length: rounds }, () => spent(() => analyze(text))));
  rows.push([
    'loading the model against analysing 20,000 words',
    `${load.toFixed(0)} ms against ${time.toFixed(0)} ms`,
    (load / time).toFixed(2),
  ]);
}
