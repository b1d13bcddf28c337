import { isOpen, LABELS, mayFollow } from '../../src/core/entities/labels.ts';

/** Sentences ready for training: token `t` of line `l` is `lines[l] + t`; its feature buckets are `buckets[from[token]..from[token + 1]]`. */
export interface TrainingSet {
  readonly lines: Int32Array;
  readonly from: Int32Array;
  readonly buckets: Int32Array;
  readonly gold: Uint8Array;
}

export interface Options {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features hidden at random at each step. */
  readonly dropout: number;
  readonly seed: number;
  readonly report?: (epoch: number, loss: number) => void;
}

/** Dense weights as trained, already scaled for use without dropout. */
export interface Trained {
  readonly bits: number;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
}

const PAIRS = allPairs();

/** Trains a linear-chain CRF by AdaGrad, one line a step, with feature dropout; the same seed gives the same weights. */
export function train(set: TrainingSet, options: Options): Trained {
  return new Trainer(set, options).run();
}

class Trainer {
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
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

  constructor(
    private readonly set: TrainingSet,
    private readonly options: Options,
  ) {
    const size = 2 ** options.bits * LABELS;
    this.weights = new Float32Array(size);
    this.squares = new Float32Array(size);
    let longest = 0;
    for (let l = 0; l + 1 < set.lines.length; l++) longest = Math.max(longest, set.lines[l + 1]! - set.lines[l]!);
    this.potentials = new Float32Array(longest * LABELS);
    this.alpha = new Float32Array(longest * LABELS);
    this.beta = new Float32Array(longest * LABELS);
    this.norms = new Float32Array(longest);
    this.kept = new Int32Array(longest * 128);
    this.keptFrom = new Int32Array(longest + 1);
    this.random = generator(options.seed);
  }

  run(): Trained {
    const { options, set } = this;
    const order = Int32Array.from({ length: set.lines.length - 1 }, (_, i) => i);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(order, this.random);
      // The rate falls to a fifth over the run: late steps average rather than wander.
      const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
      let loss = 0;
      for (const line of order) loss += this.step(set.lines[line]!, set.lines[line + 1]!, rate);
      options.report?.(epoch, loss / set.gold.length);
    }
    const keep = 1 - options.dropout;
    for (let i = 0; i < this.weights.length; i++) this.weights[i]! *= keep;
    return {
      bits: options.bits,
      weights: this.weights,
      transitions: this.links.slice(0, LABELS * LABELS),
      first: this.links.slice(LABELS * LABELS, LABELS * (LABELS + 1)),
      last: this.links.slice(LABELS * (LABELS + 1)),
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
        if (random() >= dropout) kept[n++] = set.buckets[k]!;
      }
    }
    keptFrom[count] = n;
  }

  /** Fills in alpha and beta (each token's alpha adds up to 1) and the gradient of the links; returns the line's negative log likelihood. */
  private forwardBackward(from: number, count: number): number {
    const { potentials, alpha, beta, norms, links, expLinks, linkGradient, kept, keptFrom, weights } = this;
    const gold = this.set.gold;
    for (let i = 0; i < links.length; i++) expLinks[i] = Math.exp(links[i]!);
    const FIRST = LABELS * LABELS;
    const LAST = FIRST + LABELS;
    let loss = 0;
    for (let t = 0; t < count; t++) {
      const at = t * LABELS;
      potentials.fill(0, at, at + LABELS);
      for (let k = keptFrom[t]!, end = keptFrom[t + 1]!; k < end; k++) {
        for (let y = 0, w = kept[k]! * LABELS; y < LABELS; y++) potentials[at + y]! += weights[w + y]!;
      }
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
    const { alpha, beta, kept, keptFrom, weights, squares } = this;
    for (let t = 0; t < count; t++) {
      const right = this.set.gold[from + t]!;
      for (let y = 0, at = t * LABELS; y < LABELS; y++, at++) {
        const gradient = alpha[at]! * beta[at]! - (y === right ? 1 : 0);
        if (gradient < 1e-3 && gradient > -1e-3) continue;
        const square = gradient * gradient;
        for (let k = keptFrom[t]!, end = keptFrom[t + 1]!; k < end; k++) {
          const w = kept[k]! * LABELS + y;
          const sum = (squares[w]! += square);
          weights[w]! -= (rate * gradient) / Math.sqrt(sum + 0.1);
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

function allPairs(): Uint8Array {
  const out: number[] = [];
  for (let a = 0; a < LABELS; a++) for (let b = 0; b < LABELS; b++) if (mayFollow(a, b)) out.push(a, b);
  return Uint8Array.from(out);
}

/** Mulberry32: numbers in [0, 1) from a seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    const swap = order[i]!;
    order[i] = order[k]!;
    order[k] = swap;
  }
}
