import type { Article } from './article.ts';
import { agreeingEntities, consensusFinder } from './entities/consensus.ts';
import { contextFinder } from './entities/context.ts';
import type { EntityModel } from './entities/model.ts';
import { findEntities } from './entities/find.ts';
import { entityPlacer } from './entities/placed.ts';
import { correctCast } from './marks/applyCast.ts';
import { correctEntities, entityFixes } from './marks/applyEntities.ts';
import { correctMeetings } from './marks/applyMeetings.ts';
import { correctQuotes } from './marks/applyQuotes.ts';
import type { Decisions } from './marks/decisions.ts';
import { meetingFinder } from './meetings/meetings.ts';
import { finish } from './memo.ts';
import type { Placed } from './passage.ts';
import { castFinder } from './people/people.ts';
import type { QuoteModel } from './quotes/model/model.ts';
import { quoteFinder } from './quotes/quotes.ts';
import { reader } from './readings.ts';
import { isBinary } from './text/binary.ts';
import { type FrontMatter, frontMatterSpan, readFrontMatter } from './text/frontmatter.ts';
import { passageBlocks, passageReader } from './text/passages.ts';
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
  const readPassages = passageReader();
  const findContexts = contextFinder(entityModel);
  const findMentions = reader();
  const findConsensus = consensusFinder();
  const readEntities = reader();
  const placeEntities = entityPlacer();
  const findCast = castFinder();
  const findQuotes = quoteFinder(quoteModel);
  const findMeetings = meetingFinder();
  let head: { readonly text: string; readonly front: FrontMatter } | null = null;

  function readHead(text: string): FrontMatter {
    const span = frontMatterSpan(text);
    const own = text.slice(0, span?.end ?? 0);
    if (head?.text !== own) head = { text: own, front: readFrontMatter(text, span) };
    return head.front;
  }

  function* steps(text: string, { date: known = null, decisions = [] }: AnalysisOptions = {}): Generator<void, Article> {
    const front = readHead(text);
    const structure = isBinary(text) ? [] : yield* structureSteps(text, front);
    const blocks = passageBlocks(structure);
    yield;
    const cut = yield* readPassages(text, blocks);
    const { surroundings, keys } = yield* findContexts(cut);
    const findable = cut.map((passage, index) => ({ passage, key: keys[index]! }));
    const found = yield* findMentions(findable, (index) => findEntities(cut[index]!, entityModel, surroundings));
    const consensus = yield* findConsensus(found);
    const fixes = entityFixes(text, blocks, decisions);
    const readable = found.map((passage, index) => ({ passage, key: consensus.keys[index]! + fixes[index]!.key }));
    const read = yield* readEntities(readable, (index) =>
      correctEntities(agreeingEntities(found[index]!, consensus), fixes[index]!),
    );
    const placed: readonly Placed[] = read.map((passage, index) => ({ start: blocks[index]!.start, passage }));
    const date = articleDate(text, structure, front, known);
    const cast = correctCast(yield* findCast(placed), text, decisions);
    yield;
    const { quotes: said, problems } = yield* findQuotes(placed, cast);
    const quotes = correctQuotes(said, cast, decisions);
    yield;
    const meetings = correctMeetings(yield* findMeetings(placed, cast, quotes, date), text, decisions);
    const entities = yield* placeEntities(placed, date);
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

  return { steps, analyze: (text, options) => finish(steps(text, options)) };
}
