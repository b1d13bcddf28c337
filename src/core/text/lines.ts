import type { Span } from '../article.ts';

/** One line that is not blank, without its outer white space. */
export interface Line extends Span {
  /** Whether a blank line (or the text's beginning) stands before it. */
  readonly afterBlank: boolean;
  /** How many characters of white space stand before its first word. */
  readonly indent: number;
}

/** Cuts `text` from `from` on into its lines that are not blank: CRLF, LF, a lone CR and the Unicode separators all end a line. */
export function findLines(text: string, from = 0): readonly Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let at = from;
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    let first = at;
    while (first < end && isSpace(text.charCodeAt(first))) first++;
    let last = end;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > first) lines.push({ start: first, end: last, afterBlank, indent: first - at });
    afterBlank = last === first;
    at = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }
  return lines;
}

const LF = 0x0a;
const CR = 0x0d;

function isLineEnd(unit: number): boolean {
  return unit <= CR ? unit === LF || unit === CR : unit === 0x2028 || unit === 0x2029;
}

/** What `String.prototype.trim` takes away, the byte order mark and the no-break space included. */
export function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0x1680
  );
}
