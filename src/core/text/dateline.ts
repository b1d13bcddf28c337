import agencyList from '../../../data/en/agencies.txt';
import type { Span } from '../article.ts';

/** The agencies' names as credits and datelines print them. */
export const AGENCIES: ReadonlySet<string> = new Set(
  agencyList
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#')),
);

/** How far into a paragraph a dateline may reach. */
const LONGEST = 100;

/**
 * The dateline that opens the paragraph at `span`, its dash included, or null: `MOSCOW, April 25 (Reuters) —`, `MOSCOW, April 25. /TASS/.`,
 * `NEW DELHI:`. A place in lower-case letters needs a day or an agency beside it: “Moscow – once more – said no” has none.
 */
export function findDateline(text: string, span: Span, colonAllowed: boolean): Span | null {
  const head = text.slice(span.start, Math.min(span.end, span.start + LONGEST));
  if (!/^\p{Lu}/u.test(head)) return null;
  const slash = /\/[A-Z][\w .-]{1,20}\/\.?/.exec(head);
  const dash = /\s?(?:—|–|―|--| -(?= ))/.exec(head);
  const colon = colonAllowed && !KICKER.test(head) ? head.indexOf(': ') : -1;
  const ends = [
    slash && { at: slash.index, end: slash.index + slash[0].length, agency: true, colon: false },
    dash && { at: dash.index, end: dash.index + dash[0].length, agency: false, colon: false },
    colon > 0 ? { at: colon, end: colon + 1, agency: false, colon: true } : null,
  ].filter((end) => end !== null);
  const first = ends.sort((a, b) => a.at - b.at)[0];
  if (!first || first.end >= span.end - span.start || !isPlaceAndDay(head.slice(0, first.at), first.agency)) return null;
  // "/TASS/ -": the dash belongs to it.
  const rest = /^\s*(?:—|–|―|--?)(?=\s)/.exec(head.slice(first.end));
  return { start: span.start, end: span.start + first.end + (rest?.[0].length ?? 0) };
}

/** A word in capitals with a colon that is no place. */
const KICKER =
  /^(?:ANALYSIS|BREAKING|BYLINE|COMMENT|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINER|FACTBOX|INTERVIEW|LISTEN|LIVE|NOTE|OPINION|QUIZ|UPDATED?|VIDEO|WATCH)\b/;

function isPlaceAndDay(words: string, hasAgency: boolean): boolean {
  const agency = /\(([^()]{2,40})\)\s*$/.exec(words);
  const place = (agency ? words.slice(0, agency.index) : words).trim().replace(/[.,]$/, '');
  const parts = place.split(/,|\.(?=\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/).map((part) => part.trim());
  const city = parts.shift()!;
  const day = DAY_AT_END.exec(city);
  const name = day ? city.slice(0, day.index).trim() : city;
  const dated = day !== null || parts.some((part) => DAY.test(part));
  if (!parts.every((part) => DAY.test(part) || REGION.test(part))) return false;
  if (IN_CAPITALS.test(name)) return true;
  return IN_TITLE_CASE.test(name) && (dated || hasAgency || (agency !== null && AGENCIES.has(agency[1]!.trim())));
}

const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
const DAY_WORDS = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})(?: \\d{4})?|\\d{4}(?:-\\d\\d-\\d\\d)?`;
const DAY = new RegExp(`^(?:${DAY_WORDS})\\.?$`, 'i');
const DAY_AT_END = new RegExp(`\\s(?:${DAY_WORDS})$`, 'i');
/** "Fla.", "North Dakota", "D.C." */
const REGION = /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,2}$/u;
const IN_CAPITALS = /^(?:ST\. )?\p{Lu}[\p{Lu}'’-]{1,20}(?:[ /]\p{Lu}[\p{Lu}.'’-]{0,20}){0,4}$/u;
const IN_TITLE_CASE = /^\p{Lu}[\p{L}'’-]{1,20}(?:[ /](?:\p{Lu}|de |al-)[\p{L}.'’-]{0,20}){0,4}$/u;
