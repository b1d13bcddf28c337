import assert from 'node:assert/strict';
import { Encoder } from '../../../src/core/entities/encoder.ts';
import { LABELS } from '../../../src/core/entities/labels.ts';
import { Vectors } from '../../../src/core/entities/vectors.ts';
import { type ArticleWords, EncoderTrainer, type WordInputs } from '../../../tools/entities/encoder-trainer.ts';
import { generator } from '../../../tools/entities/random.ts';

/** Five words; the second has a vector, which the first level of each of its numbers is. */
const levels = new Float32Array(4 * 16);
levels.set([0.5], 0);
levels.set([-0.25], 16);
levels.set([0.125], 32);
levels.set([1], 48);
const HASHES = [0, 11, 22, 33, 44];
const vectors = new Vectors({ size: 4, levels, keys: Int32Array.of(HASHES[1]!), codes: new Uint8Array(2) });
const inputs: WordInputs = {
  forms: [[], [1, 2], [3], [1, 3], [2, 7]].map((forms) => Int32Array.from(forms)),
  width: 4,
  vectorOf: (word) => (word === 1 ? Float32Array.of(0.5, -0.25, 0.125, 1) : null),
};
const article: ArticleWords = {
  words: Int32Array.of(1, 2, 3, 1, 4, 2),
  sentences: Int32Array.of(0, 4, 6),
  active: Int32Array.of(0, 3, 5),
};

function trainer(dropout: number, rate: number): EncoderTrainer {
  const random = generator(7);
  return new EncoderTrainer(inputs, { size: 4, states: 4, buckets: 8, maps: false, rate, dropout, random });
}

describe('training the encoder', () => {
  it('scores a text as the encoder does that takes its weights', () => {
    const trained = trainer(0, 0.1);
    teach(trained, 5);
    trained.forward(article);
    trained.addToAverage();
    const encoder = new Encoder(trained.average().weights, vectors, 10, 5);
    inputs.forms.forEach((forms, word) => word > 0 && encoder.learn(word, HASHES[word]!, [...forms]));
    const first = read(encoder, [1, 2, 3, 1], [1, 0, 0, 1]);
    const second = read(encoder, [4, 2], [0, 1]);
    const expected = [first.slice(0, LABELS), first.slice(3 * LABELS), second.slice(LABELS)];
    for (const [row, scores] of expected.entries()) {
      for (let y = 0; y < LABELS; y++) assert.ok(Math.abs(scores[y]! - trained.scores[row * LABELS + y]!) < 1e-5);
    }
    assert.ok(trained.scores.some((score) => Math.abs(score) > 0.1));
  });

  it('learns to tell one word in two sentences apart by the words around it', () => {
    const trained = trainer(0.1, 0.05);
    assert.ok(loss(trained) > 0.2);
    teach(trained, 200);
    assert.ok(loss(trained) < 0.03);
  });

  it('gives the same weights for the same seed', () => {
    const twice = [trainer(0.3, 0.05), trainer(0.3, 0.05)].map((trained) => {
      teach(trained, 3);
      trained.addToAverage();
      return trained.average().weights.gates;
    });
    assert.deepEqual(twice[0], twice[1]);
  });
});

/** The labels 1, 2 and 3 are right for the three active tokens, the first and the second of which are one word. */
function teach(trained: EncoderTrainer, steps: number): void {
  for (let step = 0; step < steps; step++) {
    trained.forward(article);
    for (let row = 0; row < 3; row++) {
      for (let y = 0; y < 4; y++) {
        const at = row * LABELS + y;
        trained.gradients[at] = 8 * (trained.scores[at]! - (y === row + 1 ? 1 : 0));
      }
    }
    trained.backward(1);
  }
}

function loss(trained: EncoderTrainer): number {
  let sum = 0;
  trained.forward(article);
  for (let row = 0; row < 3; row++) {
    for (let y = 0; y < 4; y++) sum += (trained.scores[row * LABELS + y]! - (y === row + 1 ? 1 : 0)) ** 2 / 12;
  }
  return sum;
}

function read(encoder: Encoder, words: number[], active: number[]): Float32Array {
  const scores = new Float32Array(words.length * LABELS);
  encoder.read(Int32Array.of(0, ...words), words.length, Uint8Array.of(0, ...active), scores);
  return scores;
}
