import type { Span } from '../article.ts';
import { AGENCIES } from './dateline.ts';
import { findDay } from './day.ts';

/** What a single line says it is. Every test reads a bounded stretch of the line. */

export function isUrl(text: string, { start, end }: Span): boolean {
  if (end - start > 2000 || !/^(?:https?:\/\/|www\.)/i.test(text.slice(start, start + 8))) return false;
  return !/\s/.test(text.slice(start, end));
}

/** `Source: Anadolu`, `Sources: Reuters, AFP`. */
export function isSourceLine(text: string, { start, end }: Span): boolean {
  return (
    end - start <= 120 &&
    /^(?:sources?|with (?:input|information) from|additional sources?)\s?:\s/i.test(text.slice(start, start + 32))
  );
}

/** The agency alone that closes an article: `(AFP)`, `— Reuters`, `AP/AFP`. */
export function isBareSource(text: string, { start, end }: Span): boolean {
  if (end - start > 40) return false;
  const words = text
    .slice(start, end)
    .replace(/[\s().—–[\]]/g, ' ')
    .trim();
  return words.split(/[/,&]/).every((part) => AGENCIES.has(part.trim()));
}

const BYLINE =
  /^(?:(?:story|text|words|report(?:ing|ed)?|writing|written|edit(?:ing|ed)|additional reporting) by|by)[ \t:]+\p{Lu}/iu;

/** `By Jale Demir`, `BY JALE DEMIR, Political Editor`, `Reporting by Jale Demir; editing by Tom Reed`. */
export function isByline(text: string, { start, end }: Span): boolean {
  if (end - start > 160) return false;
  const line = text.slice(start, end);
  const label = BYLINE.exec(line);
  if (!label) return false;
  const names = line.slice(label[0].length - 1);
  // "By Tuesday the talks had failed." is a sentence: its words are in lower case, and it ends.
  if (!/^\p{Lu}/u.test(names) || /[!?:]$/.test(line)) return false;
  const words = names.split(/[ \t]+/);
  const lower = words.filter((word) => /^\p{Ll}/u.test(word) && !SMALL_WORDS.has(word.replace(/[,;]$/, ''))).length;
  return lower === 0 || (lower <= words.length * 0.34 && !line.endsWith('.'));
}

const SMALL_WORDS = new Set([
  'and',
  'in',
  'for',
  'of',
  'the',
  'at',
  'by',
  'with',
  'editing',
  'reporting',
  'additional',
  'writing',
  'de',
  'van',
  'von',
  'al',
  'bin',
  'da',
  'del',
]);

/** A line of its own with the day, and nothing else: `Tuesday, 25 April 2023`, `Published: April 25, 2023, 14:05 GMT`. */
export function isDayLine(text: string, { start, end }: Span): boolean {
  if (end - start > 80) return false;
  const line = text.slice(start, end);
  if (!/\d{4}/.test(line) || findDay(line) === null) return false;
  return line.split(/[^\p{L}]+/u).every((word) => word === '' || DAY_WORDS.has(word.toLowerCase()));
}

const DAY_WORDS = new Set(
  (
    'published updated posted first last on at date modified am pm gmt utc est edt ist cet bst st nd rd th of the t z hrs ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** A first line that reads as a headline over the block `below`: short, and without a full stop or nearly all in capitals. */
export function isHeadline(text: string, span: Span, below: Span): boolean {
  const length = span.end - span.start;
  if (length > 150 || length < 3) return false;
  if (markedHeading(text, span)) return true;
  const line = text.slice(span.start, span.end);
  if (LABELLED.test(line) || /[:;,]$/.test(line) || !/\p{L}{2}/u.test(line)) return false;
  if (!/[.!…]["”’')]?$/.test(line)) return length < 2 * (below.end - below.start);
  return isTitleCase(line);
}

/** Most long words of the line begin with a capital: "Pence Endorses Ryan With Blessing." */
function isTitleCase(line: string): boolean {
  const words = line.split(/[^\p{L}’']+/u).filter((word) => word.length > 3);
  return words.length >= 3 && words.filter((word) => /^['’]?\p{Lu}/u.test(word)).length >= words.length * 0.75;
}

const LONGEST_CROSSHEAD = 70;
const LABELLED = /^(?:[QA]|[\p{Lu}][\p{L} .'’-]{0,40}):/u;

/** A short line that is no sentence: `High-level talks`, `What happens next?`, `THE ROAD NORTH`. A bulleted or labelled line is none. */
export function isCrosshead(text: string, span: Span): boolean {
  const length = span.end - span.start;
  if (markedHeading(text, span)) return length <= 2 * LONGEST_CROSSHEAD;
  if (length > LONGEST_CROSSHEAD || length < 3) return false;
  const line = text.slice(span.start, span.end);
  if (!/^['‘]?[\p{Lu}\d]/u.test(line) || LABELLED.test(line)) return false;
  if (line.split(/\s+/).length > 9) return false;
  if (line.endsWith('?')) return /^(?:wh(?:at|o|y|en|ere|ich|ose)|how)\b/i.test(line);
  if (/[.!…:;,—–\-"”»)\]]$/.test(line)) return line.endsWith('.') && line === line.toUpperCase() && /\p{Lu}{3}/u.test(line);
  return /\p{L}{2}/u.test(line) && !/[.!?]['’]$/.test(line);
}

/** Whether Markdown marks the line as a heading; `span` is behind the marks. */
function markedHeading(text: string, { start }: Span): boolean {
  return text[start - 1] === ' ' && /#{1,6} +$/.test(text.slice(Math.max(0, start - 8), start));
}

/** A line's span without Markdown's `## ` or `> ` before it. */
export function stripMarks(text: string, span: Span): Span {
  const first = text.charCodeAt(span.start);
  if (first !== 0x23 && first !== 0x3e) return span;
  const marks = /^(?:#{1,6} {1,3}|(?:> ?){1,3})(?=\S)/.exec(text.slice(span.start, span.start + 16));
  return marks ? { start: span.start + marks[0].length, end: span.end } : span;
}
