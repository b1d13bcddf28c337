import type { FoundRole } from './found.ts';
import type { Institutions } from './institution-questions.ts';

/** A role where it stands in the article. */
export interface PlacedRole {
  readonly start: number;
  readonly end: number;
  readonly found: FoundRole;
  /** Country of "Sergei Lavrov of Russia", or of the group in brackets after the name. */
  readonly of: string | null;
  /** The countries that its sentence prints. */
  readonly near: readonly string[];
  readonly affiliation: string | null;
}

/** One post of a person with every phrase that prints it, the fullest first. */
export interface Post {
  readonly phrases: PlacedRole[];
}

/** The posts that a person's phrases print, each with all of its phrases. */
export function groupPosts(placed: readonly PlacedRole[], institutions: Institutions): readonly Post[] {
  const posts: Post[] = [];
  const longestFirst = [...placed].sort((a, b) => size(b.found) - size(a.found) || a.start - b.start);
  for (const role of longestFirst) {
    const same = posts.find(({ phrases }) => samePost(role.found, phrases[0]!.found, institutions));
    if (same) same.phrases.push(role);
    else if (posts.length < 8) posts.push({ phrases: [role] });
  }
  return posts;
}

function size(found: FoundRole): number {
  return found.words.length * 4 + found.organizations.length * 2 + found.countries.length + (found.by === 'shared' ? -1 : 0);
}

/** Words that make another post of the same head. */
export const APART = new Set(['deputy', 'vice', 'assistant', 'associate', 'under', 'joint', 'sub', 'additional', 'junior']);

function samePost(short: FoundRole, long: FoundRole, institutions: Institutions): boolean {
  if (short.head !== long.head && !(ABBREVIATED[short.head] === long.head && short.words.length === 1)) return false;
  const differ = (a: FoundRole, b: FoundRole): boolean => a.words.some((word) => APART.has(word) && !b.words.includes(word));
  if (differ(short, long) || differ(long, short)) return false;
  if (!short.words.every((word) => long.words.includes(word) || word === short.head)) return false;
  if (
    short.countries.length > 0 &&
    long.countries.length > 0 &&
    !short.countries.some(({ code }) => long.countries.some((each) => each.code === code))
  )
    return false;
  if (short.organizations.length === 0 || long.organizations.length === 0) return true;
  return short.organizations.some((a) =>
    long.organizations.some((b) => a === b || (institutions.of(a) ?? a) === (institutions.of(b) ?? b)),
  );
}

const ABBREVIATED: Readonly<Record<string, string>> = { pm: 'minister', fm: 'minister', cm: 'minister' };
