import { perObject, perPassage } from '../../memo.ts';
import type { Placed, ReadPassage } from '../../passage.ts';
import type { Cast } from '../../people/people.ts';
import type { PlacedAttribution } from '../placed.ts';
import { nounsOf } from './parties.ts';
import { Scene, type View } from './scene.ts';
import type { Speaker } from './answers.ts';
import { type Answer, PASSAGES_BACK, QUOTED_BACK, Resolver, type Turn } from './speakers.ts';

/**
 * Resolves the sources of an article's attributions, in order, to the people and institutions they stand for, in steps, and gives what is made
 * of each with its answer.
 */
export type SpeakerFinder<Q> = (
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  passages: readonly Placed[],
) => Generator<void, readonly Q[]>;

/**
 * A finder with a memory. It works as editors colour lines: each passage begins with the state in which the one before it ended, and where
 * that, its surroundings and the names that were looked at are as they were, so are its speakers.
 */
export function speakerFinder<Q>(make: Make<Q>): SpeakerFinder<Q> {
  const memory: Memory<Q> = { make, known: new WeakMap(), scene: null, nounsOfAll: perPassage(nounsOf) };
  return (attributions, cast, passages) => findSpeakers(memory, attributions, cast, passages);
}

type Make<Q> = (placed: PlacedAttribution, answer: Answer) => Q;

interface Memory<Q> {
  readonly make: Make<Q>;
  readonly known: WeakMap<ReadPassage, Made<Q>>;
  /** The last version's names. */
  scene: Scene | null;
  readonly nounsOfAll: (passages: readonly Placed[]) => Generator<void, readonly ReturnType<typeof nounsOf>[]>;
}

/** What was made of the attributions of one passage where they stood last. */
interface Made<Q> {
  readonly resolved: Resolved;
  readonly own: readonly PlacedAttribution[];
  readonly made: readonly Q[];
}

function* findSpeakers<Q>(
  memory: Memory<Q>,
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  passages: readonly Placed[],
): Generator<void, readonly Q[]> {
  const { make, known, nounsOfAll } = memory;
  const { nouns, printed } = printedNouns(yield* nounsOfAll(passages));
  const scene = new Scene(cast, memory.scene);
  memory.scene = scene;
  const resolver = new Resolver(scene, nouns, passages);
  const all: Q[] = [];
  let before: Before | null = null;
  for (let from = 0; from < attributions.length;) {
    const { passage, index, start } = attributions[from]!;
    const last = known.get(passage);
    const stays = last !== undefined && standsAt(last.own, attributions, from);
    const own = stays ? last.own : stretchAt(attributions, from);
    const place: Place = { own, passages, printed, resolver, before };
    const { resolved: former } = last ?? {};
    let resolved: Resolved;
    if (former && isAsBefore(former, place, stays) && scene.shows(former.view, start)) recall((resolved = former), place);
    else {
      resolved = resolve(place, scene);
      yield;
    }
    let made = last?.made;
    if (!made || !stays || resolved !== former) {
      const { answers } = resolved;
      made = own.map((placed, i) => make(placed, answers[i]!));
      known.set(passage, { resolved, own, made });
    }
    for (let i = 0; i < made.length; i++) all.push(made[i]!);
    before = { resolved, index, start };
    from += own.length;
  }
  return all;
}

/** Whether the attributions of a passage are, from an index on, those of the last version, at the same place after the same passages. */
function standsAt(own: readonly PlacedAttribution[], attributions: readonly PlacedAttribution[], from: number): boolean {
  for (let i = 0; i < own.length; i++) if (own[i] !== attributions[from + i]) return false;
  return attributions[from + own.length]?.index !== own[0]!.index;
}

/** The attributions of one passage, from the first of them on. */
function stretchAt(attributions: readonly PlacedAttribution[], from: number): readonly PlacedAttribution[] {
  const { index } = attributions[from]!;
  let to = from;
  while (to < attributions.length && attributions[to]!.index === index) to++;
  return attributions.slice(from, to);
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

/** Whether all but the names around is as it was when the passage was resolved; `stays` where it stands after the same passages. */
function isAsBefore(resolved: Resolved, place: Place, stays: boolean): boolean {
  if (resolved.printed !== place.printed || (!stays && !isSame(resolved.words, wordsOf(place)))) return false;
  // After the same passage, as far off, the state is the same without looking.
  if (follows(resolved, place)) return true;
  if (!isSame(resolved.state, stateOf(place))) return false;
  resolved.before = distance(place);
  return true;
}

function follows({ before: known }: Resolved, { own, before }: Place): boolean {
  if (known === null || before === null || before.resolved !== known.resolved) return false;
  const { index, start } = own[0]!;
  return index - before.index === known.index && start - before.start === known.start;
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
  for (const { content } of own) for (const span of content) resolver.quoted.push(span);
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
