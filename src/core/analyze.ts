import type { Article, Block, Entity } from './article.ts';
import { entityContexts } from './entities/context.ts';
import { findEntities } from './entities/find.ts';
import { entityValues } from './entities/values/values.ts';
import { findMeetings } from './meetings/meetings.ts';
import { Memo } from './memo.ts';
import type { Passage, Placed, ReadPassage } from './passage.ts';
import { findCast } from './people/people.ts';
import { findQuotes } from './quotes/quotes.ts';
import { findSentences } from './text/sentences.ts';
import { readFrontMatter } from './text/frontmatter.ts';
import { articleDate, findStructure } from './text/structure.ts';
import { tokenize } from './text/tokens.ts';

export interface AnalysisOptions {
  /** The article's date, ISO 8601; a date in the text's own front matter comes first. */
  readonly date?: string | null;
}

export interface Analyzer {
  /** Analyses a whole text at once. What an earlier call worked out for the same passages is used again; the result is the same. */
  analyze(text: string, options?: AnalysisOptions): Article;
  /** The same in small steps: each `next()` does a bounded piece of work, so that a host can stay responsive and stop in between. */
  steps(text: string, options?: AnalysisOptions): Generator<void, Article>;
}

/** An analyser with a memory of its own; make one for each open document. */
export function createAnalyzer(): Analyzer {
  const passages = new Memo<Passage>();
  const read = new Memo<ReadPassage>();

  function* steps(text: string, options: AnalysisOptions = {}): Generator<void, Article> {
    passages.nextRun();
    read.nextRun();
    const front = readFrontMatter(text);
    const structure = findStructure(text, front);
    const blocks = structure.filter((block, index) => isPassage(structure, block, index));
    const cut: Passage[] = [];
    for (const block of blocks) {
      const own = text.slice(block.start, block.end);
      cut.push(passages.get(`${block.kind}\n${own}`, () => readPassage(block, own)));
      yield;
    }
    const placed: Placed[] = [];
    for (const [index, context] of entityContexts(cut).entries()) {
      const passage = cut[index]!;
      const found = read.get(`${passage.kind}\n${context.key}\n${passage.text}`, () => ({
        ...passage,
        entities: findEntities(passage, context),
      }));
      placed.push({ start: blocks[index]!.start, passage: found });
      yield;
    }
    const date = articleDate(text, structure, front, options.date ?? null);
    const cast = findCast(placed);
    yield;
    const { quotes, problems } = findQuotes(placed, cast);
    yield;
    const meetings = findMeetings(placed, cast, quotes, date);
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

/** Front matter is no prose; a dateline or credit is read with the block that it lies in. */
function isPassage(structure: readonly Block[], block: Block, index: number): boolean {
  if (block.kind === 'frontmatter') return false;
  if (block.kind !== 'dateline' && block.kind !== 'credit') return true;
  const before = structure[index - 1];
  return !before || before.end <= block.start;
}

function readPassage(block: Block, text: string): Passage {
  const tokens = tokenize(text);
  return { kind: block.kind, text, tokens, sentences: findSentences(tokens) };
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
