import type { Role } from '../article.ts';
import type { FoundRole } from './found.ts';
import type { Institutions, LinkedInstitution } from './institution-questions.ts';
import type { PlacedName } from './names.ts';
import { groupPosts, type PlacedRole, type Post } from './posts.ts';
import { institutionOf } from './role-institution.ts';
import { type Holder, partyOf } from './role-party.ts';
import { codeOf, type Sides } from './sides.ts';

/** Works out a person's roles from all of its mentions: one for each post, in its fullest form, with institution and party. */
export function rolesOf(mentions: readonly PlacedName[], institutions: Institutions, all: Sides): readonly Role[] {
  const visited = mentions.flatMap(({ found }) => found.visits ?? []);
  const sides: Sides = visited.length === 0 ? all : { ...all, home: all.homeBut(visited) };
  const placed: PlacedRole[] = [];
  for (const { offset, found } of mentions)
    for (const role of found.roles)
      placed.push({
        start: offset + role.start,
        end: offset + role.end,
        found: role,
        of: found.of,
        near: found.near,
        affiliation: found.affiliation,
      });
  const posts = groupPosts(placed, institutions);
  const state = stateOf(posts, mentions, institutions);
  // "(D-Nev.)" prints no party.
  const affiliation =
    mentions.map(({ found }) => found.affiliation).find((text) => text !== null && !/^[A-Z]-/.test(text)) ?? null;
  const of = mentions.map(({ found }) => found.of).find((text) => text !== null) ?? null;
  return posts.map((post) => roleOf(post, { state, affiliation, of }, institutions, sides)).sort((a, b) => a.start - b.start);
}

/** The country that one of the person's roles names: it holds for the bare ones too. */
function stateOf(posts: readonly Post[], mentions: readonly PlacedName[], institutions: Institutions): string | null {
  for (const { phrases } of posts)
    for (const { found } of phrases) {
      if (found.kind === 'occupation' || found.kind === 'person') continue;
      const named = sendingCountry(found);
      if (named) return named;
      for (const text of found.organizations) {
        const institution = institutions.of(text);
        if (institution?.ofState && institution.owner) return institution.owner;
      }
    }
  for (const { found } of mentions) {
    const code = found.of && codeOf(found.of);
    if (code) return code;
  }
  return null;
}

/** The first country of the phrase that is no host: "Türkiye" of "Türkiye’s Ambassador to Moscow". */
function sendingCountry(found: FoundRole): string | null {
  return found.countries.find(({ form }) => form !== 'metonym' && form !== 'people')?.code ?? null;
}

function roleOf({ phrases }: Post, holder: Holder, institutions: Institutions, all: Sides): Role {
  const { start, end, found } = phrases[0]!;
  // "Presidents A and B", "Foreign Ministers A and B": one state has not two.
  const apart = found.several && found.kind === 'office' && (found.head !== 'minister' || found.fields.length > 0);
  const homeless = apart || (found.several && found.head === 'president') || phrases.every((each) => isElsewhere(each, all.home));
  const sides: Sides = homeless ? { ...all, home: null } : all;
  const state = sendingCountry(found) ?? phrases.map((each) => sendingCountry(each.found)).find((code) => code !== null) ?? null;
  const country = state ?? holder.state;
  const institution = institutionOf(phrases, country, institutions, sides);
  const status = phrases.map((each) => each.found.status).find((each) => each !== 'current') ?? 'current';
  const party = partyOf(found, institution, country, holder, institutions, sides);
  return {
    role: found.role,
    post: found.post,
    status,
    institution: institution ? visibleInstitution(found, institution, party) : found.kind === 'officer' ? found.tailName : null,
    party,
    start,
    end,
  };
}

/**
 * "Social unrest in Sri Lanka drove president Lee out": a former or small-letter post in a sentence on other countries alone is hardly of the
 * article's own.
 */
function isElsewhere({ found, near }: PlacedRole, home: string | null): boolean {
  const loose = found.status === 'former' || /^(?:president|premier|chancellor|king|queen|emperor)$/.test(found.role);
  return loose && home !== null && near.length > 0 && !near.includes(home);
}

/** Legislators of a party hold their seat in a legislature: the party is their side, not their institution. */
function visibleInstitution(found: FoundRole, institution: LinkedInstitution, party: string | null): string | null {
  return found.kind === 'legislator' && (institution.kind === 'party' || institution.name === party) ? null : institution.name;
}
