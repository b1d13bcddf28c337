import type { EntityMention, Passage } from '../passage.ts';
import type { EntityContext } from './context.ts';
import type { EntityModel } from './model.ts';

/** Finds the named entities of a passage; none without a model. */
export function findEntities(passage: Passage, context: EntityContext, model: EntityModel | null): readonly EntityMention[] {
  return model ? model.find(passage, context.surroundings) : [];
}
