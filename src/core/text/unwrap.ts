import type { Span } from '../article.ts';
import { isSpace, type Line } from './lines.ts';

/**
 * Joins the lines of hard-wrapped text into paragraphs; in other text every line stays a paragraph of its own. Copy off a wire
 * or out of a mail is broken at 60 to 80 characters: its lines run full and most of those that follow begin in lower case.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Span[] {
  const width = wrapWidth(text, lines);
  if (width === null) return lines;
  const paragraphs: { start: number; end: number }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    if (previous && continues(text, previous, line, width)) paragraphs.at(-1)!.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
    previous = line;
  }
  return paragraphs;
}

const NARROWEST = 35;
const WIDEST = 100;

/** The width a text is wrapped at, or null where its lines are paragraphs. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let pairs = 0;
  let lower = 0;
  const counts = new Uint32Array(WIDEST + 2);
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.afterBlank) continue;
    const before = lines[i - 1]!;
    pairs++;
    if (startsLower(text, line.start)) lower++;
    counts[Math.min(before.end - before.start, WIDEST + 1)]!++;
  }
  if (pairs < 2 || lower < pairs * 0.4) return null;
  let width = WIDEST + 1;
  for (let wider = counts[width]!; wider <= pairs * 0.1 && width > 0; wider += counts[--width]!);
  return width >= NARROWEST && width <= WIDEST ? width : null;
}

/** Whether `line` goes on with the paragraph of the line before it: that one ran full, or this one begins in the middle of a sentence. */
function continues(text: string, before: Line, line: Line, width: number): boolean {
  if (line.afterBlank) return false;
  if (startsLower(text, line.start)) return true;
  if (line.indent > before.indent + 1) return false; // the first line of a paragraph is set in
  const length = before.end - before.start;
  return length + 1 + firstWordLength(text, line) > width * 0.88;
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && !isSpace(text.charCodeAt(at))) at++;
  return at - line.start;
}

function startsLower(text: string, at: number): boolean {
  const first = text[at]!;
  return first !== first.toUpperCase() && first === first.toLowerCase();
}
