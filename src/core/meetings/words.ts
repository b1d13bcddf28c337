import meetingWords from '../../../data/en/meeting-words.txt';
import { perObject } from '../memo.ts';
import { entriesOf, lazy } from '../text/lists.ts';
import { type Tokens, word } from '../text/tokens.ts';

/** The classes of `data/en/meeting-words.txt`, one bit each. */
export const Class = {
  'event-strong': 1,
  'event-weak': 1 << 1,
  'event-verb': 1 << 2,
  'receive-verb': 1 << 3,
  'visit-verb': 1 << 4,
  'light-verb': 1 << 5,
  speech: 1 << 6,
  'participant-preposition': 1 << 7,
  'place-preposition': 1 << 8,
  'other-preposition': 1 << 9,
  clause: 1 << 10,
  auxiliary: 1 << 11,
  future: 1 << 12,
  earlier: 1 << 13,
  unreal: 1 << 14,
  leader: 1 << 15,
  joint: 1 << 16,
  count: 1 << 17,
  'topic-verb': 1 << 18,
  'topic-stress': 1 << 19,
  'topic-agree': 1 << 20,
  'topic-lead': 1 << 21,
  'topic-particle': 1 << 22,
  filler: 1 << 23,
  purpose: 1 << 24,
  frame: 1 << 25,
  'topic-frame': 1 << 26,
  aim: 1 << 27,
  aiming: 1 << 28,
  issue: 1 << 29,
  'topic-clause': 1 << 30,
} as const;

export type ClassName = keyof typeof Class;

const lexicon = lazy(() => {
  const known = new Map<string, number>();
  const pairs = new Set<string>();
  for (const entry of entriesOf(meetingWords)) {
    const colon = entry.indexOf(':');
    const bit = Class[entry.slice(0, colon) as ClassName] as number | undefined;
    if (bit === undefined) continue;
    for (const each of entry.slice(colon + 1).split(';')) {
      const own = each.trim();
      const space = own.indexOf(' ');
      if (space > 0) {
        // "talks on": the first word has the class, the pair tells.
        pairs.add(own);
        known.set(own.slice(0, space), (known.get(own.slice(0, space)) ?? 0) | bit);
        continue;
      }
      known.set(own, (known.get(own) ?? 0) | bit);
    }
  }
  return { known, pairs };
});

/** A passage's words as this step reads them: lower case, and the classes of each. */
export interface Words {
  readonly tokens: Tokens;
  readonly lower: readonly string[];
  readonly classes: Int32Array;
  /** Nearly all words begin with capitals, so that a capital tells no name: "PERU AND CHILE HOLD TALKS", "Peru and Chile Hold Talks". */
  readonly shouted: boolean;
}

export const readWords: (tokens: Tokens) => Words = perObject((tokens) => {
  const { known } = lexicon();
  const lower: string[] = [];
  const found = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const printed = word(tokens, i);
    // "WHO experts", "the IT ministry": names that in lower case would be other words.
    const own = printed === 'WHO' || printed === 'IT' ? printed : printed.toLowerCase();
    lower.push(own);
    found[i] = known.get(own) ?? 0;
  }
  return { tokens, lower, classes: found, shouted: isShouted(tokens) };
});

/** Four fifths of the words of more than three letters, and three at least, begin with capitals. */
function isShouted({ text, start, end, count }: Tokens): boolean {
  let long = 0;
  let high = 0;
  for (let i = 0; i < count; i++) {
    if (end[i]! - start[i]! < 4) continue;
    const first = text[start[i]!]!;
    if (first === first.toUpperCase() && first === first.toLowerCase()) continue;
    long++;
    if (first !== first.toLowerCase()) high++;
  }
  return high >= 3 && high * 5 >= long * 4;
}

export function has(words: Words, i: number, bits: number): boolean {
  return i >= 0 && i < words.classes.length && (words.classes[i]! & bits) !== 0;
}

/** The word at a token in lower case, '' outside. */
export function at(words: Words, i: number): string {
  return words.lower[i] ?? '';
}

/** Whether a token starts with a capital letter; a common word among capitals does not count. */
export function capital(words: Words, i: number): boolean {
  return !(words.shouted && words.classes[i] !== 0) && raised(words, i);
}

/** Whether the word at `i` ends a name in capitals: "Summit" of "Border Security Summit", also in a headline that has capitals everywhere. */
export function endsName(words: Words, i: number): boolean {
  return raised(words, i) && (!words.shouted || capital(words, i - 1));
}

function raised(words: Words, i: number): boolean {
  if (i < 0 || i >= words.tokens.count) return false;
  const first = words.tokens.text[words.tokens.start[i]!]!;
  return first !== first.toLowerCase();
}

/** Whether a word and its particle introduce a topic: "talks on", "focused on". */
export function isTopicParticle(own: string, particle: string): boolean {
  return lexicon().pairs.has(`${own} ${particle}`);
}

const TIMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december today yesterday tomorrow tonight sidelines'
  ).split(' '),
);

/** Whether a word is a weekday, month or the like, or a day's number: what stands after "on" where a date and no topic follows. */
export function isTime(own: string): boolean {
  return TIMES.has(own) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(own);
}

/** Whether a token between has one of the classes; "as" counts for none. */
export function crosses(words: Words, from: number, to: number, bits: number): boolean {
  for (let i = from; i < to; i++) if (has(words, i, bits) && at(words, i) !== 'as') return true;
  return false;
}

/** Whether a token between has the class. */
export function someBetween(words: Words, from: number, to: number, bit: number): boolean {
  for (let i = from; i < to; i++) if (has(words, i, bit)) return true;
  return false;
}

/** Whether a word between fits. */
export function hasWord(words: Words, from: number, to: number, pattern: RegExp): boolean {
  for (let i = from; i < to; i++) if (pattern.test(at(words, i))) return true;
  return false;
}
