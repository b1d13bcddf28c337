import type { EntityType } from '../article.ts';
import { perObject } from '../memo.ts';
import type { ReadPassage } from '../passage.ts';
import { wordsOf } from './found.ts';
import { FIELD, HEAD, RANK, STOP } from './lexicon.ts';
import { isPortfolio } from './parts.ts';
import type { Words } from './words.ts';

/** An organisation's name in a passage; offsets relative to it. */
export interface FoundOrganization {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** "MIT" of "National Intelligence Organization (MIT)". */
  readonly acronym: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** The country in the name or right before it: "Russian Foreign Ministry", "Russia’s Foreign Ministry". */
  readonly owner: string | null;
}

/** Channels where statements appear; the gold and the desk do not count them as bodies that act. */
const CHANNELS = new Set([
  'twitter',
  'facebook',
  'instagram',
  'youtube',
  'whatsapp',
  'tiktok',
  'telegram',
  'reddit',
  'x',
  'snapchat',
  'wechat',
  'weibo',
  'linkedin',
]);

/** The organisations of a passage: the entities, and bodies of a state in lower case that are none ("the defense ministry"). */
export const findOrganizations: (passage: ReadPassage) => readonly FoundOrganization[] = perObject((passage) => {
  const words = wordsOf(passage);
  const found: FoundOrganization[] = [];
  for (const [index, entity] of words.entities.entries()) {
    const range = words.ranges[index]!;
    if (entity.type !== 'organization' && !isBuildingOfBody(words, entity.type, range.to - 1)) continue;
    const own = read(words, range.from, range.to);
    if (own) found.push(own);
  }
  for (let i = 0; i < words.count; i++) {
    if (words.entity(i)) continue;
    const range = bodyAt(words, i) ?? namedBodyAt(words, i);
    const own = range && read(words, range.from, range.to);
    if (own) found.push(own);
  }
  return found.sort((a, b) => a.start - b.start);
});

function read(words: Words, from: number, to: number): FoundOrganization | null {
  let start = from;
  let end = to;
  if (/^the$/i.test(words.text(start))) start++;
  while (end > start && (words.possessive(end - 1) || /^[,.;:"“”]$/.test(words.text(end - 1)) || unpaired(words, start, end)))
    end--;
  if (end <= start) return null;
  if (/^[Pp]arty$/.test(words.text(end)) && words.entity(end) === null && !/party$/i.test(words.text(end - 1))) end++;
  let acronym: FoundOrganization['acronym'] = null;
  // "JD(S)" is a name: its bracket touches.
  const open = words.text(end) === '(' ? end : insideBracket(words, start, end);
  if (open > 0) {
    const close = words.text(open + 2) === ')' ? open + 2 : words.text(open + 3) === ')' ? open + 3 : -1;
    const inner = close > 0 ? words.slice(open + 1, close) : '';
    if (/^[A-Z][A-Za-z&.-]{0,11}$/.test(inner) && /[A-Z]/.test(inner.slice(1)) && !words.isPerson(open + 1))
      acronym = { text: inner, start: words.tokens.start[open + 1]!, end: words.tokens.end[close - 1]! };
    if (open < end) end = open;
  }
  const text = words.slice(start, end);
  if (CHANNELS.has(text.toLowerCase()) || !/\p{L}/u.test(text) || isGovernment(text) || isOffice(words, start, end)) return null;
  return {
    start: words.tokens.start[start]!,
    end: words.tokens.end[end - 1]!,
    text,
    acronym,
    owner: ownerOf(words, start, end),
  };
}

/** "PML-N)": a closing bracket whose partner lies outside. */
function unpaired(words: Words, start: number, end: number): boolean {
  if (words.text(end - 1) !== ')') return false;
  for (let i = start; i < end - 1; i++) if (words.text(i) === '(') return false;
  return true;
}

/** Governments in general and states by their long names are sides, no institutions. */
function isGovernment(text: string): boolean {
  return /\b(?:government|administration|regime)\b/i.test(text)
    ? /^(?:the )?[\p{L}. ’']{0,60}(?:government|administration|regime)(?: of .{1,60})?$/iu.test(text)
    : /^(?:the )?(?:\p{L}{1,20} ){0,2}(?:Republic|Kingdom|Emirate|State|Commonwealth|Union) of \p{Lu}/u.test(text) &&
        !/States of/.test(text);
}

/** "Punjab CM", "Harbour City Mayor": an office taken for an organisation. */
function isOffice(words: Words, start: number, end: number): boolean {
  if (words.text(start - 1) === '(' && words.is(start - 2, HEAD)) return true; // "Chief Harbour Commissioner (CHC)"
  if (/^(?:Islamic )?Republic$/.test(words.slice(start, end))) return true;
  if (isPortfolio(words, { from: start, to: end })) return true;
  const { kind } = words.entry(end - 1);
  if (words.is(end - 1, HEAD) && (kind === 'office' || kind === 'legislator')) return true;
  for (let i = start; i < end; i++) if (/^(?:CM|PM|FM|CEO|CFO|MP|MPs|MLA|MLAs|DG)$/.test(words.text(i))) return true;
  return false;
}

/** The bracket of an acronym that lies inside the entity, or -1. */
function insideBracket(words: Words, start: number, end: number): number {
  if (words.text(end - 1) !== ')') return -1;
  for (let i = end - 2; i > start; i--) if (words.text(i) === '(') return words.touches(i) ? -1 : i;
  return -1;
}

function ownerOf(words: Words, start: number, end: number): string | null {
  const { countries } = words;
  const inside = countries.find((each) => each.from >= start && each.to <= end && (each.from !== start || each.to !== end));
  if (inside && inside.form !== 'people') return inside.code;
  const gap = words.possessive(start - 1) ? 1 : 0;
  const before = countries.find((each) => each.to === start - gap && (gap === 1 || each.form === 'adjective'));
  return before?.code ?? null;
}

/** "Harbour University" tagged as a place is a body all the same. */
function isBuildingOfBody(words: Words, type: EntityType, last: number): boolean {
  return (
    (type === 'facility' || type === 'location' || type === 'misc') &&
    /^(?:University|College|Hospital|Institute|Court|Ministry|Embassy|Parliament)$/.test(words.text(last))
  );
}

const BODY_WORDS = new Set(
  'Ministry Committee Council Commission Department Authority Bureau Agency University College Party Tribunal Association Federation Institute Hospital Precinct Foundation Embassy Court Directorate Secretariat'.split(
    ' ',
  ),
);

/** A row of capitals that ends in a word for bodies and that no entity covers: "Lower Harbour Police Precinct". */
function namedBodyAt(words: Words, i: number): { from: number; to: number } | null {
  if (!BODY_WORDS.has(words.text(i)) || words.entity(i)) return null;
  let from = i;
  while (
    from > 0 &&
    words.capital(from - 1) &&
    !words.isPerson(from - 1) &&
    words.entity(from - 1)?.type !== 'organization' &&
    !words.is(from - 1, STOP)
  )
    from--;
  return i - from >= 1 && !(words.is(from, HEAD) && i - from === 1) ? { from, to: i + 1 } : null;
}

/** A body in lower case, or in capitals that no entity covers: "foreign ministry", "Ministry of Trade", "parliament". */
function bodyAt(words: Words, i: number): { from: number; to: number } | null {
  const own = words.text(i);
  if (own === 'parliament' || own === 'Parliament')
    return /^(?:member|members|house|houses|building)$/.test(words.text(i + 1)) ? null : { from: i, to: i + 1 };
  if (own === 'Office' && words.possessive(i - 1)) {
    let from = i - 2;
    while (from > 0 && words.capital(from - 1) && !words.entity(from - 1) && words.text(from - 1) !== 'The') from--;
    return words.is(i - 2, HEAD) && words.capital(i - 2) ? { from, to: i + 1 } : null;
  }
  if (own !== 'ministry' && own !== 'Ministry') return null;
  let from = i;
  while (from > 0 && words.is(from - 1, FIELD) && !words.entity(from - 1)) from--;
  while (from < i && words.is(from, RANK) && !words.is(from, FIELD)) from++;
  if (from < i) return { from, to: i + 1 };
  if (words.text(i + 1) !== 'of') return null;
  let to = i + 2;
  while (
    to < words.count &&
    !words.entity(to) &&
    (words.is(to, FIELD) || (/^(?:and|&)$/.test(words.text(to)) && words.is(to + 1, FIELD)))
  )
    to++;
  return to > i + 2 ? { from: i, to } : null;
}
