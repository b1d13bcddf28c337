import { anchor, anchorText } from '../../../../src/core/marks/anchor.ts';
import { lfText } from '../../../../src/core/marks/codepoints.ts';
import type { Decision, Mark, TargetRole } from '../../../../src/core/marks/mark.ts';
import { selectorOf } from '../../../../src/core/marks/selectors.ts';

/** A text with `[marked]` words, and where they stand. */
export function marked(source: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = source.indexOf('[');
  const end = source.indexOf(']') - 1;
  return { text: source.replace('[', '').replace(']', ''), start, end };
}

/** Marks the `[words]` of one text, places them in another, and answers `found: words`, `changed: words` or `unplaced: guess`. */
export function placeIn(source: string, now: string): string {
  const { text, start, end } = marked(source);
  const anchored = anchor(anchorText(lfText(now)), selectorOf(lfText(text), { start, end }));
  const span = anchored.state === 'unplaced' ? anchored.guess : anchored.span;
  const lf = now.replace(/\r\n?/g, '\n');
  return `${anchored.state}: ${span ? lf.slice(span.start, span.end) : '–'}`;
}

export function markOn(
  text: string,
  decision: Decision,
  spans: readonly { readonly start: number; readonly end: number; readonly role?: TargetRole }[],
  id = 'urn:uuid:00000000-0000-4000-8000-000000000001',
): Mark {
  const lines = lfText(text);
  return {
    id,
    created: '2025-03-04T16:40:00Z',
    modified: '2025-03-04T16:40:00Z',
    creator: null,
    decision,
    targets: spans.map((span) => ({ role: span.role ?? 'content', selector: selectorOf(lines, span) })),
  };
}
