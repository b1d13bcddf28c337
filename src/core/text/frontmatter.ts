import { isAlias, isMap, isScalar, parseDocument } from 'yaml';
import type { Problem, Span } from '../article.ts';
import { findDay } from './day.ts';

const FIELDS = ['headline', 'byline', 'dateline', 'date', 'source'] as const;
export type FrontMatterField = (typeof FIELDS)[number];

/** A value of the front matter with its place: of `headline: "Talks in Moscow"` the words between the marks. */
export interface FrontMatterValue extends Span {
  readonly value: string;
}

export interface FrontMatter {
  /** Offset behind the closing `---`; 0 where the text has no front matter. */
  readonly end: number;
  /** Offset of the opening `---`. */
  readonly start: number;
  readonly fields: Readonly<Partial<Record<FrontMatterField, FrontMatterValue>>>;
  readonly problems: readonly Problem[];
}

export const NO_FRONT_MATTER: FrontMatter = { start: 0, end: 0, fields: {}, problems: [] };

/** How much of a text's beginning may be front matter; what is longer is read as text. */
const LONGEST = 4000;
/** The fields known are plain; more brackets than this are no front matter of an article, and nested ones would cost the parser dear. */
const MOST_BRACKETS = 64;

/** Finds where the front matter between two `---` lines at the beginning of a text ends; null where there is none. */
export function frontMatterSpan(text: string): Span | null {
  const head = text.slice(0, LONGEST);
  const opening = /^\uFEFF?---[ \t]{0,20}(?:\r\n|\r|\n)/.exec(head);
  if (!opening) return null;
  const start = opening[0].indexOf('---');
  const closing = /(?:^|[\r\n])---[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = opening[0].length - 1;
  const match = closing.exec(head);
  if (!match || (match.index + match[0].length === head.length && head.length < text.length)) return null;
  return { start, end: match.index + match[0].trimEnd().length };
}

/**
 * Reads the front matter of `text` at `span`. Only plain values of the known fields are taken; nothing is ever built from the YAML, so aliases cannot
 * multiply. What cannot be read is a problem with the code `front-matter` and a `reason`.
 */
export function readFrontMatter(text: string, span: Span | null = frontMatterSpan(text)): FrontMatter {
  if (!span) return NO_FRONT_MATTER;
  const from = span.start + 3;
  const yaml = text.slice(from, span.end - 3);
  if (yaml.split(/[[{]/).length > MOST_BRACKETS) return { ...span, fields: {}, problems: [problem(span, 'too-deep')] };
  try {
    const read = readFields(yaml, from);
    return read ? { ...span, ...read } : NO_FRONT_MATTER;
  } catch {
    return { ...span, fields: {}, problems: [problem(span, 'unreadable')] };
  }
}

/** Null where the lines between the marks are prose and no YAML mapping. */
function readFields(yaml: string, offset: number): Pick<FrontMatter, 'fields' | 'problems'> | null {
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  const problems = document.errors.slice(0, 1).map(({ pos, code }) => {
    const start = Math.min(offset + pos[0], offset + yaml.length);
    return problem(
      { start, end: Math.min(Math.max(start, offset + pos[1]), offset + yaml.length) },
      code.toLowerCase().replaceAll('_', '-'),
    );
  });
  const fields: Partial<Record<FrontMatterField, FrontMatterValue>> = {};
  if (document.contents && !isMap(document.contents) && problems.length === 0) return null;
  if (!isMap(document.contents)) return { fields, problems };
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const field = FIELDS.find((name) => name === key.value);
    if (!field) continue;
    if (isAlias(value)) problems.push(problem(at(value.range, offset), 'alias'));
    if (!isScalar(value) || !value.range || typeof value.value !== 'string' || !value.value.trim()) continue;
    fields[field] ??= place(value.value, yaml.slice(value.range[0], value.range[1]), value.range[0] + offset);
  }
  const { date } = fields;
  if (date && findDay(date.value) === null) problems.push(problem({ start: date.start, end: date.end }, 'date'));
  return { fields, problems };
}

/** The value's words inside their quotation marks, as far as they stand in the source as they are. */
function place(value: string, source: string, start: number): FrontMatterValue {
  const inner = source.indexOf(value);
  const words = value.trim();
  // A quotation mark that nothing closes takes the line's end along.
  if (inner < 0) return { value: words, start, end: start + source.trimEnd().length };
  const from = start + inner + (value.length - value.trimStart().length);
  return { value: words, start: from, end: from + words.length };
}

function at(range: readonly [number, number, number] | null | undefined, offset: number): Span {
  return range ? { start: range[0] + offset, end: range[1] + offset } : { start: offset, end: offset };
}

function problem(span: Span, reason: string): Problem {
  return { start: span.start, end: span.end, code: 'front-matter', data: { reason } };
}
