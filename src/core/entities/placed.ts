import type { Entity } from '../article.ts';
import { perPassage } from '../memo.ts';
import type { Placed } from '../passage.ts';
import { readForms, valueOf } from './values/values.ts';

/** Puts the entities of one version of an article after another in place, with their values against the article's date, in steps. */
export type EntityPlacer = (passages: readonly Placed[], date: string | null) => Generator<void, readonly Entity[]>;

export function entityPlacer(): EntityPlacer {
  const formsOf = perPassage(readForms);
  return function* (passages, date) {
    const forms = yield* formsOf(passages);
    const all: Entity[] = [];
    for (const [index, own] of forms.entries()) {
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
  };
}
