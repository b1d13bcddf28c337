/**
 * Trains the recogniser of named entities: npm run train:entities [-- --data FOLDER --out FILE --epochs N --seed N --runs N].
 * The same data and seed give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Clusters } from '../../src/core/entities/clusters.ts';
import { LABELS } from '../../src/core/entities/labels.ts';
import { Lexicon } from '../../src/core/entities/lexicon.ts';
import { type EntityModel, readEntityModel } from '../../src/core/entities/model.ts';
import { Surroundings } from '../../src/core/entities/surroundings.ts';
import { Reader, readHashes } from '../../src/core/entities/weights.ts';
import { wordsOfEntities } from './active-words.ts';
import { type GoldArticle, passagesOf, readJsonl } from './corpus.ts';
import { train, type Trained } from './crf.ts';
import { trainingSet } from './examples.ts';
import { phrases as collectPhrases } from './gazetteers.ts';
import { report, score } from './score.ts';
import { modelFile } from './write.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'models/en/entities.bin' },
    epochs: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.1' },
    dropout: { type: 'string', default: '0.5' },
    least: { type: 'string', default: '0.06' },
    often: { type: 'string', default: '1' },
    bits: { type: 'string', default: '20' },
    /** How many times it is trained, from seeds in a row; the weights are averaged. */
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});

const bits = Number(options.bits);
const runs = Number(options.runs);
const started = performance.now();
const lost = { count: 0 };
const articles = readJsonl<GoldArticle>(path.join(options.data, 'worldwide.train.jsonl')).map((article) =>
  passagesOf(article, lost),
);
const phrases = collectPhrases();
const clusters = readHashes(new Reader(readFileSync('tools/entities/clusters.bin'), 0));
const words = wordsOfEntities(articles);
console.log(`${articles.length} articles, ${lost.count} entities that no tokens make up, ${phrases.keys.length} phrases`);

const file = bytesOf(learn());
writeFileSync(options.out, file);
console.log(`${options.out}: ${(file.length / 1e6).toFixed(2)} MB, ${(gzipSync(file).length / 1e6).toFixed(2)} MB packed`);
report(score(modelOf(file), readJsonl<GoldArticle>(path.join(options.data, 'worldwide.dev.jsonl'))));

function learn(): Trained {
  // A model without weights reads the words' surroundings as the trained one will.
  const none = new Float32Array(0);
  const links = new Float32Array(LABELS * LABELS);
  const sides = new Float32Array(LABELS);
  const reader = modelOf(bytesOf({ buckets: new Int32Array(0), weights: none, transitions: links, first: sides, last: sides }));
  const active = new Map<number, number>();
  words.keys.forEach((key, i) => active.set(key, words.values[i]!));
  const set = trainingSet(
    articles,
    new Lexicon(phrases.keys, phrases.values),
    new Clusters(clusters.keys, clusters.values),
    active,
    bits,
    Number(options.often),
    (article) => new Surroundings(article.map(({ passage }) => reader.evidence(passage))),
  );
  return average(
    Array.from({ length: runs }, (_, run) =>
      train(set, {
        epochs: Number(options.epochs),
        rate: Number(options.rate),
        dropout: Number(options.dropout),
        seed: Number(options.seed) + run,
        report: (epoch, loss) =>
          console.log(
            `epoch ${epoch + 1}: loss ${loss.toFixed(4)} a token, ${((performance.now() - started) / 1000).toFixed(0)} s`,
          ),
      }),
    ),
  );
}

/** A linear model's mean is an ensemble that costs nothing in use. */
function average(trained: readonly Trained[]): Trained {
  const mean = (part: (run: Trained) => Float32Array): Float32Array =>
    part(trained[0]!).map((_, i) => trained.reduce((sum, run) => sum + part(run)[i]!, 0) / trained.length);
  return {
    buckets: trained[0]!.buckets,
    weights: mean((run) => run.weights),
    transitions: mean((run) => run.transitions),
    first: mean((run) => run.first),
    last: mean((run) => run.last),
  };
}

function bytesOf(trained: Trained): Uint8Array {
  return modelFile({ trained, phrases, clusters, words, bits, least: Number(options.least) });
}

function modelOf(bytes: Uint8Array): EntityModel {
  const { model, problem } = readEntityModel(bytes);
  if (!model) throw new Error(problem);
  return model;
}
