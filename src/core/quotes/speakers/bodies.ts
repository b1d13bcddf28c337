import type { Institution, InstitutionKind } from '../../article.ts';
import { type Speaker, twoCandidates } from './answers.ts';
import type { Scene } from './scene.ts';

/** How many names before a phrase may answer to it. */
export const REACH = 40;
/** How far back, in names and in characters, "the airline" looks for an airline. */
const NEAR = 16;
const NEAR_BY = 900;

/** Nouns for a body, which its name holds as well: `the ministry` of "Foreign Ministry". */
export const BODIES = new Set(
  (
    'ministry department agency office government party group committee council court company bank union organisation organization ' +
    'commission parliament assembly army military police bureau association institute university federation bloc alliance network ' +
    'newspaper outlet channel firm administration authority board chamber foundation embassy cabinet mission'
  ).split(' '),
);

/** What kind of body a noun tells of, where the name need not say it: `the airline`, `the watchdog`. */
const KINDS: Readonly<Record<string, readonly InstitutionKind[]>> = {
  company: ['company', 'bank'],
  firm: ['company'],
  airline: ['company'],
  carrier: ['company'],
  automaker: ['company'],
  carmaker: ['company'],
  manufacturer: ['company'],
  maker: ['company'],
  retailer: ['company'],
  startup: ['company'],
  insurer: ['company'],
  conglomerate: ['company'],
  bank: ['bank', 'company'],
  lender: ['bank', 'company'],
  agency: ['agency', 'ministry'],
  regulator: ['agency'],
  watchdog: ['agency', 'ngo'],
  authority: ['agency'],
  commission: ['agency'],
  newspaper: ['media'],
  outlet: ['media'],
  channel: ['media'],
  broadcaster: ['media'],
  daily: ['media'],
  magazine: ['media'],
  paper: ['media'],
  club: ['club'],
  team: ['club'],
  university: ['university'],
  college: ['university'],
  school: ['university'],
  hospital: ['hospital'],
  court: ['court'],
  party: ['party'],
  union: ['union'],
  federation: ['union'],
  association: ['union'],
  charity: ['ngo'],
  foundation: ['ngo'],
  bloc: ['alliance'],
  alliance: ['alliance', 'party'],
  theatre: [],
  theater: [],
  museum: [],
};

/** Whether a noun stands for a body: `the ministry`, `the airline`. */
export function isBody(head: string): boolean {
  return BODIES.has(head) || head in KINDS;
}

/**
 * The institution that "the ministry", "the tobacco regulator" or "the airline" stands for: the one whose name holds the words, else the
 * one of that kind that is named shortly before, if only one is.
 */
export function bodyOf(
  wanted: readonly string[],
  head: string,
  at: number,
  scene: Scene,
  last: Speaker | null,
  printed: string,
): Speaker | null {
  const found = new Set<string>();
  for (const { institution } of scene.back(at, REACH)) {
    if (!institution) continue;
    const names = [institution.name, ...institution.aliases].join(' ').toLowerCase();
    if (wanted.every((each) => names.includes(each)) || (names.includes(head) && wanted.length === 1))
      found.add(institution.name);
  }
  return choose([...found], 'institution', last, printed) ?? ofKind(wanted, head, at, scene, last, printed);
}

function ofKind(
  wanted: readonly string[],
  head: string,
  at: number,
  scene: Scene,
  last: Speaker | null,
  printed: string,
): Speaker | null {
  const kinds = KINDS[head];
  // "The Northern Authority" is a name of its own, "the APS agency" another's, and who rules is not told by who was named last.
  if (
    !kinds ||
    wanted.length > 2 ||
    !/^[Tt]he \p{Ll}[\p{Ll} -]*$/u.test(printed.trim()) ||
    /^(?:ruling|opposition|governing)$/.test(wanted[0]!)
  )
    return null;
  const near = new Map<string, Institution>();
  for (const { institution, end } of scene.back(at, NEAR)) {
    if (at - end > NEAR_BY) break;
    if (institution && (institution.kind !== 'media' || kinds.includes('media'))) near.set(institution.name, institution);
  }
  const why = { code: 'body', data: { source: printed } };
  const spoke = last?.speaker ? near.get(last.speaker) : undefined;
  if (spoke && (spoke.kind === null ? OF_ANY_NAME.has(head) || head === 'party' : kinds.includes(spoke.kind)))
    return { ...last!, why };
  const ofThatKind = [...near.values()].filter(({ kind }) => kind !== null && kinds.includes(kind));
  if (ofThatKind.length > 1)
    return twoCandidates(
      ofThatKind.slice(0, 2).map(({ name }) => name),
      printed,
    );
  const [only, other] = ofThatKind.length === 1 ? ofThatKind : near.values();
  if (!only || other || (ofThatKind.length === 0 && (only.kind !== null || !OF_ANY_NAME.has(head)))) return null;
  return { speaker: only.name, speakerKind: 'institution', candidates: [], why };
}

/** Bodies whose names mostly do not tell what they are. */
const OF_ANY_NAME = new Set(['company', 'firm', 'agency', 'regulator', 'airline', 'carrier', 'startup']);

/** One name, or the one that spoke last; else the first two stay candidates. */
export function choose(
  names: readonly string[],
  kind: 'person' | 'institution',
  last: Speaker | null,
  printed: string,
): Speaker | null {
  if (names.length === 0) return null;
  const why = { code: 'role', data: { source: printed } };
  // “National Theatre” and “National Theatre of China” may be one.
  const longest = names.reduce((a, b) => (b.length > a.length ? b : a));
  if (names.every((each) => longest.includes(each))) return { speaker: longest, speakerKind: kind, candidates: [], why };
  if (last?.speaker && names.includes(last.speaker)) return { speaker: last.speaker, speakerKind: kind, candidates: [], why };
  return {
    speaker: null,
    speakerKind: null,
    candidates: names.slice(0, 2),
    why: { code: 'two-candidates', data: { source: printed } },
  };
}
