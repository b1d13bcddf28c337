import type { Span } from '../article.ts';
import { anchor, anchorExactly, type Anchored, type AnchorText, anchorText } from './anchor.ts';
import { lfText } from './codepoints.ts';
import { checkedWords, contentTargets, type Mark, type Verdict } from './mark.ts';

export type PlaceState = 'found' | 'changed' | 'unplaced';

/** A mark with its places in an article. Spans are editor offsets (UTF-16). */
export interface PlacedMark {
  readonly mark: Mark;
  readonly state: PlaceState;
  /** One for each target; null where that target has no place. */
  readonly spans: readonly (Span | null)[];
  /** Best guesses for targets without a place; offered to a person, never applied. */
  readonly guesses: readonly (Span | null)[];
}

/** Places every mark of a file, a bounded piece of work for each step; the marks' order is kept. */
export function* placeMarks(text: string, marks: readonly Mark[]): Generator<void, readonly PlacedMark[]> {
  const lines = lfText(text);
  const prepared = anchorText(lines);
  yield;
  const exact: (readonly (Anchored | null)[])[] = [];
  for (const mark of marks) {
    exact.push(mark.targets.map((target) => anchorExactly(prepared, target.selector)));
    yield;
  }
  if (exact.some((anchored) => anchored.includes(null))) yield* prepared.prepare();
  const placed: PlacedMark[] = [];
  for (const [index, mark] of marks.entries()) {
    const own = exact[index]!;
    placed.push(placeMark(prepared, mark, own));
    if (own.includes(null)) yield;
  }
  return placed;
}

/** Places one mark. A review whose words are not the words that were checked is *changed* wherever it stands. */
function placeMark(text: AnchorText, mark: Mark, exact: readonly (Anchored | null)[]): PlacedMark {
  const anchored = mark.targets.map((target, index) => exact[index] ?? anchor(text, target.selector));
  const editor = (span: Span | null): Span | null => span && { start: text.fromLf(span.start), end: text.fromLf(span.end) };
  const state = worst(anchored);
  return {
    mark,
    state: state === 'found' && !saysTheSame(text, mark, anchored) ? 'changed' : state,
    spans: anchored.map((own) => editor(own.state === 'unplaced' ? null : own.span)),
    guesses: anchored.map((own) => editor(own.state === 'unplaced' ? own.guess : null)),
  };
}

/** A quote's review as a reader may rely on it: a tick belongs to exact words. */
export function reviewOf(mark: Mark, state: PlaceState): Verdict | 'changed' | null {
  if (mark.decision.kind !== 'review') return null;
  return state === 'found' ? mark.decision.verdict : 'changed';
}

function worst(anchored: readonly Anchored[]): PlaceState {
  if (anchored.some(({ state }) => state === 'unplaced')) return 'unplaced';
  return anchored.some(({ state }) => state === 'changed') ? 'changed' : 'found';
}

function saysTheSame(text: AnchorText, mark: Mark, anchored: readonly Anchored[]): boolean {
  if (mark.decision.kind !== 'review') return true;
  const checked = checkedWords(mark, mark.decision);
  const content = contentTargets(mark);
  return content.every((target, index) => {
    const own = anchored[mark.targets.indexOf(target)];
    return !own || own.state === 'unplaced' || text.lf.slice(own.span.start, own.span.end) === checked[index];
  });
}
