import type { Quote } from '../article.ts';
import type { Placed } from '../passage.ts';
import type { Cast } from '../people/people.ts';

/** Finds the article's quotes with cue and source, and resolves their speakers among the cast. */
export function findQuotes(_passages: readonly Placed[], _cast: Cast): readonly Quote[] {
  return [];
}
