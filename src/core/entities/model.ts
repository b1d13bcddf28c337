import { perObject } from '../memo.ts';
import type { EntityMention, Passage } from '../passage.ts';
import { Clusters } from './clusters.ts';
import { bestLabels } from './decode.ts';
import { isCapital, MOST_FEATURES, newLine, tokenFeatures, voteFeatures } from './features.ts';
import { mix } from './hash.ts';
import { ENTITY_TYPES, LABELS, OUTSIDE } from './labels.ts';
import { Lexicon } from './lexicon.ts';
import { eachLine, eachRange, LONGEST_LINE } from './lines.ts';
import type { Evidence, Votes } from './votes.ts';
import { type ModelFile, readModelFile, type Weights, type WeightsProblem } from './weights.ts';
import { WordScores } from './word-scores.ts';

/** A trained recogniser of named entities, ready for use. It keeps a bounded memory of the words it met. */
export interface EntityModel {
  /** How a first reading of the passage on its own takes its capitalised words; kept while the passage lives. */
  evidence(passage: Passage): Evidence;
  /** The entities of a passage in order, disjoint, offsets relative to it; `votes` are those of its article's passages. */
  find(passage: Passage, votes: Votes | null): readonly EntityMention[];
}

export type EntityModelResult =
  { readonly model: EntityModel; readonly problem: null } | { readonly model: null; readonly problem: WeightsProblem };

/** Reads `models/en/entities.bin`; a file that cannot be used is a problem, never an error. */
export function readEntityModel(bytes: Uint8Array): EntityModelResult {
  const file = readModelFile(bytes, LABELS);
  return typeof file === 'string' ? { model: null, problem: file } : { model: new LinearModel(file), problem: null };
}

/** A first reading with what the second needs of it. */
interface FirstReading extends Evidence {
  /** Where `words` stand: token indices in the passage. */
  readonly places: Int32Array;
  /** For each token 1 where it may be part of an entity. */
  readonly active: Uint8Array;
  /** The scores of the active tokens, `LABELS` each. */
  readonly scores: Float32Array;
}

class LinearModel implements EntityModel {
  private readonly weights: Weights;
  private readonly words: WordScores;
  private readonly line = newLine(LONGEST_LINE);
  private readonly ids = new Int32Array(LONGEST_LINE + 2);
  private readonly scores = new Float32Array(LONGEST_LINE * LABELS);
  private readonly back = new Uint8Array(LONGEST_LINE * LABELS);
  private readonly labels = new Uint8Array(LONGEST_LINE);
  private readonly votes = new Int32Array(LONGEST_LINE + 2);
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor({ weights, phrases, clusters, words }: ModelFile) {
    this.weights = weights;
    const lexicon = new Lexicon(phrases.keys, phrases.values);
    this.words = new WordScores(weights, lexicon, new Clusters(clusters.keys, clusters.values), words);
  }

  evidence(passage: Passage): Evidence {
    return this.first(passage);
  }

  find(passage: Passage, votes: Votes | null): readonly EntityMention[] {
    const first = this.first(passage);
    const found: EntityMention[] = [];
    let next = 0;
    let row = 0;
    eachRange(passage, (from, to) => {
      next = votes ? this.placeVotes(first, votes, from, to, next) : next;
      row = this.second(first, from, to, row, votes !== null);
      this.collect(passage, from, to, found);
    });
    return found;
  }

  private readonly first = perObject((passage: Passage): FirstReading => {
    const { line, scores } = this;
    const words: number[] = [];
    const places: number[] = [];
    const uses: number[] = [];
    const active = new Uint8Array(passage.tokens.count);
    let rows = new Float32Array(16 * LABELS);
    let size = 0;
    eachLine(passage, this.words, line, this.ids, null, ({ from }) => {
      this.score();
      for (let i = 1; i <= line.count; i++) {
        if (line.active[i] === 0) continue;
        active[from + i - 1] = 1;
        if (size + LABELS > rows.length) rows = doubled(rows);
        rows.set(scores.subarray((i - 1) * LABELS, i * LABELS), size);
        size += LABELS;
      }
      this.decode(active, from, line.count);
      for (let i = 1; i <= line.count; i++) {
        if (!isCapital(line.shape[i]!)) continue;
        words.push(line.folded[i]!);
        places.push(from + i - 1);
        uses.push(this.labels[i - 1]!);
      }
    });
    return {
      words: Int32Array.from(words),
      places: Int32Array.from(places),
      uses: Uint8Array.from(uses),
      active,
      scores: rows.slice(0, size),
    };
  });

  /** Scores the active tokens of the line without votes. */
  private score(): void {
    const { line, ids, scores, words, features } = this;
    for (let i = 1; i <= line.count; i++) {
      if (line.active[i] === 0) continue;
      const at = (i - 1) * LABELS;
      words.sum(i > 1 ? ids[i - 1]! : words.outside, ids[i]!, i < line.count ? ids[i + 1]! : words.outside, scores, at);
      this.addFeatures(tokenFeatures(line, i, features), at);
    }
  }

  /** Labels the tokens `from` to `to` from the first reading's scores, the next of which is `row`, and the votes; returns the next row. */
  private second({ active, scores: rows }: FirstReading, from: number, to: number, row: number, voted: boolean): number {
    const { scores, features, votes } = this;
    for (let i = from; i < to; i++) {
      if (active[i] === 0) continue;
      const at = (i - from) * LABELS;
      for (let y = 0, k = row * LABELS; y < LABELS; y++, k++) scores[at + y] = rows[k]!;
      row++;
      if (voted) this.addFeatures(voteFeatures(votes, i - from + 1, features, 0), at);
    }
    this.decode(active, from, to - from);
    return row;
  }

  private addFeatures(count: number, at: number): void {
    const { features, scores } = this;
    const { mask, rowStart, labels, values } = this.weights;
    for (let k = 0; k < count; k++) {
      const bucket = mix(features[k]!) & mask;
      for (let entry = rowStart[bucket]!, end = rowStart[bucket + 1]!; entry < end; entry++) {
        scores[at + labels[entry]!]! += values[entry]!;
      }
    }
  }

  /** Labels a line, row by row of active tokens; what lies between is outside. */
  private decode(active: Uint8Array, from: number, count: number): void {
    const { labels, scores, back, weights } = this;
    for (let i = 0; i < count; i++) {
      labels[i] = OUTSIDE;
      if (active[from + i] === 0) continue;
      const start = i;
      while (i < count && active[from + i] === 1) i++;
      bestLabels(scores, start, i, count, weights, back, labels);
      if (i < count) labels[i] = OUTSIDE;
    }
  }

  /** Lays the votes over the line's places (from 1); returns the next of the first reading's words. */
  private placeVotes({ words, places }: FirstReading, votes: Votes, from: number, to: number, next: number): number {
    this.votes.fill(0, 0, to - from + 2);
    for (; next < places.length && places[next]! < to; next++) this.votes[places[next]! - from + 1] = votes.codeOf(words[next]!);
    return next;
  }

  private collect({ tokens }: Passage, from: number, to: number, found: EntityMention[]): void {
    const { labels } = this;
    for (let i = from; i < to; i++) {
      const label = labels[i - from]!;
      if (label === OUTSIDE) continue;
      const start = tokens.start[i]!;
      while ((labels[i - from]! - 1) % 4 < 2) i++; // begin, inside: up to the end that a well-formed row has
      found.push({ type: ENTITY_TYPES[(label - 1) >> 2]!, start, end: tokens.end[i]! });
    }
  }
}

function doubled(row: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(row.length * 2);
  larger.set(row);
  return larger;
}
