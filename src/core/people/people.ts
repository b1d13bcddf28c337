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
  return {
    people: groups.map(({ name, mentions, namesakes }) => ({
      name,
      mentions: mentions.map(spanOf),
      roles: rolesOf(mentions, institutions, sides),
      namesakes,
    })),
    openMentions: open.map(({ mention, candidates }) => ({ ...spanOf(mention), candidates })),
    institutions: institutions.list.map(plain),
  };
}

function spanOf({ offset, found }: PlacedName): Span {
  return { start: offset + found.start, end: offset + found.end };
}

function plain({ name, aliases, kind, party, mentions }: LinkedInstitution): Institution {
  return { name, aliases, kind, party, mentions };
}
