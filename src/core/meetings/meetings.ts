import type { Meeting, Quote } from '../article.ts';
import type { Placed } from '../passage.ts';
import type { Cast } from '../people/people.ts';
import { Assembly } from './assembly.ts';
import { readEvidence } from './evidence.ts';
import { createPartyFinder } from './parties.ts';

/**
 * Finds the article's meetings with parties, delegates and agenda. What a sentence tells is read once for each passage; here the mentions
 * of one event under its many names are put together, in the order of the text.
 */
export function findMeetings(
  placed: readonly Placed[],
  cast: Cast,
  quotes: readonly Quote[],
  date: string | null,
): readonly Meeting[] {
  let assembly: Assembly | null = null;
  for (const [index, each] of placed.entries()) {
    if (each.passage.kind === 'source' || each.passage.kind === 'frontmatter') continue;
    for (const sentence of readEvidence(each.passage)) {
      assembly ??= new Assembly(createPartyFinder(placed, cast), quotes, date);
      assembly.add(each, sentence, index);
    }
  }
  return assembly?.meetings() ?? [];
}
