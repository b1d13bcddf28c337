import { countryOf } from '../geo/countries.ts';
import { type CountryMention, findCountries } from '../geo/mentions.ts';
import { perObject } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import { findDateline } from '../text/dateline.ts';
import { wordsOf } from './found.ts';

/** The states of an article as it prints them. */
export interface Sides {
  /** The country whose matters the article reports when it says "the minister" without naming one; null when that is not clear. */
  readonly home: string | null;
  /** How the article prints a country: its noun if it does anywhere, else its adjective, else null. */
  printed(code: string): string | null;
}

interface PassageCountries {
  /** Countries that are not part of a person's or organisation's name. */
  readonly free: readonly CountryMention[];
  readonly all: readonly { readonly code: string; readonly form: CountryMention['form']; readonly text: string }[];
}

const countriesOf: (passage: ReadPassage) => PassageCountries = perObject((passage) => {
  const words = wordsOf(passage);
  const own = findCountries(passage.tokens).filter(({ from }) => !words.isPerson(from));
  return {
    free: own.filter(
      ({ from, to }) =>
        words.entity(from)?.type !== 'organization' || (words.range(from)!.from === from && words.range(from)!.to === to),
    ),
    all: own.map(({ from, to, code, form }) => ({ code, form, text: words.slice(from, to) })),
  };
});

const datelineCountry: (passage: ReadPassage) => string | null = perObject((passage) => {
  const span = findDateline(passage.text, { start: 0, end: passage.text.length }, true);
  if (!span) return null;
  const words = wordsOf(passage);
  const inside = findCountries(passage.tokens).find(({ to }) => words.tokens.end[to - 1]! <= span.end);
  return inside?.code ?? null;
});

/** Weighs the article's countries: the dateline, then what comes first, then what comes often. */
export function findSides(passages: readonly Placed[]): Sides {
  const nouns = new Map<string, Map<string, number>>();
  const adjectives = new Map<string, Map<string, number>>();
  const weight = new Map<string, number>();
  for (const [index, { passage }] of passages.entries()) {
    const { free, all } = countriesOf(passage);
    for (const { code, form, text } of all) {
      if (form === 'noun') count(nouns, code, text);
      else if (form === 'adjective') count(adjectives, code, text);
    }
    const worth = index < 2 ? 3 : index < 5 ? 2 : 1;
    for (const { code, form } of free) weight.set(code, (weight.get(code) ?? 0) + worth * (form === 'people' ? 0.5 : 1));
    const dateline = index < 6 ? datelineCountry(passage) : null;
    if (dateline) weight.set(dateline, (weight.get(dateline) ?? 0) + 6);
  }
  const ranked = [...weight].sort((a, b) => b[1] - a[1]);
  const home = ranked.length > 0 && (ranked.length === 1 || ranked[0]![1] > ranked[1]![1]) ? ranked[0]![0] : null;
  return { home, printed: (code) => mostPrinted(nouns.get(code)) ?? mostPrinted(adjectives.get(code)) };
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
