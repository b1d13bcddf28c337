import type { Meeting, Quote } from '../article.ts';
import { finish, perPassage } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { Assembly } from './assembly.ts';
import { readEvidence, type SentenceEvidence } from './evidence.ts';
import { createPartyFinder } from './parties.ts';

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
export function meetingFinder(): MeetingFinder {
  const evidenceOf = perPassage(evidenceIn);
  return (placed, cast, quotes, date) => assemble(evidenceOf(placed), placed, cast, quotes, date);
}

function* assemble(
  read: Generator<void, readonly (readonly SentenceEvidence[])[]>,
  placed: readonly Placed[],
  cast: Cast,
  quotes: readonly Quote[],
  date: string | null,
): Generator<void, readonly Meeting[]> {
  const evidence = yield* read;
  let assembly: Assembly | null = null;
  let told = 0;
  let steps = 0;
  for (let index = 0; index < evidence.length; index++) {
    const before = told;
    if (/^(?:paragraph|caption|standfirst)$/.test(placed[index]!.passage.kind)) told++;
    for (const sentence of evidence[index]!) {
      assembly ??= new Assembly(createPartyFinder(placed, cast), quotes, date);
      assembly.add(placed[index]!, sentence, before);
      if (++steps % SOME === 0) yield;
    }
  }
  return assembly ? yield* assembly.meetings() : [];
}

/** Sentences that are put together in one step. */
const SOME = 16;

function evidenceIn(passage: ReadPassage): readonly SentenceEvidence[] {
  return passage.kind === 'source' || passage.kind === 'frontmatter' ? [] : readEvidence(passage);
}
