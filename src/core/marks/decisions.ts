import type { Span } from '../article.ts';
import type { Decision, TargetRole } from './mark.ts';
import type { PlacedMark } from './place.ts';

/** A decision at its places in the text that is analysed; offsets in UTF-16 units of that text. */
export interface LaidDecision {
  readonly decision: Decision;
  /** The content spans: what the decision is about. */
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
}

/** What a person decided, laid over the analysis before people and quotes are worked out. The analysis never overwrites it. */
export type Decisions = readonly LaidDecision[];

/** The decisions of marks that have a place, the last one last, so that it holds. A mark that is unplaced decides nothing. */
export function decisionsOf(placed: readonly PlacedMark[]): Decisions {
  const time = ({ mark }: PlacedMark) => mark.modified ?? mark.created ?? '';
  const inTime = [...placed].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  return inTime.flatMap(({ mark, state, spans }) => {
    if (state === 'unplaced') return [];
    const at = (role: TargetRole) => mark.targets.flatMap((target, index) => (target.role === role ? (spans[index] ?? []) : []));
    const content = at('content');
    return content.length === 0
      ? []
      : [{ decision: mark.decision, content, cue: at('cue')[0] ?? null, source: at('source')[0] ?? null }];
  });
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Length in common over length in all: 1 for equal spans, 0 for spans apart. */
export function alike(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a) {
    for (const other of b) common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return common === 0 ? 0 : common / (lengthOf(a) + lengthOf(b) - common);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
