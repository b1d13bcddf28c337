import type { Person, Span } from '../../article.ts';
import type { Placed, ReadPassage } from '../../passage.ts';
import type { TokenRange } from '../../text/sentences.ts';
import { word } from '../../text/tokens.ts';
import type { Gender } from './gender.ts';
import { personNoun } from './nouns.ts';
import type { Mention, Scene } from './scene.ts';
import type { SourcePhrase } from './sourcePhrase.ts';

/** `Kadir Koru-Solmaz` of "KKS:": the one person near whose initials they are. */
export function byInitials(scene: Scene, at: number, printed: string): Mention | null {
  if (!/^\p{Lu}{3,4}$/u.test(printed)) return null;
  const near = [...scene.back(at, 12), ...scene.ahead(at, 4)].filter(
    ({ person: each }) => each !== null && (each.name.match(/(?<![\p{L}.])\p{Lu}/gu) ?? []).join('') === printed,
  );
  return near.every(({ person: each }) => each === near[0]!.person) ? (near[0] ?? null) : null;
}

/** A phrase that only describes who speaks. */
export type DescribedPhrase = Extract<SourcePhrase, { kind: 'description' }>;

/** "The goalkeeper", "the goalkeeper, who left"; "the head of the agency" says itself who that is, and "The Economist" is a name. */
export function standsAlone(printed: string, head: string): boolean {
  const from = printed.toLowerCase().indexOf(head);
  if (!/^the\b/i.test(printed) || /['’]s? /.test(printed.slice(0, from))) return false;
  if (/^\p{Lu}/u.test(printed.slice(from)) && personNoun(head) === 'anybody') return false;
  const rest = printed.slice(from + head.length);
  return !/^ (?:of|for|in|at|from|on|to|with|near|behind|under|against|about)\b/.test(rest);
}

/** Whether a person may be called so whose roles do not say it: anybody is "the 21-year-old", and what somebody was before need not be told. */
export function mayBe(found: Person, head: string, printed: string): boolean {
  if (found.roles.length === 0) return true;
  return /year-old$|^(?:wo)?man$/.test(head) || /^the (?:former|ex|retired|now-retired|one-time|then)\b/i.test(printed);
}

export function isOther(known: Gender | null, asked: Gender | null): boolean {
  return known !== null && asked !== null && known !== asked;
}

export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

/** "Akar and Fidan", "Akar, the minister, and his deputy Fidan". */
export function areJoined({ passage, start }: Placed, one: Mention, other: Mention): boolean {
  return /^(?:,[^.;]{0,60},)? and [^.,;]{0,40}$/.test(passage.text.slice(one.end - start, other.start - start));
}

/** "After talks with Lavrov, he said": a name under a preposition is no subject. */
export function followsPreposition({ passage, start }: Placed, offset: number): boolean {
  const token = tokenOf(passage, offset - start);
  for (let i = token - 1; i >= Math.max(0, token - 4); i--) {
    const before = word(passage.tokens, i);
    if (/^(?:with|to|of|by|from|against|for|about|over|on)$/i.test(before)) return true;
    if (!/^\p{Lu}/u.test(before) && !/^(?:the|minister|president)$/.test(before)) return false;
  }
  return false;
}

export function tokenOf({ tokens }: ReadPassage, offset: number): number {
  let low = 0;
  let high = tokens.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens.start[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** "The Iranian president" of "The Iranian president, who also heads the council": from its article on, at most eight words. */
export function nounPhraseBefore({ tokens }: ReadPassage, who: number): TokenRange | null {
  const to = who > 0 && word(tokens, who - 1) === ',' ? who - 1 : who;
  for (let i = to - 1; i >= Math.max(0, to - 8); i--) {
    if (/^(?:the|an?)$/i.test(word(tokens, i))) return i < to - 1 ? { from: i, to } : null;
    if (!/^[\p{L}-]/u.test(word(tokens, i))) return null;
  }
  return null;
}

export function isPlural(name: string): boolean {
  return / and |s$/.test(name);
}
