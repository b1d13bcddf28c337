import type { Person } from '../../article.ts';
import { countryOf } from '../../geo/countries.ts';
import { perObject } from '../../memo.ts';
import type { Scene } from './scene.ts';
import { DOCUMENTS } from './sourcePhrase.ts';
import type { Speaker } from './speakers.ts';

const REACH = 40;
const BODIES = new Set(
  (
    'ministry department agency office government party group committee council court company bank union organisation organization ' +
    'commission parliament assembly army military police bureau association institute university federation bloc alliance network ' +
    'newspaper outlet channel firm administration authority board chamber foundation embassy cabinet mission'
  ).split(' '),
);
const NO_ROLE = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'both',
  'a',
  'an',
  'senior',
  'same',
  'also',
  'however',
]);

/**
 * Whom "the minister", "the ministry" or "the statement" stands for, looking back over the names before it; null where it stands
 * for nobody the article names. Two that fit equally are both candidates. `last` spoke last, `issuer` last in writing.
 */
export function descriptionOf(
  { words, head, definite }: { words: readonly string[]; head: string; definite: boolean },
  at: number,
  scene: Scene,
  last: Speaker | null,
  issuer: Speaker | null,
  printed: string,
): Speaker | null {
  if (!definite) return null;
  if (DOCUMENTS.has(head)) return documentOf(words, at, scene, last, issuer, printed);
  const wanted = words.filter((each) => !NO_ROLE.has(each));
  if (wanted.length === 0) return null;
  // "Police at the rally" are no named body; "the police" may be.
  if (BODIES.has(head) && !/s$/.test(head) && (wanted.length > 1 || /^(?:the|this|that|its|his|her|their)$/.test(words[0]!)))
    return bodyOf(wanted, head, at, scene, last, printed);
  return namesNobody(words, wanted, head, printed) ? null : holderOf(wanted, at, scene, last, printed);
}

/** "Police at the rally", "the Amiri Diwan": a bare noun that is no office, and a name of its own, are no person's role. */
function namesNobody(words: readonly string[], wanted: readonly string[], head: string, printed: string): boolean {
  if (OFFICES.has(head) || GENERIC.has(head)) return false;
  if (!/^(?:the|this|that|these|those|both|its|his|her|their)$/.test(words[0]!)) return true;
  return wanted.length > 1 && wanted.every((each) => printed.includes(each[0]!.toUpperCase() + each.slice(1)));
}

/** "The statement" is by whoever put their words in writing last, else by the last body that spoke; "the ministry's statement" by the ministry. */
function documentOf(
  words: readonly string[],
  at: number,
  scene: Scene,
  last: Speaker | null,
  issuer: Speaker | null,
  printed: string,
): Speaker {
  const owner = words.find((each) => BODIES.has(each));
  const body = owner ? bodyOf([owner], owner, at, scene, last, printed) : null;
  if (body) return body;
  const owning = /^(.{3,40}?)['’]s? /u.exec(printed);
  if (owner && owning)
    return {
      speaker: owning[1]!,
      speakerKind: 'description',
      candidates: [],
      why: { code: 'described', data: { source: printed } },
    };
  const writer = (ISSUED.has(words.at(-1) ?? '') ? issuer : null) ?? (last?.speakerKind === 'person' ? null : last);
  if (writer?.speaker) return { ...writer, why: { code: 'document', data: { source: printed, name: writer.speaker } } };
  return { speaker: null, speakerKind: null, candidates: [], why: { code: 'document-open', data: { source: printed } } };
}

/** What is given out to everybody; whoever put out a statement has not written "the post" or "the letter". */
const ISSUED = new Set(['statement', 'communique', 'communiqué', 'release', 'readout', 'declaration', 'document']);

function bodyOf(
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
  return choose([...found], 'institution', last, printed);
}

/**
 * The person whose role the words name: "the Turkish minister" is whoever is minister and stands for Türkiye. All words are asked
 * for first, then the head alone, which only the last speaker or the one holder of such a post may answer to.
 */
function holderOf(wanted: readonly string[], at: number, scene: Scene, last: Speaker | null, printed: string): Speaker | null {
  const head = wanted[wanted.length - 1]!;
  const full = new Set<string>();
  const loose = new Set<string>();
  const seen = new Set<Person>();
  const look = (person: Person | null) => {
    if (!person || seen.has(person)) return;
    seen.add(person);
    if (holds(person, wanted)) full.add(person.name);
    if (holds(person, [head]) && !standsElsewhere(person, wanted)) loose.add(person.name);
  };
  for (const { person } of scene.back(at, REACH)) look(person);
  if (loose.size === 0) for (const { person } of scene.ahead(at, 6)) look(person);
  if (full.size > 0) return choose([...full], 'person', last, printed);
  if (loose.size > 0) return choose([...loose], 'person', last, printed);
  // Whoever spoke last, if the article says so or says nothing of what they are.
  const speaker = last?.speakerKind === 'person' ? scene.person(last.speaker) : null;
  if (last && speaker && (holds(speaker, [head]) || (speaker.roles.length === 0 && OFFICES.has(head))))
    return { ...last, why: { code: 'role', data: { source: printed } } };
  // "the official", "the source": whoever spoke last, if the words could mean them.
  if (last?.speakerKind === 'description' && last.speaker && GENERIC.has(head) && !/s$/.test(head))
    return { ...last, why: { code: 'role', data: { source: printed } } };
  // "the minister", and nobody fits: somebody whom the article knows, but not whom.
  if (/^the /i.test(printed) && wanted.length <= 2 && OFFICES.has(head))
    return { speaker: null, speakerKind: null, candidates: [], why: { code: 'role-open', data: { source: printed } } };
  return null;
}

const OFFICES = new Set(
  (
    'minister president premier governor ambassador envoy secretary chairman chairwoman director senator lawmaker mayor general commander spokesman ' +
    'spokeswoman spokesperson chief leader official diplomat judge analyst professor activist candidate'
  ).split(' '),
);
const GENERIC = new Set([
  'official',
  'source',
  'officer',
  'spokesperson',
  'spokesman',
  'spokeswoman',
  'person',
  'man',
  'woman',
  'chief',
  'expert',
  'analyst',
  'participant',
  'aide',
  'diplomat',
  'leader',
]);

/** Whether a word of the description names another country than the person's: "the Japanese minister" is no South Korean. */
function standsElsewhere(person: Person, wanted: readonly string[]): boolean {
  for (const each of wanted) {
    const country = countryOf(each[0]!.toUpperCase() + each.slice(1));
    if (!country) continue;
    const sides = person.roles.flatMap(({ party }) => (party ? [countryOf(party)] : []));
    if (sides.some((side) => side !== null) && !sides.some((side) => side?.code === country.code)) return true;
  }
  return false;
}

function holds(person: Person, wanted: readonly string[]): boolean {
  return roleWords(person).some((words) => wanted.every((each) => words.includes(` ${each} `)));
}

/** A person is asked about again and again: each role's words, with a space around every one. */
const roleWords: (person: Person) => readonly string[] = perObject(({ roles }) =>
  roles.map(({ role }) => ` ${role.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `),
);

function choose(names: readonly string[], kind: 'person' | 'institution', last: Speaker | null, printed: string): Speaker | null {
  if (names.length === 0) return null;
  const why = { code: 'role', data: { source: printed } };
  if (names.length === 1) return { speaker: names[0]!, speakerKind: kind, candidates: [], why };
  if (last?.speaker && names.includes(last.speaker)) return { speaker: last.speaker, speakerKind: kind, candidates: [], why };
  return {
    speaker: null,
    speakerKind: null,
    candidates: names.slice(0, 2),
    why: { code: 'two-candidates', data: { source: printed } },
  };
}
