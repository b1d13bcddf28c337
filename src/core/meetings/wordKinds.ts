import { at, capital, Class, has, type Words } from './words.ts';

/** What kind of word stands at a token, as far as its form and the word before it tell. */
export type Kind = 'noun' | 'name' | 'verb' | 'number' | 'adverb' | 'determiner' | 'pronoun' | 'preposition' | 'link' | 'mark';

const VERB =
  Class.speech |
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'] |
  Class['light-verb'] |
  Class['receive-verb'] |
  Class['visit-verb'] |
  Class['event-verb'];
const EVENT = Class['event-strong'] | Class['event-weak'];

const SMALL: ReadonlyMap<string, Kind> = new Map(
  (
    [
      ['pronoun', 'i he she it they we you him her them us me himself herself itself themselves who whom what which there'],
      ['determiner', 'the a an its their his our my your this these those several various many some both all any more'],
      [
        'preposition',
        'of in on for with between against from about over regarding concerning among toward towards into under at by within across through during after before amid without as than via around beyond like including',
      ],
      ['link', 'and or but & to not'],
      ['adverb', 'also now then so too still'],
      ['mark', "' ’ 's ’s"],
    ] as const
  ).flatMap(([kind, list]) => list.split(' ').map((own): [string, Kind] => [own, kind])),
);
/** Words after which no verb stands but a noun in the form of one: "the support", "of meeting". */
const BEFORE_NOUN = new Set('the a an of in on for their its his her this with and ,'.split(' '));
const BEFORE_VERB = new Set('to and would will should must could can not also'.split(' '));

/** The kind of each word of a sentence, at its token's index. A word's form tells enough to find where phrases begin: no tagger is asked. */
export function kindAt(words: Words, i: number): Kind {
  const own = at(words, i);
  const small = SMALL.get(own);
  if (small) return small;
  if (!isWord(own)) return 'mark';
  if (has(words, i, Class.auxiliary | Class.clause)) return 'link';
  const before = at(words, i - 1);
  if (capital(words, i) && i > 0 && !/^[.“"]$/.test(before)) return 'name';
  if (own.charCodeAt(0) < 0x3a) return 'number';
  if (own.endsWith('ly') && own.length > 5) return 'adverb';
  if (has(words, i, Class.purpose) && BEFORE_VERB.has(before)) return 'verb';
  if (has(words, i, VERB) && !BEFORE_NOUN.has(before)) return 'verb';
  return own.length > 4 &&
    (own.endsWith('ed') || own.endsWith('ing') || own.endsWith('izes') || own.endsWith('ises')) &&
    !has(words, i, EVENT)
    ? 'verb'
    : 'noun';
}

/** Whether it begins with a letter or a digit. */
export function isWord(own: string): boolean {
  const first = own.charCodeAt(0);
  return (first >= 0x61 && first <= 0x7a) || (first >= 0x30 && first <= 0x39) || /^[\p{L}\d]/u.test(own);
}
