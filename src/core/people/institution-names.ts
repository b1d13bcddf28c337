import { countryOf } from '../geo/countries.ts';
import { foldLetters } from './name-keys.ts';

const SMALL_WORDS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'a', '&', 's']);

/** A name's words for comparing. */
export function keyWords(name: string): readonly string[] {
  const words = foldLetters(name.replace(/['’]s\b/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  return kept.length > 0 ? kept : words;
}

/** The field of a ministry in one order, without its country: "Russian Foreign Ministry" and "Ministry of Foreign Affairs" are both "foreign". */
export function portfolio(words: readonly string[]): string {
  if (!words.some((word) => word === 'ministry')) return '';
  const fields = words.filter((word) => !IDLE.has(word) && !countryOf(word[0]!.toUpperCase() + word.slice(1))).map(sameField);
  return fields.sort().join(' ');
}

export const IDLE = new Set([
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
const SAME_FIELD: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['home', 'interior'],
  ['sports', 'sport'],
  ['treasury', 'finance'],
  ['oil', 'petroleum'],
  ['economic', 'economy'],
]);

export function sameField(word: string): string {
  return SAME_FIELD.get(word) ?? word;
}

/** Whether a ministry's own fields and the wanted ones are the same, or the ones among the others. */
export function coversFields(own: readonly string[], wanted: readonly string[]): boolean {
  return (
    own.includes(wanted[0]!) && (own.every((field) => wanted.includes(field)) || wanted.every((field) => own.includes(field)))
  );
}

const GENERIC = new Set(
  'ministry council commission committee assembly agency bank party court board union university department bureau authority organisation organization association federation force forces police movement senate office centre center institute group company corporation foundation hospital'.split(
    ' ',
  ),
);
export const COMMON_FIRST = new Set(
  'national international united central supreme world global federal state european african asian american new royal public people general high south north east west first islamic muslim social democratic'.split(
    ' ',
  ),
);

/** Shorter forms end in a generic noun ("Assembly" of "National Assembly") or are a name's own first word. */
export function mayShorten(words: readonly string[]): boolean {
  return words.length > 1 || GENERIC.has(words[0]!) || words[0]!.length > 2;
}

export function endsWith(long: readonly string[], short: readonly string[]): boolean {
  if (long.length <= short.length || !GENERIC.has(short.at(-1)!)) return false;
  return short.every((word, i) => long[long.length - short.length + i] === word);
}

/** "NPA" of "National Police Agency": initials with and without small words. */
export function initialsOf(name: string): readonly string[] {
  const words = name.replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]!.toUpperCase()).join('');
  const main = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase())).map((word) => word[0]!.toUpperCase());
  return main.length < 2 ? [] : [...new Set([main.join(''), all])];
}
