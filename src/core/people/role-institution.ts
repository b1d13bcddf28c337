import type { InstitutionKind } from '../article.ts';
import type { FoundRole } from './found.ts';
import type { Institutions, LinkedInstitution } from './institution-questions.ts';
import type { PlacedRole } from './posts.ts';
import type { Sides } from './sides.ts';

/** The institution that a role is held in: printed with it, or named elsewhere in the article; null where that is not clear. */
export function institutionOf(
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
  // "Deputy Ann Lee" sits in a chamber of deputies, where the article names one; elsewhere a sheriff has deputies too.
  if (found.head === 'deputy' && found.words.length === 1) return institutions.legislature(state);
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
  // "Secretary General Ana Ruiz of the Progress Party", "Professor Luis Vega of Quito University", "Defenders: Ana Ruiz (Harbour United)"
  const member = found.body === null && MEMBERS.has(found.kind);
  const own = member ? phrases.find((each) => each.of !== null)?.of : null;
  if (own) return institutions.of(own);
  const affiliation = member ? phrases.find((each) => each.affiliation !== null)?.affiliation : null;
  if (affiliation) return institutions.of(affiliation);
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
  foundation: ['ngo'],
  charity: ['ngo'],
  trust: ['ngo'],
  school: ['university'],
  firm: ['company', 'bank'],
  airline: ['company'],
  newspaper: ['media'],
  network: ['media'],
};

/** The institution that the phrase prints: the nearest before the head, else the first after it. */
function namedInstitution(found: FoundRole, institutions: Institutions): LinkedInstitution | null {
  for (const text of found.organizations) {
    const institution = institutions.of(text);
    if (institution) return institution;
  }
  return null;
}
