import heads from '../../../data/en/title-heads.txt';
import honorifics from '../../../data/en/honorifics.txt';

/** Kinds of heads of roles that stand before names as titles; occupations are left out, for many are surnames ("Baker Mayfield"). */
const KINDS = new Set(['office', 'royal', 'diplomat', 'legislator', 'officer']);
/** Of those that are given names too, the ones that stand first as titles all but always (in the train set 72 times in 76). */
const SURE = ['prince', 'princess', 'king', 'queen', 'emperor', 'empress', 'pope', 'sultan'];

const SURE_TITLES = new Set([...linesOf(honorifics), ...SURE]);
const TITLES = new Set(headsOf(heads).map((word) => word.toLowerCase()));

/**
 * Whether the first word of a longer name is a title or a form of address, and no part of it: "Prince Harry", but not "Amir Khan".
 */
export function isTitle(word: string, isGivenName: boolean): boolean {
  const lower = word.toLowerCase();
  return SURE_TITLES.has(lower) || (!isGivenName && TITLES.has(lower));
}

function linesOf(list: string): string[] {
  return list.split('\n').filter((line) => line.trim() && !line.startsWith('#'));
}

function headsOf(list: string): string[] {
  return linesOf(list).flatMap((line) => {
    const [kind, words] = line.split(':');
    return words && KINDS.has(kind!) ? words.split(';').map((word) => word.trim()) : [];
  });
}
