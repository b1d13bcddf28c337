import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EntityModel } from '../../src/core/entities/model.ts';
import { agreeingEntities, consensusFinder } from '../../src/core/entities/consensus.ts';
import { contextFinder } from '../../src/core/entities/context.ts';
import { findEntities } from '../../src/core/entities/find.ts';
import type { TopicReading } from '../../src/core/meetings/meetings.ts';
import { meetingFinder } from '../../src/core/meetings/meetings.ts';
import { circumstanceFeatures } from '../../src/core/meetings/topicCircumstances.ts';
import type { Sink } from '../../src/core/meetings/topicFeatures.ts';
import { forTopics, type TopicMention, type TopicSentence } from '../../src/core/meetings/topics.ts';
import { readWords, type Words } from '../../src/core/meetings/words.ts';
import { finish } from '../../src/core/memo.ts';
import type { Passage, Placed } from '../../src/core/passage.ts';
import { castFinder } from '../../src/core/people/people.ts';
import { reader } from '../../src/core/readings.ts';
import { frontMatterSpan, readFrontMatter } from '../../src/core/text/frontmatter.ts';
import { passageBlocks, passageReader } from '../../src/core/text/passages.ts';
import { findSentences } from '../../src/core/text/sentences.ts';
import { tokenize } from '../../src/core/text/tokens.ts';
import { articleDate, structureSteps } from '../../src/core/text/structure.ts';
import { likeness } from './likeness.ts';
import type { Lesson } from './textbook.ts';

/** A phrase that could be a topic. */
export interface Candidate {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of its sentence in the article. */
  readonly sentence: number;
  /** What its sentence tells, and what stands around it, as lines of the table of weights. */
  readonly own: readonly string[];
  around: readonly string[];
  /** How like the likest topic that a person noted for the article. */
  readonly like: number;
}

export interface Example {
  readonly id: string;
  readonly topics: readonly string[];
  /** Whether the analysis finds a meeting that topics can be of. */
  readonly hasMeeting: boolean;
  readonly candidates: readonly Candidate[];
}

/** The annotated articles of a folder: `<id>.txt` beside `<id>.json` as `../shared/data/outline/GUIDE.md` says. */
export function readExamples(folder: string, model: EntityModel): readonly Example[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: name the folders of annotated articles with --data.`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Gold;
      return exampleOf(gold, readFileSync(path.join(folder, `${gold.id}.txt`), 'utf8'), model);
    });
}

interface Gold {
  readonly id: string;
  readonly meetings: readonly { readonly agenda: readonly string[] }[];
}

function exampleOf({ id, meetings }: Gold, text: string, model: EntityModel): Example {
  const topics = [...new Set(meetings.flatMap(({ agenda }) => agenda))];
  const candidates: Candidate[] = [];
  let sentences = 0;
  const found = meetingsOf(text, model, {
    find: (words, sentence) => {
      const own = candidatesIn(words, sentence, sentences++, topics);
      const first = candidates.length;
      for (const { candidate } of own) candidates.push(candidate);
      // A topic's score is here the number of its candidate, by which it is known again below.
      return own.map(({ topic }, index) => ({ ...topic, score: first + index }));
    },
    accepts: ({ score }, circumstances) => {
      candidates[score]!.around = linesOf((add) => circumstanceFeatures(circumstances, add));
      return false;
    },
  });
  return { id, topics, hasMeeting: found > 0, candidates };
}

/** A sentence that stands alone. */
export function exampleOfLesson({ text, topics }: Lesson): Example {
  const tokens = tokenize(text);
  const words = readWords(tokens);
  const candidates = findSentences(tokens).flatMap((sentence, index) =>
    candidatesIn(words, { ...sentence, block: 'paragraph', hasEvent: false }, index, topics),
  );
  return { id: text, topics, hasMeeting: true, candidates: candidates.map(({ candidate }) => candidate) };
}

function candidatesIn(
  words: Words,
  sentence: TopicSentence,
  number: number,
  topics: readonly string[],
): readonly { readonly topic: Omit<TopicMention, 'score'>; readonly candidate: Candidate }[] {
  const found: { topic: Omit<TopicMention, 'score'>; candidate: Candidate }[] = [];
  let told: readonly string[] = [];
  let led: readonly string[] = [];
  forTopics(words, sentence, {
    sentence: (features) => (told = linesOf(features)),
    site: (features) => {
      led = linesOf(features);
      return 0;
    },
    least: 0,
    item: (topic, _, features) => {
      const { from, to } = topic.item;
      const text = words.tokens.text.slice(words.tokens.start[from], words.tokens.end[to - 1]);
      const like = Math.max(0, ...topics.map((each) => likeness(each, text)));
      const own = [...told, ...led, ...linesOf(features)];
      found.push({ topic, candidate: { text, from, to, sentence: number, own, around: [], like } });
    },
  });
  return found;
}

function linesOf(features: (add: Sink) => void): readonly string[] {
  const lines: string[] = [];
  features((feature, a, b) => lines.push(`${feature}\t${a}\t${b}`));
  return lines;
}

/** How many meetings the analysis finds with a way to find topics. */
function meetingsOf(text: string, model: EntityModel, reading: TopicReading): number {
  const front = readFrontMatter(text, frontMatterSpan(text));
  const structure = finish(structureSteps(text, front));
  const blocks = passageBlocks(structure);
  const cut: readonly Passage[] = finish(passageReader()(text, blocks));
  const { surroundings, keys } = finish(contextFinder(model)(cut));
  const findable = cut.map((passage, index) => ({ passage, key: keys[index]! }));
  const found = finish(reader()(findable, (index) => findEntities(cut[index]!, model, surroundings)));
  const consensus = finish(consensusFinder()(found));
  const readable = found.map((passage, index) => ({ passage, key: consensus.keys[index]! }));
  const read = finish(reader()(readable, (index) => agreeingEntities(found[index]!, consensus)));
  const placed: readonly Placed[] = read.map((passage, index) => ({ start: blocks[index]!.start, passage }));
  const cast = finish(castFinder()(placed));
  return finish(meetingFinder(reading)(placed, cast, [], articleDate(text, structure, front, null))).length;
}
