import type { Passage } from '../../passage.ts';
import type { Marks } from '../../text/quotationMarks.ts';
import type { TokenRange } from '../../text/sentences.ts';
import type { Attribution } from '../attribution.ts';
import type { FeatureList } from './anchorFeatures.ts';
import { type QuoteWeights, readWeights, type WeightsProblem } from './file.ts';
import { lengthOf, overlap, proposalFeatures } from './proposalFeatures.ts';
import { CUE_FORMS } from '../cueVerbs.ts';
import { hashOf } from './hash.ts';
import { type Proposal, Proposer, type ProposerWeights } from './proposer.ts';
import { PassageReader, type Reading } from './reading.ts';
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
/** Anchors below this logit are not looked at further: 41 proposals a thousand words, where -4 makes 51 that are no better. */
const LEAST_ANCHOR = -3;

class TrainedModel implements QuoteModel {
  /** The proposer keeps its own tables packed. */
  private readonly weights: Omit<QuoteWeights, keyof ProposerWeights>;
  private words = new WordTypes();
  private reader: PassageReader;
  private readonly proposer: Proposer;
  private readonly list: FeatureList = { numbers: new Int32Array(256), length: 0 };

  constructor({ tags, lexicon, accept, threshold, ...proposer }: QuoteWeights) {
    this.weights = { tags, lexicon, accept, threshold };
    this.reader = this.newReader();
    this.proposer = new Proposer(proposer, LEAST_ANCHOR);
  }

  attribute(passage: Passage, marks: Marks): readonly Attribution[] {
    if (this.words.size > MOST_WORDS) {
      this.words = new WordTypes();
      this.reader = this.newReader();
    }
    const reading = this.reader.read(passage, marks);
    const proposals = this.proposer.propose(reading);
    const scores = proposals.map((_, index) => this.score(reading, proposals, index));
    const eased = scores.map((score, index) => score + ease(reading, proposals[index]!));
    const found = accepted(proposals, eased, this.weights.threshold).map((index) => proposals[index]!);
    found.push(...proposals.filter((each) => !found.includes(each) && nestedIn(reading, found, each)));
    const announcing = announcementOf(reading, proposals);
    if (announcing) found.push({ ...announcing, content: [] });
    return found.map(({ cue, source, content }) => ({ cue, source, content, found: 'cue' }));
  }

  private newReader(): PassageReader {
    return new PassageReader(this.words, new Tagger(this.weights.tags, this.words), this.weights.lexicon);
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
/** How much surer a cue has to be that is no verb of speech and has no quotation marks: `touted the gathering`, `seeks to promote`. */
const NO_SPEECH = 0.8;

function ease(reading: Reading, proposal: Proposal): number {
  if (takesWholeQuote(reading, proposal)) return EASE;
  if (SPEECH.has(reading.word[proposal.anchor]!)) return 0;
  return proposal.content.some(({ from, to }) => hasMarks(reading, from, to)) ? 0 : -NO_SPEECH;
}

const SPEECH: ReadonlySet<number> = new Set([...CUE_FORMS, 'according'].map(hashOf));

function hasMarks({ inside }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (inside[i]! >= 0) return true;
  return false;
}

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

/**
 * What a speaker reports of somebody else's words: `Akar said that they had agreed` in “Akar said that they had agreed, and we left,”
 * Lavrov said. The training articles leave it out, so only the surest form is taken: a subject, a verb of speech, and `that`.
 */
function nestedIn(
  reading: Reading,
  outer: readonly Proposal[],
  { anchor, within, cue, source, content, logProbability }: Proposal,
): boolean {
  if (within < 0 || !source || content.length !== 1 || logProbability < SURE || !SPEECH.has(reading.word[anchor]!)) return false;
  const [{ from, to }] = content as readonly [TokenRange];
  if (source.to > cue.from || from < cue.to || from > cue.to + 4 || to - from < 3) return false;
  if (reading.word[from] !== THAT && reading.word[from - 1] !== THAT) return false;
  return outer.some((each) => each.within < 0 && each.content.some((range) => range.from <= anchor && anchor < range.to));
}

const SURE = -0.5;
const THAT = hashOf('that');

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
