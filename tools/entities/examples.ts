import { EDGE, NEVER } from '../../src/core/entities/active.ts';
import { isCapital, MOST_FEATURES, newLine, tokenFeatures } from '../../src/core/entities/features.ts';
import { mix } from '../../src/core/entities/hash.ts';
import type { Lexicon } from '../../src/core/entities/lexicon.ts';
import type { Tokens } from '../../src/core/text/tokens.ts';
import { eachLine, LONGEST_LINE, type WordTable } from '../../src/core/entities/lines.ts';
import { OUTSIDE_FEATURES, PLACE } from '../../src/core/entities/word-scores.ts';
import { isOpen, OUTSIDE } from '../../src/core/entities/labels.ts';
import { isPlain, SHAPE, type WordFacts, wordFacts } from '../../src/core/entities/words.ts';
import type { Surroundings } from '../../src/core/entities/surroundings.ts';
import type { GoldPassage } from './corpus.ts';
import type { TrainingSet } from './crf.ts';
import type { ArticleWords, WordInputs } from './encoder-trainer.ts';
import type { Source } from './learn.ts';

/**
 * Turns articles' passages into features, by the same functions that the analyser runs; those of fewer than `least` articles are left
 * out.
 */
export function trainingSet(
  articles: readonly (readonly GoldPassage[])[],
  lexicon: Lexicon,
  source: Source,
  words: ReadonlyMap<number, number>,
  bits: number,
  least: number,
  surroundingsOf: (article: readonly GoldPassage[]) => Surroundings,
): TrainingSet {
  const mask = 2 ** bits - 1;
  const table = new Facts(lexicon, words, mask);
  const line = newLine(LONGEST_LINE);
  const ids = new Int32Array(LONGEST_LINE + 2);
  const features = new Int32Array(MOST_FEATURES);
  const lines: number[] = [];
  const from: number[] = [0];
  const gold: number[] = [];
  const buckets = new Numbers();
  const starts: number[] = [];
  const articleLines: number[] = [];
  const texts: ArticleWords[] = [];
  let tokens: number[] = [];
  let sentences: number[] = [];
  let actives: number[] = [];
  const read = ({ passage, labels }: GoldPassage, surroundings: Surroundings): void =>
    eachLine(passage, table, line, ids, (range) => {
      sentences.push(tokens.length);
      for (let i = 1; i <= line.count; i++) {
        tokens.push(ids[i]!);
        if (line.active[i] === 0) continue;
        actives.push(tokens.length - 1);
        if (line.active[i - 1] === 0) lines.push(gold.length);
        buckets.add(table.buckets[0][ids[i]!]!);
        buckets.add(table.buckets[1][i > 1 ? ids[i - 1]! : 0]!);
        buckets.add(table.buckets[2][i < line.count ? ids[i + 1]! : 0]!);
        const count = tokenFeatures(line, i, features);
        for (let k = 0; k < count; k++) buckets.push(mix(features[k]!) & mask);
        if (isCapital(line.shape[i]!)) {
          for (const feature of surroundings.featuresOf(line.folded[i]!)) buckets.push(mix(feature) & mask);
        }
        from.push(buckets.length);
        gold.push(goldOf(labels, range.from + i - 1, line.active, range.from));
      }
    });
  for (const article of articles) {
    starts.push(buckets.length);
    articleLines.push(lines.length);
    const surroundings = surroundingsOf(article);
    for (const passage of article) read(passage, surroundings);
    texts.push({
      words: Int32Array.from(tokens),
      sentences: Int32Array.of(...sentences, tokens.length),
      active: Int32Array.from(actives),
    });
    [tokens, sentences, actives] = [[], [], []];
  }
  articleLines.push(lines.length);
  lines.push(gold.length);
  const all = buckets.all();
  const kept = often(all, 2 ** bits, least, starts);
  const rowOf = new Int32Array(2 ** bits).fill(-1);
  kept.forEach((bucket, row) => (rowOf[bucket] = row));
  let n = 0;
  for (let token = 0, k = 0; token + 1 < from.length; token++) {
    for (const end = from[token + 1]!; k < end; k++) if (rowOf[all[k]!]! >= 0) all[n++] = rowOf[all[k]!]!;
    from[token + 1] = n;
  }
  return {
    lines: Int32Array.from(lines),
    from: Int32Array.from(from),
    rows: all.slice(0, n),
    buckets: kept,
    gold: Uint8Array.from(gold),
    articles: Int32Array.from(articleLines),
    texts,
    inputs: table.inputs(source),
  };
}

/** The token's label; outside where its entity has a token that is never looked at. */
function goldOf(labels: Uint8Array, token: number, active: Uint8Array, from: number): number {
  let first = token;
  while (labels[first] !== OUTSIDE && (labels[first]! - 1) % 4 !== 0 && (labels[first]! - 1) % 4 !== 3) first--;
  let last = token;
  while (isOpen(labels[last]!)) last++;
  for (let i = first; i <= last; i++) if (active[i - from + 1] !== 1) return OUTSIDE;
  return labels[token]!;
}

/** The buckets met in at least `least` articles, rising: what one article alone has teaches little for its weight. */
function often(all: Int32Array, size: number, least: number, starts: readonly number[]): Int32Array {
  const counts = new Uint16Array(size);
  const last = new Uint16Array(size);
  for (let article = 0; article < starts.length; article++) {
    for (let k = starts[article]!, end = starts[article + 1] ?? all.length; k < end; k++) {
      const bucket = all[k]!;
      if (last[bucket] === article + 1) continue;
      last[bucket] = article + 1;
      counts[bucket]!++;
    }
  }
  return Int32Array.from(counts.keys()).filter((bucket) => counts[bucket]! >= least);
}

class Facts implements WordTable {
  private readonly known = new Map<string, number>();
  private readonly facts: WordFacts[] = [];
  /** For each word the buckets of its features: for its own token, for the one after it, for the one before it. */
  readonly buckets: [Int32Array[], Int32Array[], Int32Array[]] = [[], [], []];

  constructor(
    readonly lexicon: Lexicon,
    private readonly words: ReadonlyMap<number, number>,
    private readonly mask: number,
  ) {
    this.add({ folded: 0, shape: SHAPE.outside, kind: 0, beginsPhrase: false, own: [], near: OUTSIDE_FEATURES, forms: [] });
  }

  makeRoom(): void {}

  /** What the encoder is given of each word met. */
  inputs(source: Source): WordInputs {
    const vectors = ['', ...this.known.keys()].map((word) => source.vectorOf(word));
    return {
      forms: this.facts.map(({ forms }) => Int32Array.from(forms)),
      width: source.width,
      vectorOf: (word) => vectors[word]!,
    };
  }

  idAt({ words }: Tokens, i: number): number {
    const word = words[i]!;
    let id = this.known.get(word);
    if (id === undefined) this.known.set(word, (id = this.add(wordFacts(word, this.lexicon))));
    return id;
  }

  foldedOf = (id: number): number => this.facts[id]!.folded;
  kindOf = (id: number): number => this.facts[id]!.kind;
  shapeOf = (id: number): number => this.facts[id]!.shape;
  partOf = (id: number): number => {
    const { folded, shape } = this.facts[id]!;
    return isPlain(shape) ? (this.words.get(folded) ?? NEVER) : EDGE;
  };
  beginsPhrase = (id: number): boolean => this.facts[id]!.beginsPhrase;

  private add(facts: WordFacts): number {
    const bucketsOf = (features: readonly number[], place: number): Int32Array =>
      Int32Array.from(features, (feature) => mix(feature ^ place) & this.mask);
    this.buckets[0].push(bucketsOf(facts.own, PLACE.own));
    this.buckets[1].push(bucketsOf(facts.near, PLACE.before));
    this.buckets[2].push(bucketsOf(facts.near, PLACE.after));
    return this.facts.push(facts) - 1;
  }
}

/** A growing row of 32-bit numbers. */
class Numbers {
  private buffer = new Int32Array(1 << 20);
  length = 0;

  push(value: number): void {
    if (this.length === this.buffer.length) this.grow(this.length + 1);
    this.buffer[this.length++] = value;
  }

  add(values: Int32Array): void {
    if (this.length + values.length > this.buffer.length) this.grow(this.length + values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  all(): Int32Array {
    return this.buffer.slice(0, this.length);
  }

  private grow(least: number): void {
    const larger = new Int32Array(Math.max(least, this.buffer.length * 2));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}
