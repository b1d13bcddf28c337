import type { Institution, InstitutionKind, Span } from '../article.ts';
import { countryOf } from '../geo/countries.ts';
import type { Placed } from '../passage.ts';
import { isOfState, kindOf } from './institution-kinds.ts';
import { foldLetters } from './name-keys.ts';
import { findOrganizations, type FoundOrganization } from './organizations.ts';
import type { Sides } from './sides.ts';

/** An institution with what roles need to find it. */
export interface LinkedInstitution extends Institution {
  /** Country code of the owner. */
  readonly owner: string | null;
  readonly ofState: boolean;
}

export interface Institutions {
  readonly list: readonly LinkedInstitution[];
  /** The institution of a printed form, or null. */
  of(text: string): LinkedInstitution | null;
  /** The body of a field and country: for "foreign" and "TR" the Turkish foreign ministry, if the article names one. */
  ministry(fields: readonly string[], country: string | null): LinkedInstitution | null;
  /** The only institution of a country whose name has all these words, or null: the Election Commission for its commissioner. */
  named(words: readonly string[], country: string | null): LinkedInstitution | null;
  /** The only institution of a kind in a country, or null. */
  only(kind: InstitutionKind, country: string | null): LinkedInstitution | null;
  /** The legislature of a country: the only one, or the one called parliament. */
  legislature(country: string | null): LinkedInstitution | null;
  /** The political party that a group's name begins: "Democrat" the Democrat Party. */
  partyOf(group: string): LinkedInstitution | null;
  /** A country's embassy. */
  embassy(country: string | null): LinkedInstitution | null;
  /** What "the party" or "the ministry" at an offset takes up: the last institution of that kind named before, else the only one. */
  last(kinds: readonly InstitutionKind[], offset: number): LinkedInstitution | null;
}

interface Group {
  readonly words: readonly string[];
  readonly kind: InstitutionKind | null;
  owner: string | null;
  readonly forms: Map<string, number>;
  /** By their start. */
  readonly mentions: Map<number, Span>;
}

/** Links the forms of each organisation: exact ones, acronyms, shorter forms, "Ministry of Foreign Affairs" and "Foreign Ministry". */
export function linkInstitutions(passages: readonly Placed[], sides: Sides): Institutions {
  const linker = new Linker(sides.home);
  const placed = passages.flatMap(({ start, passage }) => findOrganizations(passage).map((found) => ({ start, found })));
  for (const { found } of placed) if (found.acronym) linker.learn(found.acronym.text, found.text);
  // Longer names first, so that shorter forms find them; within a length, in the article's order.
  const order = placed
    .map((each) => ({ ...each, words: keyWords(each.found.text) }))
    .sort((a, b) => b.words.length - a.words.length);
  for (const { start, found, words } of order) linker.add(start, found, words);
  return linker.result(sides);
}

class Linker {
  private readonly groups: Group[] = [];
  private readonly byKey = new Map<string, Group[]>();
  private readonly byInitials = new Map<string, Group>();
  private readonly byEdge = new Map<string, Group[]>();
  private readonly expansions = new Map<string, string>();

  constructor(private readonly home: string | null) {}

  learn(acronym: string, name: string): void {
    if (!this.expansions.has(acronym)) this.expansions.set(acronym, keyWords(name).join(' '));
  }

  add(offset: number, found: FoundOrganization, words: readonly string[]): void {
    const group = this.groupOf(found, words) ?? this.create(found, words);
    group.owner ??= found.owner;
    enter(group, found.text, { start: offset + found.start, end: offset + found.end });
    const { acronym } = found;
    if (acronym) enter(group, acronym.text, { start: offset + acronym.start, end: offset + acronym.end });
  }

  private groupOf(found: FoundOrganization, words: readonly string[]): Group | null {
    const agreeing = (list: readonly Group[] | undefined): Group | null => {
      const fit = (list ?? []).filter(({ owner }) => !owner || !found.owner || owner === found.owner);
      if (fit.length <= 1) return fit[0] ?? null;
      const country = found.owner ?? this.home;
      return fit.find(({ owner }) => owner === country) ?? null;
    };
    const key = words.join(' ');
    const same = agreeing(this.byKey.get(key)) ?? agreeing(this.byKey.get(`=${portfolio(words)}`));
    if (same) return same;
    const expansion = this.expansions.get(found.text);
    if (expansion) return agreeing(this.byKey.get(expansion));
    if (/^[A-Z][A-Z&.]{1,7}$/.test(found.text)) return this.byInitials.get(found.text.replace(/[.&]/g, '')) ?? null;
    if (words.length > 3 || !mayShorten(words)) return null;
    return (
      agreeing((this.byEdge.get(`…${words.at(-1)}`) ?? []).filter((group) => endsWith(group.words, words))) ??
      this.begins(words, agreeing)
    );
  }

  /** "Quad" for "Quad security alliance": a name's first word, unless it is a common one. */
  private begins(words: readonly string[], agreeing: (list: readonly Group[]) => Group | null): Group | null {
    if (countryOf(words[0]!) || words.length > 2 || COMMON_FIRST.has(words[0]!)) return null;
    return agreeing((this.byEdge.get(`${words[0]}…`) ?? []).filter((group) => words.every((word, i) => group.words[i] === word)));
  }

  private create(found: FoundOrganization, words: readonly string[]): Group {
    const group: Group = { words, kind: kindOf(found.text), owner: found.owner, forms: new Map(), mentions: new Map() };
    this.groups.push(group);
    const index = (map: Map<string, Group[]>, key: string): void => {
      const known = map.get(key);
      if (known) known.push(group);
      else map.set(key, [group]);
    };
    index(this.byKey, words.join(' '));
    const own = portfolio(words);
    if (own) index(this.byKey, `=${own}`);
    if (words.length > 1) {
      index(this.byEdge, `…${words.at(-1)}`);
      index(this.byEdge, `${words[0]}…`);
      for (const initials of initialsOf(found.text)) if (!this.byInitials.has(initials)) this.byInitials.set(initials, group);
    }
    return group;
  }

  result(sides: Sides): Institutions {
    const byForm = new Map<string, LinkedInstitution>();
    const list = this.groups.map((group) => {
      const institution = finish(group, sides);
      for (const form of group.forms.keys()) if (!byForm.has(foldLetters(form))) byForm.set(foldLetters(form), institution);
      return institution;
    });
    list.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
    const home = sides.home;
    const fits = (each: LinkedInstitution, country: string | null): boolean =>
      each.owner ? each.owner === country : country === null || country === home || home === null;
    return {
      list,
      of: (text) => byForm.get(foldLetters(text.replace(/^the /i, ''))) ?? null,
      ministry: (fields, country) => {
        const wanted = fields.filter((field) => !IDLE.has(field)).map(sameField);
        if (wanted.length === 0) return null;
        const fit = list.filter((each) => each.kind === 'ministry' && fits(each, country) && coversFields(each, wanted));
        return fit.find(({ owner }) => owner === country) ?? fit[0] ?? null;
      },
      named: (words, country) =>
        theOnly(
          list.filter(
            (each) => fits(each, country) && words.length > 1 && words.every((word) => keyWords(each.name).includes(word)),
          ),
        ),
      only: (kind, country) => theOnly(list.filter((each) => each.kind === kind && fits(each, country))),
      legislature: (country) => {
        const fit = list.filter((each) => each.kind === 'legislature' && fits(each, country));
        return theOnly(fit) ?? theOnly(fit.filter(({ name }) => /parliament|national assembly/i.test(name)));
      },
      partyOf: (group) => {
        const stem = foldLetters(group).replace(/s$/, '');
        return theOnly(list.filter((each) => each.kind === 'party' && foldLetters(each.name).startsWith(stem)));
      },
      embassy: (country) =>
        theOnly(list.filter((each) => each.owner === country && country !== null && /\bembassy\b/i.test(each.name))),
      last: (kinds, offset) =>
        lastBefore(
          list.filter(({ kind }) => kind !== null && kinds.includes(kind)),
          offset,
        ),
    };
  }
}

function theOnly(list: readonly LinkedInstitution[]): LinkedInstitution | null {
  return list.length === 1 ? list[0]! : null;
}

function lastBefore(list: readonly LinkedInstitution[], offset: number): LinkedInstitution | null {
  let best: LinkedInstitution | null = null;
  let nearest = -1;
  for (const institution of list)
    for (const { end } of institution.mentions)
      if (end <= offset && end > nearest) {
        nearest = end;
        best = institution;
      }
  return best ?? theOnly(list);
}

function enter(group: Group, text: string, span: Span): void {
  group.forms.set(text, (group.forms.get(text) ?? 0) + 1);
  group.mentions.set(span.start, span);
}

function finish(group: Group, sides: Sides): LinkedInstitution {
  const forms = [...group.forms.keys()].sort((a, b) => b.length - a.length);
  const name = forms[0]!;
  const ofState = isOfState(group.kind) && !ACROSS.test(name);
  const owner = group.owner ?? (ofState ? sides.home : null);
  const owned = ofState || group.kind === 'company' || group.kind === 'bank' ? owner : null;
  return {
    name,
    aliases: forms.slice(1),
    kind: group.kind,
    party: owned ? sides.printed(owned) : null,
    mentions: [...group.mentions.values()].sort((a, b) => a.start - b.start),
    owner,
    ofState,
  };
}

/** Bodies of several states. */
const ACROSS =
  /\b(?:european|african|arab|international|world|united nations|un|eu|nato|gulf|global|islamic cooperation|asian)\b/i;

const SMALL_WORDS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'a', '&', 's']);

/** A name's words for comparing. */
function keyWords(name: string): readonly string[] {
  const words = foldLetters(name.replace(/['’]s\b/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  return kept.length > 0 ? kept : words;
}

/** The field of a ministry in one order, without its country: "Russian Foreign Ministry" and "Ministry of Foreign Affairs" are both "foreign". */
function portfolio(words: readonly string[]): string {
  if (!words.some((word) => word === 'ministry')) return '';
  const fields = words.filter((word) => !IDLE.has(word) && !countryOf(word[0]!.toUpperCase() + word.slice(1))).map(sameField);
  return fields.sort().join(' ');
}

const IDLE = new Set([
  'ministry',
  'affairs',
  'department',
  'national',
  'federal',
  'union',
  'republic',
  'state',
  'minister',
  'office',
  'kingdom',
  'arab',
  'islamic',
]);
const SAME_FIELD: Readonly<Record<string, string>> = {
  defense: 'defence',
  labor: 'labour',
  home: 'interior',
  sports: 'sport',
  treasury: 'finance',
  oil: 'petroleum',
  economic: 'economy',
};

function sameField(word: string): string {
  return SAME_FIELD[word] ?? word;
}

function coversFields(institution: LinkedInstitution, wanted: readonly string[]): boolean {
  const own = portfolio(keyWords(institution.name)).split(' ');
  return (
    own.includes(wanted[0]!) && (own.every((field) => wanted.includes(field)) || wanted.every((field) => own.includes(field)))
  );
}

const GENERIC = new Set(
  'ministry council commission committee assembly agency bank party court board union university department bureau authority organisation organization association federation force forces police movement senate office centre center institute group company corporation foundation hospital'.split(
    ' ',
  ),
);
const COMMON_FIRST = new Set(
  'national international united central supreme world global federal state european african asian american new royal public people general high south north east west first islamic muslim social democratic'.split(
    ' ',
  ),
);

/** Shorter forms end in a generic noun ("Assembly" of "National Assembly") or are a name's own first word. */
function mayShorten(words: readonly string[]): boolean {
  return words.length > 1 || GENERIC.has(words[0]!) || words[0]!.length > 2;
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  if (long.length <= short.length || !GENERIC.has(short.at(-1)!)) return false;
  return short.every((word, i) => long[long.length - short.length + i] === word);
}

/** "NPA" of "National Police Agency": initials with and without small words. */
function initialsOf(name: string): readonly string[] {
  const words = name.replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]!.toUpperCase()).join('');
  const main = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase())).map((word) => word[0]!.toUpperCase());
  return main.length < 2 ? [] : [...new Set([main.join(''), all])];
}
