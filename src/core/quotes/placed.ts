import type { Span } from '../article.ts';
import { perObject } from '../memo.ts';
import type { Passage, Placed, ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Attribution, PassageFindings } from './attribution.ts';

/** One attribution at its place in the article. */
export interface PlacedAttribution {
  readonly passage: ReadPassage;
  /** Index of the passage in the article, and its offset. */
  readonly index: number;
  readonly start: number;
  /** As found in the passage, in its tokens. */
  readonly attribution: Attribution;
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly content: readonly Span[];
  /** The spans of `content` that stand in later passages: a running quotation. */
  readonly more: readonly Span[];
}

/**
 * Puts the findings of all passages in place and joins what runs over passages: a quotation that is not closed goes on where the next
 * passage opens again, and `Akar said:` takes the quotation that the next passage begins with. Linear in the findings. What stands before an
 * edit stays as it was placed: an attribution is the same object only where all passages up to its own are where they were.
 */
export function placeAttributions(
  passages: readonly Placed[],
  findings: readonly PassageFindings[],
  before: Placement | null = null,
): Placement {
  let same = before ? unchanged(before, passages, findings) : 0;
  while (same > 0 && before!.counts[same]! < 0) same--;
  const placed: PlacedAttribution[] = same > 0 ? before!.placed.slice(0, before!.counts[same]) : [];
  const counts: number[] = same > 0 ? before!.counts.slice(0, same) : [];
  let announced: PlacedAttribution | null = null;
  /** Index in `placed` of the attribution that the next passage may go on with. */
  let running = -1;
  for (let index = same; index < findings.length; index++) {
    const found = findings[index]!;
    const { passage, start } = passages[index]!;
    const { alone } = found;
    counts.push(running < 0 && !announced ? placed.length : -1);
    let runs = -1;
    if (alone) {
      const span = spanOf(passage, start, alone);
      if (running >= 0) {
        placed[running] = withMore(placed[running]!, span);
        runs = running;
      } else if (announced) {
        placed.push(withMore(announced, span));
        runs = placed.length - 1;
      } else {
        placed.push(place(goingOn(alone), passage, index, start));
        runs = placed.length - 1;
      }
      if (!found.aloneRunsOn) runs = -1;
    }
    const base = placed.length;
    for (const attribution of found.attributions) placed.push(place(attribution, passage, index, start));
    if (found.runsOn >= 0) runs = base + found.runsOn;
    announced = found.announces ? place(found.announces, passage, index, start) : null;
    running = runs;
  }
  counts.push(running < 0 && !announced ? placed.length : -1);
  return { passages, findings, placed, counts };
}

/** The attributions of one version of an article. */
export interface Placement {
  readonly passages: readonly Placed[];
  readonly findings: readonly PassageFindings[];
  /** In the order of the passages. */
  readonly placed: readonly PlacedAttribution[];
  /** How many come before each passage, and before the end; -1 where one of them may go on there. */
  readonly counts: readonly number[];
}

/** How many passages at the beginning are where they were, with the same findings. */
function unchanged(before: Placement, passages: readonly Placed[], findings: readonly PassageFindings[]): number {
  const most = Math.min(before.findings.length, findings.length);
  for (let i = 0; i < most; i++) {
    const [was, now] = [before.passages[i]!, passages[i]!];
    if (was.passage !== now.passage || was.start !== now.start || before.findings[i] !== findings[i]) return i;
  }
  return most;
}

/** A quotation that no cue claims. */
const goingOn: (alone: TokenRange) => Attribution = perObject((alone) => ({
  cue: null,
  source: null,
  content: [alone],
  found: 'continued',
}));

function place(attribution: Attribution, passage: ReadPassage, index: number, start: number): PlacedAttribution {
  const { cue, source, content } = attribution;
  return {
    passage,
    index,
    start,
    attribution,
    cue: cue && spanOf(passage, start, cue),
    source: source && spanOf(passage, start, source),
    content: content.map((range) => spanOf(passage, start, range)),
    more: [],
  };
}

function withMore(placed: PlacedAttribution, span: Span): PlacedAttribution {
  return { ...placed, content: [...placed.content, span], more: [...placed.more, span] };
}

function spanOf({ tokens }: Passage, start: number, { from, to }: TokenRange): Span {
  return { start: start + tokens.start[from]!, end: start + tokens.end[to - 1]! };
}
