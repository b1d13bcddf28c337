import { CONTEXT_LENGTH } from './selectors.ts';
import { compareMeaning } from './meaning.ts';

/** White space folded to single blanks, for comparing contexts. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** How the text around a place agrees with a selector's folded prefix and suffix. */
export interface Agreement {
  readonly before: boolean;
  readonly after: boolean;
}

/** Compares both sides of [start, end) with the folded prefix and suffix. Stops at the first difference. */
export function agreement(text: string, start: number, end: number, prefix: string, suffix: string): Agreement {
  return { before: agreesBefore(text, start, prefix), after: agreesAfter(text, end, suffix) };
}

/**
 * True when the context on a side reads almost as it did but names somebody else, another number, or denies what it did not deny:
 * "The Turkish defence minister" deleted and "The Syrian defence minister" left; `was “constructive”` → `was not “constructive”`.
 * Only the mark's own sentence is compared, since what stands in the next one may change freely.
 */
export function contradicts(text: string, start: number, end: number, prefix: string, suffix: string): boolean {
  return (
    says(
      sentenceEnd(prefix, prefix.length >= CONTEXT_LENGTH),
      sentenceEnd(text.slice(Math.max(0, start - FAR), start), start > FAR),
    ) ||
    saysAfter(
      sentenceStart(suffix, suffix.length >= CONTEXT_LENGTH),
      sentenceStart(text.slice(end, end + FAR), end + FAR < text.length),
    )
  );
}

/** As far as a sentence is followed from the mark, in UTF-16 units. */
const FAR = 160;

/** A prefix shorter than this says where the text begins and agrees only there. */
const TELLING = 8;

function agreesBefore(text: string, start: number, prefix: string): boolean {
  const wanted = prefix.trimStart();
  let at = start;
  for (let i = wanted.length - 1; i >= 0; i--) {
    if (wanted.charCodeAt(i) === BLANK) {
      const from = at;
      while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
      if (at === from) return false;
    } else if (at === 0 || text.charCodeAt(--at) !== wanted.charCodeAt(i)) return false;
  }
  return wanted.length >= TELLING || text.slice(Math.max(0, at - TELLING), at).trim() === '';
}

function agreesAfter(text: string, end: number, suffix: string): boolean {
  const wanted = suffix.trimEnd();
  let at = end;
  for (let i = 0; i < wanted.length; i++) {
    if (wanted.charCodeAt(i) === BLANK) {
      const from = at;
      while (at < text.length && isSpace(text.charCodeAt(at))) at++;
      if (at === from) return false;
    } else if (text.charCodeAt(at++) !== wanted.charCodeAt(i)) return false;
  }
  return wanted.length >= TELLING || text.slice(at, at + TELLING).trim() === '';
}

const BLANK = 0x20;

function isSpace(unit: number): boolean {
  return unit === BLANK || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f;
}

const SENTENCE_BREAK = /[.!?…]["”’»)\]]*\s|\n/g;

/** The part of a left context that belongs to the sentence it ends in. */
function sentenceEnd(context: string, cut: boolean): string {
  let from = -1;
  for (const { index, 0: found } of context.matchAll(SENTENCE_BREAK)) {
    if (index + found.length < context.length) from = index + found.length;
    else if (found.includes('\n')) from = context.length;
  }
  if (from >= 0) return context.slice(from);
  return cut ? context.replace(/^[^\s]*/, '') : context;
}

/** The part of a right context that belongs to the sentence it begins in. */
function sentenceStart(context: string, cut: boolean): string {
  SENTENCE_BREAK.lastIndex = 0;
  const found = SENTENCE_BREAK.exec(context);
  if (found) return context.slice(0, found.index);
  if (!cut) return context;
  let end = context.length;
  while (end > 0 && !isSpace(context.charCodeAt(end - 1))) end--;
  return context.slice(0, end);
}

function says(then: string, now: string): boolean {
  return differs(then, now, now.slice(-CONTEXT_LENGTH));
}

function saysAfter(then: string, now: string): boolean {
  return differs(then, now, now.slice(0, CONTEXT_LENGTH));
}

/** `near` is the part of `now` that stands where `then` stood; what was only pushed away from the mark is not lost. */
function differs(then: string, now: string, near: string): boolean {
  if (then === near) return false;
  const { lost } = compareMeaning(then, now);
  const { gained } = compareMeaning(then, near);
  return (
    (lost.names.length > 0 && gained.names.length > 0) ||
    (lost.numbers.length > 0 && gained.numbers.length > 0) ||
    lost.negations.length > 0 ||
    gained.negations.length > 0
  );
}
