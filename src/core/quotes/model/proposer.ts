import type { TokenRange } from '../../text/sentences.ts';
import { type FeatureList, anchorFeatures } from './anchorFeatures.ts';
import {
  argumentFeatures,
  borderFeatures,
  CONTENT,
  CUE,
  LABELS,
  MAX_BORDERS,
  MAX_FEATURES,
  SOURCE,
  windowOf,
} from './argumentFeatures.ts';
import { Decoder } from './decode.ts';
import type { Reading } from './reading.ts';
import { VERB } from './tagger.ts';
import { type Units, unitArrays, unitsOf } from './units.ts';
import { type Pairs, pairsOf, sumOfFour, sumOfSixteen } from './pairs.ts';
import { rowOf, type Weights } from './weights.ts';

/** A cue that may attribute something, with its likeliest arguments; token ranges. */
export interface Proposal {
  readonly anchor: number;
  /** Logit of the anchor alone. */
  readonly score: number;
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** Of the arguments, given the anchor. */
  readonly logProbability: number;
  /** Index of the marked stretch that the cue itself lies in, or -1. */
  readonly within: number;
}

export interface ProposerWeights {
  readonly anchor: Weights;
  readonly argument: Weights;
  /** Of the steps between units: LABELS² labels. */
  readonly border: Weights;
}

/** A word that may be an anchor: a verb, or a word that the training articles know as a cue. */
export function mayAnchor({ tag, strength, inside, outer }: Reading, i: number): boolean {
  if (tag[i] !== VERB && strength[i]! < 2) return false;
  const stretch = inside[i]! >= 0 ? outer[inside[i]!]! : null;
  return !stretch || (stretch.open !== i && stretch.close !== i);
}

/**
 * Finds the anchors of a passage that score above `least`, and for each its source and content by a linear chain over the units
 * around it: first the cue, then its arguments given the cue, as Pareti's and the BBC's Citron systems do.
 */
export class Proposer {
  private readonly list: FeatureList = { numbers: new Int32Array(128), length: 0 };
  private readonly anchorWeights: Weights;
  private readonly argumentWeights: Pairs;
  private readonly borderWeights: Pairs;
  private readonly decoder = new Decoder();
  private readonly regions = new Map<number, Units>();
  /** For the first regions of each passage. */
  private readonly arrays = [unitArrays(1024), unitArrays(512), unitArrays(512)];
  private features = new Int32Array(64 * MAX_FEATURES);
  private scores = new Float32Array(64 * LABELS);
  private borders = new Float32Array(64 * STEPS);
  private steps = new Int32Array(64 * MAX_BORDERS);

  constructor(
    { anchor, argument, border }: ProposerWeights,
    private readonly least: number,
  ) {
    this.anchorWeights = anchor;
    this.argumentWeights = pairsOf(argument, MAX_FEATURES);
    this.borderWeights = pairsOf(border, MAX_BORDERS);
  }

  propose(reading: Reading): Proposal[] {
    const proposals: Proposal[] = [];
    this.regions.clear();
    for (let i = 0; i < reading.count; i++) {
      if (!mayAnchor(reading, i)) continue;
      const score = this.scoreAnchor(reading, i);
      if (score < this.least) continue;
      const within = reading.inside[i]!;
      proposals.push(this.argumentsOf(this.unitsOf(reading, within), i, score, within));
    }
    return proposals;
  }

  /** The units of a region of the passage that is being read. */
  private unitsOf(reading: Reading, within: number): Units {
    const known = this.regions.get(within);
    if (known) return known;
    const units = unitsOf(reading, within, this.arrays[this.regions.size]);
    this.regions.set(within, units);
    return units;
  }

  scoreAnchor(reading: Reading, i: number): number {
    const { list } = this;
    const { values, bits } = this.anchorWeights;
    anchorFeatures(reading, i, list);
    let score = 0;
    for (let k = 0; k < list.length; k++) score += values[rowOf(list.numbers[k]!, bits)]!;
    return score;
  }

  argumentsOf(units: Units, token: number, score: number, within: number): Proposal {
    const anchor = units.unitOf[token - units.start]!;
    const { from, to } = windowOf(units, anchor);
    const count = to - from;
    this.reserve(count);
    const { features, scores, borders } = this;
    const width = argumentFeatures(units, anchor, from, to, features);
    for (let j = 0; j < count; j++) {
      const at = j * MAX_FEATURES;
      sumOfFour(this.argumentWeights, features, at, at + width, scores, j * LABELS);
    }
    this.scoreBorders(units, anchor, from, to);
    const { labels, logProbability } = this.decoder.decode(count, scores, borders, anchor - from, CUE);
    return { anchor: token, score, within, logProbability, ...rangesOf(units, labels, from, anchor - from) };
  }

  private scoreBorders(units: Units, anchor: number, from: number, to: number): void {
    const { steps, borders } = this;
    const width = borderFeatures(units, anchor, from, to, steps);
    for (let j = 1; j < to - from; j++) {
      const at = j * MAX_BORDERS;
      sumOfSixteen(this.borderWeights, steps, at, at + width, borders, j * STEPS);
    }
  }

  private reserve(count: number): void {
    if (count * LABELS <= this.scores.length) return;
    this.features = new Int32Array(2 * count * MAX_FEATURES);
    this.scores = new Float32Array(2 * count * LABELS);
    this.borders = new Float32Array(2 * count * STEPS);
    this.steps = new Int32Array(2 * count * MAX_BORDERS);
  }
}

/** Pairs of labels. */
const STEPS = LABELS * LABELS;

/** Cue, source and content as token ranges; of several runs of a source the one nearest to the cue. */
function rangesOf(
  units: Units,
  labels: Uint8Array,
  from: number,
  anchor: number,
): { cue: TokenRange; source: TokenRange | null; content: TokenRange[] } {
  let cue: TokenRange = { from: units.from[from + anchor]!, to: units.to[from + anchor]! };
  let source: TokenRange | null = null;
  let nearest = Infinity;
  const content: TokenRange[] = [];
  for (let j = 0; j < labels.length;) {
    let end = j + 1;
    while (end < labels.length && labels[end] === labels[j]) end++;
    const range = { from: units.from[from + j]!, to: units.to[from + end - 1]! };
    if (labels[j] === CUE && j <= anchor && anchor < end) cue = range;
    else if (labels[j] === CONTENT) content.push(range);
    else if (labels[j] === SOURCE) {
      const distance = j > anchor ? j - anchor : anchor - end + 1;
      if (distance < nearest) {
        nearest = distance;
        source = range;
      }
    }
    j = end;
  }
  return { cue, source, content };
}
