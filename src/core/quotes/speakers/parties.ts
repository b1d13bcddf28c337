import { countryOf } from '../../geo/countries.ts';
import { perObject } from '../../memo.ts';
import type { ReadPassage } from '../../passage.ts';
import { trimPhrase } from './trim.ts';

/** The party that a country's name, capital or residence speaks for, as the article prints it: "Ankara" → "Türkiye", else "Ankara". */
export function partyNoun(printed: string, nouns: ReadonlyMap<string, string>): string | null {
  const words = trimPhrase(printed).replace(/^the /i, '');
  const country = countryOf(words);
  if (!country || country.form === 'adjective') return null;
  if (country.form === 'people') return null;
  return nouns.get(country.code) ?? words;
}

/** The nouns by which a passage prints countries, with their codes: "TR", "Türkiye". */
export const nounsOf: (passage: ReadPassage) => readonly (readonly [code: string, words: string])[] = perObject((passage) =>
  passage.entities.flatMap(({ type, start, end }) => {
    const words = passage.text.slice(start, end);
    const country = type === 'location' ? countryOf(words) : null;
    return country?.form === 'noun' ? [[country.code, words] as const] : [];
  }),
);
