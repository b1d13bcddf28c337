import { perObject } from '../memo.ts';
import type { EntityMention, Passage } from '../passage.ts';
import { type Tokens, word } from '../text/tokens.ts';
import { dropPlainRows } from './active.ts';
import { Decoder } from './decode.ts';
import { Encoder } from './encoder.ts';
import { isCapital, MOST_FEATURES, newLine, tokenFeatures } from './features.ts';
import { ENTITY_TYPES, isOpen, LABELS, OUTSIDE } from './labels.ts';
import { GIVEN_NAMES, Lexicon, PLACES } from './lexicon.ts';
import { eachLine, eachRange, LONGEST_LINE } from './lines.ts';
import { isTitle } from './titles.ts';
import type { Evidence, Surroundings } from './surroundings.ts';
import { Vectors } from './vectors.ts';
import { SHAPE } from './words.ts';
import { type ModelFile, readModelFile, type Weights, type WeightsProblem } from './weights.ts';
import { addRow, MOST_WORDS, WordScores } from './word-scores.ts';

/** A trained recogniser of named entities, ready for use. It keeps a bounded memory of the words it met. */
export interface EntityModel {
  /** The passage's capitalised words and what stands beside them; kept while the passage lives. */
  evidence(passage: Passage): Evidence;
  /** The entities of a passage in order, disjoint, offsets relative to it; `surroundings` are those of its whole article. */
  find(passage: Passage, surroundings: Surroundings | null): readonly EntityMention[];
}

export type EntityModelResult =
  { readonly model: EntityModel; readonly problem: null } | { readonly model: null; readonly problem: WeightsProblem };

/** Reads `models/en/entities.bin`; a file that cannot be used is a problem, never an error. */
export function readEntityModel(bytes: Uint8Array): EntityModelResult {
  const file = readModelFile(bytes, LABELS);
  return typeof file === 'string' ? { model: null, problem: file } : { model: new LinearModel(file), problem: null };
}

/** A passage of this many words in small letters or more is English where the commonest words make up more than this share of them. */
const ENOUGH_WORDS = 10;
const COMMON_SHARE = 0.04;

/** What a passage alone says of its tokens. */
interface Reading extends Evidence {
  /** Where `words` stand: token indices in the passage. */
  readonly places: Int32Array;
  /** For each token 1 where it may be part of an entity. */
  readonly active: Uint8Array;
  /** The scores of the active tokens, `LABELS` each. */
  readonly scores: Float32Array;
  readonly isEnglish: boolean;
}

class LinearModel implements EntityModel {
  private readonly weights: Weights;
  private readonly words: WordScores;
  private readonly encoder: Encoder;
  private readonly decoder: Decoder;
  private readonly line = newLine(LONGEST_LINE);
  private readonly ids = new Int32Array(LONGEST_LINE + 2);
  private readonly scores = new Float32Array(LONGEST_LINE * LABELS);
  private readonly back = new Uint8Array(LONGEST_LINE * LABELS);
  private readonly labels = new Uint8Array(LONGEST_LINE);
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor({ weights, phrases, words, vectors, encoder }: ModelFile) {
    this.weights = weights;
    this.decoder = new Decoder(weights);
    const lexicon = new Lexicon(phrases.keys, phrases.values);
    this.encoder = new Encoder(encoder, new Vectors(vectors), LONGEST_LINE, MOST_WORDS);
    this.words = new WordScores(weights, lexicon, this.encoder, words);
  }

  evidence(passage: Passage): Evidence {
    return this.reading(passage);
  }

  find(passage: Passage, surroundings: Surroundings | null): readonly EntityMention[] {
    const reading = this.reading(passage);
    const found: EntityMention[] = [];
    if (!reading.isEnglish) return found;
    let nextRow = 0;
    let nextWord = 0;
    eachRange(passage, (from, to) => {
      nextRow = this.copyScores(reading, from, to, nextRow);
      nextWord = this.addSurroundings(reading, surroundings, from, to, nextWord);
      this.decode(reading.active, from, to - from);
      this.collect(passage, from, to, found);
    });
    return found;
  }

  private readonly reading = perObject((passage: Passage): Reading => {
    const { line } = this;
    const words: number[] = [];
    const places: number[] = [];
    const surroundings: Int32Array[] = [];
    const active = new Uint8Array(passage.tokens.count);
    let scores = new Float32Array(16 * LABELS);
    let size = 0;
    let plain = 0;
    let common = 0;
    eachLine(passage, this.words, line, this.ids, ({ from }) => {
      dropPlainRows(line);
      this.scores.fill(0, 0, line.count * LABELS);
      this.encoder.read(this.ids, line.count, line.active, this.scores);
      for (let i = 1; i <= line.count; i++) {
        if (line.shape[i] === SHAPE.lower) {
          plain++;
          if (this.words.isCommon(this.ids[i]!)) common++;
        }
        if (line.active[i] === 0) continue;
        active[from + i - 1] = 1;
        if (size + LABELS > scores.length) scores = doubled(scores);
        for (let y = 0, at = (i - 1) * LABELS; y < LABELS; y++) scores[size + y] = this.scores[at + y]!;
        this.score(i, scores, size);
        size += LABELS;
        if (!isCapital(line.shape[i]!)) continue;
        words.push(line.folded[i]!);
        places.push(from + i - 1);
        surroundings.push(this.words.givenAfter(this.idAt(i - 1)), this.words.givenBefore(this.idAt(i + 1)));
      }
    });
    return {
      words: Int32Array.from(words),
      places: Int32Array.from(places),
      surroundings,
      active,
      scores: scores.slice(0, size),
      isEnglish: plain < ENOUGH_WORDS || common > plain * COMMON_SHARE,
    };
  });

  private idAt(i: number): number {
    return i < 1 || i > this.line.count ? this.words.outside : this.ids[i]!;
  }

  /** Adds to the scores in `out` from `at` what the line's token `i` and its neighbours say of it. */
  private score(i: number, out: Float32Array, at: number): void {
    const { line, words, features, weights } = this;
    words.sum(this.idAt(i - 1), this.idAt(i), this.idAt(i + 1), out, at);
    const count = tokenFeatures(line, i, features);
    for (let k = 0; k < count; k++) addRow(weights, features[k]!, out, at);
  }

  /** Lays the scores of the active tokens from `from` to `to`, the next of which is `row`, into place; returns the next row. */
  private copyScores({ active, scores: rows }: Reading, from: number, to: number, row: number): number {
    const { scores } = this;
    for (let i = from; i < to; i++) {
      if (active[i] === 0) continue;
      for (let at = (i - from) * LABELS, k = row * LABELS, end = k + LABELS; k < end;) scores[at++] = rows[k++]!;
      row++;
    }
    return row;
  }

  /** Adds what the article says of the words from `from` to `to`, the next of which is `next`; returns the next word. */
  private addSurroundings(reading: Reading, surroundings: Surroundings | null, from: number, to: number, next: number): number {
    const { words, places } = reading;
    for (; next < places.length && places[next]! < to; next++) {
      const row = surroundings?.rowOf(words[next]!, this.rowOf);
      if (!row) continue;
      for (let y = 0, at = (places[next]! - from) * LABELS; y < LABELS; y++) this.scores[at + y]! += row[y]!;
    }
    return next;
  }

  private readonly rowOf = (features: Int32Array): Float32Array => {
    const row = new Float32Array(LABELS);
    for (const feature of features) addRow(this.weights, feature, row, 0);
    return row;
  };

  /** Labels a line, row by row of active tokens; what lies between is outside. */
  private decode(active: Uint8Array, from: number, count: number): void {
    const { labels, scores, back, decoder } = this;
    for (let i = 0; i < count; i++) {
      labels[i] = OUTSIDE;
      if (active[from + i] === 0) continue;
      const start = i;
      while (i < count && active[from + i] === 1) i++;
      decoder.bestLabels(scores, start, i, back, labels);
      if (i < count) labels[i] = OUTSIDE;
    }
  }

  private isPlace(name: string): boolean {
    return (this.kindOf(name) & PLACES) !== 0;
  }

  private isTitle(name: string): boolean {
    return isTitle(name, (this.kindOf(name) & GIVEN_NAMES) !== 0);
  }

  private kindOf(name: string): number {
    this.words.makeRoom();
    return this.words.kindOf(this.words.idOf(name));
  }

  private collect({ tokens }: Passage, from: number, to: number, found: EntityMention[]): void {
    const { labels } = this;
    for (let i = from; i < to; i++) {
      const label = labels[i - from]!;
      if (label === OUTSIDE) continue;
      const type = ENTITY_TYPES[(label - 1) >> 2]!;
      if (type === 'money' && isOpen(label) && opensBeforeSum(tokens, i)) {
        // "would lend Kenya $3 million": the receiver is no part of the sum.
        if (this.isPlace(word(tokens, i))) found.push({ type: 'location', start: tokens.start[i]!, end: tokens.end[i]! });
        i++;
      }
      if (type === 'person') while (isOpen(labels[i - from]!) && this.isTitle(word(tokens, i))) i++;
      const start = tokens.start[i]!;
      while (isOpen(labels[i - from]!)) i++; // up to the end that a well-formed row has
      const before = found.at(-1);
      // "Turkish Cypriots" are one people: so the train set has it 28 times, and two peoples side by side 7 times.
      if (type === 'norp' && before?.type === 'norp' && before.end === start - 1 && tokens.text[start - 1] === ' ')
        found[found.length - 1] = { type, start: before.start, end: tokens.end[i]! };
      else found.push({ type, start, end: tokens.end[i]! });
    }
  }
}

/** Whether a capitalised word, no currency's letters, stands before a sum's own sign: "Kenya $3 million", not "US $3 million". */
function opensBeforeSum(tokens: Tokens, i: number): boolean {
  const first = word(tokens, i);
  return first.length > 3 && /^\p{Lu}\p{Ll}+$/u.test(first) && /^\p{Lu}{0,3}\p{Sc}/u.test(word(tokens, i + 1));
}

function doubled(row: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(row.length * 2);
  larger.set(row);
  return larger;
}
