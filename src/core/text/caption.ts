import type { Span } from '../article.ts';
import { AGENCIES } from './dateline.ts';

/** What tells a picture's caption from a paragraph. */
export interface Caption {
  /** Whether a photo word, a photographer or a place in the picture makes it certain; an agency's name alone may also close a paragraph. */
  readonly certain: boolean;
  /** The words that name the source of the picture: of `Moscow, Russia. (AA)` the `AA`. */
  readonly credit: Span | null;
}

const LONGEST = 700;
const LONGEST_CREDIT = 100;

/** Reads a block as the caption of a picture; null where nothing says that it is one. */
export function findCaption(text: string, span: Span): Caption | null {
  if (span.end - span.start > LONGEST) return null;
  const credit = findCredit(text, span);
  const last = text.charCodeAt(span.end - 1);
  const labelled = LABEL.test(text.slice(span.start, span.start + 24));
  if (labelled || credit?.certain) return { certain: true, credit: credit?.span ?? null };
  const bracketed = credit !== null || last === 0x29;
  if (bracketed && PLACE_IN_PICTURE.test(text.slice(span.start, span.end)))
    return { certain: true, credit: credit?.span ?? null };
  return credit && { certain: false, credit: credit.span };
}

/** A line that is nothing but a credit: `Photo: Jale Demir/AA`. */
export function findCreditLine(text: string, span: Span): Span | null {
  if (span.end - span.start > LONGEST_CREDIT) return null;
  const line = text.slice(span.start, span.end);
  const label = CREDIT_LABEL.exec(line);
  if (!label || label.index > 1 || /[.!?]\s/.test(line)) return null;
  return span;
}

const LABEL = /^(?:file )?(?:photo(?:graph)?|picture|pictured|image|caption)s?(?: above| below)?\s?[:|]/i;
const CREDIT_LABEL = /(?:photo(?:graph)?s?|picture|image)(?: credits?)?(?::| by )\s?|credits?: /i;
const PHOTO_WORD = /\b(?:photo(?:graph)?|picture|image|images|getty|file|handout|courtesy|screengrab|pool|via)\b/i;
const PLACE_IN_PICTURE =
  /\((?:front |back |top |bottom |far |second |third |\dnd |\drd )?(?:[LRC]|left|right|cent(?:re|er))(?: to right)?\)|\bL-R\b|^from left\b/i;

interface Credit {
  readonly span: Span;
  readonly certain: boolean;
}

/** The credit that closes a block: in brackets, after a label, or an agency with its photographer. */
function findCredit(text: string, span: Span): Credit | null {
  const from = Math.max(span.start, span.end - LONGEST_CREDIT);
  const last = text[span.end - 1];
  if (last === ')' || last === ']') {
    const open = text.lastIndexOf(last === ')' ? '(' : '[', span.end - 1);
    if (open < from) return null;
    const words = text.slice(open + 1, span.end - 1).trim();
    const label = CREDIT_LABEL.exec(words);
    const start = open + 1 + (label && label.index === 0 ? label[0].length : 0);
    const own = trimmed(text, { start, end: span.end - 1 });
    if (own.end <= own.start) return null;
    const named = words.split('/').some((part) => AGENCIES.has(part.trim()));
    if (PHOTO_WORD.test(words) && /\p{Lu}|^file/u.test(words)) return { span: own, certain: true };
    return named ? { span: own, certain: words.includes('/') } : null;
  }
  if (last === '.' || last === '”' || last === '"') return null;
  const tail = text.slice(from, span.end);
  const label = CREDIT_LABEL.exec(tail);
  if (label && !/[.!?]\s/.test(tail.slice(label.index))) {
    const own = trimmed(text, { start: from + label.index + label[0].length, end: span.end });
    return own.end > own.start ? { span: own, certain: true } : null;
  }
  const words = afterLastBreak(tail);
  if (words.length > 60 || !words.slice(1).includes('/') || !words.split('/').some((part) => AGENCIES.has(part.trim())))
    return null;
  return { span: { start: span.end - words.length, end: span.end }, certain: true };
}

/** What stands behind the last full stop, dash or bar of a caption: `Reuters/Jale Demir`. */
function afterLastBreak(tail: string): string {
  let at = tail.length;
  while (at > 0 && !'.!?—–|'.includes(tail[at - 1]!)) at--;
  return tail.slice(at).trimStart();
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}
