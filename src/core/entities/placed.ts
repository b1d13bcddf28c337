import type { Entity } from '../article.ts';
import { perPassage } from '../memo.ts';
import type { Placed } from '../passage.ts';
import { readForms, type ValueForm, valueOf } from './values/values.ts';

/** Puts the entities of one version of an article after another in place, with their values against the article's date, in steps. */
export type EntityPlacer = (passages: readonly Placed[], date: string | null) => Generator<void, readonly Entity[]>;

export function entityPlacer(): EntityPlacer {
  const formsOf = perPassage(readForms);
  return (passages, date) => placeEntities(formsOf(passages), passages, date);
}

function* placeEntities(
  forms: Generator<void, readonly (readonly ValueForm[])[]>,
  passages: readonly Placed[],
  date: string | null,
): Generator<void, readonly Entity[]> {
  const found = yield* forms;
  const all: Entity[] = [];
  for (const [index, own] of found.entries()) {
    const { start, passage } = passages[index]!;
    for (const [i, entity] of passage.entities.entries())
      all.push({
        type: entity.type,
        start: start + entity.start,
        end: start + entity.end,
        value: valueOf(own[i]!, date),
      });
  }
  return all;
}
