/**
 * Trains the quote pipeline and writes models/en/quotes.bin: parts of speech learnt from a teacher, cues, their arguments, and the
 * acceptance of whole proposals, learnt from proposals for articles that the proposer has not seen.
 *
 *     npm run train:quotes -- [--data ../shared/data] [--out models/en/quotes.bin]
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Proposer, type ProposerWeights } from '../../src/core/quotes/model/proposer.ts';
import { Tagger } from '../../src/core/quotes/model/tagger.ts';
import type { Weights } from '../../src/core/quotes/model/weights.ts';
import { WordTypes } from '../../src/core/quotes/model/wordTypes.ts';
import { type GoldPassage, goldPassages } from './corpus.ts';
import { trainChain } from './crf.ts';
import { readArticles } from './data.ts';
import { acceptExamples, anchorExamples, BITS, chainsOf } from './examples.ts';
import { cueLexicon } from './lexicon.ts';
import { trainLogistic } from './logistic.ts';
import { trainTagger } from './silver.ts';
import { taggedPassages } from './teacher.ts';
import { weightsFile } from './write.ts';

/** Runs in different order, whose weights are averaged: less noise for the same size. */
const SEEDS = [7, 8, 9, 10];
/** The logit of the anchors whose proposals teach acceptance: lower than in use, so that it sees bad ones. */
const LEAST = -4;
const THRESHOLD = -0.7;
const PRUNING = { tags: 1.3, anchor: 0.033, argument: 0.115, border: 0.115, accept: 0.016 };

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, out: { type: 'string', default: 'models/en/quotes.bin' } },
});

const file = path.join(options.data, 'polnear.train.jsonl');
if (!existsSync(file)) throw new Error(`${file} is missing: name the folder of the training articles with --data.`);
const articles = readArticles(file);
const words = new WordTypes();
const more = path.join(options.data, 'worldwide.train.jsonl');
const tagged = taggedPassages([...articles, ...(existsSync(more) ? readArticles(more) : [])], words);
const tags = trainTagger(tagged, words, BITS.tags, 4);
const tagger = new Tagger(tags, words);
const lexicon = cueLexicon(goldPassages(articles, words, tagger, new Map()));
const passages = goldPassages(articles, words, tagger, lexicon);

const FOLDS = 2;
const examples = Array.from({ length: FOLDS }, (_, fold) => {
  const proposer = new Proposer(
    trainProposer(
      passages.filter(({ article }) => article % FOLDS !== fold),
      SEEDS[0]!,
    ),
    LEAST,
  );
  return passages
    .filter(({ article }) => article % FOLDS === fold)
    .flatMap((passage) => acceptExamples(passage, proposer.propose(passage.reading)));
}).flat();
const accept = mean(
  SEEDS.slice(0, 2).map((seed) => trainLogistic(examples, { bits: BITS.accept, epochs: 6, rate: 0.05, dropout: 0.3, seed })),
);
const runs = SEEDS.map((seed) => trainProposer(passages, seed));
const weights = {
  anchor: mean(runs.map(({ anchor }) => anchor)),
  argument: mean(runs.map(({ argument }) => argument)),
  border: mean(runs.map(({ border }) => border)),
  tags,
  lexicon,
  accept,
  threshold: THRESHOLD,
};
const bytes = weightsFile(weights, PRUNING);
writeFileSync(options.out, bytes);
console.log(`${options.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

function trainProposer(from: readonly GoldPassage[], seed: number): ProposerWeights {
  const anchor = trainLogistic(anchorExamples(from), { bits: BITS.anchor, epochs: 6, rate: 0.05, dropout: 0.3, seed });
  const { emission, border } = trainChain(chainsOf(from), {
    bits: BITS.argument,
    epochs: 5,
    rate: 0.04,
    dropout: 0.4,
    seed,
    least: 2,
  });
  return { anchor, argument: emission, border };
}

function mean(tables: readonly Weights[]): Weights {
  const { bits, labels } = tables[0]!;
  const values = new Float32Array(labels << bits);
  for (const table of tables) for (let i = 0; i < values.length; i++) values[i]! += table.values[i]! / tables.length;
  return { bits, labels, values };
}
