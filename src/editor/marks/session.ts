import {
  checkedWords,
  conflictsIn,
  contentTargets,
  createTracker,
  type Decisions,
  decisionsOf,
  type Entry,
  entryOf,
  finish,
  type Mark,
  mergeMarks,
  type PlacedMark,
  placeMarks,
  refreshMarks,
  type Span,
  type TextChange,
  type Tracker,
} from '../../core/index.ts';

/** A mark to add or to put in the place of the one with its id; `spans` where its targets stand, null where that does not change. */
export interface MarkPut {
  readonly mark: Mark;
  readonly spans: readonly Span[] | null;
}

/** The marks of one open article: placed once, then followed through every edit. Knows no files. */
export interface Session {
  /** Where all marks stand in the text as it is now. */
  list(): readonly PlacedMark[];
  /** What they decide for the analysis; the same value until something changes. Marks in conflict decide nothing. */
  decisions(): Decisions;
  readonly entries: readonly Entry[];
  readonly conflicts: readonly string[];
  edit(changes: readonly TextChange[], text: string): void;
  /** Takes entries in the place of those there are, and places those it did not have. */
  take(entries: readonly Entry[]): void;
  change(puts: readonly MarkPut[], drops: readonly string[]): void;
  /** Writes new selectors for marks that would not be found again where they stand. */
  refresh(): void;
  /** Where a mark without a place may have stood: offered, never applied. */
  guess(id: string): Span | null;
}

/** @param placed the marks as placed in `text`. */
export function createSession(article: string, text: string, entries: readonly Entry[], placed: readonly PlacedMark[]): Session {
  const tracker = createTracker(text);
  const guesses = new Map<string, Span>();
  let now = text;
  let held = entries;
  let cached: { list: readonly PlacedMark[]; decisions: Decisions } | null = null;

  function set(keys: readonly string[], own: PlacedMark): void {
    for (const [index, key] of keys.entries()) {
      tracker.set(key, own.spans[index] ?? null);
      const guess = own.guesses[index];
      if (guess) guesses.set(own.mark.id, guess);
    }
  }

  function current(): { list: readonly PlacedMark[]; decisions: Decisions } {
    if (cached) return cached;
    const conflicts = new Set(conflictsIn(held));
    const list = keyed(held).map(({ mark, keys }) => placedNow(now, mark, keys, tracker));
    return (cached = { list, decisions: decisionsOf(list.filter(({ mark }) => !conflicts.has(mark.id))) });
  }

  for (const [index, { keys }] of keyed(entries).entries()) set(keys, placed[index]!);

  return {
    list: () => current().list,
    decisions: () => current().decisions,
    get entries() {
      return held;
    },
    get conflicts() {
      return conflictsIn(held);
    },
    edit(changes, after) {
      tracker.edit(changes, after);
      now = after;
      cached = null;
    },
    take(next) {
      const known = new Set(held.map(({ raw }) => raw));
      const fresh = keyed(next).filter(({ entry }) => !known.has(entry.raw));
      const own = finish(
        placeMarks(
          now,
          fresh.map(({ mark }) => mark),
        ),
      );
      held = next;
      fresh.forEach(({ keys }, index) => set(keys, own[index]!));
      cached = null;
    },
    change(puts, drops) {
      const byId = new Map(held.flatMap((entry) => (entry.id === null ? [] : [[entry.id, entry] as const])));
      const gone = new Set([...drops, ...puts.map(({ mark }) => mark.id)]);
      held = [
        ...held.filter(({ id }) => id === null || !gone.has(id)),
        ...puts.map(({ mark }) => entryOf(mark, article, byId.get(mark.id) ?? null)),
      ];
      for (const { mark, spans } of puts) spans?.forEach((span, index) => tracker.set(keyOf(mark.id, 0, index), span));
      cached = null;
    },
    refresh() {
      const rows = keyed(held);
      const keysOf = new Map(rows.map(({ mark, keys }) => [mark, keys]));
      const fresh = refreshMarks(
        now,
        rows.map(({ mark }) => mark),
        (mark, index) => tracker.get(keysOf.get(mark)![index]!),
      );
      if (fresh.length === 0) return;
      const byId = new Map(fresh.map((mark) => [mark.id, mark]));
      const conflicts = new Set(conflictsIn(held));
      held = held.map((entry) => {
        const mark = entry.id !== null && !conflicts.has(entry.id) ? byId.get(entry.id) : undefined;
        return mark ? entryOf(mark, article, entry) : entry;
      });
      cached = null;
    },
    guess: (id) => guesses.get(id) ?? null,
  };
}

/** What stands in memory after a save or a change on disk: three-way, so that what was decided meanwhile stays. */
export function mergedWith(before: readonly Entry[], session: Session, theirs: readonly Entry[]): readonly Entry[] {
  return mergeMarks(before, session.entries, theirs, 'respected').entries;
}

interface Keyed {
  readonly entry: Entry;
  readonly mark: Mark;
  /** A tracker key for each target. */
  readonly keys: readonly string[];
}

/** The entries that are marks; two versions of one mark are told apart by their order. */
function keyed(entries: readonly Entry[]): readonly Keyed[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry) => {
    const { mark } = entry;
    if (!mark) return [];
    const nth = seen.get(mark.id) ?? 0;
    seen.set(mark.id, nth + 1);
    return [{ entry, mark, keys: mark.targets.map((_, index) => keyOf(mark.id, nth, index)) }];
  });
}

function keyOf(id: string, nth: number, index: number): string {
  return `${id} ${nth} ${index}`;
}

function placedNow(text: string, mark: Mark, keys: readonly string[], tracker: Tracker): PlacedMark {
  const spans = keys.map((key) => tracker.get(key));
  const guesses = spans.map(() => null);
  if (spans.includes(null)) return { mark, state: 'unplaced', spans, guesses };
  const content = new Map(contentTargets(mark).map((target, index) => [target, index]));
  const checked = mark.decision.kind === 'review' ? checkedWords(mark, mark.decision) : null;
  const same = mark.targets.every((target, index) => {
    const { start, end } = spans[index]!;
    const words = text.slice(start, end).replace(/\r\n?/g, '\n');
    const order = content.get(target);
    return words === (checked && order !== undefined ? checked[order] : target.selector.exact);
  });
  return { mark, state: same ? 'found' : 'changed', spans, guesses };
}
