import type { Institution, OpenMention, Person } from '../article.ts';
import type { Placed } from '../passage.ts';

export interface Cast {
  readonly people: readonly Person[];
  readonly openMentions: readonly OpenMention[];
  readonly institutions: readonly Institution[];
}

/** Links the mentions of persons and institutions through the article and gathers their roles. */
export function findCast(_passages: readonly Placed[]): Cast {
  return { people: [], openMentions: [], institutions: [] };
}
