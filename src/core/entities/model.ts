import type { EntityMention, Passage } from '../passage.ts';
import { bestLabels } from './decode.ts';
import { MOST_FEATURES, newLine, tokenFeatures } from './features.ts';
import { mix } from './hash.ts';
import { ENTITY_TYPES, LABELS, OUTSIDE } from './labels.ts';
import { Lexicon } from './lexicon.ts';
import { eachLine, LONGEST_LINE } from './lines.ts';
import { type ModelFile, readModelFile, type Weights, type WeightsProblem } from './weights.ts';
import { WordScores } from './word-scores.ts';

/** A trained recogniser of named entities, ready for use. It keeps a bounded memory of the words it met. */
export interface EntityModel {
  /** The entities of a passage in order, disjoint, offsets relative to it. */
  find(passage: Passage): readonly EntityMention[];
}

export type EntityModelResult =
  { readonly model: EntityModel; readonly problem: null } | { readonly model: null; readonly problem: WeightsProblem };

/** Reads `models/en/entities.bin`; a file that cannot be used is a problem, never an error. */
export function readEntityModel(bytes: Uint8Array): EntityModelResult {
  const file = readModelFile(bytes, LABELS);
  return typeof file === 'string' ? { model: null, problem: file } : { model: new LinearModel(file), problem: null };
}

class LinearModel implements EntityModel {
  private readonly weights: Weights;
  private readonly words: WordScores;
  private readonly line = newLine(LONGEST_LINE);
  private readonly ids = new Int32Array(LONGEST_LINE + 2);
  private readonly scores = new Float32Array(LONGEST_LINE * LABELS);
  private readonly back = new Uint8Array(LONGEST_LINE * LABELS);
  private readonly labels = new Uint8Array(LONGEST_LINE);
  private readonly features = new Int32Array(MOST_FEATURES);

  constructor(file: ModelFile) {
    this.weights = file.weights;
    this.words = new WordScores(file.weights, new Lexicon(file.phrases.keys, file.phrases.values));
  }

  find(passage: Passage): readonly EntityMention[] {
    const found: EntityMention[] = [];
    eachLine(passage, this.words, this.line, this.ids, ({ from }) => {
      this.score();
      bestLabels(this.scores, this.line.count, this.weights, this.back, this.labels);
      this.collect(passage, from, found);
    });
    return found;
  }

  private score(): void {
    const { line, ids, scores, words, features } = this;
    const { mask, rowStart, labels, values } = this.weights;
    for (let i = 1; i <= line.count; i++) {
      const at = (i - 1) * LABELS;
      words.sum(i > 1 ? ids[i - 1]! : words.outside, ids[i]!, i < line.count ? ids[i + 1]! : words.outside, scores, at);
      const count = tokenFeatures(line, i, features);
      for (let k = 0; k < count; k++) {
        const bucket = mix(features[k]!) & mask;
        for (let entry = rowStart[bucket]!, end = rowStart[bucket + 1]!; entry < end; entry++) {
          scores[at + labels[entry]!]! += values[entry]!;
        }
      }
    }
  }

  private collect({ tokens }: Passage, from: number, found: EntityMention[]): void {
    const { labels, line } = this;
    for (let i = 0; i < line.count; i++) {
      const label = labels[i]!;
      if (label === OUTSIDE) continue;
      const start = tokens.start[from + i]!;
      while ((labels[i]! - 1) % 4 < 2) i++; // begin, inside: up to the end that a well-formed row has
      found.push({ type: ENTITY_TYPES[(label - 1) >> 2]!, start, end: tokens.end[from + i]! });
    }
  }
}
