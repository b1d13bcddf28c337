import type { Span } from '../article.ts';
import { anchor, anchorText } from './anchor.ts';
import { lfText } from './codepoints.ts';
import { checkedWords, type Mark } from './mark.ts';
import { selectorOf } from './selectors.ts';

/**
 * The marks whose selectors must be written anew when the article is saved: those that would not be *found* where they stand now.
 * All others stay as they are, so that an edit at the top does not touch every line. A review keeps the words that were checked.
 * @param spanOf where target `index` of a mark stands, in editor offsets; null where it has no place: such a mark stays as it is.
 */
export function refreshMarks(
  text: string,
  marks: readonly Mark[],
  spanOf: (mark: Mark, index: number) => Span | null,
): readonly Mark[] {
  const lines = lfText(text);
  const prepared = anchorText(lines);
  return marks.flatMap((mark) => {
    const spans = mark.targets.map((_, index) => spanOf(mark, index));
    if (spans.some((span) => span === null)) return [];
    const stale = mark.targets.some(({ selector }, index) => {
      const span = spans[index]!;
      const anchored = anchor(prepared, selector);
      return (
        anchored.state !== 'found' || anchored.span.start !== lines.toLf(span.start) || anchored.span.end !== lines.toLf(span.end)
      );
    });
    if (!stale) return [];
    const targets = mark.targets.map((target, index) => ({ ...target, selector: selectorOf(lines, spans[index]!) }));
    const { decision } = mark;
    return [
      {
        ...mark,
        targets,
        decision: decision.kind === 'review' ? { ...decision, checked: checkedWords(mark, decision) } : decision,
      },
    ];
  });
}
