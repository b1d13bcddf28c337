import type { Institution, OpenMention, Person, Span } from '../article.ts';
import { finish, perPassage } from '../memo.ts';
import type { Placed } from '../passage.ts';
import { type CastEvidence, castEvidence, offsetsOf, tellsTheSame } from './evidence.ts';
import type { LinkedInstitution } from './institution-questions.ts';
import { linkInstitutions, type PlacedOrganization } from './institutions.ts';
import { linkNames, type PlacedName } from './names.ts';
import { rolesOf } from './roles.ts';
import { findSides } from './sides.ts';

export interface Cast {
  readonly people: readonly Person[];
  readonly openMentions: readonly OpenMention[];
  readonly institutions: readonly Institution[];
}

/** Finds the cast of one version of an article after another, in steps. */
export type CastFinder = (passages: readonly Placed[]) => Generator<void, Cast>;

/** Links the mentions of persons and institutions through the article and gathers their roles. */
export function findCast(passages: readonly Placed[]): Cast {
  return finish(castFinder()(passages));
}

/** A finder with a memory: what a passage's own words say is read once, and an article that tells the same of its cast is not linked again. */
export function castFinder(): CastFinder {
  const memory: Memory = { evidenceOf: perPassage(castEvidence), last: null };
  return (passages) => findChanged(memory, passages);
}

interface Memory {
  readonly evidenceOf: (passages: readonly Placed[]) => Generator<void, readonly CastEvidence[]>;
  last: { readonly evidence: readonly CastEvidence[]; readonly cast: Cast } | null;
}

function* findChanged(memory: Memory, passages: readonly Placed[]): Generator<void, Cast> {
  const { last } = memory;
  const evidence = yield* memory.evidenceOf(passages);
  const cast = last && tellsTheSame(last.evidence, evidence) ? last.cast : yield* linkCast(evidence);
  memory.last = { evidence, cast };
  return castAt(cast, offsetsOf(passages, evidence));
}

/** The cast whose spans count the evidence's places instead of the text's characters. */
function* linkCast(passages: readonly CastEvidence[]): Generator<void, Cast> {
  const names: PlacedName[] = [];
  const placed: PlacedOrganization[] = [];
  let start = 0;
  for (const [passage, own] of passages.entries()) {
    for (const found of own.names) names.push({ passage, offset: start, found });
    for (const found of own.organizations) placed.push({ start, found });
    start += own.offsets.length;
  }
  const sides = findSides(passages.map(({ countries }) => countries));
  yield;
  const institutions = yield* linkInstitutions(placed, sides);
  const { groups, open } = yield* linkNames(names);
  const people: Person[] = [];
  for (const { name, mentions, namesakes } of groups) {
    people.push({ name, mentions: mentions.map(spanOf), roles: rolesOf(mentions, institutions, sides), namesakes });
    yield;
  }
  const sideOf = sidesByHolders(people);
  const home = sides.home && sides.printed(sides.home);
  return {
    people,
    openMentions: open.map(({ mention, candidates }) => ({ ...spanOf(mention), candidates })),
    institutions: institutions.list.map((each) => plain(each, sideOf.has(each.name) ? sideOf.get(each.name)! : home)),
  };
}

/** The cast with the offsets of its places. */
function castAt({ people, openMentions, institutions }: Cast, offsets: readonly number[]): Cast {
  const at = ({ start, end }: Span): Span => ({ start: offsets[start]!, end: offsets[end]! });
  return {
    people: people.map(({ name, mentions, roles, namesakes }) => ({
      name,
      mentions: mentions.map(at),
      roles: roles.map((role) => ({ ...role, ...at(role) })),
      namesakes,
    })),
    openMentions: openMentions.map(({ candidates, ...span }) => ({ ...at(span), candidates })),
    institutions: institutions.map(({ name, aliases, kind, party, mentions }) => ({
      name,
      aliases,
      kind,
      party,
      mentions: mentions.map(at),
    })),
  };
}

/** "Hakan Fidan, the head of the National Intelligence Organization": the side of those who hold its posts; null where they differ. */
function sidesByHolders(people: readonly Person[]): ReadonlyMap<string, string | null> {
  const sides = new Map<string, string | null>();
  for (const { roles } of people)
    for (const { institution, party } of roles)
      if (institution && party) sides.set(institution, sides.has(institution) && sides.get(institution) !== party ? null : party);
  return sides;
}

function spanOf({ offset, found }: PlacedName): Span {
  return { start: offset + found.start, end: offset + found.end };
}

/** A body of a state whose name does not say which has the side given. */
function plain({ name, aliases, kind, party, mentions, ofState, owner }: LinkedInstitution, side: string | null): Institution {
  return { name, aliases, kind, party: party ?? (ofState && owner === null ? side : null), mentions };
}
