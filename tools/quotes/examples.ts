import { anchorFeatures, type FeatureList } from '../../src/core/quotes/model/anchorFeatures.ts';
import {
  argumentFeatures,
  borderFeatures,
  CONTENT,
  CUE,
  MAX_BORDERS,
  MAX_FEATURES,
  OTHER,
  SOURCE,
  windowOf,
} from '../../src/core/quotes/model/argumentFeatures.ts';
import { proposalFeatures } from '../../src/core/quotes/model/proposalFeatures.ts';
import { mayAnchor, type Proposal } from '../../src/core/quotes/model/proposer.ts';
import type { Reading } from '../../src/core/quotes/model/reading.ts';
import { rowOf } from '../../src/core/quotes/model/weights.ts';
import type { TokenRange } from '../../src/core/text/sentences.ts';
import { type Gold, type GoldPassage, Regions } from './corpus.ts';
import type { Chain } from './crf.ts';
import type { Pair } from './data.ts';
import type { Example } from './logistic.ts';

export const BITS = { tags: 16, anchor: 18, argument: 18, border: 17, accept: 17 };

const list: FeatureList = { numbers: new Int32Array(512), length: 0 };

function rows(bits: number): Int32Array {
  return Int32Array.from({ length: list.length }, (_, k) => rowOf(list.numbers[k]!, bits));
}

/** One example for each word that may be an anchor. */
export function anchorExamples(passages: readonly GoldPassage[]): Example[] {
  const examples: Example[] = [];
  for (const { reading, golds } of passages) {
    const anchors = new Set(golds.map(({ anchor }) => anchor));
    for (let i = 0; i < reading.count; i++) {
      if (!mayAnchor(reading, i)) continue;
      anchorFeatures(reading, i, list);
      examples.push({ rows: rows(BITS.anchor), positive: anchors.has(i) });
    }
  }
  return examples;
}

/** One chain for each gold attribution: its window, labelled. */
export function chainsOf(passages: readonly GoldPassage[]): Chain[] {
  return passages.flatMap(({ reading, golds }) => {
    const regions = new Regions(reading);
    return golds.filter(({ anchor }) => anchor >= 0).map((gold) => chainOf(reading, regions, gold));
  });
}

function chainOf({ passage: { tokens } }: Reading, regions: Regions, gold: Gold): Chain {
  const { units, anchor } = regions.at(gold.anchor);
  const { from, to } = windowOf(units, anchor);
  const count = to - from;
  const features = new Int32Array(count * MAX_FEATURES);
  const width = argumentFeatures(units, anchor, from, to, features);
  const stepFeatures = new Int32Array(count * MAX_BORDERS);
  const steps = borderFeatures(units, anchor, from, to, stepFeatures);
  const labels = new Uint8Array(count);
  const own = new Int32Array(count * width);
  const borders = new Int32Array(count * steps);
  for (let j = 0; j < count; j++) {
    for (let k = 0; k < width; k++) own[j * width + k] = rowOf(features[j * MAX_FEATURES + k]!, BITS.argument);
    if (j > 0) for (let k = 0; k < steps; k++) borders[j * steps + k] = rowOf(stepFeatures[j * MAX_BORDERS + k]!, BITS.border);
    const start = tokens.start[units.from[from + j]!]!;
    const end = tokens.end[units.to[from + j]! - 1]!;
    const covered = (spans: readonly Pair[]) => 2 * shared(spans, [[start, end]]) >= end - start;
    labels[j] = covered(gold.cue) ? CUE : covered(gold.source) ? SOURCE : covered(gold.content) ? CONTENT : OTHER;
  }
  labels[anchor - from] = CUE;
  return { count, width, rows: own, borders, steps, labels, anchor: anchor - from };
}

/** One example for each proposal: whether it is one of the gold's attributions. */
export function acceptExamples({ reading, golds }: GoldPassage, proposals: readonly Proposal[]): Example[] {
  return proposals.map((proposal, index) => {
    proposalFeatures(reading, proposals, index, list);
    return { rows: rows(BITS.accept), positive: golds.some((gold) => matches(reading, gold, proposal)) };
  });
}

/** As the scorer has it: half of the contents' union in common, and a common source or none on both sides. */
export function matches({ passage: { tokens } }: Reading, gold: Gold, { source, content }: Proposal): boolean {
  const span = ({ from, to }: TokenRange): Pair => [tokens.start[from]!, tokens.end[to - 1]!];
  const own = content.map(span);
  const both = shared(gold.content, own);
  if (both * 2 < size(gold.content) + size(own) - both) return false;
  return gold.source.length === 0 ? source === null : source !== null && shared(gold.source, [span(source)]) > 0;
}

function size(spans: readonly Pair[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function shared(a: readonly Pair[], b: readonly Pair[]): number {
  let sum = 0;
  for (const [s, e] of a) for (const [t, f] of b) sum += Math.max(0, Math.min(e, f) - Math.max(s, t));
  return sum;
}
