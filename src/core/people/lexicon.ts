import heads from '../../../data/en/title-heads.txt';
import titleWords from '../../../data/en/title-words.txt';
import honorifics from '../../../data/en/honorifics.txt';
import stops from '../../../data/en/phrase-stops.txt';
import { entriesOf, lazy } from '../text/lists.ts';

/** What a role's head noun makes of its holder: `minister` an office of a state, `chairman` an officer, `analyst` an occupation. */
export type HeadKind = 'office' | 'royal' | 'diplomat' | 'legislator' | 'officer' | 'occupation' | 'person';

/** Classes of words as bits. */
export const HEAD = 1;
/** The plural of a head: `ministers`. */
export const PLURAL = 2;
/** `former`, `acting`, `next`: says whether the role is held now. */
export const STATUS = 4;
/** `deputy`, `senior`, `chief`. */
export const RANK = 8;
/** `foreign`, `trade`: what the post is about. */
export const FIELD = 16;
/** `Mr`, `Gen`, `Sheikh`: stands before a name and is no part of it. */
export const HONORIFIC = 32;
/** Ends a role's phrase: `said`, `who`, `on`. */
export const STOP = 64;

export interface Entry {
  readonly classes: number;
  readonly kind: HeadKind | null;
}

const HEAD_KINDS: readonly HeadKind[] = ['office', 'royal', 'diplomat', 'legislator', 'officer', 'occupation', 'person'];
const NONE: Entry = { classes: 0, kind: null };

/** What the lists say of a word, as printed. */
export function lookUp(word: string): Entry {
  const list = entries();
  return list.get(word) ?? list.get(word.toLowerCase()) ?? NONE;
}

const entries = lazy((): ReadonlyMap<string, Entry> => {
  const list = new Map<string, { classes: number; kind: HeadKind | null }>();
  const mark = (word: string, classes: number, kind: HeadKind | null = null): void => {
    const known = list.get(word);
    if (!known) list.set(word, { classes, kind });
    else {
      known.classes |= classes;
      known.kind ??= kind;
    }
  };
  for (const [kind, word] of kinds(heads)) {
    const headKind = HEAD_KINDS.find((name) => name === kind) ?? null;
    mark(word, HEAD, headKind);
    mark(plural(word), HEAD | PLURAL, headKind);
  }
  for (const [kind, word] of kinds(titleWords)) mark(word, kind === 'field' ? FIELD : kind === 'rank' ? RANK : STATUS);
  for (const word of entriesOf(honorifics)) mark(word, HONORIFIC);
  for (const line of entriesOf(stops)) for (const word of line.split(' ')) mark(word, STOP);
  return list;
});

/** The "kind: word; word" lines of a list. */
function* kinds(list: string): Generator<readonly [string, string]> {
  for (const line of entriesOf(list)) {
    const colon = line.indexOf(':');
    for (const word of line.slice(colon + 1).split(';')) yield [line.slice(0, colon), word.trim()];
  }
}

function plural(word: string): string {
  if (word.endsWith('man')) return `${word.slice(0, -3)}men`;
  if (word.endsWith('wife')) return `${word.slice(0, -2)}ves`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|ch|x)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Which status a status word gives; the last group of the list of status words. */
export function statusOf(word: string): 'former' | 'acting' | 'designate' | null {
  return statuses().get(word.toLowerCase()) ?? null;
}

const statuses = lazy(() => {
  const list = new Map<string, 'former' | 'acting' | 'designate'>();
  for (const [kind, word] of kinds(titleWords))
    if (kind === 'former' || kind === 'acting' || kind === 'designate') list.set(word, kind);
  return list;
});
