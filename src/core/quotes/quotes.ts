import type { Problem, Quote, QuoteType } from '../article.ts';
import { perObject, perPassage } from '../memo.ts';
import type { Passage, Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { attributor, marksOf, mayRunOn } from './attributions.ts';
import type { QuoteModel } from './model/model.ts';
import type { PassageFindings } from './attribution.ts';
import { type PlacedAttribution, type Placement, placeAttributions } from './placed.ts';
import { type SpeakerFinder, speakerFinder } from './speakers/inOrder.ts';
import type { Answer } from './speakers/speakers.ts';

/** The quotes of an article, and what went wrong with its quotation marks. */
export interface Quotes {
  readonly quotes: readonly Quote[];
  readonly problems: readonly Problem[];
}

/** Finds an article's quotes with cue and source, and resolves their speakers among the cast, in steps. */
export type QuoteFinder = (passages: readonly Placed[], cast: Cast) => Generator<void, Quotes>;

/** A finder that remembers what it read in each passage. */
export function quoteFinder(model: QuoteModel | null): QuoteFinder {
  const memory: Memory = {
    findingsOf: perPassage(attributor(model)),
    findSpeakers: speakerFinder(quoteOf),
    placement: null,
    strayOf: perPassage((passage: ReadPassage) => marksOf(passage).stray),
  };
  return (passages, cast) => findQuotes(memory, passages, cast);
}

interface Memory {
  readonly findingsOf: (passages: readonly Placed[]) => Generator<void, readonly PassageFindings[]>;
  readonly findSpeakers: SpeakerFinder<Quote>;
  /** The last version's attributions. */
  placement: Placement | null;
  readonly strayOf: (passages: readonly Placed[]) => Generator<void, readonly (readonly number[])[]>;
}

function* findQuotes(memory: Memory, passages: readonly Placed[], cast: Cast): Generator<void, Quotes> {
  const { findingsOf, findSpeakers, strayOf } = memory;
  const placement = placeAttributions(passages, yield* findingsOf(passages), memory.placement);
  memory.placement = placement;
  yield;
  const quotes = yield* findSpeakers(placement.placed, cast, passages);
  const stray = yield* strayOf(passages);
  return {
    quotes: nested([...quotes].sort(byPlace)),
    problems: problemsOf(stray, passages),
  };
}

function quoteOf(placed: PlacedAttribution, { speaker, speakerKind, candidates, via, why }: Answer): Quote {
  const { cue, source, content } = placed;
  return { type: typeOf(placed), content, cue, source, speaker, speakerKind, candidates, via, within: null, why };
}

/** By the beginning of the content; of two that begin together the longer first. */
function byPlace(a: Quote, b: Quote): number {
  return a.content[0]!.start - b.content[0]!.start || endOf(b) - endOf(a);
}

function endOf({ content }: Quote): number {
  return content[content.length - 1]!.end;
}

const DEEPEST = 8;

/** Says of each quote in which other it stands: `“Akar said they had ‘agreed’,” Lavrov said`. One pass over the quotes in order. */
function nested(quotes: readonly Quote[]): readonly Quote[] {
  const open: number[] = [];
  return quotes.map((quote, index) => {
    const { start, end } = quote.content[0]!;
    while (open.length > 0 && endOf(quotes[open[open.length - 1]!]!) <= start) open.pop();
    let around = -1;
    for (let i = open.length - 1; around < 0 && i >= Math.max(0, open.length - DEEPEST); i--)
      if (isInside(start, end, quotes[open[i]!]!)) around = open[i]!;
    open.push(index);
    return around < 0 ? quote : { ...quote, within: around };
  });
}

function isInside(start: number, end: number, { content }: Quote): boolean {
  return content.some((span) => span.start <= start && end <= span.end && end - start < span.end - span.start);
}

function typeOf(placed: PlacedAttribution): QuoteType {
  return placed.more.length === 0 ? typeInPassage(placed) : typeWith(placed);
}

/** Worked out once for each attribution: all of it stands in its passage. */
const typeInPassage = perObject(typeWith, ({ attribution }) => attribution);

function typeWith({ passage, attribution, more }: PlacedAttribution): QuoteType {
  const { stretches } = marksOf(passage);
  let marked = more.length;
  let holding = 0;
  for (const { from, to } of attribution.content) {
    if (stretches.some((stretch) => stretch.from <= from && to <= stretch.to)) marked++;
    else if (stretches.some((stretch) => from <= stretch.open && stretch.to <= to)) holding++;
  }
  if (marked === attribution.content.length + more.length) return 'direct';
  return marked + holding > 0 ? 'mixed' : 'indirect';
}

/** Marks that nothing closes or opens; a running quotation that the next passage goes on with has done no wrong. */
function problemsOf(stray: readonly (readonly number[])[], passages: readonly Placed[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < stray.length; index++) {
    const { passage, start } = passages[index]!;
    for (const i of stray[index]!) {
      if (runsOn(passage, i, passages[index + 1]?.passage ?? null)) continue;
      const { tokens } = passage;
      problems.push({ code: 'unclosed-quote', start: start + tokens.start[i]!, end: start + tokens.end[i]!, data: {} });
    }
  }
  return problems;
}

function runsOn(passage: Passage, token: number, next: Passage | null): boolean {
  const unclosed = marksOf(passage).stretches.some((stretch) => stretch.open === token && mayRunOn(passage, stretch));
  return unclosed && next !== null && marksOf(next).stretches[0]?.open === 0;
}
