import { countryOf } from '../../geo/countries.ts';
import { trimPhrase } from './trim.ts';

/** The party that a country's name, capital or residence speaks for, as the article prints it: "Ankara" → "Türkiye", else "Ankara". */
export function partyNoun(printed: string, nouns: ReadonlyMap<string, string>): string | null {
  const words = trimPhrase(printed).replace(/^the /i, '');
  const country = countryOf(words);
  if (!country || country.form === 'adjective') return null;
  if (country.form === 'people') return null;
  return nouns.get(country.code) ?? words;
}
