/**
 * Trains the quote pipeline and writes models/en/quotes.bin: parts of speech learnt from a teacher, cues, their arguments, and the
 * acceptance of whole proposals, learnt from proposals that two halves of the articles make for each other.
 *
 *     npm run train:quotes -- [--data ../shared/data] [--out models/en/quotes.bin]
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LEAST_ANCHOR } from '../../src/core/quotes/model/model.ts';
import { Proposer, type ProposerWeights } from '../../src/core/quotes/model/proposer.ts';
import { Tagger } from '../../src/core/quotes/model/tagger.ts';
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

const SEED = 7;
const THRESHOLD = -0.9;
const PRUNING = { tags: 1.2, anchor: 0.04, argument: 0.15, border: 0.16, accept: 0.02 };

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

const halves = [0, 1].map((half) => passages.filter(({ article }) => article % 2 === half));
const examples = halves.flatMap((half, index) => {
  const proposer = new Proposer(trainProposer(halves[1 - index]!), LEAST_ANCHOR);
  return half.flatMap((passage) => acceptExamples(passage, proposer.propose(passage.reading)));
});
const accept = trainLogistic(examples, { bits: BITS.accept, epochs: 6, rate: 0.05, dropout: 0.3, seed: SEED });
const weights = { ...trainProposer(passages), tags, lexicon, accept, threshold: THRESHOLD };
const bytes = weightsFile(weights, PRUNING);
writeFileSync(options.out, bytes);
console.log(`${options.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

function trainProposer(from: readonly GoldPassage[]): ProposerWeights {
  const anchor = trainLogistic(anchorExamples(from), { bits: BITS.anchor, epochs: 6, rate: 0.05, dropout: 0.3, seed: SEED });
  const { emission, border } = trainChain(chainsOf(from), {
    bits: BITS.argument,
    epochs: 5,
    rate: 0.04,
    dropout: 0.4,
    seed: SEED,
    least: 2,
  });
  return { anchor, argument: emission, border };
}
