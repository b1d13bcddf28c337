import type { Meeting, Quote } from '../article.ts';
import type { Placed } from '../passage.ts';
import type { Cast } from '../people/people.ts';

/** Finds the article's meetings with parties, delegates and agenda. */
export function findMeetings(
  _passages: readonly Placed[],
  _cast: Cast,
  _quotes: readonly Quote[],
  _date: string | null,
): readonly Meeting[] {
  return [];
}
