import type { EntityMention, Passage } from '../passage.ts';
import { type Tokens, word } from '../text/tokens.ts';

/**
 * Names whose given name has two syllables with a hyphen, the second in small letters, as papers print Korean, Taiwanese and Hong Kong names:
 * "Premier Han Mei-ling", "Sophia Han Suk-fan". The model often sees no name there, or only its first half.
 */
export function withTwoPartNames({ text, tokens }: Passage, entities: readonly EntityMention[]): readonly EntityMention[] {
  if (!text.includes('-')) return entities;
  const all: EntityMention[] = [];
  let next = 0;
  for (let i = 2; i + 1 < tokens.count; i++) {
    if (tokens.text.charCodeAt(tokens.start[i]!) !== 0x2d || !isGivenName(tokens, i)) continue;
    const surname = tokens.start[i - 2]!;
    const end = tokens.end[i + 1]!;
    while (next < entities.length && entities[next]!.end <= surname) all.push(entities[next++]!);
    let after = next;
    while (after < entities.length && entities[after]!.start < end) after++;
    const start = startOf(tokens, i, entities.slice(next, after));
    if (start < 0) continue;
    all.push({ type: 'person', start, end });
    next = after;
  }
  return next === 0 && all.length === 0 ? entities : [...all, ...entities.slice(next)];
}

/** Whether the hyphen at `i` joins "Mei" and "ling". */
function isGivenName(tokens: Tokens, i: number): boolean {
  if (tokens.spaced[i] !== 0 || tokens.spaced[i + 1] !== 0 || tokens.end[i]! - tokens.start[i]! !== 1) return false;
  const follows = i + 2 < tokens.count && tokens.spaced[i + 2] === 0 && /^[-/]$/.test(word(tokens, i + 2));
  return !follows && SYLLABLE.test(word(tokens, i + 1)) && FIRST.test(word(tokens, i - 1)) && !ENGLISH.has(word(tokens, i - 1));
}

/** Where the person's name with the given name around `i` starts; -1 where another entity or no surname stands before it. */
function startOf(tokens: Tokens, i: number, over: readonly EntityMention[]): number {
  const end = tokens.end[i + 1]!;
  if (over.some((entity) => entity.type !== 'person' || entity.end > end)) return -1;
  const start = over[0]?.start ?? tokens.start[i - 1]!;
  if (start < tokens.start[i - 1]!) return start;
  return isSurname(tokens, i - 2) ? tokens.start[i - 2]! : -1;
}

function isSurname(tokens: Tokens, i: number): boolean {
  const own = word(tokens, i);
  return /^[A-Z][a-z]{1,6}$/.test(own) && !NO_SURNAMES.has(own) && tokens.spaced[i + 1] === 1 && SURNAME.test(own);
}

/** One syllable as romanised from Korean or Chinese. */
const SYLLABLE =
  /^(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|hs|ts|tz|kw|gw|ng|kh|ph|th|[bghkmnpr]y|hw|sz)?[iyw]?[aeiouü]{1,3}(?:n|ng|k|p|t|m|l|h|r)?$/;
const FIRST = /^[A-Z](?:[hsywzg])?[iyw]?[aeiouü]{0,3}(?:n|ng|k|p|t|m|l|h|r)?$/;
const SURNAME = /^[A-Z](?:[hsywzg])?[iyw]?[aeiouü]{0,3}(?:n|ng|k|p|t|m|l|h|r|rk|hn)?(?:[a-z]{2,3})?$/;

/** First parts of English compounds that look like a syllable: "Co-op", "Sit-in". */
const ENGLISH = new Set('Co No Re Sit Top Run Set Pop Pin Tie Non So To Go Be By Hi Pre De Bi In On At An It Up'.split(' '));
const NO_SURNAMES = new Set(
  (
    'The This That These Those There Then They An In On At It Is As Or And But So No Not We He She His Her Its Our My To By For From With When What Who ' +
    'While Where How Why If All Any New Old Hong North South East West Mr Mrs Ms Dr'
  ).split(' '),
);
