import type { TokenRange } from '../text/sentences.ts';
import { at, Class, has, type Words } from './words.ts';
import { isWord, type Kind, kindAt } from './wordKinds.ts';

/** A place where a phrase begins that could be a topic. */
export interface TopicSite {
  /** The phrase's first token. */
  readonly at: number;
  /** The token that leads up to it, determiners skipped: `on` of "talks on the new dam"; one before the sentence where there is none. */
  readonly before: number;
}

/** The kinds of a sentence's words, by token less the sentence's first. */
export type Kinds = readonly Kind[];

export function kindsOf(words: Words, { from, to }: TokenRange): Kinds {
  const kinds: Kind[] = [];
  for (let i = from; i < to; i++) kinds.push(kindAt(words, i));
  return kinds;
}

/** Where phrases begin in a sentence: after a preposition, a verb, a determiner, a mark, and verbs after "to", "and" and the like. */
export function topicSites(words: Words, { from, to }: TokenRange, kinds: Kinds): readonly TopicSite[] {
  const sites: TopicSite[] = [];
  for (let i = from; i < to; i++) {
    const kind = kinds[i - from]!;
    if (kind !== 'noun' && kind !== 'name' && kind !== 'verb' && kind !== 'number') {
      if (kind !== 'adverb') continue;
    }
    if (has(words, i, Class.clause) || at(words, i - 1) === '-') continue;
    const last = i > from ? kinds[i - 1 - from]! : null;
    const opens =
      kind === 'verb'
        ? opensVerbPhrase(words, i)
        : last === null || !isNominal(last) || at(words, i - 1) === '’s' || at(words, i - 1) === "'s";
    if (!opens) continue;
    let before = i - 1;
    while (before > from && (kinds[before - from] === 'determiner' || SKIPPED.has(at(words, before)))) before--;
    sites.push({ at: i, before });
  }
  return sites;
}

function isNominal(kind: Kind): boolean {
  return kind === 'noun' || kind === 'name' || kind === 'number';
}

/** "to end the strike", "and reopen the port", "raising the tolls". */
function opensVerbPhrase(words: Words, i: number): boolean {
  const before = at(words, i - 1);
  return at(words, i).endsWith('ing') || VERB_OPENERS.has(before) || (before.endsWith('ly') && isWord(before));
}

const SKIPPED = new Set('also both further new'.split(' '));
const VERB_OPENERS = new Set('to and or , would will should must could can not also help • ; : “ " ‘'.split(' '));
