import heads from '../../../../data/en/title-heads.txt';
import type { Gender } from './gender.ts';
import { entriesOf, lazy } from '../../text/lists.ts';

/** What a noun for somebody says of them: `minister` holds an office or post, `goalkeeper` and `mother` are anybody's. */
export type PersonNoun = 'post' | 'anybody';

/** Whether a word, in lower case, is the singular noun of one person: `minister`, `goalkeeper`, `21-year-old`; null where it is none. */
export function personNoun(word: string): PersonNoun | null {
  if (/(?:^|-)year-old$/.test(word)) return 'anybody';
  return nouns().get(word) ?? partOf(word) ?? (AGENT.test(word) ? 'anybody' : null);
}

/** `secretary-general`, `vice-president`. */
function partOf(word: string): PersonNoun | null {
  if (!word.includes('-')) return null;
  for (const part of word.split('-')) if (nouns().get(part) === 'post') return 'post';
  return null;
}

/** `communicator`, `weightlifter`: nouns of doing that are nobody's office and no thing. */
const AGENT = /^(?:communicator|[a-z]{4,}(?:[gicmvnrt]ist|woman|person|lifter|holder|goer|seeker|maker|giver|keeper|dweller))$/;

/** `mother`, `neighbour`: nouns that say whose, where the article leaves out whose. */
export function isRelation(word: string): boolean {
  return RELATION.test(word);
}

const RELATION =
  /^(?:wife|husband|widower?|son|daughter|brother|sister|father|mother|cousin|nephew|niece|uncle|aunt|grand\w+|step\w+|fianc[eé]e?|girlfriend|boyfriend|spouse|friend|neighbou?r|colleague|classmate|ally|associate|rival|opponent|mentor|relative|parent|sibling|twin|predecessor|successor|counterpart|(?:room|team|class)?mate)$/u;

const nouns = lazy((): ReadonlyMap<string, PersonNoun> => {
  const found = new Map<string, PersonNoun>();
  for (const line of entriesOf(heads)) {
    const [kind = '', words = ''] = line.split(':');
    for (const each of words.split(';')) found.set(each.trim().toLowerCase(), ANYBODY.has(kind) ? 'anybody' : 'post');
  }
  for (const each of NO_POSTS) found.set(each, 'anybody');
  for (const each of NO_NOUNS) found.delete(each);
  return found;
});

const ANYBODY = new Set(['occupation', 'person']);
/** What the list counts with posts though no body gives it: whoever is called so needs no such role. */
const NO_POSTS = [
  'prophet',
  'goalkeeper',
  'monk',
  'nun',
  'priest',
  'politician',
  'policeman',
  'policewoman',
  'firefighter',
  'statesman',
];
/** Words of the list that more often name something else when they stand alone: `the model`, `the head`, `the youth`. */
const NO_NOUNS = [
  'model',
  'anchor',
  'host',
  'forward',
  'ace',
  'star',
  'icon',
  'figure',
  'face',
  'guard',
  'duo',
  'agent',
  'operator',
  'baby',
  'sp',
  'ig',
  'gm',
  'md',
  'dg',
];

const FEMALE =
  /^(?:girl|mother|wife|daughter|sister|aunt|niece|widow|actress|queen|princess|nun|heroine|[a-z]*woman|[a-z]*girl|grand(?:mother|daughter))$/;
const MALE =
  /^(?:man|boy|father|husband|son|brother|uncle|nephew|widower|actor|king|prince|monk|[a-z]+sman|[a-z]*boy|grand(?:father|son))$/;

/** What a noun says of the gender of whom it names. */
export function genderOfNoun(word: string): Gender | null {
  if (FEMALE.test(word)) return 'female';
  return MALE.test(word) ? 'male' : null;
}

const SHORT: Readonly<Record<string, string>> = {
  pm: 'prime minister',
  cm: 'chief minister',
  fm: 'foreign minister',
  dpm: 'deputy prime minister',
  ceo: 'chief executive',
  ag: 'attorney general',
  vp: 'vice president',
  premier: 'prime minister',
};

/** The words of a title with its abbreviations in full: `deputy PM` → `deputy prime minister`. */
export function inFull(words: readonly string[]): readonly string[] {
  return words.some((each) => each in SHORT) ? words.flatMap((each) => SHORT[each]?.split(' ') ?? each) : words;
}
