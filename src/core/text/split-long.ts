import type { Span } from '../article.ts';
import { isSpace } from './lines.ts';

/** No paragraph of real copy comes near it; a novel or a log on one line is read in pieces of about this many characters. */
const LONG = 4000;
const LONGEST = 6000;

/**
 * Cuts a paragraph of more than 6,000 characters behind the first sentence end after 4,000, else at white space, else by length, so that
 * one step of the analysis stays short and an edit far below changes no piece above. Most paragraphs come back whole.
 */
export function splitLong(text: string, span: Span): readonly Span[] {
  if (!isLong(span)) return [span];
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST) {
    const end = pieceEnd(text, start);
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > start) pieces.push({ start, end: last });
    start = end;
    while (start < span.end && isSpace(text.charCodeAt(start))) start++;
  }
  if (span.end > start) pieces.push({ start, end: span.end });
  return pieces;
}

export function isLong({ start, end }: Span): boolean {
  return end - start > LONGEST;
}

function pieceEnd(text: string, start: number): number {
  let space = 0;
  for (let at = start + LONG; at < start + LONGEST; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const before = text.charCodeAt(at - 1);
    if (before === 0x2e || before === 0x21 || before === 0x3f) return at;
    space ||= at;
  }
  if (space) return space;
  const hard = start + LONGEST;
  const unit = text.charCodeAt(hard);
  return unit >= 0xdc00 && unit <= 0xdfff ? hard - 1 : hard;
}
