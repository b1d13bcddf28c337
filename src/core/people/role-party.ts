import type { FoundRole } from './found.ts';
import type { Institutions, LinkedInstitution } from './institution-questions.ts';
import { APART } from './posts.ts';
import type { Sides } from './sides.ts';

/** What a person's several roles and mentions say together. */
export interface Holder {
  readonly state: string | null;
  readonly affiliation: string | null;
  readonly of: string | null;
}

/** The side that somebody stands for in a role. */
export function partyOf(
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
      const own = found.organizations.map((text) => institutions.of(text));
      // "PTL senator": letters that are no body of a state are a legislator's party, "Texas" is none.
      const party =
        own.find((each) => each?.kind === 'party') ?? own.find((each) => each?.kind === null && ACRONYM.test(each.name));
      return (
        party?.name ??
        PARTY.exec(found.role)?.[1] ??
        group?.name ??
        ofParty(holder, institutions) ??
        printed(country ?? sides.home)
      );
    }
    case 'officer':
      return officerParty(found, institution, country, sides);
    case 'person':
      return COUNTERPARTS.has(found.head) ? (institution && !institution.ofState ? institution.name : printed(country)) : null;
    case 'occupation':
      return PLAYERS.has(found.head) ? printed(country) : null;
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
const ACRONYM = /^[A-Z]{2,6}$/;
/** "Jatiya party lawmaker" */
const PARTY = /((?:\p{Lu}[\p{L}’'-]{1,24} ){1,4}[Pp]arty)\b/u;
/** Who plays for a country, where a country is named: "Jamaican keeper". */
const PLAYERS = new Set(
  'goalkeeper keeper goalie defender midfielder striker forward winger fullback captain player footballer cricketer batsman batter bowler wicketkeeper'.split(
    ' ',
  ),
);
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
