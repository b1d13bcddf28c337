import type { Article, Entity, Span } from '../article.ts';
import { country, countryOf } from '../geo/countries.ts';
import { sideOrPlace } from '../geo/side.ts';
import { tokenize } from '../text/tokens.ts';
import { blockAround, contains, printed } from './excerpt.ts';

/** A place name or a word for a nationality. On `Ankara` in `Ankara said` it stands for Türkiye; in `talks in Ankara` it is a place. */
export type PlaceCard = PlaceFacts & ({ readonly kind: 'place' } | { readonly kind: 'group' });

export interface PlaceFacts {
  readonly span: Span;
  readonly words: string;
  readonly mentions: number;
  /** The country that the word belongs to, where it is not the country's own name; null where that is not known. */
  readonly country: string | null;
  /** Which it is here, and the neighbouring word that tells; null where nothing tells. */
  readonly reading: PlaceReading | null;
}

export interface PlaceReading {
  readonly is: 'party' | 'place';
  readonly sign: string;
}

export function placeCard(article: Article, entity: Entity, span: Span, mentions: number): PlaceCard {
  const words = printed(article, entity);
  const facts = { span, words, mentions, country: countryBehind(article, words) };
  if (entity.type === 'norp') return { kind: 'group', ...facts, reading: null };
  return { kind: 'place', ...facts, reading: readingByFindings(article, entity) ?? readingByNeighbours(article, entity) };
}

/** The country's noun, as the article prints it if it does: `Türkiye` for `Ankara`. */
function countryBehind(article: Article, words: string): string | null {
  const name = countryOf(words);
  if (!name || name.form === 'noun' || name.others.length > 0) return null;
  const nouns = country(name.code)?.noun ?? [];
  return nouns.find((noun) => article.text.includes(noun)) ?? nouns[0] ?? null;
}

/** The source of a quote speaks, and a party of a meeting meets: what the analysis has settled comes first. */
function readingByFindings(article: Article, place: Span): PlaceReading | null {
  for (const quote of article.quotes) {
    if (quote.speakerKind !== 'party' || !quote.source || !quote.cue || !contains(quote.source, place)) continue;
    return { is: 'party', sign: printed(article, quote.cue) };
  }
  const meeting = article.meetings.find(({ partySpans }) => partySpans.some((span) => contains(span, place)));
  return meeting ? { is: 'party', sign: meeting.name } : null;
}

/** Looks no further than this around the name. */
const AROUND = 300;

function readingByNeighbours(article: Article, place: Span): PlaceReading | null {
  const block = blockAround(article, place) ?? { start: 0, end: article.text.length };
  const from = Math.max(block.start, place.start - AROUND);
  const tokens = tokenize(article.text.slice(from, Math.min(block.end, place.end + AROUND)));
  let first = -1;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.end[i]! + from <= place.start) continue;
    if (first < 0) first = i;
    if (tokens.end[i]! + from < place.end) continue;
    const side = sideOrPlace(tokens, first, i + 1);
    return side && { is: side.is, sign: side.why.data['sign'] ?? '' };
  }
  return null;
}
