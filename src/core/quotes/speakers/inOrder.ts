import { perObject, perPassage } from '../../memo.ts';
import type { Placed, ReadPassage } from '../../passage.ts';
import type { Cast } from '../../people/people.ts';
import type { PlacedAttribution } from '../placed.ts';
import { nounsOf } from './parties.ts';
import { Scene, type View } from './scene.ts';
import { type Answer, PASSAGES_BACK, QUOTED_BACK, Resolver, type Speaker, type Spoken, type Turn } from './speakers.ts';

/** Resolves the sources of an article's attributions, in order, to the people and institutions they stand for, in steps. */
export type SpeakerFinder = (
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  passages: readonly Placed[],
) => Generator<void, readonly Spoken[]>;

/**
 * A finder with a memory. It works as editors colour lines: each passage begins with the state in which the one before it ended, and where
 * that, its surroundings and the names that were looked at are as they were, so are its speakers.
 */
export function speakerFinder(): SpeakerFinder {
  const memory: Memory = { known: new WeakMap(), nounsOfAll: perPassage(nounsOf) };
  return (attributions, cast, passages) => findSpeakers(memory, attributions, cast, passages);
}

interface Memory {
  readonly known: WeakMap<ReadPassage, Resolved>;
  readonly nounsOfAll: (passages: readonly Placed[]) => Generator<void, readonly ReturnType<typeof nounsOf>[]>;
}

function* findSpeakers(
  { known, nounsOfAll }: Memory,
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  passages: readonly Placed[],
): Generator<void, readonly Spoken[]> {
  const { nouns, printed } = printedNouns(yield* nounsOfAll(passages));
  const scene = new Scene(cast);
  const resolver = new Resolver(scene, nouns, passages);
  const spoken: Spoken[] = [];
  let before: Before | null = null;
  for (const own of byPassage(attributions)) {
    const place: Place = { own, passages, printed, resolver, before };
    const { passage, index, start } = own[0]!;
    let resolved = known.get(passage);
    if (resolved && isAsBefore(resolved, place) && scene.shows(resolved.view, start)) recall(resolved, place);
    else {
      known.set(passage, (resolved = resolve(place, scene)));
      yield;
    }
    for (const [i, placed] of own.entries()) spoken.push({ placed, answer: resolved.answers[i]! });
    before = { resolved, index, start };
  }
  return spoken;
}

/** How the article prints each country first. */
const printedNouns = perObject((lists: readonly ReturnType<typeof nounsOf>[]) => {
  const nouns = new Map(lists.flat().reverse());
  return { nouns, printed: [...nouns].join() };
});

/** The attributions of one passage where they stand in the article. */
interface Place {
  readonly own: readonly PlacedAttribution[];
  readonly passages: readonly Placed[];
  /** How the article prints its countries. */
  readonly printed: string;
  readonly resolver: Resolver;
  readonly before: Before | null;
}

/** The last passage before with attributions. */
interface Before {
  readonly resolved: Resolved;
  readonly index: number;
  readonly start: number;
}

/** The speakers of one passage, and all that they hang on; offsets and indices count from the passage. */
interface Resolved {
  readonly printed: string;
  /** The passages around it and its attributions. */
  readonly words: readonly unknown[];
  /** The state in which the passages before it left the resolver. */
  readonly state: readonly unknown[];
  /** A passage that left it in that state, and how far before it that stood. */
  before: Before | null;
  /** The names that were looked at. */
  readonly view: View;
  readonly answers: readonly Answer[];
  /** Who spoke last in it. */
  readonly turn: Turn | null;
  /** Who put words in writing last in it. */
  readonly issuer: Speaker | null;
}

/** Whether all but the names around is as it was when the passage was resolved. */
function isAsBefore(resolved: Resolved, place: Place): boolean {
  if (resolved.printed !== place.printed || !isSame(resolved.words, wordsOf(place))) return false;
  const before = distance(place);
  const near = before !== null && resolved.before !== null;
  // After the same passage, as far off, the state is the same without looking.
  const follows =
    near &&
    before.resolved === resolved.before!.resolved &&
    before.index === resolved.before!.index &&
    before.start === resolved.before!.start;
  if (follows) return true;
  if (!isSame(resolved.state, stateOf(place))) return false;
  resolved.before = before;
  return true;
}

function resolve(place: Place, scene: Scene): Resolved {
  const { own, resolver, printed } = place;
  const { index, start } = own[0]!;
  const state = stateOf(place);
  const { last, issuer } = resolver;
  const answers = own.map((each) => resolver.resolve(each));
  return {
    printed,
    words: wordsOf(place),
    state,
    before: distance(place),
    view: scene.takeView(start),
    answers,
    turn: resolver.last === last ? null : moved(resolver.last!, -index, -start),
    issuer: resolver.issuer === issuer ? null : resolver.issuer,
  };
}

/** Leaves the resolver in the state in which resolving the passage would. */
function recall({ turn, issuer }: Resolved, { own, resolver }: Place): void {
  for (const { content } of own) resolver.quoted.push(...content);
  if (issuer) resolver.issuer = issuer;
  if (turn) resolver.last = moved(turn, own[0]!.index, own[0]!.start);
}

function distance({ own, before }: Place): Before | null {
  const { index, start } = own[0]!;
  return before && { resolved: before.resolved, index: index - before.index, start: start - before.start };
}

function wordsOf({ own, passages }: Place): readonly unknown[] {
  const { index, start } = own[0]!;
  const words: unknown[] = [];
  for (let i = Math.max(0, index - PASSAGES_BACK); i < index; i++) words.push(passages[i]!.passage, start - passages[i]!.start);
  for (const { attribution, more } of own) {
    words.push(attribution);
    for (const span of more) words.push(span.start - start, span.end - start);
  }
  return words;
}

function stateOf({ own, resolver: { last, issuer, quoted } }: Place): readonly unknown[] {
  const { index, start } = own[0]!;
  const state: unknown[] = last ? [wordingOf(last.speaker), last.index - index, last.at - start] : [null];
  state.push(issuer && wordingOf(issuer));
  for (let i = Math.max(0, quoted.length - QUOTED_BACK); i < quoted.length; i++)
    state.push(quoted[i]!.start - start, quoted[i]!.end - start);
  return state;
}

const wordingOf: (speaker: Speaker) => string = perObject((speaker) => JSON.stringify(speaker));

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function moved(turn: Turn, index: number, offset: number): Turn {
  return { ...turn, index: turn.index + index, at: turn.at + offset };
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
