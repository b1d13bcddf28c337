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
  type PlacedMark,
  placeMarks,
  refreshMarks,
  type Span,
  type TextChange,
} from '../../core/index.ts';

/**
 * A mark to add or to put in the place of the one with its id; `spans` where its targets stand, null for one without a place, and
 * null for all where nothing moves.
 */
export interface MarkPut {
  readonly mark: Mark;
  readonly spans: readonly (Span | null)[] | null;
}

/** What was done to the marks of these ids: the lines that stood before, and after. */
export interface Exchange {
  readonly ids: ReadonlySet<string>;
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
}

/** The marks of one open article: placed once, then followed through every edit. Knows no files. */
export interface Session {
  /** Where all marks stand in the text as it is now. */
  list(): readonly PlacedMark[];
  /** What they decide for the analysis; the same value until something changes. Marks in conflict decide nothing. */
  decisions(): Decisions;
  readonly entries: readonly Entry[];
  /** Ids of which a person has to choose a version. */
  readonly conflicts: readonly string[];
  edit(changes: readonly TextChange[], text: string): void;
  /** Takes entries in the place of those there are, and places those it did not have. */
  take(entries: readonly Entry[]): void;
  change(puts: readonly MarkPut[], drops: readonly string[]): Exchange;
  /** Of several versions of a mark keeps this one. */
  choose(mark: Mark): Exchange;
  /** False when somebody else changed, removed or brought back one of these marks since: undoing would take that away. */
  stands(exchange: Exchange, side: 'before' | 'after'): boolean;
  /** Puts one side of an exchange back, byte for byte and where it stands now. */
  restore(exchange: Exchange, side: 'before' | 'after'): void;
  /** Writes new selectors for marks that would not be found again where they stand. */
  refresh(): void;
  /** Where the target `index` of a mark, which has no place, may have stood: offered, never applied. */
  guess(id: string, index: number): Span | null;
}

/** One value, so that an article whose marks are still being read and one that has none need the same analysis. */
export const NO_DECISIONS: Decisions = [];

/** @param placed the marks as placed in `text`. */
export function createSession(article: string, text: string, entries: readonly Entry[], placed: readonly PlacedMark[]): Session {
  const tracker = createTracker(text);
  /** What the tracker calls the targets of each line. Lines that undo may bring back are followed as well. */
  const keys = new WeakMap<Entry, readonly string[]>();
  const guesses = new Map<string, readonly (Span | null)[]>();
  let lastKey = 0;
  let now = text;
  let held = entries;
  let conflicts = conflictsOf(held);
  let cached: { readonly list: readonly PlacedMark[]; readonly decisions: Decisions } | null = null;

  function hold(next: readonly Entry[]): void {
    held = next;
    conflicts = conflictsOf(held);
    cached = null;
  }

  function follow(entry: Entry, spans: readonly (Span | null)[]): void {
    const own = spans.map(() => String(++lastKey));
    own.forEach((key, index) => tracker.set(key, spans[index]!));
    keys.set(entry, own);
  }

  function place(fresh: readonly Marked[], places: readonly PlacedMark[]): void {
    fresh.forEach((entry, index) => {
      follow(entry, places[index]!.spans);
      guesses.set(entry.mark.id, places[index]!.guesses);
    });
  }

  function spansOf(entry: Entry): readonly (Span | null)[] {
    return keys.get(entry)!.map((key) => tracker.get(key));
  }

  function current(): NonNullable<typeof cached> {
    if (cached) return cached;
    const open = new Set(conflicts);
    const list = marked(held).map((entry) => placedNow(now, entry.mark, spansOf(entry)));
    const decisions = decisionsOf(list.filter(({ mark }) => !open.has(mark.id)));
    return (cached = { list, decisions: decisions.length === 0 ? NO_DECISIONS : decisions });
  }

  /** Lines that are not understood are never anybody's to replace. */
  function exchange(ids: ReadonlySet<string>, after: readonly Entry[]): Exchange {
    const goes = ({ id, mark }: Entry) => mark !== null && id !== null && ids.has(id);
    const before = held.filter(goes);
    hold([...held.filter((entry) => !goes(entry)), ...after]);
    return { ids, before, after };
  }

  place(marked(entries), placed);

  return {
    list: () => current().list,
    decisions: () => current().decisions,
    get entries() {
      return held;
    },
    get conflicts() {
      return conflicts;
    },
    edit(changes, after) {
      tracker.edit(changes, after);
      now = after;
      cached = null;
    },
    take(next) {
      const known = new Map(held.map((entry) => [entry.raw, entry]));
      const taken = next.map((entry) => known.get(entry.raw) ?? entry);
      const fresh = marked(taken).filter((entry) => !keys.has(entry));
      const marks = fresh.map(({ mark }) => mark);
      place(fresh, finish(placeMarks(now, marks)));
      hold(taken);
    },
    change(puts, drops) {
      const known = new Map(marked(held).map((entry) => [entry.mark.id, entry]));
      const after = puts.map(({ mark, spans }) => {
        const old = known.get(mark.id) ?? null;
        const entry = entryOf(mark, article, old);
        if (spans || !old) follow(entry, spans ?? []);
        else keys.set(entry, keys.get(old)!);
        return entry;
      });
      return exchange(new Set([...drops, ...puts.map(({ mark }) => mark.id)]), after);
    },
    choose: (mark) =>
      exchange(
        new Set([mark.id]),
        held.filter((entry) => entry.mark === mark),
      ),
    stands: ({ ids, before, after }, side) =>
      // New selectors are no other decision, and leave the time of the old one.
      timesOf(marked(held).filter(({ mark }) => ids.has(mark.id))) === timesOf(marked(side === 'before' ? before : after)),
    restore: ({ ids, before, after }, side) => void exchange(ids, side === 'before' ? before : after),
    refresh() {
      const rows = new Map(marked(held).map((entry) => [entry.mark, entry]));
      const fresh = refreshMarks(now, [...rows.keys()], (mark, index) => spansOf(rows.get(mark)!)[index]!);
      const byId = new Map(fresh.map((mark) => [mark.id, mark]));
      const open = new Set(conflicts);
      if (byId.size === 0) return;
      hold(
        held.map((entry) => {
          const mark = entry.mark && !open.has(entry.mark.id) ? byId.get(entry.mark.id) : undefined;
          if (!mark) return entry;
          const written = entryOf(mark, article, entry);
          keys.set(written, keys.get(entry)!);
          return written;
        }),
      );
    },
    guess: (id, index) => guesses.get(id)?.[index] ?? null,
  };
}

type Marked = Entry & { readonly mark: Mark };

function marked(entries: readonly Entry[]): readonly Marked[] {
  return entries.filter((entry): entry is Marked => entry.mark !== null);
}

function timesOf(entries: readonly Marked[]): string {
  return JSON.stringify(entries.map(({ mark }) => [mark.id, mark.modified]).sort());
}

/** Only what this version understands can be chosen between. */
function conflictsOf(entries: readonly Entry[]): readonly string[] {
  const twice = new Set(conflictsIn(entries));
  return twice.size === 0 ? [] : conflictsIn(entries.filter(({ id, mark }) => mark !== null && id !== null && twice.has(id)));
}

function placedNow(text: string, mark: Mark, spans: readonly (Span | null)[]): PlacedMark {
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
