import type { EntityMention, Passage } from '../passage.ts';
import type { EntityModel } from './model.ts';
import type { Surroundings } from './surroundings.ts';
import { withTwoPartNames } from './two-part-names.ts';

/** Finds the named entities of a passage, with what its article says of its words; none without a model. */
export function findEntities(
  passage: Passage,
  model: EntityModel | null,
  surroundings: Surroundings | null,
): readonly EntityMention[] {
  return model ? withTwoPartNames(passage, model.find(passage, surroundings)) : [];
}
