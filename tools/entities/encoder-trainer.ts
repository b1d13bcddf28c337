import { type EncoderWeights, FORGET, SLOPE } from '../../src/core/entities/encoder.ts';
import { ASPECTS, LABELS, placeAspect, typeAspect } from '../../src/core/entities/labels.ts';

/** The words of one article as the encoder reads them. */
export interface ArticleWords {
  /** Numbers of words, token by token. */
  readonly words: Int32Array;
  /** Sentence `s` is the tokens `sentences[s]` to `sentences[s + 1]`. */
  readonly sentences: Int32Array;
  /** The tokens that may be part of an entity. */
  readonly active: Int32Array;
}

/** What the encoder knows of each word, by its number. */
export interface WordInputs {
  readonly forms: readonly Int32Array[];
  /** Numbers of one vector. */
  readonly width: number;
  /** A word's vector, or null where it has none. */
  vectorOf(word: number): Float32Array | null;
}

export interface EncoderOptions {
  readonly size: number;
  readonly states: number;
  /** Buckets of features of words' forms, a power of two. */
  readonly buckets: number;
  /** Whether vectors go through a learnt linear map, so that they may have any width; else they have the embeddings' size. */
  readonly maps: boolean;
  readonly rate: number;
  readonly dropout: number;
  readonly random: () => number;
}

/** Scores and gradients of the losses are laid upon each other over an article, and this share of them moves the weights. */
const SHARE = 1 / 8;
const LONGEST_STEP = 5;

/** Trains `Encoder`'s weights, an article a step: by Adam, the rows of forms by AdaGrad. */
export class EncoderTrainer {
  /** For each active token of the article read last, what the encoder adds to its labels' scores, and where the gradient is to be put. */
  scores = new Float32Array(0);
  gradients = new Float32Array(0);

  private readonly forms: Float32Array;
  private readonly squares: Float32Array;
  private readonly map: Dense;
  private readonly base: Dense;
  private readonly gates: Dense;
  private readonly output: Dense;
  private readonly sums: Float32Array[];
  private moments = 0;
  private steps = 0;
  private article: ArticleWords | null = null;
  /** The article's words, each once, and for each token which of them it is. */
  private kinds = new Int32Array(0);
  private kindOf = new Int32Array(0);
  private embedded = new Float32Array(0);
  private keptInputs: Float32Array = new Float32Array(0);
  private sumsOfGates = new Float32Array(0);
  private candidates = new Float32Array(0);
  private forgets = new Float32Array(0);
  private states = new Float32Array(0);
  private keptStates: Float32Array = new Float32Array(0);

  constructor(
    private readonly inputs: WordInputs,
    private readonly options: EncoderOptions,
  ) {
    const { size, states, buckets, maps, random } = options;
    const normal = (deviation: number) => () =>
      deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    this.forms = new Float32Array(buckets * size).map(normal(0.05));
    this.squares = new Float32Array(buckets * size).fill(0.1);
    this.map = new Dense(maps ? inputs.width * size : 0, normal(0.05));
    this.base = new Dense(2 * size, () => 0);
    this.gates = new Dense((size + 1) * 8 * states, () => (2 * random() - 1) / Math.sqrt(2 * size));
    this.gates.values.fill(0, size * 8 * states);
    this.output = new Dense(2 * states * ASPECTS, normal(0.02));
    this.sums = this.parts().map((part) => new Float32Array(part.length));
  }

  /** Reads an article: fills `scores`, and clears `gradients`. */
  forward(article: ArticleWords): void {
    const { size, states: half } = this.options;
    this.article = article;
    const count = article.words.length;
    this.numberWords(article.words);
    const kinds = this.kinds.length;
    this.embedded = new Float32Array(kinds * size);
    this.keptInputs = this.mask(kinds * size, this.options.dropout / 2);
    this.sumsOfGates = new Float32Array((kinds + 1) * 8 * half);
    for (let kind = 0; kind < kinds; kind++) this.embed(kind);
    this.candidates = new Float32Array(count * 2 * half);
    this.forgets = new Float32Array(count * 2 * half);
    this.states = new Float32Array(count * 2 * half);
    this.keptStates = this.mask(article.active.length * 2 * half, this.options.dropout);
    for (let s = 0; s + 1 < article.sentences.length; s++) {
      this.read(article.sentences[s]!, article.sentences[s + 1]!, 1);
      this.read(article.sentences[s]!, article.sentences[s + 1]!, -1);
    }
    this.scores = new Float32Array(article.active.length * LABELS);
    this.gradients = new Float32Array(article.active.length * LABELS);
    for (const [row, token] of article.active.entries()) {
      const aspects = new Float32Array(ASPECTS);
      for (let k = 0, w = 0; k < 2 * half; k++) {
        const value = this.states[token * 2 * half + k]! * this.keptStates[row * 2 * half + k]!;
        for (let i = 0; i < ASPECTS; i++) aspects[i]! += value * this.output.values[w++]!;
      }
      const at = row * LABELS;
      this.scores[at] = aspects[0]!;
      for (let y = 1; y < LABELS; y++) this.scores[at + y] = aspects[typeAspect(y)]! + aspects[placeAspect(y)]!;
    }
  }

  /** Moves the weights by the gradients; `rate` is a share of the rate given. */
  backward(rate: number): void {
    const { words, sentences, active } = this.article!;
    const { states: half } = this.options;
    const ofStates = new Float32Array(words.length * 2 * half);
    for (const [row, token] of active.entries()) this.backThroughOutput(row, token, ofStates);
    const ofGates = new Float32Array((this.kinds.length + 1) * 8 * half);
    for (let s = 0; s + 1 < sentences.length; s++) {
      this.backThroughStates(sentences[s]!, sentences[s + 1]!, 1, ofStates, ofGates);
      this.backThroughStates(sentences[s]!, sentences[s + 1]!, -1, ofStates, ofGates);
    }
    for (let kind = 0; kind < this.kinds.length; kind++) this.backThroughWord(kind, ofGates, rate);
    const dense = [this.map, this.base, this.gates, this.output];
    const length = Math.sqrt(dense.reduce((sum, part) => sum + part.lengthOfGradient(), 0));
    const scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    this.steps++;
    for (const part of dense) part.step(this.options.rate * rate, scale, this.steps);
  }

  addToAverage(): void {
    this.moments++;
    for (const [p, part] of this.parts().entries()) for (let i = 0; i < part.length; i++) this.sums[p]![i]! += part[i]!;
  }

  /** The averages as the encoder takes them, and the map of vectors. */
  average(): { weights: EncoderWeights; map: Float32Array } {
    const [forms, map, base, gates, output] = this.sums.map((sum) => sum.map((value) => value / this.moments));
    const { size, states } = this.options;
    return { weights: { size, states, forms: forms!, base: base!, gates: gates!, output: output! }, map: map! };
  }

  private parts(): Float32Array[] {
    return [this.forms, this.map.values, this.base.values, this.gates.values, this.output.values];
  }

  private numberWords(words: Int32Array): void {
    const numbers = new Map<number, number>();
    this.kindOf = words.map((word) => {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      return known;
    });
    this.kinds = Int32Array.from(numbers.keys());
  }

  /** Zero for what is hidden, else what keeps the sum's expectation. */
  private mask(length: number, dropout: number): Float32Array {
    return new Float32Array(length).map(() => (this.options.random() < dropout ? 0 : 1 / (1 - dropout)));
  }

  private embed(kind: number): void {
    const { size, states: half, buckets } = this.options;
    const out = this.embedded.subarray(kind * size, (kind + 1) * size);
    const word = this.kinds[kind]!;
    const base = this.base.values;
    for (let i = 0; i < size; i++) out[i] = base[i]!;
    const vector = this.inputs.vectorOf(word);
    if (!vector) for (let i = 0; i < size; i++) out[i]! += base[size + i]!;
    else if (!this.options.maps) for (let i = 0; i < size; i++) out[i]! += vector[i]!;
    else
      for (let k = 0; k < vector.length; k++)
        for (let i = 0; i < size; i++) out[i]! += vector[k]! * this.map.values[k * size + i]!;
    for (const feature of this.inputs.forms[word]!) {
      for (let i = 0, at = (feature & (buckets - 1)) * size; i < size; i++) out[i]! += this.forms[at++]!;
    }
    const width = 8 * half;
    const row = this.sumsOfGates.subarray(kind * width, (kind + 1) * width);
    row.set(this.gates.values.subarray(size * width));
    for (let i = 0, g = 0; i < size; i++) {
      out[i] = Math.tanh(out[i]!);
      const value = out[i]! * this.keptInputs[kind * size + i]!;
      for (let k = 0; k < width; k++) row[k]! += value * this.gates.values[g++]!;
    }
  }

  private read(from: number, to: number, step: 1 | -1): void {
    const { sumsOfGates, candidates, forgets, states } = this;
    const half = this.options.states;
    const side = step === 1 ? 0 : 1;
    const outside = this.kinds.length * 8 * half;
    for (let t = step === 1 ? from : to - 1; t >= from && t < to; t += step) {
      const isFirst = t - step < from || t - step >= to;
      const own = this.kindOf[t]! * 8 * half + side * 4 * half;
      const before = (isFirst ? outside : this.kindOf[t - step]! * 8 * half) + side * 4 * half + 2 * half;
      const out = (2 * t + side) * half;
      for (let k = 0; k < half; k++) {
        const candidate = Math.min(1, Math.max(-1, sumsOfGates[own + k]! + sumsOfGates[before + k]!));
        const forget = Math.min(
          1,
          Math.max(0, FORGET + SLOPE * (sumsOfGates[own + half + k]! + sumsOfGates[before + half + k]!)),
        );
        const last = isFirst ? 0 : states[out - step * 2 * half + k]!;
        candidates[out + k] = candidate;
        forgets[out + k] = forget;
        states[out + k] = candidate + forget * (last - candidate);
      }
    }
  }

  private backThroughOutput(row: number, token: number, ofStates: Float32Array): void {
    const { states: half } = this.options;
    const { gradients, output, states, keptStates } = this;
    const at = row * LABELS;
    const aspects = new Float32Array(ASPECTS);
    aspects[0] = gradients[at]! * SHARE;
    for (let y = 1; y < LABELS; y++) {
      aspects[typeAspect(y)]! += gradients[at + y]! * SHARE;
      aspects[placeAspect(y)]! += gradients[at + y]! * SHARE;
    }
    if (aspects.every((value) => value === 0)) return;
    for (let k = 0, w = 0; k < 2 * half; k++) {
      const kept = keptStates[row * 2 * half + k]!;
      if (kept === 0) {
        w += ASPECTS;
        continue;
      }
      const value = states[token * 2 * half + k]! * kept;
      let sum = 0;
      for (let i = 0; i < ASPECTS; i++, w++) {
        sum += aspects[i]! * output.values[w]!;
        output.gradient[w]! += aspects[i]! * value;
      }
      ofStates[token * 2 * half + k] = sum * kept;
    }
  }

  private backThroughStates(from: number, to: number, step: 1 | -1, ofStates: Float32Array, ofGates: Float32Array): void {
    const { candidates, forgets, states } = this;
    const half = this.options.states;
    const side = step === 1 ? 0 : 1;
    const outside = this.kinds.length * 8 * half;
    const carried = new Float32Array(half);
    for (let t = step === 1 ? to - 1 : from; t >= from && t < to; t -= step) {
      const isFirst = t - step < from || t - step >= to;
      const own = this.kindOf[t]! * 8 * half + side * 4 * half;
      const before = (isFirst ? outside : this.kindOf[t - step]! * 8 * half) + side * 4 * half + 2 * half;
      const at = (2 * t + side) * half;
      for (let k = 0; k < half; k++) {
        const gradient = ofStates[at + k]! + carried[k]!;
        const candidate = candidates[at + k]!;
        const forget = forgets[at + k]!;
        carried[k] = gradient * forget;
        if (candidate > -1 && candidate < 1) {
          const ofCandidate = gradient * (1 - forget);
          ofGates[own + k]! += ofCandidate;
          ofGates[before + k]! += ofCandidate;
        }
        if (forget > 0 && forget < 1) {
          const last = isFirst ? 0 : states[at - step * 2 * half + k]!;
          const ofForget = gradient * (last - candidate) * SLOPE;
          ofGates[own + half + k]! += ofForget;
          ofGates[before + half + k]! += ofForget;
        }
      }
    }
  }

  private backThroughWord(kind: number, ofGates: Float32Array, rate: number): void {
    const { size, states: half, buckets } = this.options;
    const { gates, base, map } = this;
    const width = 8 * half;
    const from = kind * width;
    const gradient = new Float32Array(size);
    for (let i = 0, g = 0; i < size; i++) {
      const at = kind * size + i;
      const kept = this.keptInputs[at]!;
      const value = this.embedded[at]! * kept;
      let sum = 0;
      for (let k = 0; k < width; k++, g++) {
        sum += ofGates[from + k]! * gates.values[g]!;
        gates.gradient[g]! += ofGates[from + k]! * value;
      }
      gradient[i] = sum * kept * (1 - this.embedded[at]! * this.embedded[at]!);
    }
    for (let k = 0, g = size * width; k < width; k++) gates.gradient[g++]! += ofGates[from + k]!;
    for (let i = 0; i < size; i++) base.gradient[i]! += gradient[i]!;
    const vector = this.inputs.vectorOf(this.kinds[kind]!);
    if (!vector) for (let i = 0; i < size; i++) base.gradient[size + i]! += gradient[i]!;
    else if (this.options.maps) {
      for (let k = 0; k < vector.length; k++)
        for (let i = 0; i < size; i++) map.gradient[k * size + i]! += vector[k]! * gradient[i]!;
    }
    const step = this.options.rate * 10 * rate;
    for (const feature of this.inputs.forms[this.kinds[kind]!]!) {
      for (let i = 0, at = (feature & (buckets - 1)) * size; i < size; i++, at++) {
        this.squares[at]! += gradient[i]! * gradient[i]!;
        this.forms[at]! -= (step * gradient[i]!) / Math.sqrt(this.squares[at]!);
      }
    }
  }
}

/** Weights that Adam (Kingma and Ba 2015) moves. */
class Dense {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(length: number, first: () => number) {
    this.values = new Float32Array(length).map(first);
    this.gradient = new Float32Array(length);
    this.mean = new Float32Array(length);
    this.square = new Float32Array(length);
  }

  lengthOfGradient(): number {
    let sum = 0;
    for (const value of this.gradient) sum += value * value;
    return sum;
  }

  step(rate: number, scale: number, steps: number): void {
    const { values, gradient, mean, square } = this;
    const correction = Math.sqrt(1 - 0.999 ** steps) / (1 - 0.9 ** steps);
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]! * scale;
      gradient[i] = 0;
      mean[i] = 0.9 * mean[i]! + 0.1 * g;
      square[i] = 0.999 * square[i]! + 0.001 * g * g;
      values[i]! -= (rate * correction * mean[i]!) / (Math.sqrt(square[i]!) + 1e-8);
    }
  }
}
