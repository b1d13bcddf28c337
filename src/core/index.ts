/** The only door into the core. */
export type * from './article.ts';
export { ENTITY_TYPES } from './article.ts';
export { createAnalyzer, type AnalysisOptions, type Analyzer, type Resources } from './analyze.ts';
export { type EntityModel, type EntityModelResult, readEntityModel } from './entities/model.ts';
export * from './marks/index.ts';
export { isDay } from './text/day.ts';
export { type QuoteModel, type QuoteModelResult, readQuoteModel } from './quotes/model/model.ts';
export { looksLikeProse } from './text/prose.ts';
export { toJson } from './views/json.ts';
export { cardsAt, type Card, type QuoteCard, quoteCard } from './views/card.ts';
export { contains, type Evidence, printed, shorten } from './views/excerpt.ts';
export { HIGHLIGHT_KINDS, type HighlightKind, type Highlights, highlightsOf, within } from './views/highlights.ts';
export { type MapColumn, type MapTopic, type MeetingMap, meetingMaps } from './views/meetingMap.ts';
export { outlineView, type OutlineRow } from './views/outline.ts';
export {
  quoteLabel,
  quotesView,
  quoteText,
  type QuoteFilter,
  type QuoteOrder,
  type QuoteRow,
  type QuotesRow,
} from './views/quotes.ts';
export { partiesOfSpeakers, partyOfPerson } from './views/standing.ts';
export { mentionsOf, quotesAt, quoteSpans, type Subject, subjectAt } from './views/subject.ts';
export { type EventRow } from './views/timeline.ts';
