import type { Institution, InstitutionKind } from '../article.ts';
import { coversFields, IDLE, keyWords, portfolio, sameField } from './institution-names.ts';
import { foldLetters } from './name-keys.ts';

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

/** What roles ask of an article's institutions; `byForm` finds one by a printed form in folded letters, `home` is the article's country. */
export function askInstitutions(
  list: readonly LinkedInstitution[],
  byForm: ReadonlyMap<string, LinkedInstitution>,
  home: string | null,
): Institutions {
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
