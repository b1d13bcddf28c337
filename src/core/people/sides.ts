import { type CountryForm, countryOf } from '../geo/countries.ts';
import type { CountryMention } from '../geo/mentions.ts';
import { perObject } from '../memo.ts';
import type { ReadPassage } from '../passage.ts';
import regionList from '../../../data/en/regions.txt';
import { entriesOf, lazy } from '../text/lists.ts';
import { findDateline } from '../text/dateline.ts';
import { findNames, wordsOf } from './found.ts';

/** The states of an article as it prints them. */
export interface Sides {
  /** The country whose matters the article reports when it says "the minister" without naming one; null when that is not clear. */
  readonly home: string | null;
  /** The state of those of whom the article says that they visit these. */
  homeBut(codes: readonly string[]): string | null;
  /** How the article prints a country: its noun if it does anywhere, else its adjective, else null. */
  printed(code: string): string | null;
  readonly printsCountries: boolean;
  /** "government" where the article prints the word. */
  readonly government: string | null;
}

/** What a passage tells of states. */
export interface PassageCountries {
  /** Countries by their states and provinces: "Texas". */
  readonly regions: readonly string[];
  /** Countries in titles of persons. */
  readonly titled: readonly string[];
  /** Countries that are not part of a person's or organisation's name. */
  readonly free: readonly PrintedCountry[];
  readonly all: readonly PrintedCountry[];
  /** The country of the dateline that it opens with. */
  readonly dateline: string | null;
  /** Whether it prints "government". */
  readonly government: boolean;
}

interface PrintedCountry {
  readonly code: string;
  readonly form: CountryForm;
  readonly text: string;
}

/** The states of a passage. */
export const countriesOf: (passage: ReadPassage) => PassageCountries = perObject((passage) => {
  const words = wordsOf(passage);
  const own = words.countries.filter(({ from }) => !words.isPerson(from));
  const titled = findNames(passage).flatMap(({ roles }) =>
    roles
      .filter(({ kind }) => kind !== 'occupation' && kind !== 'person')
      .flatMap(({ countries }) => countries.slice(0, 1).map(({ code }) => code)),
  );
  const regions = words.entities.flatMap(({ type }, i) => {
    const code = type === 'location' ? regionCodes().get(words.slice(words.ranges[i]!.from, words.ranges[i]!.to)) : undefined;
    return code ? [code] : [];
  });
  const print = ({ from, to, code, form }: CountryMention): PrintedCountry => ({ code, form, text: words.slice(from, to) });
  const isFree = ({ from, to }: CountryMention): boolean =>
    words.entity(from)?.type !== 'organization' || (words.range(from)!.from === from && words.range(from)!.to === to);
  return {
    regions,
    titled,
    free: own.filter(isFree).map(print),
    all: own.map(print),
    dateline: datelineCountry(passage),
    government: passage.text.includes('government'),
  };
});

const regionCodes = lazy(() => {
  const codes = new Map<string, string>();
  for (const line of entriesOf(regionList)) {
    const [code, names] = line.split(': ');
    for (const name of names!.split('; ')) codes.set(name, code!);
  }
  return codes;
});

function datelineCountry(passage: ReadPassage): string | null {
  const words = wordsOf(passage);
  const [first] = words.countries;
  if (!first) return null;
  const span = findDateline(passage.text, { start: 0, end: passage.text.length }, true);
  if (span) return words.tokens.end[first.to - 1]! <= span.end ? first.code : null;
  // "CAIRO- 24 July 2022: …"
  return first.from === 0 &&
    first.form === 'capital' &&
    /^(?:[-–—(/:]|,)$/.test(words.text(first.to)) &&
    /^[A-Z]{4}/.test(passage.text)
    ? first.code
    : null;
}

/**
 * Weighs the article's countries: the dateline, what comes first, what comes often. A country that titles name ("the Greek president") counts
 * less for each: papers name the state of foreign officials and leave out that of their own.
 */
export function findSides(passages: readonly PassageCountries[]): Sides {
  const nouns = new Map<string, Map<string, number>>();
  const adjectives = new Map<string, Map<string, number>>();
  const inNames = new Map<string, Map<string, number>>();
  const weight = new Map<string, number>();
  const within = new Map<string, number>();
  const add = (table: Map<string, number>, code: string, by: number): void => void table.set(code, (table.get(code) ?? 0) + by);
  let government = false;
  for (const [index, own] of passages.entries()) {
    const { free, all, titled, regions } = own;
    government ||= own.government;
    for (const { code, form, text } of all) {
      if (form === 'noun') count(nouns, code, text);
      else if (form === 'adjective') count(inNames, code, text);
      add(within, code, 1);
    }
    const worth = index < 2 ? 3 : index < 5 ? 2 : 1;
    for (const { code, form, text } of free) {
      if (form === 'adjective') count(adjectives, code, text);
      add(weight, code, worth * WORTH[form]);
    }
    for (const code of regions) add(weight, code, worth * 0.5);
    for (const code of titled) add(weight, code, -TITLED * worth);
    if (own.dateline && index < 6) add(weight, own.dateline, 6);
  }
  // "Georgia" beside American states is one of them.
  if ((weight.get('US') ?? 0) > 0 && !adjectives.has('GE')) weight.delete('GE');
  const home = heaviest(weight) ?? heaviest(within);
  return {
    home,
    homeBut: (codes) => (home !== null && codes.includes(home) ? heaviest(without(weight, codes)) : home),
    printed: (code) => mostPrinted(nouns.get(code)) ?? mostPrinted(adjectives.get(code)) ?? mostPrinted(inNames.get(code)),
    government: government ? 'government' : null,
    printsCountries: nouns.size + adjectives.size > 0,
  };
}

/** A capital is as often a place as a side. */
const WORTH: Readonly<Record<CountryForm, number>> = { noun: 1, adjective: 1, people: 0.5, capital: 0.5, metonym: 1 };

/** How much a country in a title counts against it, in mentions. */
const TITLED = 1;

/** How many times the runner-up's weight the first must have. */
const CLEARLY = 1.15;

function heaviest(weight: ReadonlyMap<string, number>): string | null {
  const ranked = [...weight].sort((a, b) => b[1] - a[1]);
  if (ranked.length === 0 || ranked[0]![1] <= 0) return null;
  // Four countries that met stand beside each other: none of them is the article's own.
  if (ranked.length > 1 && ranked[1]![1] * CLEARLY > ranked[0]![1]) return null;
  return ranked[0]![0];
}

function without(weight: ReadonlyMap<string, number>, codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...weight].filter(([code]) => !codes.includes(code)));
}

function count(table: Map<string, Map<string, number>>, code: string, text: string): void {
  let own = table.get(code);
  if (!own) table.set(code, (own = new Map<string, number>()));
  own.set(text, (own.get(text) ?? 0) + 1);
}

function mostPrinted(forms: ReadonlyMap<string, number> | undefined): string | null {
  let best: string | null = null;
  for (const [text, times] of forms ?? []) if (best === null || times > forms!.get(best)!) best = text;
  return best;
}

/** The country that some words name as noun, adjective or capital, or null. */
export function codeOf(words: string): string | null {
  return countryOf(words)?.code ?? null;
}
