/**
 * Trains the recogniser of named entities: npm run train:entities [-- --data FOLDER --out FILE --epochs N --seed N --dev yes].
 * The same data and seed give the same file.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Lexicon } from '../../src/core/entities/lexicon.ts';
import { readEntityModel } from '../../src/core/entities/model.ts';
import { type GoldArticle, passagesOf, readJsonl } from './corpus.ts';
import { train } from './crf.ts';
import { trainingSet } from './examples.ts';
import { phrases } from './gazetteers.ts';
import { report, score } from './score.ts';
import { modelFile } from './write.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'models/en/entities.bin' },
    epochs: { type: 'string', default: '12' },
    rate: { type: 'string', default: '0.2' },
    dropout: { type: 'string', default: '0.4' },
    least: { type: 'string', default: '0.05' },
    bits: { type: 'string', default: '18' },
    seed: { type: 'string', default: '1' },
  },
});

const lost = { count: 0 };
const articles = readJsonl<GoldArticle>(path.join(options.data, 'worldwide.train.jsonl'));
const passages = articles.flatMap((article) => passagesOf(article, lost));
const lists = phrases();
const lexicon = new Lexicon(lists.keys, lists.values);
const set = trainingSet(passages, lexicon, Number(options.bits));
console.log(
  `${articles.length} articles, ${set.gold.length} tokens, ${lost.count} entities that no tokens make up, ${lists.keys.length} phrases`,
);
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const trained = train(set, {
  bits: Number(options.bits),
  epochs: Number(options.epochs),
  rate: Number(options.rate),
  dropout: Number(options.dropout),
  seed: Number(options.seed),
  report: (epoch, loss) => console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(4)} a token, ${seconds()}`),
});
const file = modelFile(trained, lists, Number(options.least));
writeFileSync(options.out, file);
console.log(`${options.out}: ${(file.length / 1e6).toFixed(2)} MB, ${(gzipSync(file).length / 1e6).toFixed(2)} MB packed`);
const { model } = readEntityModel(file);
if (model) report(score(model, readJsonl<GoldArticle>(path.join(options.data, 'worldwide.dev.jsonl'))));
