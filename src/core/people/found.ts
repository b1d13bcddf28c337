import { perObject } from '../memo.ts';
import type { ReadPassage } from '../passage.ts';
import { isDescriptionBefore, readAfter } from './after.ts';
import { readPronounClause, readSubjectBefore } from './clauses.ts';
import { readJoinedTitles, readTitleBefore, skipAddress } from './before.ts';
import { HEAD, HONORIFIC, PLURAL } from './lexicon.ts';
import type { RolePhrase } from './phrase.ts';
import { readParts, type RoleParts } from './parts.ts';
import { sendingCountry, visitedCountry } from './visits.ts';
import { type Range, Words } from './words.ts';

/** By which pattern a role was found: before the name, after it, shared by several names. */
export type RoleEvidence = 'before' | 'after' | 'shared';

/** A person's name in a passage; all ranges are tokens, all offsets relative to the passage. */
export interface FoundName extends Range {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly roles: readonly FoundRole[];
  /** The organisation in brackets after the name: "PTI". */
  readonly affiliation: string | null;
  /** "Russia" of "Sergei Lavrov of Russia", "Russia would send Lavrov". */
  readonly of: string | null;
  /** The countries that the sentence prints. */
  readonly near: readonly string[];
  /** The country that the sentence says the person visits. */
  readonly visits: string | null;
}

export interface FoundRole extends RoleParts {
  readonly by: RoleEvidence;
  /** One of several that a plural names together: "Presidents A and B". */
  readonly several: boolean;
  readonly start: number;
  readonly end: number;
}

/** The names of a passage with what its own words say about them. */
export const findNames: (passage: ReadPassage) => readonly FoundName[] = perObject((passage) => {
  if (!passage.entities.some(({ type }) => type === 'person')) return [];
  return new NameReader(wordsOf(passage)).read();
});

export const wordsOf: (passage: ReadPassage) => Words = perObject((passage) => new Words(passage));

class NameReader {
  private readonly found: FoundName[] = [];
  /** The list of names that the last one closes: the roles of each, and a plural title before them all. */
  private shared: { readonly phrase: RolePhrase | null; readonly next: number; readonly list: readonly FoundRole[][] } | null =
    null;

  /** The countries of the sentence read last. */
  private near: { readonly sentence: number; readonly codes: readonly string[] } | null = null;

  constructor(private readonly words: Words) {}

  read(): readonly FoundName[] {
    const { words } = this;
    let sentence = 0;
    let floor = 0;
    const { sentences } = words.passage;
    for (const [index, entity] of words.entities.entries()) {
      if (entity.type !== 'person') continue;
      const name = trimName(words, words.ranges[index]!);
      if (!name) continue;
      while (sentence + 1 < sentences.length && sentences[sentence]!.to <= name.from) sentence++;
      const bounds = sentences[sentence] ?? { from: 0, to: words.count };
      if (bounds.from > floor) this.shared = null;
      this.readName(name, Math.max(floor, bounds.from), { from: bounds.from, to: Math.max(bounds.to, name.to) });
      // "Lee’s campaign manager, Bo Ray": a name with a possessive may open the next one's title.
      floor = words.possessive(name.to) ? name.from : name.to;
    }
    this.readPronouns();
    return this.found;
  }

  /** "Ann Lee came late. She is a professor of law.": the role is that of the only one named in the sentence before. */
  private readPronouns(): void {
    const { words } = this;
    const { sentences } = words.passage;
    let next = 0;
    for (let i = 1; i < sentences.length && next < this.found.length; i++) {
      const { from, to } = sentences[i - 1]!;
      while (next < this.found.length && this.found[next]!.from < from) next++;
      const named = this.found[next];
      if (!named || named.from >= to || (this.found[next + 1]?.from ?? words.count) < to) continue;
      const phrase = readPronounClause(words, sentences[i]!);
      if (phrase) this.found[next] = { ...named, roles: [...named.roles, this.role(phrase, 'after')] };
    }
  }

  private readName(name: Range, floor: number, sentence: Range): void {
    const { words } = this;
    const before = this.titleBefore(name, floor, sentence);
    const after = readAfter(words, name.to, sentence.to, before !== null);
    const joined = this.shared !== null && !before && joins(words, this.shared.next, name.from);
    const roles: FoundRole[] = [];
    let titleFrom = before?.from ?? name.from;
    if (before) {
      const nearest = this.lent(this.role(before, 'before'), before.from);
      roles.push(nearest);
      for (const phrase of readJoinedTitles(words, before, floor, name.to)) {
        roles.push(sharing(this.role(phrase, 'before'), nearest));
        titleFrom = phrase.from;
      }
    } else if (joined && this.shared!.phrase) roles.push(this.role(this.shared!.phrase, 'shared'));
    this.settleCounterparts(roles, sentence.from);
    const list = joined ? [...this.shared!.list, roles] : [roles];
    for (const [i, phrase] of after.roles.entries()) {
      const next = after.roles[i + 1];
      const role = this.withBody(this.role(phrase, 'after'), phrase.to);
      // "president and chief executive of Nordbank"
      const joint = next && !next.plural && /^(?:and|&)$/.test(words.text(phrase.to)) && next.from - phrase.to <= 2;
      if (!phrase.plural) roles.push(joint ? sharing(role, this.role(next, 'after')) : role);
      else if (list.length > 1) for (const each of list) each.push(this.role(phrase, 'shared'));
    }
    this.shared = { phrase: joined ? this.shared!.phrase : before?.plural ? before : null, next: after.next, list };
    this.found.push({
      ...name,
      start: words.tokens.start[name.from]!,
      end: words.tokens.end[name.to - 1]!,
      text: words.slice(name.from, name.to),
      roles,
      affiliation: after.affiliation && words.slice(after.affiliation.from, after.affiliation.to),
      of: after.of ? words.slice(after.of.from, after.of.to) : sendingCountry(words, titleFrom, sentence.from),
      near: this.countriesIn(sentence),
      visits: visitedCountry(words, name, titleFrom, sentence),
    });
  }

  /** "Turkish Defence Minister A (L) and intelligence chief B": a title that is joined to the last one and names no country has its country. */
  private lent(role: FoundRole, from: number): FoundRole {
    const last = this.found.at(-1);
    const lender = last?.roles.find(({ by }) => by === 'before');
    const bare = role.countries.length === 0 && role.organizations.length === 0 && role.groups.length === 0;
    if (!last || !lender || !bare || !STATE_POSTS.has(role.kind) || !joinsTitles(this.words, last.to, from)) return role;
    // "the bank’s director A and deputy director B", but not "Nordbank director A and President B"
    const ofOne = isMember(role) && lender.kind === 'officer' && role.body === null && lender.countries.length === 0;
    if (!ofOne || role.head === 'president' || /\b(?:of|for|at|to)\b/.test(role.role))
      return { ...role, countries: lender.countries };
    const { organizations, body, definiteBody, bareBody } = lender;
    return { ...role, organizations, body, definiteBody, bareBody };
  }

  /** "met her Chilean counterpart": the post is that of the last person with a post before it in the sentence. */
  private settleCounterparts(roles: FoundRole[], sentenceFrom: number): void {
    for (const [i, role] of roles.entries()) {
      if (role.head !== 'counterpart') continue;
      for (let k = this.found.length - 1; k >= 0 && this.found[k]!.from >= sentenceFrom; k--) {
        const peer = this.found[k]!.roles.find(
          ({ kind, head }) => kind !== 'person' && kind !== 'occupation' && head !== 'counterpart',
        );
        if (!peer) continue;
        roles[i] = { ...role, post: peer.post };
        break;
      }
    }
  }

  private countriesIn({ from, to }: Range): readonly string[] {
    const { countries } = this.words;
    if (this.near?.sentence !== from) {
      const inside = countries.filter((each) => each.from >= from && each.to <= to && !this.words.isPerson(each.from));
      this.near = { sentence: from, codes: [...new Set(inside.map(({ code }) => code))] };
    }
    return this.near.codes;
  }

  /** "Ann Lee, chief executive, Nordbank, said": the organisation between two marks after the post. */
  private withBody(role: FoundRole, to: number): FoundRole {
    const { words } = this;
    const body = words.text(to) === ',' && words.entity(to + 1)?.type === 'organization' ? words.range(to + 1) : null;
    if (!body || role.organizations.length > 0 || role.countries.length > 0 || role.body !== null) return role;
    if (!/^(?:[,.;:)”"]|'')?$/.test(words.text(body.to))) return role;
    return role.kind === 'officer' || role.kind === 'occupation'
      ? { ...role, organizations: [words.slice(body.from, body.to)] }
      : role;
  }

  /** "Nordbank lost its chairman Ann Lee": the organisation named last before it in the sentence. */
  private organizationBefore(at: number): string | null {
    const { words } = this;
    const { sentences } = words.passage;
    let i = at - 1;
    const floor = sentences.findLast(({ from }) => from <= i)?.from ?? 0;
    while (i >= floor && words.entity(i)?.type !== 'organization') i--;
    if (i < floor) return null;
    const { from, to } = words.range(i)!;
    return words.slice(from, to);
  }

  private titleBefore(name: Range, floor: number, sentence: Range): RolePhrase | null {
    const { words } = this;
    const direct = readTitleBefore(words, name.from, floor);
    if (direct) return direct;
    const subject = readSubjectBefore(words, name, floor, sentence.to);
    if (subject) return subject;
    const at = skipAddress(words, name.from, floor);
    const mark = words.text(at - 1);
    if (at - 1 <= floor || !/^[,:–—-]$/.test(mark)) return null;
    const described = readTitleBefore(words, at - 1, floor);
    if (!described) return null;
    // "Chairman: Ann Lee" on a line of its own, "DEFENDERS: Ann Lee (FC Hill), Bo Ray (Harbour United)"
    if (mark === ':' && described.from === sentence.from) return described;
    if (mark !== ',' && (!described.plural || words.touches(at - 1))) return null;
    const last = this.found.at(-1);
    const inList = last !== undefined && last.roles.length > 0 && last.roles.every(({ by }) => by === 'before');
    return isDescriptionBefore(words, described, name.to, sentence, inList) ? described : null;
  }

  private role(phrase: RolePhrase, by: RoleEvidence): FoundRole {
    const { words } = this;
    // "Foreign Ministers A and B": each is one Foreign Minister, which the plural prints but for its s.
    const several = phrase.plural || phrase.determiner === 'one';
    const dot = words.text(phrase.headTo - 1) === '.' ? 1 : 0; // "Sens. A and B"
    const plural = several && /(?<!s|ie)s$/i.test(words.text(phrase.headTo - 1 - dot)) && phrase.to === phrase.headTo;
    const cut = plural ? 1 + dot : 0;
    const parts = readParts(words, phrase, cut);
    const own = ITS.has(phrase.determiner) && isMember(parts) ? this.organizationBefore(phrase.from) : null;
    return {
      ...parts,
      organizations: own === null ? parts.organizations : [own],
      by,
      several: phrase.plural,
      start: words.tokens.start[phrase.from]!,
      end: words.tokens.end[phrase.to - 1]! - cut,
    };
  }
}

/** "founder and chief executive of Nordbank": the organisation of one holds for the other, where that has none. */
function sharing(role: FoundRole, other: FoundRole): FoundRole {
  const none = role.organizations.length === 0 && role.countries.length === 0 && role.body === null;
  const alike =
    other.kind === role.kind || (other.kind === 'officer' && /^(?:president|ceo|founder|co-founder)$/.test(role.head));
  return none && alike && role.post === role.role ? { ...role, kind: other.kind, organizations: other.organizations } : role;
}

/** A post that names no organisation, but is of one. */
function isMember({ kind, organizations, countries, body }: RoleParts): boolean {
  return kind === 'officer' && organizations.length === 0 && countries.length === 0 && body === null;
}

const ITS = new Set(['its', 'their']);
const STATE_POSTS: ReadonlySet<FoundRole['kind']> = new Set(['office', 'officer']);

/** Whether nothing but one pair of brackets and an "and" stands between a name and the next title. */
function joinsTitles(words: Words, from: number, to: number): boolean {
  let i = from;
  if (words.text(i) === '(') {
    while (i < to && words.text(i) !== ')') i++;
    i++;
  }
  return i === to - 1 && words.text(i) === 'and';
}

/** Whether only commas, "and" and forms of address stand between two names of a list. */
function joins(words: Words, from: number, to: number): boolean {
  if (from > to || to - from > 5) return false;
  for (let i = from; i < to; i++) if (!/^(?:,|and|&|\.|as|well)$/.test(words.text(i)) && !words.honorific(i)) return false;
  return to > from;
}

/** A name's range without forms of address and titles in front and a possessive behind; null where nothing is left. */
function trimName(words: Words, { from, to }: Range): Range | null {
  let start = from;
  let end = to;
  if (words.text(start) === 'H' && words.text(start + 1) === 'E' && start + 2 < end) start += 2;
  while (end > start && (words.possessive(end - 1) || /^[,.;:()"“”]$/.test(words.text(end - 1)))) end--;
  while (
    start + 1 < end &&
    (/^(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|capt)$/i.test(words.text(start)) ||
      words.text(start) === '.' ||
      isTitle(words, start) ||
      (words.text(start) === 'E' && words.text(start - 1) === 'H'))
  )
    start++;
  if (words.text(start - 1) === '(' && PARTY_AND_STATE.test(words.slice(start, end))) return null;
  // "Sophia Chan Suk-fan": the second part of a given name is printed in lower case.
  if (words.text(end) === '-' && words.touches(end) && words.touches(end + 1) && words.lower(end + 1) && words.capital(end - 1))
    end += 2;
  // "Florida Gov" with its dot outside: a title taken for a name.
  return end > start && !isTitle(words, end - 1) ? { from: start, to: end } : null;
}

/** "(D-Conn.)" */
const PARTY_AND_STATE = /^[DRIL]-/;

function isTitle(words: Words, i: number): boolean {
  const { kind } = words.entry(i);
  return (
    words.is(i, HEAD) &&
    !words.is(i, PLURAL | HONORIFIC) &&
    words.capital(i) &&
    (kind === 'office' || kind === 'legislator' || kind === 'diplomat' || (kind === 'officer' && words.text(i).length > 5))
  );
}
