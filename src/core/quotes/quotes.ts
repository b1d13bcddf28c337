import type { Problem, Quote, QuoteType } from '../article.ts';
import { perPassage } from '../memo.ts';
import type { Passage, Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { attributor, marksOf, mayRunOn } from './attributions.ts';
import type { QuoteModel } from './model/model.ts';
import type { PassageFindings } from './attribution.ts';
import { type PlacedAttribution, placeAttributions } from './placed.ts';
import { type SpeakerFinder, speakerFinder } from './speakers/inOrder.ts';

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
    findSpeakers: speakerFinder(),
    strayOf: perPassage((passage: ReadPassage) => marksOf(passage).stray),
  };
  return (passages, cast) => findQuotes(memory, passages, cast);
}

interface Memory {
  readonly findingsOf: (passages: readonly Placed[]) => Generator<void, readonly PassageFindings[]>;
  readonly findSpeakers: SpeakerFinder;
  readonly strayOf: (passages: readonly Placed[]) => Generator<void, readonly (readonly number[])[]>;
}

function* findQuotes(
  { findingsOf, findSpeakers, strayOf }: Memory,
  passages: readonly Placed[],
  cast: Cast,
): Generator<void, Quotes> {
  const placed = placeAttributions(passages, yield* findingsOf(passages));
  yield;
  const spoken = yield* findSpeakers(placed, cast, passages);
  const quotes = spoken.map(({ placed: own, answer }): Quote => {
    const { cue, source, content } = own;
    const { speaker, speakerKind, candidates, via, why } = answer;
    return { type: typeOf(own), content, cue, source, speaker, speakerKind, candidates, via, within: null, why };
  });
  const stray = yield* strayOf(passages);
  return {
    quotes: nested(quotes.sort(byPlace)),
    problems: stray.flatMap((own, index) => problemsOf(own, index, passages)),
  };
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
    const around = open
      .slice(-DEEPEST)
      .findLast((outer) =>
        quotes[outer]!.content.some((span) => span.start <= start && end <= span.end && end - start < span.end - span.start),
      );
    open.push(index);
    return around === undefined ? quote : { ...quote, within: around };
  });
}

function typeOf({ passage, attribution, more }: PlacedAttribution): QuoteType {
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
function problemsOf(stray: readonly number[], index: number, passages: readonly Placed[]): readonly Problem[] {
  if (stray.length === 0) return [];
  const { passage, start } = passages[index]!;
  return stray.flatMap((i) => {
    if (runsOn(passage, i, passages[index + 1]?.passage ?? null)) return [];
    return [{ code: 'unclosed-quote', start: start + passage.tokens.start[i]!, end: start + passage.tokens.end[i]!, data: {} }];
  });
}

function runsOn(passage: Passage, token: number, next: Passage | null): boolean {
  const unclosed = marksOf(passage).stretches.some((stretch) => stretch.open === token && mayRunOn(passage, stretch));
  return unclosed && next !== null && marksOf(next).stretches[0]?.open === 0;
}
