import type { Article } from './article.ts';
import { agreeingEntities, type ConsensusFinder, consensusFinder } from './entities/consensus.ts';
import { type ContextFinder, contextFinder } from './entities/context.ts';
import type { EntityModel } from './entities/model.ts';
import { findEntities } from './entities/find.ts';
import { type EntityPlacer, entityPlacer } from './entities/placed.ts';
import { correctCast } from './marks/applyCast.ts';
import { correctEntities, entityFixes } from './marks/applyEntities.ts';
import { correctMeetings } from './marks/applyMeetings.ts';
import { correctQuotes } from './marks/applyQuotes.ts';
import type { Decisions } from './marks/decisions.ts';
import { type MeetingFinder, meetingFinder } from './meetings/meetings.ts';
import { finish } from './memo.ts';
import type { Placed } from './passage.ts';
import { type CastFinder, castFinder } from './people/people.ts';
import type { QuoteModel } from './quotes/model/model.ts';
import { type QuoteFinder, quoteFinder } from './quotes/quotes.ts';
import { type Reader, reader } from './readings.ts';
import { isBinary } from './text/binary.ts';
import { type FrontMatter, frontMatterSpan, readFrontMatter } from './text/frontmatter.ts';
import { passageBlocks, type PassageReader, passageReader } from './text/passages.ts';
import { articleDate, structureSteps } from './text/structure.ts';

export interface AnalysisOptions {
  /** The article's date, ISO 8601; a date in the text's own front matter comes first. */
  readonly date?: string | null;
  /** What a person decided about this text. */
  readonly decisions?: Decisions;
}

/** What the analysis runs on beside its word lists; a part that is missing is null, and its findings are then missing too. */
export interface Resources {
  readonly entityModel: EntityModel | null;
  readonly quoteModel: QuoteModel | null;
}

const NO_RESOURCES: Resources = { entityModel: null, quoteModel: null };

export interface Analyzer {
  /** Analyses a whole text at once. What an earlier call worked out for the same passages is used again; the result is the same. */
  analyze(text: string, options?: AnalysisOptions): Article;
  /** The same in small steps: each `next()` does a bounded piece of work, so that a host can stay responsive and stop in between. */
  steps(text: string, options?: AnalysisOptions): Generator<void, Article>;
}

/** An analyser with a memory of its own; make one for each open document. Every step remembers what it last read of each passage. */
export function createAnalyzer(resources: Resources = NO_RESOURCES): Analyzer {
  const { entityModel, quoteModel } = resources;
  const parts: Parts = {
    entityModel,
    readPassages: passageReader(),
    findContexts: contextFinder(entityModel),
    findMentions: reader(),
    findConsensus: consensusFinder(),
    readEntities: reader(),
    placeEntities: entityPlacer(),
    findCast: castFinder(),
    findQuotes: quoteFinder(quoteModel),
    findMeetings: meetingFinder(),
    head: null,
  };
  return {
    steps: (text, options) => steps(parts, text, options),
    analyze: (text, options) => finish(steps(parts, text, options)),
  };
}

/** The steps of one document's analyses, each with a memory of its own. */
interface Parts {
  readonly entityModel: EntityModel | null;
  readonly readPassages: PassageReader;
  readonly findContexts: ContextFinder;
  readonly findMentions: Reader;
  readonly findConsensus: ConsensusFinder;
  readonly readEntities: Reader;
  readonly placeEntities: EntityPlacer;
  readonly findCast: CastFinder;
  readonly findQuotes: QuoteFinder;
  readonly findMeetings: MeetingFinder;
  head: { readonly text: string; readonly front: FrontMatter } | null;
}

function readHead(parts: Parts, text: string): FrontMatter {
  const span = frontMatterSpan(text);
  const own = text.slice(0, span?.end ?? 0);
  if (parts.head?.text !== own) parts.head = { text: own, front: readFrontMatter(text, span) };
  return parts.head.front;
}

function* steps(
  parts: Parts,
  text: string,
  { date: known = null, decisions = [] }: AnalysisOptions = {},
): Generator<void, Article> {
  const front = readHead(parts, text);
  const structure = isBinary(text) ? [] : yield* structureSteps(text, front);
  const blocks = passageBlocks(structure);
  yield;
  const cut = yield* parts.readPassages(text, blocks);
  const { surroundings, keys } = yield* parts.findContexts(cut);
  const findable = cut.map((passage, index) => ({ passage, key: keys[index]! }));
  const found = yield* parts.findMentions(findable, (index) => findEntities(cut[index]!, parts.entityModel, surroundings));
  const consensus = yield* parts.findConsensus(found);
  const fixes = entityFixes(text, blocks, decisions);
  const readable = found.map((passage, index) => ({ passage, key: consensus.keys[index]! + fixes[index]!.key }));
  const read = yield* parts.readEntities(readable, (index) =>
    correctEntities(agreeingEntities(found[index]!, consensus), fixes[index]!),
  );
  const placed: readonly Placed[] = read.map((passage, index) => ({ start: blocks[index]!.start, passage }));
  const date = articleDate(text, structure, front, known);
  const cast = correctCast(yield* parts.findCast(placed), text, decisions);
  yield;
  const { quotes: said, problems } = yield* parts.findQuotes(placed, cast);
  const quotes = correctQuotes(said, cast, decisions);
  yield;
  const meetings = correctMeetings(yield* parts.findMeetings(placed, cast, quotes, date), text, decisions);
  const entities = yield* parts.placeEntities(placed, date);
  return {
    text,
    date,
    structure,
    entities,
    ...cast,
    quotes,
    meetings,
    problems: [...front.problems, ...problems].sort((a, b) => a.start - b.start),
  };
}
