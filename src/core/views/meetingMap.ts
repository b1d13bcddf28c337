import type { Article, Meeting, QuoteType, Span } from '../article.ts';
import { shorten } from './excerpt.ts';
import { quoteText } from './quotes.ts';
import { partiesByName, partiesOfSpeakers } from './standing.ts';

/** One meeting as a table: a column for each party, a row for each topic, and who says what. */
export interface MeetingMap {
  readonly meeting: Meeting;
  readonly columns: readonly MapColumn[];
  readonly topics: readonly MapTopic[];
}

export interface MapColumn {
  readonly party: string;
  readonly span: Span | null;
  readonly delegates: readonly MapDelegate[];
  /** What the party's people, its institutions and itself are quoted with; only for a meeting that this article is about. */
  readonly quotes: readonly MapQuote[];
}

export interface MapDelegate {
  readonly post: string;
  /** null: the article does not name the person. */
  readonly person: string | null;
  readonly span: Span;
}

export interface MapQuote {
  readonly speaker: string;
  readonly type: QuoteType;
  readonly text: string;
  readonly span: Span;
}

export interface MapTopic {
  readonly text: string;
  readonly span: Span;
  /** For each column, whether that party says so: itself, one of its institutions or one of its people. */
  readonly by: readonly boolean[];
  /** Nobody is named: the article itself says so. */
  readonly byArticle: boolean;
  /** Who else says so. */
  readonly others: readonly string[];
}

/** The article's meetings as maps: held ones first, then planned, then earlier ones; a meeting about which nothing is known but its name is left out. */
export function meetingMaps(article: Article): readonly MeetingMap[] {
  const quotes = quotesByParty(article);
  const partyOf = partiesByName(article);
  return STATUSES.flatMap((status) => article.meetings.filter((meeting) => meeting.status === status))
    .filter(({ parties, delegates, agenda }) => parties.length > 0 || delegates.length > 0 || agenda.length > 0)
    .map((meeting) => meetingMap(meeting, quotes, partyOf));
}

const STATUSES: readonly Meeting['status'][] = ['held', 'planned', 'earlier'];
const LONGEST_QUOTE = 90;

function meetingMap(
  meeting: Meeting,
  quotes: ReadonlyMap<string, readonly MapQuote[]>,
  partyOf: ReadonlyMap<string, string>,
): MeetingMap {
  const strangers = meeting.delegates.map(({ party }) => party).filter((party) => !meeting.parties.includes(party));
  const parties = [...meeting.parties, ...new Set(strangers)];
  const columns = parties.map((party, index) => ({
    party,
    span: meeting.partySpans[index] ?? null,
    delegates: meeting.delegates
      .filter((delegate) => delegate.party === party)
      .map(({ post, person, start, end }) => ({ post, person, span: { start, end } })),
    quotes: meeting.status === 'held' ? (quotes.get(party) ?? []) : [],
  }));
  const topics = meeting.agenda.map(({ text, start, end, by }) => ({
    text,
    span: { start, end },
    by: parties.map((party) => by.some((name) => name === party || partyOf.get(name) === party)),
    byArticle: by.length === 0,
    others: by.filter((name) => !parties.includes(name) && !parties.includes(partyOf.get(name) ?? '')),
  }));
  return { meeting, columns, topics };
}

function quotesByParty(article: Article): ReadonlyMap<string, readonly MapQuote[]> {
  const partyOf = partiesOfSpeakers(article);
  const found = new Map<string, MapQuote[]>();
  for (const quote of article.quotes) {
    const party = partyOf(quote);
    const first = quote.content[0];
    if (party === null || !first || quote.speaker === null) continue;
    const own = found.get(party) ?? [];
    own.push({ speaker: quote.speaker, type: quote.type, text: shorten(quoteText(article, quote), LONGEST_QUOTE), span: first });
    found.set(party, own);
  }
  return found;
}
