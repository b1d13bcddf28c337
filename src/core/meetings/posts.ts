import type { TokenRange } from '../text/sentences.ts';
import type { Unit } from './units.ts';
import { countAt } from './announced.ts';
import { at, Class, has, type Words } from './words.ts';

/** "defence ministers and intelligence chiefs of Türkiye, Russia and Iran": the posts, and whose they are. */
export interface PostList extends TokenRange {
  /** Each post in the singular: `defence minister`, `intelligence chief`. */
  readonly posts: readonly string[];
  /** Indices into the sentence's units; empty for "of the four countries". */
  readonly owners: readonly number[];
  /** The four of "of the four countries"; null where the owners are listed. */
  readonly count: number | null;
}

const PLURALS =
  /^(?:ministers|chiefs|presidents|leaders|ambassadors|envoys|premiers|heads|secretaries|negotiators|generals|kings|governors|directors|commanders|spokesmen)$/;
const FIELDS =
  /^(?:foreign|defence|defense|interior|finance|prime|intelligence|economy|trade|energy|health|education|environment|agriculture|transport|justice|army|military|police|security|deputy|vice|spy|culture|tourism|oil|labour|labor|water|industry|special)$/;

/** Finds the lists of posts held by several parties. */
export function findPostLists(words: Words, sentence: TokenRange, units: readonly Unit[]): readonly PostList[] {
  const found: PostList[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!PLURALS.test(at(words, i))) continue;
    const first = startOf(words, i, sentence.from);
    const posts = [singular(words, first, i + 1)];
    let last = i;
    for (let next = last + 2; at(words, last + 1) === 'and' || at(words, last + 1) === ','; next = last + 2) {
      while (FIELDS.test(at(words, next)) || at(words, next) === 'service') next++;
      if (!PLURALS.test(at(words, next))) break;
      posts.push(singular(words, last + 2, next + 1));
      last = next;
    }
    i = last;
    if (!/^(?:of|from)$/.test(at(words, last + 1))) continue;
    const owners = listFrom(words, units, last + 2);
    const counted = at(words, last + 2) === 'the' ? last + 3 : last + 2;
    const count = owners.length === 0 && has(words, counted + 1, Class.joint) ? countAt(words, counted) : 0;
    if (owners.length > 1 || count > 0) found.push({ from: first, to: last + 1, posts, owners, count: count || null });
  }
  return found;
}

function startOf(words: Words, i: number, floor: number): number {
  let from = i;
  while (from > floor && FIELDS.test(at(words, from - 1))) from--;
  return from;
}

/** "intelligence chiefs" → "intelligence chief", "secretaries" → "secretary". */
function singular(words: Words, from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i < to; i++) parts.push(at(words, i));
  const last = parts.pop()!;
  return [...parts, last.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, '')].join(' ');
}

/** The units of the list "A, B and the C" that begins at a token. */
function listFrom(words: Words, units: readonly Unit[], from: number): readonly number[] {
  const owners: number[] = [];
  let last = from;
  for (const [index, unit] of units.entries()) {
    if (unit.from < from) continue;
    if (unit.kind === 'person' || !joins(words, last, unit.from)) break;
    owners.push(index);
    last = unit.to;
  }
  return owners;
}

function joins(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^(?:,|and|the|as|well|regime|government)$/.test(at(words, i))) return false;
  return true;
}
