import type { Institution, InstitutionKind, Span } from '../article.ts';
import { countryOf } from '../geo/countries.ts';
import { perObject } from '../memo.ts';
import { isOfState, kindOf } from './institution-kinds.ts';
import { foldLetters } from './name-keys.ts';
import type { FoundOrganization } from './organizations.ts';
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
  /** What "the committee" at an offset takes up: the last institution of that noun named before it, else the only one; at null the only one. */
  called(noun: string, offset: number | null): LinkedInstitution | null;
  /** What "the party" or "the ministry" at an offset takes up: the last institution of that kind named before, else the only one. */
  last(kinds: readonly InstitutionKind[], offset: number): LinkedInstitution | null;
}

/** An organisation's name where it stands in the article. */
export interface PlacedOrganization {
  /** Where its passage stands. */
  readonly start: number;
  readonly found: FoundOrganization;
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
export function* linkInstitutions(placed: readonly PlacedOrganization[], sides: Sides): Generator<void, Institutions> {
  const linker = new Linker(sides.home);
  for (const { found } of placed) if (found.acronym) linker.learn(found.acronym.text, found.text);
  // Longer names first, so that shorter forms find them; within a length, in the article's order.
  const order = placed
    .map(({ start, found }) => ({ start, found, form: formOf(found) }))
    .sort((a, b) => b.form.words.length - a.form.words.length);
  yield;
  for (const { start, found, form } of order) {
    linker.add(start, found, form);
    yield;
  }
  return linker.result(sides);
}

/** What a printed name says by itself; read once for each place it stands in. */
interface Form {
  readonly words: readonly string[];
  readonly key: string;
  readonly portfolio: string;
  readonly kind: InstitutionKind | null;
  readonly initials: readonly string[];
}

const formOf: (found: FoundOrganization) => Form = perObject(({ text }) => {
  const words = keyWords(text);
  return { words, key: words.join(' '), portfolio: portfolio(words), kind: kindOf(text), initials: initialsOf(text) };
});

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

  add(offset: number, found: FoundOrganization, form: Form): void {
    const group = this.groupOf(found, form) ?? this.create(found, form);
    group.owner ??= found.owner;
    enter(group, found.text, { start: offset + found.start, end: offset + found.end });
    const { acronym } = found;
    if (acronym) enter(group, acronym.text, { start: offset + acronym.start, end: offset + acronym.end });
  }

  private groupOf(found: FoundOrganization, { words, key, portfolio: own }: Form): Group | null {
    const agreeing = (list: readonly Group[] | undefined): Group | null => {
      const fit = (list ?? []).filter(({ owner }) => !owner || !found.owner || owner === found.owner);
      if (fit.length <= 1) return fit[0] ?? null;
      const country = found.owner ?? this.home;
      return fit.find(({ owner }) => owner === country) ?? null;
    };
    const same = agreeing(this.byKey.get(key)) ?? agreeing(this.byKey.get(`=${own}`));
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

  private create(found: FoundOrganization, { words, key, portfolio: own, kind, initials }: Form): Group {
    const group: Group = { words, kind, owner: found.owner, forms: new Map(), mentions: new Map() };
    this.groups.push(group);
    const index = (map: Map<string, Group[]>, key: string): void => {
      const known = map.get(key);
      if (known) known.push(group);
      else map.set(key, [group]);
    };
    index(this.byKey, key);
    if (own) index(this.byKey, `=${own}`);
    if (words.length > 1) {
      index(this.byEdge, `…${words.at(-1)}`);
      index(this.byEdge, `${words[0]}…`);
      for (const each of initials) if (!this.byInitials.has(each)) this.byInitials.set(each, group);
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
    const ofKind = (kind: InstitutionKind): readonly LinkedInstitution[] => list.filter((each) => each.kind === kind);
    const ministries = ofKind('ministry').map((each) => ({ each, fields: portfolio(keyWords(each.name)).split(' ') }));
    const parties = ofKind('party').map((each) => ({ each, folded: foldLetters(each.name) }));
    const embassies = list.filter(({ name }) => /\bembassy\b/i.test(name));
    const byWord = new Map<string, { readonly each: LinkedInstitution; readonly own: readonly string[] }[]>();
    for (const each of list) {
      const own = keyWords(each.name);
      for (const word of new Set(own)) {
        const known = byWord.get(word);
        if (known) known.push({ each, own });
        else byWord.set(word, [{ each, own }]);
      }
    }
    // The roles of an article ask the same few questions again and again.
    return {
      list,
      of: (text) => byForm.get(foldLetters(text.replace(/^the /i, ''))) ?? null,
      ministry: remembered((fields: readonly string[], country: string | null) => {
        const wanted = fields.filter((field) => !IDLE.has(field)).map(sameField);
        if (wanted.length === 0) return null;
        const fit = ministries.filter(({ each, fields: own }) => fits(each, country) && coversFields(own, wanted));
        return (fit.find(({ each }) => each.owner === country) ?? fit[0])?.each ?? null;
      }),
      named: remembered((words: readonly string[], country: string | null) => {
        const having = words.length > 1 ? (byWord.get(words[0]!) ?? []) : [];
        return theOnly(
          having
            .filter(({ each, own }) => fits(each, country) && words.every((word) => own.includes(word)))
            .map(({ each }) => each),
        );
      }),
      only: remembered((kind: InstitutionKind, country: string | null) =>
        theOnly(ofKind(kind).filter((each) => fits(each, country))),
      ),
      legislature: remembered((country: string | null) => {
        const fit = ofKind('legislature').filter((each) => fits(each, country));
        return theOnly(fit) ?? theOnly(fit.filter(({ name }) => /parliament|national assembly/i.test(name)));
      }),
      partyOf: remembered((group: string) => {
        const stem = foldLetters(group).replace(/s$/, '');
        return theOnly(parties.filter(({ folded }) => folded.startsWith(stem)).map(({ each }) => each));
      }),
      embassy: remembered((country: string | null) =>
        country === null ? null : theOnly(embassies.filter(({ owner }) => owner === country)),
      ),
      called: (noun, offset) => {
        const having = (byWord.get(noun) ?? []).filter(({ own }) => own.length > 1).map(({ each }) => each);
        const only = theOnly(having);
        if (only || offset === null) return only;
        return lastBefore(having, offset);
      },
      last: lastOf(list),
    };
  }
}

/** A pure function that answers the same question once. */
function remembered<Q extends readonly unknown[], A>(answer: (...question: Q) => A): (...question: Q) => A {
  const known = new Map<string, A>();
  return (...question) => {
    const key = JSON.stringify(question);
    if (!known.has(key)) known.set(key, answer(...question));
    return known.get(key)!;
  };
}

function theOnly(list: readonly LinkedInstitution[]): LinkedInstitution | null {
  return list.length === 1 ? list[0]! : null;
}

/** The last mention of a kind before an offset: its institution, else the only one of that kind. */
function lastOf(list: readonly LinkedInstitution[]): Institutions['last'] {
  const ofKinds = remembered((kinds: readonly InstitutionKind[]) => {
    const all = list.filter(({ kind }) => kind !== null && kinds.includes(kind));
    const ends = all.flatMap((each) => each.mentions.map(({ end }) => ({ end, each }))).sort((a, b) => a.end - b.end);
    return { only: theOnly(all), ends };
  });
  return (kinds, offset) => {
    const { only, ends } = ofKinds(kinds);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1]?.each ?? only;
  };
}

/** The institution that is mentioned last before an offset. */
function lastBefore(list: readonly LinkedInstitution[], offset: number): LinkedInstitution | null {
  let last: LinkedInstitution | null = null;
  let end = -1;
  for (const each of list) {
    const before = each.mentions.findLast((mention) => mention.end <= offset);
    if (before && before.end > end) [last, end] = [each, before.end];
  }
  return last;
}

function enter(group: Group, text: string, span: Span): void {
  group.forms.set(text, (group.forms.get(text) ?? 0) + 1);
  group.mentions.set(span.start, span);
}

function finish(group: Group, sides: Sides): LinkedInstitution {
  const forms = [...group.forms.keys()].sort((a, b) => b.length - a.length);
  const name = forms[0]!;
  const ofState = isOfState(group.kind) && !ACROSS.test(name);
  const { owner } = group;
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

/** Whether a ministry's own fields and the wanted ones are the same, or the ones among the others. */
function coversFields(own: readonly string[], wanted: readonly string[]): boolean {
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
