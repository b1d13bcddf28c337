import type { Passage } from '../../passage.ts';
import type { Marks } from '../../text/quotationMarks.ts';
import type { Attribution } from '../attribution.ts';
import type { FeatureList } from './anchorFeatures.ts';
import { type QuoteWeights, readWeights, type WeightsProblem } from './file.ts';
import { lengthOf, overlap, proposalFeatures } from './proposalFeatures.ts';
import { type Proposal, Proposer } from './proposer.ts';
import { read, type Reading } from './reading.ts';
import { Tagger } from './tagger.ts';
import { rowOf } from './weights.ts';
import { WordTypes } from './wordTypes.ts';

/** A trained finder of attributions, ready for use. It keeps a bounded memory of the words it met. */
export interface QuoteModel {
  /** The attributions of a passage in the order of their cues. */
  attribute(passage: Passage, marks: Marks): readonly Attribution[];
}

export type QuoteModelResult =
  { readonly model: QuoteModel; readonly problem: null } | { readonly model: null; readonly problem: WeightsProblem };

/** Reads `models/en/quotes.bin`; a file that cannot be used is a problem, never an error. */
export function readQuoteModel(bytes: Uint8Array): QuoteModelResult {
  const weights = readWeights(bytes);
  return typeof weights === 'string' ? { model: null, problem: weights } : { model: new TrainedModel(weights), problem: null };
}

const MOST_WORDS = 60_000;
/** Anchors below this logit are not looked at further. */
export const LEAST_ANCHOR = -4;

class TrainedModel implements QuoteModel {
  private words = new WordTypes();
  private tagger: Tagger;
  private readonly proposer: Proposer;
  private readonly list: FeatureList = { numbers: new Int32Array(256), length: 0 };

  constructor(private readonly weights: QuoteWeights) {
    this.tagger = new Tagger(weights.tags, this.words);
    this.proposer = new Proposer(weights, LEAST_ANCHOR);
  }

  attribute(passage: Passage, marks: Marks): readonly Attribution[] {
    if (this.words.size > MOST_WORDS) {
      this.words = new WordTypes();
      this.tagger = new Tagger(this.weights.tags, this.words);
    }
    const reading = read(passage, marks, this.words, this.tagger, this.weights.lexicon);
    const proposals = this.proposer.propose(reading);
    const scores = proposals.map((_, index) => this.score(reading, proposals, index));
    const eased = scores.map((score, index) => (takesWholeQuote(reading, proposals[index]!) ? score + EASE : score));
    const found = accepted(proposals, eased, this.weights.threshold).map((index) => proposals[index]!);
    const announcing = announcementOf(reading, proposals);
    if (announcing) found.push({ ...announcing, content: [] });
    return found.map(({ cue, source, content }) => ({ cue, source, content, found: 'cue' }));
  }

  private score(reading: Reading, proposals: readonly Proposal[], index: number): number {
    const { list } = this;
    const { values, bits } = this.weights.accept;
    proposalFeatures(reading, proposals, index, list);
    let score = 0;
    for (let k = 0; k < list.length; k++) score += values[rowOf(list.numbers[k]!, bits)]!;
    return score;
  }
}

/** How much surer a cue is right beside the one whole quotation that it claims for a named source. */
const EASE = 0.8;

function takesWholeQuote({ outer, inside }: Reading, { anchor, source, content, within }: Proposal): boolean {
  if (!source || content.length === 0 || within >= 0) return false;
  return content.every(({ from, to }) => {
    const stretch = inside[from]! >= 0 ? outer[inside[from]!]! : null;
    return (
      stretch !== null &&
      stretch.open === from &&
      stretch.close === to - 1 &&
      (Math.abs(from - anchor) <= 4 || Math.abs(anchor - to) <= 8)
    );
  });
}

/** The indices of the proposals to keep: the better of two that claim much the same content. */
export function accepted(proposals: readonly Proposal[], scores: readonly number[], threshold: number): number[] {
  const kept: number[] = [];
  for (const [index, { content }] of proposals.entries()) {
    if (scores[index]! < threshold || content.length === 0) continue;
    let beaten = false;
    for (let k = Math.max(0, index - 12); k < Math.min(proposals.length, index + 13); k++) {
      const other = proposals[k]!;
      const better = scores[k]! > scores[index]! || (scores[k] === scores[index] && k < index);
      if (k === index || !better) continue;
      if (overlap(content, other.content) * 4 > lengthOf(content) + lengthOf(other.content)) beaten = true;
    }
    if (!beaten) kept.push(index);
  }
  return kept;
}

/** `Akar told reporters:` at a passage's end announces what the next passage quotes. */
function announcementOf({ passage: { tokens, text } }: Reading, proposals: readonly Proposal[]): Proposal | null {
  if (!text.endsWith(':')) return null;
  let best: Proposal | null = null;
  for (const proposal of proposals.slice(-8)) {
    if (!proposal.source || tokens.count - proposal.anchor > 16 || (best && best.score > proposal.score)) continue;
    if (proposal.content.every(({ to }) => to <= proposal.anchor) || proposal.content.length === 0) best = proposal;
  }
  return best;
}
