import type { Meeting, Quote } from '../article.ts';
import { finish, perPassage } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { Assembly, type TopicJudge } from './assembly.ts';
import { readEvidence, type SentenceEvidence } from './evidence.ts';
import { createPartyFinder, type PartyFinder } from './parties.ts';
import { isOnTheTable } from './topicCircumstances.ts';
import { findTopics } from './topics.ts';

/** Finds the article's meetings with parties, delegates and agenda. */
export function findMeetings(
  placed: readonly Placed[],
  cast: Cast,
  quotes: readonly Quote[],
  date: string | null,
): readonly Meeting[] {
  return finish(meetingFinder()(placed, cast, quotes, date));
}

/** Finds the meetings of one version of an article after another, in steps. */
export type MeetingFinder = (
  placed: readonly Placed[],
  cast: Cast,
  quotes: readonly Quote[],
  date: string | null,
) => Generator<void, readonly Meeting[]>;

/**
 * A finder that reads what a sentence tells once for each passage; then the mentions of one event under its many names are put together, in
 * the order of the text.
 */
export function meetingFinder({ find, accepts }: TopicReading = { find: findTopics, accepts: isOnTheTable }): MeetingFinder {
  const evidenceOf = perPassage((passage: ReadPassage) => readEvidence(passage, find));
  return (placed, cast, quotes, date) =>
    assemble(evidenceOf(placed), placed, (parties) => new Assembly(parties, quotes, date, accepts), cast);
}

/** How topics are found in a sentence and judged in the article; learning looks at more of them. */
export interface TopicReading {
  readonly find: typeof findTopics;
  readonly accepts: TopicJudge;
}

function* assemble(
  read: Generator<void, readonly (readonly SentenceEvidence[])[]>,
  placed: readonly Placed[],
  begin: (parties: PartyFinder) => Assembly,
  cast: Cast,
): Generator<void, readonly Meeting[]> {
  const evidence = yield* read;
  let assembly: Assembly | null = null;
  let told = 0;
  let steps = 0;
  let sentences = 0;
  for (let index = 0; index < evidence.length; index++) {
    const before = told;
    if (/^(?:paragraph|caption|standfirst)$/.test(placed[index]!.passage.kind)) told++;
    for (const sentence of evidence[index]!) {
      assembly ??= begin(createPartyFinder(placed, cast));
      assembly.add(placed[index]!, sentence, before, sentences + sentence.index);
      if (++steps % SOME === 0) yield;
    }
    sentences += placed[index]!.passage.sentences.length;
  }
  return assembly ? yield* assembly.meetings() : [];
}

/** Sentences that are put together in one step. */
const SOME = 16;
