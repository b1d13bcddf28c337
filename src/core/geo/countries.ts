import { countries as listed } from 'countries-list';
import names from 'i18n-iso-countries/langs/en.json';
import nationalities from 'i18n-nationality/langs/en.json';
import own from '../../../data/en/countries.txt';
import { entriesOf, lazy } from '../text/lists.ts';
import { tokenize, word as tokenWord } from '../text/tokens.ts';

/** What a country's word is: `Türkiye` a noun, `Turkish` an adjective, `Turks` people, `Ankara` a capital, `the Kremlin` a metonym. */
export type CountryForm = 'noun' | 'adjective' | 'people' | 'capital' | 'metonym';

/** What a printed form stands for. */
export interface CountryName {
  /** ISO 3166 alpha-2; parts of the United Kingdom as `GB-SCT`. The likeliest where a form stands for several. */
  readonly code: string;
  /** The other countries the form could as well stand for: "Congolese", "Guyana's or Ascension's Georgetown". */
  readonly others: readonly string[];
  readonly form: CountryForm;
}

/** A country's own forms: the first of each is the usual one. */
export interface Country {
  readonly code: string;
  readonly noun: readonly string[];
  readonly adjective: readonly string[];
  readonly people: readonly string[];
  readonly capital: readonly string[];
  readonly metonym: readonly string[];
}

/** The country that a printed form stands for, "the" and a possessive left out, or null: "Turkish", "U.S.", "the Netherlands". */
export function countryOf(words: string): CountryName | null {
  const name = formOf(words);
  return name?.code === NOT_A_COUNTRY ? null : name;
}

/** The code of forms such as "Latin America", which hold a country's name and are not that country. */
export const NOT_A_COUNTRY = '--';

/** As `countryOf`, with the larger names that hold a country's name. */
export function formOf(words: string): CountryName | null {
  const { forms } = index();
  const known = forms.get(fold(words));
  if (known) return known;
  const plain = uncapitalized(words);
  return plain === words ? null : (forms.get(fold(plain)) ?? null);
}

/** A country's forms by its code. */
export function country(code: string): Country | null {
  return code === NOT_A_COUNTRY ? null : (index().countries.get(code) ?? null);
}

/** How many tokens the longest form has that begins with this token; 0 where none does. */
export function longestFrom(firstToken: string): number {
  const { longest } = index();
  return longest.get(firstToken) ?? longest.get(uncapitalized(firstToken)) ?? 0;
}

interface Index {
  readonly forms: ReadonlyMap<string, CountryName>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly longest: ReadonlyMap<string, number>;
}

type Forms = Record<CountryForm, string[]>;

const KINDS: readonly CountryForm[] = ['noun', 'adjective', 'people', 'capital', 'metonym'];

const index = lazy(build);

function build(): Index {
  const collected = new Map<string, Forms>();
  const of = (code: string): Forms => {
    let forms = collected.get(code);
    if (!forms) collected.set(code, (forms = { noun: [], adjective: [], people: [], capital: [], metonym: [] }));
    return forms;
  };
  readOwn(of);
  for (const [code, { name, capital }] of Object.entries(listed)) {
    add(of(code).noun, name);
    add(of(code).capital, capital);
  }
  for (const [code, value] of Object.entries(names.countries)) for (const name of [value].flat()) add(of(code).noun, name);
  for (const [code, word] of Object.entries(nationalities.nationalities))
    if (!of(code).noun.includes(word)) add(of(code).adjective, word);
  for (const forms of collected.values()) for (const word of forms.adjective) add(forms.people, peopleOf(word));
  return indexOf(collected);
}

/** "CODE kind: form; -form" lines; a form taken away stays in the list with its minus, so that no package brings it back. */
function readOwn(of: (code: string) => Forms): void {
  for (const line of entriesOf(own)) {
    const colon = line.indexOf(':');
    const [code, kind] = line.slice(0, colon).split(' ');
    const form = KINDS.find((name) => name === kind);
    if (!code || !form) continue;
    for (const word of line.slice(colon + 1).split(';')) of(code)[form].push(word.trim());
  }
}

function add(forms: string[], word: string): void {
  if (word === '' || /[,()]/.test(word) || forms.includes(word) || forms.includes(`-${word}`)) return;
  forms.push(word);
}

/** "Syrian" → "Syrians", "Iraqi" → "Iraqis"; "Chinese", "British" have no plural of their own. */
function peopleOf(adjective: string): string {
  return /(?:an|i|ot)$/.test(adjective) ? `${adjective}s` : '';
}

function indexOf(collected: ReadonlyMap<string, Forms>): Index {
  const forms = new Map<string, CountryName>();
  const countries = new Map<string, Country>();
  const longest = new Map<string, number>();
  const ranked = [...collected.keys()].sort((a, b) => Number(SMALL.has(a)) - Number(SMALL.has(b)));
  for (const kind of KINDS) {
    for (const code of ranked) {
      for (const word of collected.get(code)![kind])
        if (!word.startsWith('-')) enter(forms, longest, word, { code, others: [], form: kind });
    }
  }
  for (const [code, value] of collected) {
    const kept = (list: readonly string[]): readonly string[] => list.filter((word) => !word.startsWith('-'));
    const { noun, adjective, people, capital, metonym } = value;
    countries.set(code, {
      code,
      noun: kept(noun),
      adjective: kept(adjective),
      people: kept(people),
      capital: kept(capital),
      metonym: kept(metonym),
    });
  }
  return { forms, countries, longest };
}

/** Islands whose capital or adjective bears the name of something better known: Kingston is Jamaica's before Norfolk Island's. */
const SMALL = new Set(['AC', 'NF', 'GY', 'MS', 'SH', 'TA', 'DM', 'CG', 'GF', 'PF', 'TF', 'CX', 'PN', 'AI', 'SC']);

function enter(forms: Map<string, CountryName>, longest: Map<string, number>, word: string, name: CountryName): void {
  const key = fold(word);
  const known = forms.get(key);
  if (!known) forms.set(key, name);
  else if (known.code !== name.code && known.form === name.form && !known.others.includes(name.code))
    forms.set(key, { ...known, others: [...known.others, name.code] });
  for (const form of new Set([word, key])) {
    const tokens = tokenize(form);
    const from = tokenWord(tokens, 0) === 'the' ? 1 : 0;
    const first = tokenWord(tokens, from);
    longest.set(first, Math.max(longest.get(first) ?? 0, tokens.count - from));
  }
}

/** "TURKEY" → "Turkey", for headlines and names in capitals; short words such as "US" keep theirs. */
function uncapitalized(words: string): string {
  if (words.length < 4 || words !== words.toUpperCase()) return words;
  return words.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

function isAscii(words: string): boolean {
  for (let i = 0; i < words.length; i++) if (words.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** One key for the spellings of a form: without "the", accents and curly apostrophes. Case counts: "US" is a country, "us" is not. */
function fold(words: string): string {
  const plain = isAscii(words) ? words : words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  return plain.startsWith('the ') || plain.startsWith('The ') ? plain.slice(4) : plain;
}
