import type { Article, EntityType, QuoteType, Span } from '../article.ts';
import { partiesOfSpeakers, partyOfPerson } from './standing.ts';

/** What is drawn in the text, each in a style of its own. */
export const HIGHLIGHT_KINDS = [
  'person',
  'organization',
  'place',
  'group',
  'date',
  'money',
  'directQuote',
  'mixedQuote',
  'indirectQuote',
  'cue',
  'source',
] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

/** The spans to draw by kind, each list sorted by start. */
export type Highlights = Readonly<Record<HighlightKind, readonly Span[]>>;

/** What is drawn for an article; with `only`, the mentions and quotes of that person, institution or party alone. */
export function highlightsOf(article: Article, only: string | null = null): Highlights {
  const drawn = Object.fromEntries(HIGHLIGHT_KINDS.map((kind) => [kind, [] as Span[]])) as Record<HighlightKind, Span[]>;
  const wanted = only === null ? null : mentionsUnder(article, only);
  for (const entity of article.entities) {
    const kind = kindOfEntity(entity.type);
    if (kind && (!wanted || wanted.has(entity.start))) drawn[kind].push(entity);
  }
  const partyOf = partiesOfSpeakers(article);
  for (const quote of article.quotes) {
    if (only !== null && quote.speaker !== only && partyOf(quote) !== only) continue;
    drawn[kindOfQuote(quote.type)].push(...quote.content);
    if (quote.cue) drawn.cue.push(quote.cue);
    if (quote.source) drawn.source.push(quote.source);
  }
  for (const spans of Object.values(drawn)) spans.sort((a, b) => a.start - b.start);
  return drawn;
}

/** The part of a sorted list that lies in a window. Nested spans may be long: those that start before the window are kept if they reach into it. */
export function within(spans: readonly Span[], window: Span): readonly Span[] {
  return spans.filter(({ start, end }) => end > window.start && start < window.end);
}

function kindOfEntity(type: EntityType): HighlightKind | null {
  switch (type) {
    case 'person':
    case 'organization':
    case 'date':
    case 'money':
      return type;
    case 'location':
    case 'facility':
      return 'place';
    case 'norp':
      return 'group';
    case 'product':
    case 'misc':
      return null;
  }
}

function kindOfQuote(type: QuoteType): HighlightKind {
  switch (type) {
    case 'direct':
      return 'directQuote';
    case 'mixed':
      return 'mixedQuote';
    case 'indirect':
      return 'indirectQuote';
  }
}

/** Where a name, or anyone of a party, is mentioned. */
function mentionsUnder(article: Article, name: string): ReadonlySet<number> {
  const starts = new Set<number>();
  const add = (spans: readonly Span[]) => spans.forEach(({ start }) => starts.add(start));
  for (const person of article.people) if (person.name === name || partyOfPerson(person) === name) add(person.mentions);
  for (const institution of article.institutions)
    if (institution.name === name || institution.party === name) add(institution.mentions);
  for (const meeting of article.meetings)
    meeting.parties.forEach((party, index) => {
      const span = meeting.partySpans[index];
      if (party === name && span) starts.add(span.start);
    });
  for (const entity of article.entities)
    if (article.text.startsWith(name, entity.start) && entity.end - entity.start === name.length) starts.add(entity.start);
  return starts;
}
