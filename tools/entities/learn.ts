import path from 'node:path';
import { ASPECTS, LABELS } from '../../src/core/entities/labels.ts';
import { Lexicon } from '../../src/core/entities/lexicon.ts';
import { type EntityModel, readEntityModel } from '../../src/core/entities/model.ts';
import { Surroundings } from '../../src/core/entities/surroundings.ts';
import type { VectorTable } from '../../src/core/entities/vectors.ts';
import type { Hashes } from '../../src/core/entities/weights.ts';
import { wordsOfEntities } from './active-words.ts';
import { type GoldArticle, passagesOf, readJsonl } from './corpus.ts';
import { type Options, train, type Trained } from './crf.ts';
import { trainingSet } from './examples.ts';
import { phrases as collectPhrases } from './gazetteers.ts';
import { modelFile } from './write.ts';

/** The options of both trainers' command lines. */
export const OPTIONS = {
  data: { type: 'string', default: '../shared/data' },
  epochs: { type: 'string', default: '8' },
  rate: { type: 'string', default: '0.05' },
  dropout: { type: 'string', default: '0.5' },
  bits: { type: 'string', default: '20' },
  /** Features of fewer articles are left out. */
  often: { type: 'string', default: '2' },
  seed: { type: 'string', default: '1' },
  /** Numbers in an embedding and in a state of the encoder, and buckets of its features. */
  size: { type: 'string', default: '32' },
  states: { type: 'string', default: '64' },
  buckets: { type: 'string', default: '4096' },
} as const;

export type Choices = Readonly<Record<keyof typeof OPTIONS, string>>;

/** Vectors of words for the encoder, learnt elsewhere. */
export interface Source {
  readonly width: number;
  vectorOf(word: string): Float32Array | null;
}

/** What training needs beside the vectors, and what goes into the weights file with it. */
export interface Ground {
  readonly choices: Choices;
  readonly articles: ReturnType<typeof passagesOf>[];
  readonly phrases: Hashes;
  readonly words: Hashes;
}

export function readGround(choices: Choices): Ground {
  const lost = { count: 0 };
  const articles = readJsonl<GoldArticle>(path.join(choices.data, 'worldwide.train.jsonl')).map((article) =>
    passagesOf(article, lost),
  );
  const phrases = collectPhrases();
  console.log(`${articles.length} articles, ${lost.count} entities that no tokens make up, ${phrases.keys.length} phrases`);
  return { choices, articles, phrases, words: wordsOfEntities(articles) };
}

/** Trains on the train set; `maps` says whether the encoder learns a linear map of the vectors: see `EncoderOptions`. */
export function learn(ground: Ground, source: Source, maps: boolean): Trained {
  const { choices, articles, phrases, words } = ground;
  const started = performance.now();
  // A model without weights reads the words' surroundings as the trained one will.
  const reader = modelOf(bytesOf(ground, untrained(), NO_VECTORS, 1));
  const active = new Map<number, number>();
  words.keys.forEach((key, i) => active.set(key, words.values[i]!));
  const set = trainingSet(
    articles,
    new Lexicon(phrases.keys, phrases.values),
    source,
    active,
    Number(choices.bits),
    Number(choices.often),
    (article) => new Surroundings(article.map(({ passage }) => reader.evidence(passage))),
  );
  const numbers: Options = {
    epochs: Number(choices.epochs),
    rate: Number(choices.rate),
    dropout: Number(choices.dropout),
    seed: Number(choices.seed),
    size: Number(choices.size),
    states: Number(choices.states),
    buckets: Number(choices.buckets),
    maps,
    report: (epoch, loss) =>
      console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(4)} a token, ${((performance.now() - started) / 1000).toFixed(0)} s`),
  };
  return train(set, numbers);
}

/** The bytes of a weights file; weights below `least` are left out. */
export function bytesOf(ground: Ground, trained: Trained, vectors: VectorTable, least: number): Uint8Array {
  const { choices, phrases, words } = ground;
  return modelFile({ trained, phrases, words, vectors, bits: Number(choices.bits), least });
}

export function modelOf(bytes: Uint8Array): EntityModel {
  const { model, problem } = readEntityModel(bytes);
  if (!model) throw new Error(problem);
  return model;
}

const NO_VECTORS: VectorTable = {
  size: 2,
  levels: new Float32Array(32),
  keys: new Int32Array(0),
  codes: new Uint8Array(0),
};

function untrained(): Trained {
  const none = new Float32Array(0);
  const zeros = (length: number): Float32Array => new Float32Array(length);
  return {
    buckets: new Int32Array(0),
    weights: none,
    transitions: zeros(LABELS * LABELS),
    first: zeros(LABELS),
    last: zeros(LABELS),
    encoder: { size: 2, states: 1, forms: zeros(2), base: zeros(4), gates: zeros(24), output: zeros(2 * ASPECTS) },
    map: none,
  };
}
