import type { Article, Entity, Meeting, Span } from '../article.ts';
import { contains, evidenceAt, printed, shorten } from './excerpt.ts';

/** One dated event of the article, in the order of time. */
export interface EventRow {
  readonly kind: 'event';
  readonly id: string;
  readonly spans: readonly Span[];
  readonly rows: readonly [];
  /** The value as `Entity` gives it: "2023-04-25", "2023-05", "2023-05/early"; null when only the printed words are known. */
  readonly date: string | null;
  /** The printed date: `Tuesday`. */
  readonly when: string;
  /** What happened: a meeting's name, else the sentence. */
  readonly what: string;
  readonly meeting: Meeting | null;
  /** Against the day the article is dated; null when either is unknown. */
  readonly time: 'before' | 'this' | 'after' | null;
}

/** A timeline longer than this is a table of dates, and no reader's help. */
const MOST = 100;

/** The article's dated events: its meetings, and each further sentence that prints a date with a value. */
export function timeline(article: Article): readonly EventRow[] {
  const events: EventRow[] = [];
  const told = new Set<string>();
  for (const meeting of article.meetings) {
    if (meeting.date === null && meeting.when === null) continue;
    events.push(event(article, meeting, meeting.date, meeting.when ?? meeting.date ?? '', meeting.name, meeting));
    if (meeting.date !== null) told.add(meeting.date);
  }
  const said = new Set<string>();
  for (const entity of article.entities) {
    if (events.length >= MOST) break;
    const value = dateOf(entity);
    if (value === null || told.has(value) || value === article.date || inDateline(article, entity)) continue;
    const { sentence } = evidenceAt(article, entity);
    const key = `${value} ${sentence}`;
    if (said.has(key)) continue;
    said.add(key);
    events.push(event(article, entity, value, printed(article, entity), shorten(sentence, 90), null));
  }
  return withIds(inOrder(article, events));
}

function event(article: Article, span: Span, date: string | null, when: string, what: string, meeting: Meeting | null): EventRow {
  return {
    kind: 'event',
    id: `event/${date ?? when}/${what}`,
    spans: [span],
    rows: [],
    date,
    when,
    what,
    meeting,
    time: timeOf(article, date, meeting),
  };
}

const TIME_OF_STATUS = { held: 'this', planned: 'after', earlier: 'before' } as const;

function timeOf(article: Article, date: string | null, meeting: Meeting | null): EventRow['time'] {
  if (meeting) return TIME_OF_STATUS[meeting.status];
  if (date === null || article.date === null) return null;
  // A month is neither before nor after a day that lies in it.
  const length = Math.min(day(date).length, article.date.length);
  const own = day(date).slice(0, length);
  const today = article.date.slice(0, length);
  if (own === today) return length === 10 ? 'this' : null;
  return own < today ? 'before' : 'after';
}

/** Entities of type date with a value; a duration has none. */
function dateOf(entity: Entity): string | null {
  return entity.type === 'date' && typeof entity.value === 'string' ? entity.value : null;
}

/** "2023-05/early" sorts and compares as its month. */
function day(value: string): string {
  return value.split('/')[0]!;
}

function inDateline(article: Article, span: Span): boolean {
  return article.structure.some(
    ({ kind, start, end }) =>
      (kind === 'dateline' || kind === 'byline' || kind === 'frontmatter') && contains({ start, end }, span),
  );
}

/** By date; an event without one goes where its place in time says: earlier, this article's, planned. */
function inOrder(article: Article, events: readonly EventRow[]): readonly EventRow[] {
  const undated = { before: '', this: article.date ?? '5', after: '9' } as const;
  const key = (row: EventRow) => (row.date === null ? undated[row.time ?? 'this'] : day(row.date));
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.spans[0]!.start - b.spans[0]!.start));
}

function withIds(events: readonly EventRow[]): readonly EventRow[] {
  const seen = new Map<string, number>();
  return events.map((row) => {
    const count = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, count);
    return count === 1 ? row : { ...row, id: `${row.id}#${count}` };
  });
}
