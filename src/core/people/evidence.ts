import { perObject } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import { type FoundName, findNames } from './found.ts';
import { type FoundOrganization, findOrganizations } from './organizations.ts';
import { countriesOf, type PassageCountries } from './sides.ts';

/**
 * What one passage tells of persons, bodies and states. Places are only numbered in their order, 0, 1, 2 …: an edit between the names of a
 * passage leaves its evidence as it was, and who is who in the article with it.
 */
export interface CastEvidence {
  readonly names: readonly FoundName[];
  readonly organizations: readonly FoundOrganization[];
  readonly countries: PassageCountries;
  /** The offset in the passage of each place. */
  readonly offsets: readonly number[];
}

/** The evidence of a passage. */
export const castEvidence: (passage: ReadPassage) => CastEvidence = perObject((passage) => {
  const names = findNames(passage);
  const organizations = findOrganizations(passage);
  const offsets = new Set<number>();
  const add = ({ start, end }: Stretch): unknown => offsets.add(start).add(end);
  for (const name of names) {
    add(name);
    name.roles.forEach(add);
  }
  for (const organization of organizations) {
    add(organization);
    if (organization.acronym) add(organization.acronym);
  }
  const ordered = [...offsets].sort((a, b) => a - b);
  const numbers = new Map(ordered.map((offset, number) => [offset, number]));
  const numbered = <S extends Stretch>(stretch: S): S => ({
    ...stretch,
    start: numbers.get(stretch.start)!,
    end: numbers.get(stretch.end)!,
  });
  return {
    names: names.map((name) => ({ ...numbered(name), roles: name.roles.map(numbered) })),
    organizations: organizations.map((own) => ({ ...numbered(own), acronym: own.acronym && numbered(own.acronym) })),
    countries: countriesOf(passage),
    offsets: ordered,
  };
});

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether two articles tell the same of their cast, passage by passage. */
export function tellsTheSame(a: readonly CastEvidence[], b: readonly CastEvidence[]): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i] || wording(each) === wording(b[i]!)));
}

const wording: (evidence: CastEvidence) => string = perObject(({ names, organizations, countries }) =>
  // Which tokens they are tells nothing.
  JSON.stringify([names, organizations, countries], (key, value: unknown) => (key === 'from' || key === 'to' ? 0 : value)),
);

/** The article's offset of every place, by the place's number in the article. */
export function offsetsOf(passages: readonly Placed[], evidence: readonly CastEvidence[]): readonly number[] {
  const all: number[] = [];
  for (let i = 0; i < evidence.length; i++) {
    const { offsets } = evidence[i]!;
    const { start } = passages[i]!;
    for (let j = 0; j < offsets.length; j++) all.push(start + offsets[j]!);
  }
  return all;
}
