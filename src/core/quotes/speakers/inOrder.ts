import { perObject } from '../../memo.ts';
import type { Placed, ReadPassage } from '../../passage.ts';
import type { Cast } from '../../people/people.ts';
import type { PlacedAttribution } from '../placed.ts';
import { Scene, type View } from './scene.ts';
import { PASSAGES_BACK, printedNouns, QUOTED_BACK, Resolver, type Speaker, type Spoken, type Turn } from './speakers.ts';

/** Resolves the sources of an article's attributions, in order, to the people and institutions they stand for. */
export type SpeakerFinder = (
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  passages: readonly Placed[],
) => readonly Spoken[];

/** The speakers of one passage, and all that they hang on; places count from the passage. */
interface Resolved {
  /** The passage's surroundings and the state in which the passages before it left the resolver. */
  readonly given: readonly unknown[];
  /** The names that were looked at. */
  readonly view: View;
  readonly answers: readonly Omit<Spoken, 'placed'>[];
  /** Who spoke last in it. */
  readonly turn: Turn | null;
}

/**
 * A finder with a memory. It works as editors colour lines: each passage begins with the state in which the one before it ended, and where
 * that, its surroundings and the names that were looked at are as they were, so are its speakers.
 */
export function speakerFinder(): SpeakerFinder {
  const known = new WeakMap<ReadPassage, Resolved>();
  return (attributions, cast, passages) => {
    const scene = new Scene(cast);
    const nouns = printedNouns(passages);
    const printed = [...nouns].join();
    const resolver = new Resolver(scene, nouns, passages);
    return byPassage(attributions).flatMap((own) => {
      const { passage, index, start } = own[0]!;
      const given = [printed, ...surroundingsOf(passages, index), ...stateOf(resolver, index, start), ...own.flatMap(wordsOf)];
      const before = known.get(passage);
      if (before && isSame(before.given, given) && scene.shows(before.view, start)) {
        for (const { content } of own) resolver.quoted.push(...content);
        if (before.turn) resolver.last = moved(before.turn, index, start);
        return before.answers.map((answer, i) => ({ ...answer, placed: own[i]! }));
      }
      const last = resolver.last;
      const spoken = own.map((each) => resolver.resolve(each));
      known.set(passage, {
        given,
        view: scene.takeView(start),
        answers: spoken.map(({ placed: _, ...answer }) => answer),
        turn: resolver.last === last ? null : moved(resolver.last!, -index, -start),
      });
      return spoken;
    });
  };
}

function byPassage(attributions: readonly PlacedAttribution[]): readonly (readonly PlacedAttribution[])[] {
  const groups: PlacedAttribution[][] = [];
  for (const each of attributions) {
    const last = groups.at(-1);
    if (last && last[0]!.index === each.index) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** The passages around, and how far off they are. */
function surroundingsOf(passages: readonly Placed[], index: number): readonly unknown[] {
  const around: unknown[] = [];
  for (let i = Math.max(0, index - PASSAGES_BACK); i < index; i++)
    around.push(passages[i]!.passage, passages[index]!.start - passages[i]!.start);
  return around;
}

function stateOf({ last, quoted }: Resolver, index: number, start: number): readonly unknown[] {
  const state: unknown[] = last ? [wordingOf(last.speaker), last.index - index, last.at - start] : [null];
  for (let i = Math.max(0, quoted.length - QUOTED_BACK); i < quoted.length; i++)
    state.push(quoted[i]!.start - start, quoted[i]!.end - start);
  return state;
}

const wordingOf: (speaker: Speaker) => string = perObject((speaker) => JSON.stringify(speaker));

function wordsOf({ attribution, content, start }: PlacedAttribution): readonly unknown[] {
  return [attribution, ...content.flatMap((span) => [span.start - start, span.end - start])];
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function moved(turn: Turn, index: number, offset: number): Turn {
  return { ...turn, index: turn.index + index, at: turn.at + offset };
}
