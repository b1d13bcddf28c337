import type { Institution, OpenMention, Person, Span } from '../article.ts';
import type { Placed } from '../passage.ts';
import { findNames } from './found.ts';
import { type LinkedInstitution, linkInstitutions } from './institutions.ts';
import { linkNames, type PlacedName } from './names.ts';
import { rolesOf } from './roles.ts';
import { findSides } from './sides.ts';

export interface Cast {
  readonly people: readonly Person[];
  readonly openMentions: readonly OpenMention[];
  readonly institutions: readonly Institution[];
}

/**
 * Links the mentions of persons and institutions through the article and gathers their roles. What a passage's own words say is read
 * once for each passage; linking runs over the findings alone.
 */
export function findCast(passages: readonly Placed[]): Cast {
  const names = passages.flatMap(({ start, passage }, index) =>
    findNames(passage).map((found): PlacedName => ({ passage: index, offset: start, found })),
  );
  const sides = findSides(passages);
  const institutions = linkInstitutions(passages, sides);
  const { groups, open } = linkNames(names);
  const people = groups.map(({ name, mentions, namesakes }): Person => ({
    name,
    mentions: mentions.map(spanOf),
    roles: rolesOf(mentions, institutions, sides),
    namesakes,
  }));
  const sideOf = sidesByHolders(people);
  const home = sides.home && sides.printed(sides.home);
  return {
    people,
    openMentions: open.map(({ mention, candidates }) => ({ ...spanOf(mention), candidates })),
    institutions: institutions.list.map((each) => plain(each, sideOf.has(each.name) ? sideOf.get(each.name)! : home)),
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
