import type { Span } from '../article.ts';
import { firstCodePoints, lastCodePoints, type LfText } from './codepoints.ts';
import type { Selector } from './mark.ts';

/** Prefix and suffix are this many code points long where the text has so many. */
export const CONTEXT_LENGTH = 32;

/** The selector of a span given in editor offsets. */
export function selectorOf(text: LfText, span: Span): Selector {
  return selectorAt(text, { start: text.toLf(span.start), end: text.toLf(span.end) });
}

/** The selector of a span given in offsets of `text.lf`. */
export function selectorAt(text: LfText, { start, end }: Span): Selector {
  const { lf } = text;
  return {
    exact: lf.slice(start, end),
    prefix: lastCodePoints(lf.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start), CONTEXT_LENGTH),
    suffix: firstCodePoints(lf.slice(end, end + 2 * CONTEXT_LENGTH), CONTEXT_LENGTH),
    start: text.toCodePoints(start),
    end: text.toCodePoints(end),
  };
}
