import type { Article, Entity } from './article.ts';
import { type EntityContexts, entityContexts } from './entities/context.ts';
import type { EntityModel } from './entities/model.ts';
import { findEntities } from './entities/find.ts';
import { entityValues } from './entities/values/values.ts';
import { correctCast } from './marks/applyCast.ts';
import { correctEntities, entityFixes } from './marks/applyEntities.ts';
import { correctMeetings } from './marks/applyMeetings.ts';
import { correctQuotes } from './marks/applyQuotes.ts';
import type { Decisions } from './marks/decisions.ts';
import { findMeetings } from './meetings/meetings.ts';
import { Memo } from './memo.ts';
import type { Passage, Placed } from './passage.ts';
import { castFinder } from './people/people.ts';
import type { QuoteModel } from './quotes/model/model.ts';
import { quoteFinder } from './quotes/quotes.ts';
import { readings } from './readings.ts';
import { type FrontMatter, frontMatterSpan, readFrontMatter } from './text/frontmatter.ts';
import { passageBlocks, readPassage } from './text/passages.ts';
import { articleDate, findStructure } from './text/structure.ts';

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

/** An analyser with a memory of its own; make one for each open document. */
export function createAnalyzer(resources: Resources = NO_RESOURCES): Analyzer {
  const fronts = new Memo<FrontMatter>();
  const passages = new Memo<Passage>();
  const readingOf = readings();
  let contexts: EntityContexts | null = null;
  const findCast = castFinder();
  const findQuotes = quoteFinder(resources.quoteModel);

  function* steps(text: string, options: AnalysisOptions = {}): Generator<void, Article> {
    fronts.nextRun();
    passages.nextRun();
    const frontSpan = frontMatterSpan(text);
    const front = fronts.get(text.slice(0, frontSpan?.end ?? 0), () => readFrontMatter(text, frontSpan));
    const structure = findStructure(text, front);
    const blocks = passageBlocks(structure);
    const cut: Passage[] = [];
    for (const block of blocks) {
      const own = text.slice(block.start, block.end);
      const passage = passages.get(`${block.kind}\n${own}`, () => readPassage(block.kind, own));
      resources.entityModel?.evidence(passage);
      cut.push(passage);
      yield;
    }
    const decisions = options.decisions ?? [];
    const fixes = entityFixes(text, blocks, decisions);
    const placed: Placed[] = [];
    const { surroundings, keys } = (contexts = entityContexts(cut, resources.entityModel, contexts));
    for (const [index, passage] of cut.entries()) {
      const fix = fixes[index]!;
      const reading = readingOf(passage, `${keys[index]!}\n${fix.key}`, () =>
        correctEntities(findEntities(passage, resources.entityModel, surroundings), fix),
      );
      placed.push({ start: blocks[index]!.start, passage: reading });
      yield;
    }
    const date = articleDate(text, structure, front, options.date ?? null);
    const cast = correctCast(findCast(placed), text, decisions);
    yield;
    const { quotes: said, problems } = findQuotes(placed, cast);
    const quotes = correctQuotes(said, cast, decisions);
    yield;
    const meetings = correctMeetings(findMeetings(placed, cast, quotes, date), text, decisions);
    fronts.endRun();
    passages.endRun();
    return {
      text,
      date,
      structure,
      entities: entitiesOf(placed, date),
      ...cast,
      quotes,
      meetings,
      problems: [...front.problems, ...problems],
    };
  }

  return {
    steps,
    analyze(text, options) {
      const run = steps(text, options);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
  };
}

function entitiesOf(passages: readonly Placed[], date: string | null): readonly Entity[] {
  return passages.flatMap(({ start, passage }) => {
    const values = entityValues(passage, date);
    return passage.entities.map((entity, i) => ({
      type: entity.type,
      start: start + entity.start,
      end: start + entity.end,
      value: values[i] ?? null,
    }));
  });
}
