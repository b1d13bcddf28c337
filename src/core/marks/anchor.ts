import type { Span } from '../article.ts';
import { candidates, indexWords, snapToWords, type WordIndex } from './candidates.ts';
import { firstCodePoints, lastCodePoints, type LfText } from './codepoints.ts';
import { agreement, contradicts, fold } from './context.ts';
import type { Selector } from './mark.ts';
import { sameMeaning } from './meaning.ts';
import { CONTEXT_LENGTH } from './selectors.ts';
import { nearestIn, similarity } from './similarity.ts';

/** Where a selector's words stand now. Spans are offsets of the LF text, UTF-16. */
export type Anchored =
  | { readonly state: 'found'; readonly span: Span }
  /** The words changed, and this is the place all the same. */
  | { readonly state: 'changed'; readonly span: Span; readonly score: number }
  /** The best guess is offered to a person, never applied. */
  | { readonly state: 'unplaced'; readonly guess: Span | null; readonly score: number };

/** A text prepared for placing many selectors. */
export interface AnchorText extends LfText {
  /** Where its words stand; needed only for selectors whose words are not found as they are. */
  words(): WordIndex;
  /** The same work in small steps, for long texts. */
  prepare(): Generator<void>;
}

export function anchorText(text: LfText): AnchorText {
  let index: WordIndex | null = null;
  function* prepare(): Generator<void> {
    index ??= yield* indexWords(text.lf);
  }
  return {
    ...text,
    prepare,
    words() {
      if (!index) finish(prepare());
      return index!;
    },
  };
}

/** Runs a generator to its end. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A changed place needs at least this score … */
const ENOUGH = 0.9;
/** … and must be this much better than any other place. */
const MARGIN = 0.1;
/** Words of this many characters that occur once are found without agreeing context. */
const TELLING = 20;

/**
 * Places a selector. (a) Its exact words with agreeing context, or exact words of 20 characters and more that occur once, are *found*;
 * (b) else the best place is *changed*, if its score is at least 0.9, no other place comes near, and no name, number or negation
 * differs; (c) else it is *unplaced*. The weights are those of Hypothesis' `match-quote.ts`, the rules are what it lacks.
 */
export function anchor(text: AnchorText, selector: Selector): Anchored {
  return anchorExactly(text, selector) ?? findChanged(text, selector, hintOf(text, selector));
}

/** Rule (a) alone: quick, and enough for most selectors. */
export function anchorExactly(text: AnchorText, selector: Selector): Anchored | null {
  if (selector.exact === '') return { state: 'unplaced', guess: positionOnly(text, selector), score: 0 };
  const start = findExact(text.lf, selector, hintOf(text, selector));
  return start === null ? null : { state: 'found', span: { start, end: start + selector.exact.length } };
}

function hintOf(text: AnchorText, { start }: Selector): number | null {
  return start === null ? null : text.fromCodePoints(start);
}

function positionOnly(text: AnchorText, { start, end }: Selector): Span | null {
  if (start === null || end === null) return null;
  const span = { start: text.fromCodePoints(start), end: text.fromCodePoints(end) };
  return span.start < span.end ? span : null;
}

/** Rule (a). Both sides agreeing beat one side; then the side that does not agree decides, then the position. */
function findExact(lf: string, selector: Selector, hint: number | null): number | null {
  const { exact } = selector;
  const prefix = fold(selector.prefix);
  const suffix = fold(selector.suffix);
  let best: { readonly at: number; readonly rank: number } | null = null;
  let only: number | null = null;
  let count = 0;
  for (let at = lf.indexOf(exact); at >= 0; at = lf.indexOf(exact, at + 1)) {
    only = at;
    count++;
    const end = at + exact.length;
    const { before, after } = agreement(lf, at, end, prefix, suffix);
    if (!before && !after) continue;
    const both = before && after;
    if (best && best.rank >= 2 && !both) continue;
    if (!both && contradicts(lf, at, end, selector.prefix, selector.suffix)) continue;
    const rank = both ? 2 : sidesLikeness(lf, at, end, selector) / 2;
    if (!best || rank > best.rank || (rank === best.rank && nearer(at, best.at, hint))) best = { at, rank };
  }
  if (best) return best.at;
  const once = count === 1 && only !== null && [...exact].length >= TELLING;
  return once && !contradicts(lf, only!, only! + exact.length, selector.prefix, selector.suffix) ? only : null;
}

function nearer(at: number, than: number, hint: number | null): boolean {
  return hint !== null && Math.abs(at - hint) < Math.abs(than - hint);
}

interface Scored extends Span {
  readonly score: number;
}

/** Rules (b) and (c). */
function findChanged(text: AnchorText, selector: Selector, hint: number | null): Anchored {
  const { lf } = text;
  const places = scoredPlaces(text, selector, hint);
  const best = places[0];
  if (!best) return { state: 'unplaced', guess: null, score: 0 };
  const span = { start: best.start, end: best.end };
  const second = places.find((place) => place.start >= best.end || place.end <= best.start);
  const clear = best.score >= ENOUGH && best.score - (second?.score ?? 0) >= MARGIN;
  const same =
    clear &&
    sameMeaning(selector.exact, lf.slice(best.start, best.end)) &&
    !contradicts(lf, best.start, best.end, selector.prefix, selector.suffix);
  if (same) return { state: 'changed', span, score: best.score };
  return { state: 'unplaced', guess: best.score >= GUESS ? span : null, score: best.score };
}

/** Below this a guess helps nobody. */
const GUESS = 0.45;
/** A place needs this share of the pattern's rare words before it is compared letter by letter. */
const SHARE = 0.25;
/** A longer pattern is compared by its two ends, so that a place costs a bounded piece of work. */
const LONGEST = 400;

/** The best places with their scores, best first. */
function scoredPlaces(text: AnchorText, selector: Selector, hint: number | null): readonly Scored[] {
  const { lf } = text;
  const places: Scored[] = [];
  for (const { start, share } of candidates(text.words(), selector.prefix, selector.exact, selector.suffix)) {
    if (share < SHARE) continue;
    const span = nearPlace(lf, selector.exact, start);
    if (!span || places.some((place) => place.start === span.start && place.end === span.end)) continue;
    places.push({ start: span.start, end: span.end, score: scoreOf(lf, span, selector, hint) });
  }
  return places.sort((a, b) => b.score - a.score || a.start - b.start);
}

/** The best place for the words around an offset; null where nothing like them stands there. */
function nearPlace(lf: string, exact: string, around: number): (Span & { readonly likeness: number }) | null {
  const slack = 24 + Math.min(120, exact.length >> 2);
  if (exact.length <= LONGEST) {
    const found = nearestIn(lf, exact, Math.max(0, around - slack), Math.min(lf.length, around + exact.length + slack));
    if (found.end <= found.start) return null;
    return { ...snapToWords(lf, found), likeness: Math.max(0, 1 - found.edits / exact.length) };
  }
  const half = LONGEST / 2;
  const head = nearestIn(lf, exact.slice(0, half), Math.max(0, around - slack), Math.min(lf.length, around + half + slack));
  const tailAt = head.start + exact.length - half;
  const tail = nearestIn(lf, exact.slice(-half), Math.max(head.end, tailAt - slack), Math.min(lf.length, tailAt + half + slack));
  if (tail.end <= head.start) return null;
  const inner = wordLikeness(exact.slice(half, -half), lf.slice(head.end, tail.start));
  const weight = half / exact.length;
  const ends = weight * (2 - (head.edits + tail.edits) / half);
  return { ...snapToWords(lf, { start: head.start, end: tail.end }), likeness: Math.max(0, ends + (1 - 2 * weight) * inner) };
}

/** Share of words that two long texts have in common, counted with repetition. */
function wordLikeness(a: string, b: string): number {
  const left = new Map<string, number>();
  const words = b.split(/\s+/);
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  const own = a.split(/\s+/);
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return common / Math.max(1, own.length, words.length);
}

const WEIGHT = { exact: 50, side: 20, position: 2 };

function scoreOf(lf: string, span: Span & { readonly likeness: number }, selector: Selector, hint: number | null): number {
  const sides = sidesLikeness(lf, span.start, span.end, selector);
  const position = hint === null ? 0.5 : 1 - Math.min(1, Math.abs(span.start - hint) / Math.max(1, lf.length));
  const total = WEIGHT.exact + 2 * WEIGHT.side + WEIGHT.position;
  return (WEIGHT.exact * span.likeness + WEIGHT.side * sides + WEIGHT.position * position) / total;
}

/** How alike both sides are: 0 to 2. */
function sidesLikeness(lf: string, start: number, end: number, { prefix, suffix }: Selector): number {
  const before = lastCodePoints(
    lf.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start),
    Math.min(CONTEXT_LENGTH, [...prefix].length),
  );
  const after = firstCodePoints(lf.slice(end, end + 2 * CONTEXT_LENGTH), Math.min(CONTEXT_LENGTH, [...suffix].length));
  return similarity(prefix, before) + similarity(suffix, after);
}
