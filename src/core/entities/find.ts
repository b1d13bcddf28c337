import type { EntityMention, Passage } from '../passage.ts';
import type { EntityContext } from './context.ts';

/** Finds the named entities of a passage. */
export function findEntities(_passage: Passage, _context: EntityContext): readonly EntityMention[] {
  return [];
}
