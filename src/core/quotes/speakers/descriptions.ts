import type { Person } from '../../article.ts';
import { countryOf } from '../../geo/countries.ts';
import { perObject } from '../../memo.ts';
import { inFull, personNoun } from './nouns.ts';
import type { Scene } from './scene.ts';
import { DOCUMENTS } from './sourcePhrase.ts';
import type { Speaker } from './answers.ts';
import { bodyOf, choose, isBody, REACH } from './bodies.ts';
import { documentOf } from './documents.ts';

/** How many names on the holder of a post may be named only later: `his lawyer said …` */
const AHEAD = 14;
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
  // "The press" is who writes, though a press release is what is written.
  if (DOCUMENTS.has(head) && head !== 'press') return documentOf(words, at, scene, last, issuer, printed);
  const wanted = words.filter((each) => !NO_ROLE.has(each));
  if (wanted.length === 0) return null;
  // "Police at the rally" are no named body; "the police" may be.
  if (isBody(head) && !/s$/.test(head) && (wanted.length > 1 || /^(?:the|this|that|its|his|her|their)$/.test(words[0]!)))
    return bodyOf(wanted, head, at, scene, last, printed);
  return namesNobody(words, wanted, head, printed) ? null : holderOf(wanted, at, scene, last, printed);
}

/** "Police at the rally", "the Amiri Diwan": a bare noun that is no office, and a name of its own, are no person's role. */
function namesNobody(words: readonly string[], wanted: readonly string[], head: string, printed: string): boolean {
  if (personNoun(head) === 'post') return false;
  if (!/^(?:the|this|that|these|those|both|its|his|her|their)$/.test(words[0]!)) return true;
  return wanted.length > 1 && wanted.every((each) => printed.includes(each[0]!.toUpperCase() + each.slice(1)));
}

/**
 * The person whose role the words name: "the Turkish minister" is whoever is minister and stands for Türkiye. Who holds just that post
 * comes before whoever is deputy, vice or former; two who fit equally are both candidates.
 */
function holderOf(
  printedWords: readonly string[],
  at: number,
  scene: Scene,
  last: Speaker | null,
  printed: string,
): Speaker | null {
  const wanted = inFull(printedWords);
  const head = wanted[wanted.length - 1]!;
  const fits: Fits[] = [];
  const seen = new Set<Person>();
  const look = (person: Person | null) => {
    if (!person || seen.has(person)) return;
    seen.add(person);
    const fit = fitOf(person, wanted, printed);
    if (fit !== null) fits.push({ person, fit });
  };
  for (const { person } of scene.back(at, REACH)) look(person);
  if (fits.length === 0) for (const { person } of scene.ahead(at, AHEAD)) look(person);
  if (fits.length > 0) {
    const best = Math.min(...fits.map(({ fit }) => fit));
    return choose(
      fits.filter(({ fit }) => fit === best).map(({ person }) => person.name),
      'person',
      last,
      printed,
    );
  }
  // Whoever spoke last, if the article says nothing of what they are.
  const speaker = last?.speakerKind === 'person' ? scene.person(last.speaker) : null;
  if (last && speaker && speaker.roles.length === 0 && OFFICES.has(head))
    return { ...last, why: { code: 'role', data: { source: printed } } };
  // "the official", "the doctor": whoever spoke last, if the words could mean them.
  if (
    last?.speakerKind === 'description' &&
    last.speaker &&
    !/s$/.test(head) &&
    (GENERIC.has(head) || isCalled(last.speaker, head))
  )
    return { ...last, why: { code: 'role', data: { source: printed } } };
  // "the minister", and nobody fits: somebody whom the article knows, but not whom.
  if (/^the /i.test(printed) && wanted.length <= 2 && OFFICES.has(head))
    return { speaker: null, speakerKind: null, candidates: [], why: { code: 'role-open', data: { source: printed } } };
  return null;
}

interface Fits {
  readonly person: Person;
  readonly fit: number;
}

/** `One doctor at the hospital` is called a doctor. */
function isCalled(description: string, head: string): boolean {
  return /^(?:an?|one|another) /i.test(description) && spaced(wordsOf(description.split(',')[0]!)).includes(` ${head} `);
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

/** How well a person's roles answer to the words, 0 best; null where they do not. */
function fitOf(person: Person, wanted: readonly string[], printed: string): number | null {
  const head = wanted[wanted.length - 1]!;
  let best: number | null = null;
  for (const { head: own, role, around } of roleWords(person)) {
    if (own !== head) continue;
    let fit = LESSER.test(role) && !LESSER.test(spaced(wanted)) ? 1 : 0;
    for (let i = 0; i < wanted.length - 1; i++) {
      const each = wanted[i]!;
      if (SOFT.has(each) || around.includes(` ${each} `)) continue;
      const side = sidedWith(person, each);
      // "The AL leader": a name that the article does not tie to anybody is no reason against the one leader there is.
      const open = side === null && printed.includes(each[0]!.toUpperCase() + each.slice(1));
      fit += side ? 0 : open || (side === null && printed.includes(each.toUpperCase())) ? 4 : NaN;
    }
    if (fit < (best ?? Infinity)) best = fit;
  }
  return best;
}

/** Says how somebody holds a post; whoever is "the minister" is no deputy minister. */
const LESSER = / (?:deputy|vice|former|ex|assistant|acting|next|future) /;
/** What may be said of anybody who holds a post. */
const SOFT = new Set(
  'veteran senior top then new newly elected ousted embattled outgoing popular young old elder senior'.split(' '),
);

/** Whether a word names the country that a person stands for; null where it names none or nothing says for which they stand. */
function sidedWith(person: Person, each: string): boolean | null {
  const country = countryOf(each[0]!.toUpperCase() + each.slice(1));
  if (!country) return null;
  const sides = person.roles.flatMap(({ party }) => (party ? [countryOf(party)] : [])).filter((side) => side !== null);
  return sides.length === 0 ? null : sides.some((side) => side?.code === country.code);
}

interface RoleWords {
  /** `minister` of "Deputy Prime Minister of Mongolia". */
  readonly head: string;
  readonly role: string;
  /** The role with the institution and the party it is held in. */
  readonly around: string;
}

/** A person is asked about again and again: each role's words, with a space around every one. */
const roleWords: (person: Person) => readonly RoleWords[] = perObject(({ roles }) =>
  roles.map(({ role, institution, party }) => {
    const words = wordsOf(role);
    const cut = words.findIndex((each, i) => i > 0 && /^(?:of|for|to|in|at|on)$/.test(each));
    return {
      head: words[(cut < 0 ? words.length : cut) - 1] ?? '',
      role: spaced(words),
      around: spaced([...words, ...wordsOf(institution ?? ''), ...wordsOf(party ?? '')]),
    };
  }),
);

function wordsOf(phrase: string): readonly string[] {
  return inFull(
    phrase
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((each) => each !== ''),
  );
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
