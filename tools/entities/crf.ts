import type { EncoderWeights } from '../../src/core/entities/encoder.ts';
import { type ArticleWords, EncoderTrainer, type WordInputs } from './encoder-trainer.ts';
import { generator, shuffle } from './random.ts';
import { ENTITY_TYPES, isOpen, LABELS, mayFollow } from '../../src/core/entities/labels.ts';

/** Rows of active tokens ready for training: token `t` of line `l` is `lines[l] + t`; its features are `rows[from[token]..from[token + 1]]`. */
export interface TrainingSet {
  readonly lines: Int32Array;
  readonly from: Int32Array;
  /** Features as rows of weights; row `r` belongs to the bucket `buckets[r]`. */
  readonly rows: Int32Array;
  readonly buckets: Int32Array;
  readonly gold: Uint8Array;
  /** Article `a` has the lines `articles[a]` to `articles[a + 1]`, and these words. */
  readonly articles: Int32Array;
  readonly texts: readonly ArticleWords[];
  readonly inputs: WordInputs;
}

export interface Options {
  readonly epochs: number;
  readonly rate: number;
  /** Share of features hidden at random at each step. */
  readonly dropout: number;
  readonly seed: number;
  /** Numbers in an embedding and in a state, and buckets of features of words' forms. */
  readonly size: number;
  readonly states: number;
  readonly buckets: number;
  /** Whether the encoder learns how vectors become embeddings: see `EncoderOptions`. */
  readonly maps: boolean;
  readonly report?: (epoch: number, loss: number) => void;
}

/** Dense weights as trained, already scaled for use without dropout. */
export interface Trained {
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
  readonly encoder: EncoderWeights;
  readonly map: Float32Array;
}

const PAIRS = allPairs();
const TYPES = ENTITY_TYPES.length;
/**
 * A feature's row while training: a weight for each label, for each type and for each place in an entity (begin, inside, end, single).
 * A label's score is the sum of its three, so that what tells a person at a name's beginning also helps at its end.
 */
const WIDTH = LABELS + TYPES + 4;
/** Weights are averaged over this many moments of the run's second half. */
const MOMENTS = 4;
const ENCODER_RATE = 0.002;
const ENCODER_DROPOUT = 0.3;

/**
 * Trains a conditional random field whose scores are those of sparse features (AdaGrad, one line a step, with feature dropout) and of
 * the encoder (one article a step) together; the same seed gives the same weights.
 */
export function train(set: TrainingSet, options: Options): Trained {
  return new Trainer(set, options).run();
}

class Trainer {
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float32Array;
  private readonly linkSums = new Float32Array(LABELS * (LABELS + 2));
  private readonly row = new Float32Array(WIDTH);
  private moments = 0;
  /** Transitions, then the weights of a line's first and of its last label. */
  private readonly links = new Float32Array(LABELS * (LABELS + 2));
  private readonly linkSquares = new Float32Array(LABELS * (LABELS + 2)).fill(1);
  private readonly linkGradient = new Float32Array(LABELS * (LABELS + 2));
  private readonly expLinks = new Float32Array(LABELS * (LABELS + 2));
  private readonly potentials: Float32Array;
  private readonly alpha: Float32Array;
  private readonly beta: Float32Array;
  private readonly norms: Float32Array;
  private readonly kept: Int32Array;
  private readonly keptFrom: Int32Array;
  private readonly random: () => number;
  private readonly encoder: EncoderTrainer;
  /** The first active token of the article at hand. */
  private first = 0;

  constructor(
    private readonly set: TrainingSet,
    private readonly options: Options,
  ) {
    const size = set.buckets.length * WIDTH;
    this.weights = new Float32Array(size);
    this.squares = new Float32Array(size).fill(0.1);
    this.sums = new Float32Array(size);
    let longest = 0;
    let most = 0;
    for (let l = 0; l + 1 < set.lines.length; l++) {
      const [from, to] = [set.lines[l]!, set.lines[l + 1]!];
      longest = Math.max(longest, to - from);
      most = Math.max(most, set.from[to]! - set.from[from]!);
    }
    this.potentials = new Float32Array(longest * LABELS);
    this.alpha = new Float32Array(longest * LABELS);
    this.beta = new Float32Array(longest * LABELS);
    this.norms = new Float32Array(longest);
    this.kept = new Int32Array(most);
    this.keptFrom = new Int32Array(longest + 1);
    this.random = generator(options.seed);
    this.encoder = new EncoderTrainer(set.inputs, {
      ...options,
      rate: ENCODER_RATE,
      dropout: ENCODER_DROPOUT,
      random: this.random,
    });
  }

  run(): Trained {
    const { options, set } = this;
    const order = Int32Array.from(set.texts.keys());
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(order, this.random);
      // The rate falls to a fifth over the run: late steps average rather than wander.
      const slower = 1 - (0.8 * epoch) / options.epochs;
      let loss = 0;
      for (const [i, article] of order.entries()) {
        loss += this.learn(article, slower);
        if (epoch * 2 >= options.epochs && (i + 1) % Math.floor(order.length / MOMENTS) === 0) this.addToAverage();
      }
      options.report?.(epoch, loss / set.gold.length);
    }
    return this.average();
  }

  private learn(article: number, slower: number): number {
    const { articles, lines, texts } = this.set;
    const [from, to] = [articles[article]!, articles[article + 1]!];
    if (from === to) return 0;
    this.first = lines[from]!;
    this.encoder.forward(texts[article]!);
    let loss = 0;
    for (let line = from; line < to; line++) loss += this.step(lines[line]!, lines[line + 1]!, this.options.rate * slower);
    this.encoder.backward(slower);
    return loss;
  }

  private addToAverage(): void {
    this.moments++;
    this.encoder.addToAverage();
    for (let i = 0; i < this.weights.length; i++) this.sums[i]! += this.weights[i]!;
    for (let i = 0; i < this.links.length; i++) this.linkSums[i]! += this.links[i]!;
  }

  /** The averages, types' and places' weights laid on the labels', scaled for use without dropout. */
  private average(): Trained {
    const { set, sums, linkSums, moments } = this;
    const weights = new Float32Array(set.buckets.length * LABELS);
    const scale = (1 - this.options.dropout) / moments;
    for (let row = 0; row < set.buckets.length; row++) {
      const from = row * WIDTH;
      for (let y = 0; y < LABELS; y++) {
        const shared = y === 0 ? 0 : sums[from + typeColumn(y)]! + sums[from + placeColumn(y)]!;
        weights[row * LABELS + y] = (sums[from + y]! + shared) * scale;
      }
    }
    const links = linkSums.map((sum) => sum / moments);
    const encoder = this.encoder.average();
    return {
      buckets: set.buckets,
      weights,
      transitions: links.slice(0, LABELS * LABELS),
      first: links.slice(LABELS * LABELS, LABELS * (LABELS + 1)),
      last: links.slice(LABELS * (LABELS + 1)),
      encoder: encoder.weights,
      map: encoder.map,
    };
  }

  private step(from: number, to: number, rate: number): number {
    const count = to - from;
    this.hide(from, count);
    const loss = this.forwardBackward(from, count);
    this.updateTokens(from, count, rate);
    this.updateLinks(rate);
    return loss;
  }

  private hide(from: number, count: number): void {
    const { set, kept, keptFrom, random } = this;
    const { dropout } = this.options;
    let n = 0;
    for (let t = 0; t < count; t++) {
      keptFrom[t] = n;
      for (let k = set.from[from + t]!, end = set.from[from + t + 1]!; k < end; k++) {
        if (random() >= dropout) kept[n++] = set.rows[k]!;
      }
    }
    keptFrom[count] = n;
  }

  /** Fills in alpha and beta (each token's alpha adds up to 1) and the gradient of the links; returns the line's negative log likelihood. */
  private forwardBackward(from: number, count: number): number {
    const { potentials, alpha, beta, norms, links, expLinks, linkGradient, kept, keptFrom, weights, row } = this;
    const gold = this.set.gold;
    for (let i = 0; i < links.length; i++) expLinks[i] = Math.exp(links[i]!);
    const FIRST = LABELS * LABELS;
    const LAST = FIRST + LABELS;
    let loss = 0;
    for (let t = 0; t < count; t++) {
      const at = t * LABELS;
      row.fill(0);
      for (let k = keptFrom[t]!, end = keptFrom[t + 1]!; k < end; k++) {
        for (let y = 0, w = kept[k]! * WIDTH; y < WIDTH; y++) row[y]! += weights[w + y]!;
      }
      const read = (from + t - this.first) * LABELS;
      const { scores } = this.encoder;
      potentials[at] = row[0]! + scores[read]!;
      for (let y = 1; y < LABELS; y++)
        potentials[at + y] = row[y]! + row[typeColumn(y)]! + row[placeColumn(y)]! + scores[read + y]!;
      let top = -Infinity;
      for (let y = 0; y < LABELS; y++) if (potentials[at + y]! > top) top = potentials[at + y]!;
      const right = gold[from + t]!;
      loss += top - potentials[at + right]!;
      loss -= t === 0 ? links[FIRST + right]! : links[gold[from + t - 1]! * LABELS + right]!;
      if (t === count - 1) loss -= links[LAST + right]!;
      for (let y = 0; y < LABELS; y++) potentials[at + y] = Math.exp(potentials[at + y]! - top);
    }
    for (let t = 0; t < count; t++) {
      const at = t * LABELS;
      alpha.fill(0, at, at + LABELS);
      if (t === 0) for (let y = 0; y < LABELS; y++) alpha[y] = mayFollow(0, y) ? expLinks[FIRST + y]! : 0;
      else
        for (let p = 0; p < PAIRS.length; p += 2)
          alpha[at + PAIRS[p + 1]!]! += alpha[at - LABELS + PAIRS[p]!]! * expLinks[PAIRS[p]! * LABELS + PAIRS[p + 1]!]!;
      let sum = 0;
      for (let y = 0; y < LABELS; y++) sum += alpha[at + y]! *= potentials[at + y]!;
      norms[t] = sum;
      loss += Math.log(sum);
      for (let y = 0; y < LABELS; y++) alpha[at + y]! /= sum;
    }
    const end = (count - 1) * LABELS;
    let total = 0;
    for (let y = 0; y < LABELS; y++) {
      beta[end + y] = isOpen(y) ? 0 : expLinks[LAST + y]!;
      total += alpha[end + y]! * beta[end + y]!;
    }
    loss += Math.log(total);
    for (let y = 0; y < LABELS; y++) beta[end + y]! /= total;
    for (let t = count - 2; t >= 0; t--) {
      const at = t * LABELS;
      const next = at + LABELS;
      beta.fill(0, at, at + LABELS);
      const scale = 1 / norms[t + 1]!;
      for (let y = 0; y < LABELS; y++) beta[next + y]! *= potentials[next + y]! * scale; // for the moment with the next token's potential
      for (let p = 0; p < PAIRS.length; p += 2) {
        const a = PAIRS[p]!;
        const b = PAIRS[p + 1]!;
        const flow = expLinks[a * LABELS + b]! * beta[next + b]!;
        beta[at + a]! += flow;
        linkGradient[a * LABELS + b]! += alpha[at + a]! * flow;
      }
      for (let y = 0; y < LABELS; y++) if (potentials[next + y]! > 0) beta[next + y]! /= potentials[next + y]! * scale;
      linkGradient[gold[from + t]! * LABELS + gold[from + t + 1]!]! -= 1;
    }
    for (let y = 0; y < LABELS; y++) {
      linkGradient[FIRST + y]! += alpha[y]! * beta[y]!;
      linkGradient[LAST + y]! += alpha[end + y]! * beta[end + y]!;
    }
    linkGradient[FIRST + gold[from]!]! -= 1;
    linkGradient[LAST + gold[from + count - 1]!]! -= 1;
    return loss;
  }

  private updateTokens(from: number, count: number, rate: number): void {
    const { alpha, beta, kept, keptFrom, weights, squares, row, encoder } = this;
    for (let t = 0; t < count; t++) {
      const right = this.set.gold[from + t]!;
      row.fill(0);
      let learns = false;
      for (let y = 0, at = t * LABELS; y < LABELS; y++, at++) {
        const gradient = alpha[at]! * beta[at]! - (y === right ? 1 : 0);
        if (gradient < 1e-3 && gradient > -1e-3) continue;
        learns = true;
        row[y] = gradient;
        encoder.gradients[(from + t - this.first) * LABELS + y] = gradient;
        if (y === 0) continue;
        row[typeColumn(y)]! += gradient;
        row[placeColumn(y)]! += gradient;
      }
      if (!learns) continue;
      for (let y = 0; y < WIDTH; y++) {
        const gradient = row[y]!;
        if (gradient === 0) continue;
        const square = gradient * gradient;
        for (let k = keptFrom[t]!, end = keptFrom[t + 1]!; k < end; k++) {
          const w = kept[k]! * WIDTH + y;
          weights[w]! -= (rate * gradient) / Math.sqrt((squares[w]! += square));
        }
      }
    }
  }

  private updateLinks(rate: number): void {
    const { links, linkSquares, linkGradient } = this;
    for (let i = 0; i < links.length; i++) {
      const gradient = linkGradient[i]!;
      if (gradient === 0) continue;
      linkSquares[i]! += gradient * gradient;
      links[i]! -= (rate * gradient) / Math.sqrt(linkSquares[i]!);
      linkGradient[i] = 0;
    }
  }
}

function typeColumn(label: number): number {
  return LABELS + ((label - 1) >> 2);
}

function placeColumn(label: number): number {
  return LABELS + TYPES + ((label - 1) & 3);
}

function allPairs(): Uint8Array {
  const out: number[] = [];
  for (let a = 0; a < LABELS; a++) for (let b = 0; b < LABELS; b++) if (mayFollow(a, b)) out.push(a, b);
  return Uint8Array.from(out);
}
