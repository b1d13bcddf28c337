import type { Span } from '../article.ts';
import { anchor, anchorText } from './anchor.ts';
import { lfText } from './codepoints.ts';
import { agreement, fold } from './context.ts';
import { CONTEXT_LENGTH, selectorOf } from './selectors.ts';
import { moveSpan, moveStretch, type TextChange, type TidyChange, tidyChanges } from './transform.ts';

/**
 * Follows spans through the edits of an open text. A span stands on its own words, or on what is left of them, or nowhere (null);
 * it comes back when its words do: by undo, or cut and paste.
 */
export interface Tracker {
  /** Begins to follow a span, or puts it elsewhere. */
  set(key: string, span: Span | null): void;
  delete(key: string): void;
  get(key: string): Span | null;
  /** Takes one edit: its changes, all counted in the text before it, and the text after it. */
  edit(changes: readonly TextChange[], text: string): void;
}

export function createTracker(text: string): Tracker {
  let now = text;
  let places = new Map<string, Place>();
  /** Editors undo many small edits at once, so every recent text counts; those before words were lost are remembered longer. */
  const recent = createPast();
  const turning = createPast();
  let print: string | null = null;
  let shared = false;

  function own(): Map<string, Place> {
    if (shared) places = new Map(places);
    shared = false;
    return places;
  }

  return {
    set(key, span) {
      own().set(key, span ? standing(span) : NOWHERE);
      recent.forget(key);
      turning.forget(key);
    },
    delete(key) {
      own().delete(key);
      recent.forget(key);
      turning.forget(key);
    },
    get(key) {
      const place = places.get(key);
      return place && !isLost(place) ? { start: place.start, end: place.end } : null;
    },
    edit(changes, after) {
      const tidy = tidyChanges(now, changes);
      const moved = new Map<string, Place>();
      let oneWay = false;
      for (const [key, place] of places) {
        const next = isLost(place) ? found(place, after, tidy) : follow(place, now, after, tidy);
        if (next.oneWay) oneWay = true;
        moved.set(key, next.place);
      }
      recent.keep((print ??= fingerprint(now)), places);
      if (oneWay) turning.keep(print, places);
      print = fingerprint(after);
      const known = recent.at(print) ?? turning.at(print);
      if (known) for (const [key, place] of known) if (moved.has(key)) moved.set(key, place);
      if (oneWay) turning.keep(print, moved);
      places = moved;
      shared = oneWay;
      now = after;
    },
  };
}

/** Words that are gone, with what stood around them in the stretch that was deleted. */
interface Lost {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The deleted stretch without outer white space, and where the words began in it. */
  readonly stretch: string;
  readonly at: number;
  /** Which stretches of the words were its own, counted from their beginning; null: all. */
  readonly own: readonly Span[] | null;
}

/** Where a span stands, and which stretches of it are words that it had when it was set; null: all of it. */
interface Standing extends Span {
  readonly own: readonly Span[] | null;
}

type Place = Standing | Lost;

const NOWHERE: Lost = { words: '', prefix: '', suffix: '', stretch: '', at: 0, own: null };

function isLost(place: Place): place is Lost {
  return 'words' in place;
}

interface Next {
  readonly place: Place;
  /** True when undoing the edit would not bring the place back by arithmetic. */
  readonly oneWay: boolean;
}

function standing({ start, end }: Span): Standing {
  return { start, end, own: null };
}

function follow(span: Standing, before: string, after: string, changes: readonly TidyChange[]): Next {
  const moved = moveSpan(span, changes);
  const last = changes.at(-1);
  if (moved.kind === 'kept' && last && last.end <= span.start && span.own === null)
    return { place: standing(moved.span), oneWay: false };
  const own = (span.own ?? [span])
    .flatMap((stretch) => moveStretch(stretch, changes))
    .filter((stretch) => after.slice(stretch.start, stretch.end).trim() !== '');
  if (moved.kind === 'kept' && own.length > 0) return { place: { ...moved.span, own }, oneWay: false };
  const change = changes[moved.kind === 'swallowed' ? moved.by : changes.findIndex(({ end }) => end > span.start)];
  // A formatter, a revert or a checkout replaces a long stretch in which the words may stand unharmed.
  const whole = change && change.text.length > 0 ? replaced(span, before, after, changes, change) : null;
  if (whole) {
    const unharmed = after.slice(whole.start, whole.end) === before.slice(span.start, span.end);
    return { place: { ...whole, own: unharmed ? shifted(span.own, whole.start - span.start) : null }, oneWay: true };
  }
  // Words put in between its own do not stay marked when its own have gone.
  if (moved.kind === 'cut' && own.length > 0) return { place: { ...moved.span, own }, oneWay: true };
  const lost = loss(span, before, change);
  const pasted = found(lost, after, changes);
  return { place: pasted.place, oneWay: true };
}

/** The words' place inside the stretch that replaced them, by the rules for placing a mark on load. */
function replaced(span: Span, before: string, after: string, changes: readonly TidyChange[], change: TidyChange): Span | null {
  if (change.end - change.start < span.end - span.start) return null;
  const start = newStart(change, changes);
  const margin = 2 * CONTEXT_LENGTH + span.end - span.start;
  const from = Math.max(0, start - margin);
  const own = lfText(before.slice(Math.max(0, span.start - margin), span.end + margin));
  const indent = Math.max(0, span.start - margin);
  const part = lfText(after.slice(from, start + change.text.length + margin));
  const selector = selectorOf(own, { start: span.start - indent, end: span.end - indent });
  const hint = part.toCodePoints(part.toLf(start - from + span.start - change.start));
  const anchored = anchor(anchorText(part), { ...selector, start: hint, end: null });
  if (anchored.state === 'unplaced') return null;
  const place = { start: from + part.fromLf(anchored.span.start), end: from + part.fromLf(anchored.span.end) };
  return place.start < start + change.text.length && place.end > start ? place : null;
}

function shifted(spans: readonly Span[] | null, by: number): readonly Span[] | null {
  return spans && spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

function loss({ start, end, own }: Standing, before: string, change: TextChange | undefined): Lost {
  const words = before.slice(start, end);
  const stretch = change && change.start <= start && change.end >= end ? before.slice(change.start, change.end) : words;
  const from = change && stretch !== words ? change.start : start;
  const indent = stretch.length - stretch.trimStart().length;
  return {
    words,
    prefix: before.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: before.slice(end, end + CONTEXT_LENGTH),
    stretch: stretch.trim(),
    at: start - from - indent,
    own: shifted(own, -start),
  };
}

/** Lost words that one of the changes puts in again, with the stretch they stood in or with agreeing context. */
function found(lost: Lost, after: string, changes: readonly TextChange[]): Next {
  if (lost.words.trim() === '') return { place: lost, oneWay: false };
  for (const change of changes) {
    if (change.text.length < lost.words.length) continue;
    const from = newStart(change, changes);
    const stretch = lost.at >= 0 ? stretchIn(change.text, lost.stretch) : -1;
    const start = stretch >= 0 ? from + stretch + lost.at : agreeing(lost, after, from, from + change.text.length);
    if (start !== null && after.startsWith(lost.words, start))
      return { place: { start, end: start + lost.words.length, own: shifted(lost.own, start) }, oneWay: true };
  }
  return { place: lost, oneWay: false };
}

/** Where the deleted stretch stands in a text that was put in: all of it, or long enough to be no other. */
function stretchIn(text: string, stretch: string): number {
  const at = text.indexOf(stretch);
  if (stretch.length >= LONG_STRETCH) return text.includes(stretch, at + 1) ? -1 : at;
  return stretch.length >= TELLING_STRETCH && text.trim() === stretch ? at : -1;
}

const LONG_STRETCH = 20;
const TELLING_STRETCH = 10;

function agreeing({ words, prefix, suffix }: Lost, after: string, from: number, to: number): number | null {
  const [left, right] = [fold(prefix), fold(suffix)];
  for (let at = after.indexOf(words, from); at >= 0 && at + words.length <= to; at = after.indexOf(words, at + 1)) {
    const sides = agreement(after, at, at + words.length, left, right);
    if ((sides.before && sides.after) || (words.length >= LONG_STRETCH && (sides.before || sides.after))) return at;
  }
  return null;
}

/** Where a change's text begins in the new text. */
function newStart(change: TextChange, changes: readonly TextChange[]): number {
  let start = change.start;
  for (const other of changes) {
    if (other === change) break;
    start += other.text.length - (other.end - other.start);
  }
  return start;
}

interface Past {
  keep(print: string, places: ReadonlyMap<string, Place>): void;
  at(print: string): ReadonlyMap<string, Place> | null;
  forget(key: string): void;
}

const MOST_PLACES = 300_000;

/** Remembers where everything stood in texts to which an undo may lead back; the maps given are not changed any more. */
function createPast(): Past {
  const known = new Map<string, ReadonlyMap<string, Place>>();
  const forgotten = new Map<string, number>();
  const ages = new Map<string, number>();
  let count = 0;
  let clock = 0;
  return {
    keep(print, places) {
      count += places.size - (known.get(print)?.size ?? 0);
      known.delete(print);
      known.set(print, places);
      ages.set(print, ++clock);
      for (const [oldest, held] of known) {
        if (count <= MOST_PLACES || known.size < 3) break;
        known.delete(oldest);
        ages.delete(oldest);
        count -= held.size;
      }
    },
    at(print) {
      const held = known.get(print);
      if (!held || forgotten.size === 0) return held ?? null;
      const age = ages.get(print) ?? 0;
      return new Map([...held].filter(([key]) => (forgotten.get(key) ?? 0) < age));
    },
    forget(key) {
      if (known.size > 0) forgotten.set(key, ++clock);
    },
  };
}

/** Length and two 32-bit sums (FNV-1a and a multiplicative one): two texts of one editor do not meet by chance. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = (Math.imul(b, 31) + unit) | 0;
  }
  return `${text.length} ${a} ${b}`;
}
