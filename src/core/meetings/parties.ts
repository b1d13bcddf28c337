import type { Institution, Person, Role, Span } from '../article.ts';
import { country, countryOf } from '../geo/countries.ts';
import { findCountries } from '../geo/mentions.ts';
import { perObject } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { lazy } from '../text/lists.ts';
import type { Unit } from './units.ts';

/** A party of a meeting: two with one key are the same. */
export interface Party extends Span {
  readonly key: string;
  /** As printed, a noun where the article prints one: `Türkiye`. */
  readonly text: string;
  /** The person through whom the party is known, if any. */
  readonly person: Person | null;
  /** A noun for people instead of a name: `opposition leaders`. */
  readonly group: boolean;
  /** The ministry or agency through which a state is known, if any. */
  readonly institution: string | null;
}

/** Resolves a sentence's units to parties, by the cast and by what the article prints. */
export interface PartyFinder {
  partyOf(placed: Placed, unit: Unit): Party | null;
  /** The party of the person named last before a place in the article, if it is near. */
  personBefore(offset: number): Party | null;
  /** The party that a printed name stands for: of "Turkish" `Türkiye`. */
  named(name: string, span: Span, person?: Person | null): Party;
  /** The party of a person of the cast by name, as printed; null where the name is no person's or the party is unknown. */
  personNamed(name: string): string | null;
  /** The side that a speaker's words name, a state or institution of the article; null for "both countries" and "a spokesman". */
  sideNamed(name: string, span: Span): string | null;
  /** Who holds a post for a party, where the article names one. */
  holderOf(party: string, post: string): { readonly person: Person; readonly role: Role } | null;
}

export function createPartyFinder(placed: readonly Placed[], cast: Cast): PartyFinder {
  const nouns = printedNouns(placed);
  const people = new Map<number, Person>();
  for (const person of cast.people) for (const mention of person.mentions) people.set(mention.start, person);
  const institutions = new Map<number, Cast['institutions'][number]>();
  for (const institution of cast.institutions)
    for (const mention of institution.mentions) institutions.set(mention.start, institution);

  const ofInstitution = (institution: Institution | null, printed: string, span: Span): Party => {
    // A ministry or its spokesman stands for its state among states.
    const state = institution?.party && countryOf(institution.party) ? institution.party : null;
    return state ? { ...named(state, span), institution: institution!.name } : named(institution?.name ?? printed, span);
  };
  const named = (name: string, span: Span, person: Person | null = null): Party => {
    const known = countryOf(name) ?? countryOf(stateIn(name));
    if (!known) return { key: fold(name), text: name, group: false, institution: null, person, start: span.start, end: span.end };
    const text = name.includes(' regime') ? name : (nouns.get(known.code) ?? name);
    return { key: known.code, text, group: false, institution: null, person, start: span.start, end: span.end };
  };

  const byForm = new Map<string, Cast['institutions'][number]>();
  for (const institution of cast.institutions)
    for (const form of [institution.name, ...institution.aliases]) if (!byForm.has(form)) byForm.set(form, institution);
  const byName = new Map<string, Person>();
  for (const person of cast.people) if (!byName.has(person.name)) byName.set(person.name, person);
  const holders = new Map<string, { readonly person: Person; readonly role: Role } | null>();
  const byParty = lazy(() => {
    const found = new Map<string, { readonly person: Person; readonly role: Role }[]>();
    for (const person of cast.people)
      for (const role of person.roles) {
        if (role.party === null || role.status === 'former') continue;
        const { key } = named(role.party, role);
        const known = found.get(key);
        if (known) known.push({ person, role });
        else found.set(key, [{ person, role }]);
      }
    return found;
  });

  const ofPerson = (person: Person | null, span: Span): Party | null => {
    const party = person && partyOfRoles(person.roles);
    return party ? named(party, span, person) : null;
  };
  const names = lazy(() => cast.institutions.map(({ name }) => ` ${name.toLowerCase()} `));
  const byNoun = new Map<string, readonly (readonly [start: number, institution: Institution])[]>();
  const bodiesCalled = (noun: string): readonly (readonly [start: number, institution: Institution])[] => {
    let called = byNoun.get(noun);
    if (!called) {
      const own: (readonly [start: number, institution: Institution])[] = [];
      for (const [i, institution] of cast.institutions.entries())
        if (names()[i]!.includes(` ${noun} `))
          for (const { start } of institution.mentions)
            if (institutions.get(start) === institution) own.push([start, institution]);
      byNoun.set(noun, (called = own.sort(([a], [b]) => a - b)));
    }
    return called;
  };
  // "The commission held talks": the last one named before.
  const bodyBefore = ({ tokens, text }: ReadPassage, { from, to }: Unit, offset: number): Institution | null => {
    if (to - from !== 1 || text.slice(tokens.start[from - 1] ?? 0, tokens.end[from - 1] ?? 0).toLowerCase() !== 'the')
      return null;
    const noun = text.slice(tokens.start[from], tokens.end[from]).toLowerCase();
    const called = bodiesCalled(noun);
    let low = 0;
    let high = called.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (called[middle]![0] < offset) low = middle + 1;
      else high = middle;
    }
    return called[low - 1]?.[1] ?? null;
  };
  const starts = lazy(() => [...people.keys()].sort((a, b) => a - b));

  return {
    named,
    personBefore(offset) {
      let low = 0;
      let high = starts().length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts()[middle]! < offset) low = middle + 1;
        else high = middle;
      }
      const start = starts()[low - 1];
      if (start === undefined || offset - start > NEAR_PERSON) return null;
      const person = people.get(start)!;
      return ofPerson(
        person,
        person.mentions.find((mention) => mention.start === start)!,
      );
    },
    personNamed(name) {
      const person = byName.get(name);
      if (!person) return null;
      const party = partyOfRoles(person.roles);
      return party === null ? person.name : named(party, person.mentions[0]!).text;
    },
    sideNamed(name, span) {
      const institution = byForm.get(name);
      if (institution) return ofInstitution(institution, name, span).text;
      return countryOf(name) ? named(name, span).text : null;
    },
    holderOf(party, post) {
      const key = `${party}\n${post}`;
      if (!holders.has(key)) holders.set(key, (byParty().get(party) ?? []).find(({ role }) => samePost(role.post, post)) ?? null);
      return holders.get(key)!;
    },
    partyOf({ start, passage }, unit) {
      const { tokens } = passage;
      const span = { start: start + tokens.start[unit.from]!, end: start + tokens.end[unit.to - 1]! };
      const printed = passage.text.slice(span.start - start, span.end - start);
      switch (unit.kind) {
        case 'person': {
          const person = people.get(span.start) ?? null;
          const party = ofPerson(person, span);
          if (party) return party;
          if (!unit.title) return null;
          const title = { start: start + tokens.start[unit.title.from]!, end: start + tokens.end[unit.title.to - 1]! };
          return { ...named(passage.text.slice(title.start - start, title.end - start), title), person };
        }
        case 'organization':
          if (countryOf(stateIn(printed))) return named(printed, span);
          return ofInstitution(institutions.get(span.start) ?? null, printed, span);
        case 'country':
          return { ...named(withRegime(passage, unit, printed), span), institution: bodyOf(passage, unit) };
        case 'group': {
          const body = bodyBefore(passage, unit, span.start);
          if (body) return ofInstitution(body, body.name, span);
          return {
            key: fold(printed),
            text: printed,
            group: true,
            institution: null,
            person: null,
            start: span.start,
            end: span.end,
          };
        }
        case 'place':
          return unit.capital ? named(printed, span) : null;
      }
    },
  };
}

/** How far back, in UTF-16 units, a "he" may reach. */
const NEAR_PERSON = 500;

/** The party somebody stands for: the one of a current role, else of any. */
function partyOfRoles(roles: readonly Role[]): string | null {
  const current = roles.find((role) => role.party !== null && role.status !== 'former');
  return (
    (current ?? roles.find((role) => role.party !== null))?.party ??
    roles.find((role) => role.institution !== null && LEADS.test(role.post))?.institution ??
    null
  );
}

/** Posts that speak for their institution: a "singer" of a university's choir is no party. */
const LEADS =
  /president|minister|chief|head|chair|secretary|director|leader|mayor|governor|spokes|chancellor|ceo|envoy|ambassador|commissioner|speaker|manager|officer|mp|member/i;

function bodyOf({ tokens, text }: ReadPassage, { body }: Unit): string | null {
  return body && text.slice(tokens.start[body.from], tokens.end[body.to - 1]);
}

/** "Syrian regime" is a side of its own name. */
function withRegime({ tokens, text }: ReadPassage, unit: Unit, printed: string): string {
  const next = unit.to < tokens.count ? text.slice(tokens.start[unit.to], tokens.end[unit.to]) : '';
  return next === 'regime' ? `${printed} regime` : printed;
}

/** "Republic of Peru", "Peruvian government": the state's name inside a longer form. */
function stateIn(name: string): string {
  return name
    .replace(/ (?:regime|government|side|delegation|administration)$/i, '')
    .replace(
      /^(?:the )?(?:\p{Lu}[\p{L}’']+ ){0,2}(?:Republic|Kingdom|Sultanate|State|Government|Emirate|Commonwealth) of (?:the )?/u,
      '',
    );
}

/** The first printed noun of each country in the article: "Turkish" in a role is "Türkiye" where the text has it. */
function printedNouns(placed: readonly Placed[]): ReadonlyMap<string, string> {
  const nouns = new Map<string, string>();
  for (const { passage } of placed) {
    if (passage.kind === 'source') continue;
    for (const { code, text } of nounsOf(passage)) if (!nouns.has(code)) nouns.set(code, text);
  }
  return nouns;
}

const nounsOf: (passage: ReadPassage) => readonly { readonly code: string; readonly text: string }[] = perObject(
  ({ text, tokens }) =>
    findCountries(tokens)
      .filter(({ form }) => form === 'noun')
      .map(({ code, from, to }) => ({ code, text: text.slice(tokens.start[from], tokens.end[to - 1]) })),
);

export function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/['’]s?$/, '')
    .trim();
}

/** Whether a party is a state. */
export function isState(party: Party): boolean {
  return country(party.key) !== null;
}

/** "National Defence Minister" holds the post of "defence minister", the head of an intelligence service that of "intelligence chief". */
function samePost(held: string, wanted: string): boolean {
  const own = spelling(held);
  const words = spelling(wanted).split(' ');
  const head = words.pop()!;
  return (
    words.every((each) => own.includes(each)) &&
    (own.includes(head) || (/^(?:chief|head)$/.test(head) && /chief|head|director/.test(own)))
  );
}

function spelling(post: string): string {
  return post.toLowerCase().replaceAll('defense', 'defence').replaceAll('labor', 'labour');
}
