/**
 * The one place where offsets change their unit: UTF-16 code units of the text as the editor shows it (CRLF counts two) on one side,
 * the text with LF line ends on the other, in UTF-16 units or in Unicode code points. A lone surrogate is one code point.
 */
export interface LfText {
  /** The text with LF line ends; the same string where it had no others. */
  readonly lf: string;
  /** Editor offset → offset in `lf`, and back. An offset between CR and LF means after the line end. */
  toLf(offset: number): number;
  fromLf(offset: number): number;
  /** Offset in `lf` → code points, and back. An offset inside a surrogate pair means before it. */
  toCodePoints(lfOffset: number): number;
  fromCodePoints(count: number): number;
}

/** Prepares the conversions; linear in the text, next to nothing for text with neither CR nor surrogates. */
export function lfText(text: string): LfText {
  const lf = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lines = lf.length === text.length ? null : countsBefore(text, isSecondOfBreak);
  const pairs = /[\ud800-\udbff]/.test(lf) ? countsBefore(lf, isTrail) : null;
  return {
    lf,
    toLf: (offset) => without(text, lines, isSecondOfBreak, clamp(offset, text.length)),
    fromLf: (offset) => withAgain(text, lines, isSecondOfBreak, clamp(offset, lf.length)),
    toCodePoints(offset) {
      const at = clamp(offset, lf.length);
      return without(lf, pairs, isTrail, pairs && at < lf.length && isTrail(lf, at) ? at - 1 : at);
    },
    fromCodePoints: (count) => withAgain(lf, pairs, isTrail, Math.max(0, count)),
  };
}

/** The last `count` code points of a text. */
export function lastCodePoints(text: string, count: number): string {
  let at = text.length;
  for (let i = 0; i < count && at > 0; i++) at -= isTrail(text, at - 1) ? 2 : 1;
  return text.slice(at);
}

/** The first `count` code points of a text. */
export function firstCodePoints(text: string, count: number): string {
  let at = 0;
  for (let i = 0; i < count && at < text.length; i++) at += isTrail(text, at + 1) ? 2 : 1;
  return text.slice(0, at);
}

const STRIDE = 256;

type Silent = (text: string, at: number) => boolean;

/** The LF of a CRLF: together they are one line end. */
function isSecondOfBreak(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a && at > 0 && text.charCodeAt(at - 1) === 0x0d;
}

/** The second half of a surrogate pair: together they are one code point. */
function isTrail(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** How many silent units stand before each multiple of the stride. */
function countsBefore(text: string, silent: Silent): Int32Array {
  const counts = new Int32Array(Math.floor(text.length / STRIDE) + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (i % STRIDE === 0) counts[i / STRIDE] = count;
    if (silent(text, i)) count++;
  }
  if (text.length % STRIDE === 0) counts[text.length / STRIDE] = count;
  return counts;
}

/** An offset without the silent units before it. */
function without(text: string, counts: Int32Array | null, silent: Silent, at: number): number {
  if (!counts) return at;
  const block = Math.floor(at / STRIDE);
  let dropped = counts[block]!;
  for (let i = block * STRIDE; i < at; i++) if (silent(text, i)) dropped++;
  return at - dropped;
}

/** The last offset that has so many units before it when the silent ones are not counted. */
function withAgain(text: string, counts: Int32Array | null, silent: Silent, wanted: number): number {
  if (!counts) return Math.min(wanted, text.length);
  let low = 0;
  let high = counts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (middle * STRIDE - counts[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  let at = low * STRIDE;
  for (let passed = at - counts[low]!; at < text.length; at++) {
    if (silent(text, at)) continue;
    if (passed === wanted) return at;
    passed++;
  }
  return text.length;
}

function clamp(offset: number, length: number): number {
  return offset < 0 ? 0 : offset > length ? length : offset;
}
