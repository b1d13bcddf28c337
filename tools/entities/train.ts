/**
 * Trains the recogniser of named entities: npm run train:entities [-- --data FOLDER --out FILE --epochs N --seed N].
 * The same data and seed give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Clusters } from '../../src/core/entities/clusters.ts';
import { Lexicon } from '../../src/core/entities/lexicon.ts';
import { type EntityModel, readEntityModel } from '../../src/core/entities/model.ts';
import { type Evidence, Votes } from '../../src/core/entities/votes.ts';
import { Reader, readHashes } from '../../src/core/entities/weights.ts';
import type { Passage } from '../../src/core/passage.ts';
import { type GoldArticle, type GoldPassage, passagesOf, readJsonl } from './corpus.ts';
import { train, type Trained } from './crf.ts';
import { trainingSet } from './examples.ts';
import { phrases as collectPhrases } from './gazetteers.ts';
import { report, score } from './score.ts';
import { wordsOfEntities } from './active-words.ts';
import { modelFile } from './write.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'models/en/entities.bin' },
    epochs: { type: 'string', default: '4' },
    rate: { type: 'string', default: '0.1' },
    dropout: { type: 'string', default: '0.5' },
    least: { type: 'string', default: '0.05' },
    often: { type: 'string', default: '3' },
    bits: { type: 'string', default: '20' },
    folds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});

const bits = Number(options.bits);
const folds = Number(options.folds);
const started = performance.now();
const lost = { count: 0 };
const articles = readJsonl<GoldArticle>(path.join(options.data, 'worldwide.train.jsonl')).map((article) =>
  passagesOf(article, lost),
);
const phrases = collectPhrases();
const clusters = readHashes(new Reader(readFileSync('tools/entities/clusters.bin'), 0));
const lexicon = new Lexicon(phrases.keys, phrases.values);
const groups = new Clusters(clusters.keys, clusters.values);
console.log(`${articles.length} articles, ${lost.count} entities that no tokens make up, ${phrases.keys.length} phrases`);

const inner = wordsOfEntities(articles);
const ALONE = (): null => null;
const votes = votesOfUnseen();
console.log('all');
const file = bytesOf(learn(articles, [ALONE, (passage) => votes.get(passage)!], Number(options.epochs)));
writeFileSync(options.out, file);
console.log(`${options.out}: ${(file.length / 1e6).toFixed(2)} MB, ${(gzipSync(file).length / 1e6).toFixed(2)} MB packed`);
const dev = readJsonl<GoldArticle>(path.join(options.data, 'worldwide.dev.jsonl'));
report('first reading alone', score(modelOf(file), dev, false));
report('both readings', score(modelOf(file), dev, true));

function learn(
  list: readonly (readonly GoldPassage[])[],
  readings: readonly ((passage: Passage) => Votes | null)[],
  epochs: number,
): Trained {
  return train(trainingSet(list, lexicon, groups, bits, Number(options.often), readings), {
    epochs,
    rate: Number(options.rate),
    dropout: Number(options.dropout),
    seed: Number(options.seed),
    report: (epoch, loss) =>
      console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(4)} a token, ${((performance.now() - started) / 1000).toFixed(0)} s`),
  });
}

/** Each training article's votes as a model gives them that never saw the article: so they err in training as they will in use. */
function votesOfUnseen(): Map<Passage, Votes> {
  const votes = new Map<Passage, Votes>();
  for (let fold = 0; fold < folds; fold++) {
    console.log(`fold ${fold + 1} of ${folds}`);
    const trained = learn(
      articles.filter((_, i) => i % folds !== fold),
      [ALONE],
      Number(options.epochs),
    );
    const model = modelOf(bytesOf(trained));
    for (const article of articles.filter((_, i) => i % folds === fold)) {
      const evidence: Evidence[] = article.map(({ passage }) => model.evidence(passage));
      const own = new Votes(evidence);
      for (const { passage } of article) votes.set(passage, own);
    }
  }
  return votes;
}

function bytesOf(trained: Trained): Uint8Array {
  return modelFile({ trained, phrases, clusters, words: inner, bits, least: Number(options.least) });
}

function modelOf(bytes: Uint8Array): EntityModel {
  const { model, problem } = readEntityModel(bytes);
  if (!model) throw new Error(problem);
  return model;
}
