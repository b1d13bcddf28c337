import type { InstitutionKind, Role } from '../article.ts';
import type { FoundRole } from './found.ts';
import type { Institutions, LinkedInstitution } from './institutions.ts';
import type { PlacedName } from './names.ts';
import { codeOf, type Sides } from './sides.ts';

/** A role where it stands in the article. */
interface PlacedRole {
  readonly start: number;
  readonly end: number;
  readonly found: FoundRole;
  /** Country of "Sergei Lavrov of Russia", or of the group in brackets after the name. */
  readonly of: string | null;
  readonly affiliation: string | null;
}

/** One post of a person with every phrase that prints it, the fullest first. */
interface Post {
  readonly phrases: PlacedRole[];
}

/** Works out a person's roles from all of its mentions: one for each post, in its fullest form, with institution and party. */
export function rolesOf(mentions: readonly PlacedName[], institutions: Institutions, sides: Sides): readonly Role[] {
  const placed: PlacedRole[] = [];
  for (const { offset, found } of mentions)
    for (const role of found.roles)
      placed.push({
        start: offset + role.start,
        end: offset + role.end,
        found: role,
        of: found.of,
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

function groupPosts(placed: readonly PlacedRole[], institutions: Institutions): readonly Post[] {
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
const APART = new Set(['deputy', 'vice', 'assistant', 'associate', 'under', 'joint', 'sub', 'additional', 'junior']);

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

/** What a person's several roles and mentions say together. */
interface Holder {
  readonly state: string | null;
  readonly affiliation: string | null;
  readonly of: string | null;
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

function roleOf({ phrases }: Post, holder: Holder, institutions: Institutions, sides: Sides): Role {
  const { start, end, found } = phrases[0]!;
  const state = sendingCountry(found) ?? phrases.map((each) => sendingCountry(each.found)).find((code) => code !== null) ?? null;
  const country = state ?? holder.state;
  const institution = institutionOf(phrases, country, institutions, sides);
  const status = phrases.map((each) => each.found.status).find((each) => each !== 'current') ?? 'current';
  return {
    role: found.role,
    post: found.post,
    status,
    institution: institution ? visibleInstitution(found, institution) : found.kind === 'officer' ? found.tailName : null,
    party: partyOf(found, institution, country, holder, institutions, sides),
    start,
    end,
  };
}

/** Legislators of a party hold their seat in a legislature: the party is their side, not their institution. */
function visibleInstitution(found: FoundRole, institution: LinkedInstitution): string | null {
  return found.kind === 'legislator' && institution.kind === 'party' ? null : institution.name;
}

function institutionOf(
  phrases: readonly PlacedRole[],
  country: string | null,
  institutions: Institutions,
  sides: Sides,
): LinkedInstitution | null {
  for (const { found } of phrases) {
    const named = namedInstitution(found, institutions);
    if (named && !(found.kind === 'legislator' && named.kind === 'party')) return named;
    const party =
      found.kind === 'officer' ? found.groups.map((text) => institutions.partyOf(text)).find((each) => each !== null) : null;
    if (party) return party;
  }
  const { found } = phrases[0]!;
  const state = country ?? sides.home;
  if (found.kind === 'legislator') return institutions.legislature(state);
  if (found.head === 'ambassador') return institutions.embassy(country);
  if (found.head === 'minister' || (found.head === 'secretary' && found.fields.length > 0))
    return institutions.ministry(found.fields, state);
  if (found.head === 'speaker') return institutions.legislature(state);
  if (found.head === 'commissioner') return institutions.named([...found.fields, 'commission'], state);
  if (found.head === 'inspector' || found.head === 'superintendent' || found.head === 'constable')
    return institutions.only('police', state);
  const taken = found.body ? BODY_KINDS[found.body] : undefined;
  const ministry = found.body === 'ministry' && found.fields.length > 0 ? institutions.ministry(found.fields, state) : null;
  if (ministry) return ministry;
  if (found.body === 'parliament' || found.body === 'assembly' || found.body === 'senate') return institutions.legislature(state);
  // "Secretary General Ana Ruiz of the Progress Party", "Professor Luis Vega of Quito University"
  const own = found.body === null && MEMBERS.has(found.kind) ? phrases.find((each) => each.of !== null)?.of : null;
  if (own) return institutions.of(own);
  if (!found.body || !(found.definiteBody || found.bareBody)) return null;
  // "the committee’s chairman" takes up the Fisheries Committee; "Party leader" only where there is no other party.
  const called = institutions.called(found.body, found.bareBody && !found.definiteBody ? null : phrases[0]!.start);
  if (called || !taken) return called;
  return found.definiteBody ? institutions.last(taken, phrases[0]!.start) : institutions.only(taken[0]!, state);
}

/** Those who are of an organisation, where a minister or king is of a state. */
const MEMBERS: ReadonlySet<FoundRole['kind']> = new Set(['officer', 'occupation']);

/** Which kinds "the company’s chief executive" may take up. */
const BODY_KINDS: Readonly<Record<string, readonly InstitutionKind[]>> = {
  ministry: ['ministry'],
  party: ['party'],
  company: ['company', 'media', 'bank'],
  bank: ['bank', 'company'],
  university: ['university'],
  commission: ['agency'],
  agency: ['agency'],
  union: ['union'],
  federation: ['union'],
  association: ['union'],
  court: ['court'],
  hospital: ['hospital'],
  club: ['club'],
};

/** The institution that the phrase prints: the nearest before the head, else the first after it. */
function namedInstitution(found: FoundRole, institutions: Institutions): LinkedInstitution | null {
  for (const text of found.organizations) {
    const institution = institutions.of(text);
    if (institution) return institution;
  }
  return null;
}

function partyOf(
  found: FoundRole,
  institution: LinkedInstitution | null,
  country: string | null,
  holder: Holder,
  institutions: Institutions,
  sides: Sides,
): string | null {
  const printed = (code: string | null): string | null => code && sides.printed(code);
  const { government } = sides;
  const group = holder.affiliation ? institutions.of(holder.affiliation) : null;
  const side = found.kind === 'legislator' || found.kind === 'officer' ? groupOf(found, institutions) : null;
  if (side && !(institution && institution.kind !== 'party')) return side;
  switch (found.kind) {
    case 'office':
    case 'royal':
      return printed(country ?? sides.home) ?? (sides.printsCountries ? null : government);
    case 'diplomat':
      // A bare ambassador in an article is somebody else's, as often as not.
      return printed(country ?? (RESIDENT.has(found.head) ? null : sides.home));
    case 'legislator': {
      const party = found.organizations.map((text) => institutions.of(text)).find((each) => each?.kind === 'party');
      return party?.name ?? group?.name ?? ofParty(holder, institutions) ?? printed(country ?? sides.home);
    }
    case 'officer':
      return officerParty(found, institution, country, sides);
    case 'person':
      return COUNTERPARTS.has(found.head) ? (institution && !institution.ofState ? institution.name : printed(country)) : null;
    case 'occupation':
      return null;
  }
}

/** The political group of "Democrat leader", "Labour MP": the party of that name, else the printed word of a leader or legislator. */
function groupOf(found: FoundRole, institutions: Institutions): string | null {
  for (const text of found.groups) {
    const institution = institutions.of(text) ?? institutions.partyOf(text);
    if (institution) return institution.name;
    if (found.kind === 'legislator' || found.head === 'leader') return text;
  }
  return null;
}

/** "Rep. Ann Lee of the Progress Party" */
function ofParty(holder: Holder, institutions: Institutions): string | null {
  const institution = holder.of === null ? null : institutions.of(holder.of);
  return institution && !institution.ofState ? institution.name : null;
}

const RESIDENT = new Set([
  'ambassador',
  'consul',
  'affaire',
  'affaires',
  "d'affaire",
  'd’affaire',
  "d'affaires",
  'd’affaires',
  'attache',
  'attaché',
  'diplomat',
]);
const COUNTERPARTS = new Set(['counterpart', 'candidate', 'nominee', 'contender', 'appointee']);
const STATE_HEADS = new Set(['inspector', 'superintendent', 'prosecutor', 'judge', 'justice', 'constable', 'marshal']);
const STATE_FIELDS = new Set([
  'police',
  'army',
  'navy',
  'military',
  'security',
  'intelligence',
  'presidential',
  'government',
  'cabinet',
  'federal',
  'state',
  'defence',
  'defense',
  'foreign',
  'ministry',
  'parliamentary',
  'nuclear',
]);

/** An officer stands for the organisation, one of a state's bodies for the state. */
function officerParty(
  found: FoundRole,
  institution: LinkedInstitution | null,
  country: string | null,
  sides: Sides,
): string | null {
  const printed = (code: string | null): string | null => code && sides.printed(code);
  // "spokesman for the parliamentary committee": the committee is the state's, though its name does not say so.
  const state = institution?.kind === null && found.words.some((word) => STATE_FIELDS.has(word));
  if (institution && !institution.ofState && !state) {
    if (institution.kind === 'university' || institution.kind === 'media' || institution.kind === 'hospital')
      return found.head === 'member' ? null : institution.name;
    return institution.name;
  }
  if (institution) return printed(institution.owner ?? country ?? sides.home);
  if (country) return printed(country);
  const bare =
    found.organizations.length === 0 &&
    found.body === null &&
    found.words.every((word) => word === 'president' || word === 'elect' || APART.has(word));
  if (found.head === 'president' && bare) return printed(sides.home);
  if (STATE_HEADS.has(found.head) || found.words.some((word) => STATE_FIELDS.has(word))) return printed(sides.home);
  return null;
}
