import type { Span } from '../article.ts';

/** One replacement in a text: [start, end) of the old text becomes `text`. Several of one edit all count in the old text. */
export interface TextChange extends Span {
  readonly text: string;
}

/** A change without what its old and new words have in common at both ends; `outer` is what was replaced as the editor told it. */
export interface TidyChange extends TextChange {
  readonly outer: Span;
}

/** What a list of changes does to a span. */
export type Moved =
  | { readonly kind: 'kept'; readonly span: Span }
  /** Words at an edge are gone, so that putting them back would not bring them into the span again. */
  | { readonly kind: 'cut'; readonly span: Span }
  /** All of its words were deleted or replaced, by the change of this index. */
  | { readonly kind: 'swallowed'; readonly by: number };

/** The changes in ascending order, each without what its old and new words have in common at both ends. */
export function tidyChanges(old: string, changes: readonly TextChange[]): readonly TidyChange[] {
  return changes.map((change) => trim(old, change)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Where a span stands after changes, by arithmetic alone. What is put in at its edges stays outside; a replacement that begins or
 * ends with the span's own words, but leaves some of them, stays inside.
 * @param changes as `tidyChanges` gives them: ascending, apart from each other, counted in the old text.
 */
export function moveSpan(span: Span, changes: readonly TidyChange[]): Moved {
  let { start, end } = span;
  let shift = 0;
  let cut = false;
  for (const [index, change] of changes.entries()) {
    const inside = isPartOf(change.outer, span);
    if (change.start >= span.end && !inside) break;
    const grown = change.text.length - (change.end - change.start);
    if (change.end <= span.start && !inside) {
      shift += grown;
      continue;
    }
    if (change.start <= span.start && change.end >= span.end) return { kind: 'swallowed', by: index };
    if (change.start < span.start) {
      start = change.end + grown;
      cut = true;
      end += grown;
    } else if (change.end > span.end) {
      end += change.start - span.end;
      cut = true;
    } else {
      end += grown;
      const atEdge = change.start === span.start || change.end === span.end;
      if (atEdge) cut = true;
    }
  }
  const moved = { start: start + shift, end: end + shift };
  if (moved.end <= moved.start) return { kind: 'swallowed', by: changes.findIndex((change) => change.end > span.start) };
  return { kind: cut ? 'cut' : 'kept', span: moved };
}

/** What is left of a stretch after changes, in pieces: what was put in between them belongs to nobody. */
export function moveStretch({ start, end }: Span, changes: readonly TidyChange[]): readonly Span[] {
  const left: Span[] = [];
  let shift = 0;
  let at = start;
  for (const change of changes) {
    if (change.start >= end) break;
    if (change.end > start || change.start > start) {
      if (change.start > at) left.push({ start: at + shift, end: change.start + shift });
      at = Math.max(at, change.end);
    }
    shift += change.text.length - (change.end - change.start);
  }
  if (at < end) left.push({ start: at + shift, end: end + shift });
  return left;
}

/** True when some of the span's own words were replaced, but not all: `yes` → `yes indeed` in `said yes` is a change inside. */
function isPartOf(outer: Span, span: Span): boolean {
  return (
    outer.start < outer.end &&
    outer.start >= span.start &&
    outer.end <= span.end &&
    outer.end - outer.start < span.end - span.start
  );
}

/** The text after the changes. */
export function applyChanges(old: string, changes: readonly TextChange[]): string {
  let text = '';
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += old.slice(at, change.start) + change.text;
    at = change.end;
  }
  return text + old.slice(at);
}

function trim(old: string, change: TextChange): TidyChange {
  const outer = { start: change.start, end: change.end };
  let { start, end, text } = change;
  let head = 0;
  while (start + head < end && head < text.length && old.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  // Half of a surrogate pair is no common beginning or end.
  if (head > 0 && isLead(text.charCodeAt(head - 1))) head--;
  start += head;
  text = text.slice(head);
  let tail = 0;
  while (end - tail > start && tail < text.length && old.charCodeAt(end - tail - 1) === text.charCodeAt(text.length - tail - 1))
    tail++;
  if (tail > 0 && isTrail(text.charCodeAt(text.length - tail))) tail--;
  end -= tail;
  return { start, end, text: text.slice(0, text.length - tail), outer };
}

function isLead(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isTrail(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
