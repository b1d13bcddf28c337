import type { Entity } from '../article.ts';
import { perPassage } from '../memo.ts';
import type { Placed } from '../passage.ts';
import { readForms, type ValueForm, valueOf } from './values/values.ts';

/** Puts the entities of one version of an article after another in place, with their values against the article's date, in steps. */
export type EntityPlacer = (passages: readonly Placed[], date: string | null) => Generator<void, readonly Entity[]>;

export function entityPlacer(): EntityPlacer {
  const memory: Memory = { formsOf: perPassage(readForms), passages: [], date: null, placed: [] };
  return (passages, date) => placeEntities(memory, passages, date);
}

/** The last version's passages with the article's date, and its entities, which stay the same objects before an edit. */
interface Memory {
  readonly formsOf: (passages: readonly Placed[]) => Generator<void, readonly (readonly ValueForm[])[]>;
  passages: readonly Placed[];
  date: string | null;
  placed: readonly Entity[];
}

function* placeEntities(memory: Memory, passages: readonly Placed[], date: string | null): Generator<void, readonly Entity[]> {
  const found = yield* memory.formsOf(passages);
  let count = 0;
  let index = 0;
  if (memory.date === date)
    for (; index < passages.length && isSame(memory.passages[index], passages[index]!); index++)
      count += passages[index]!.passage.entities.length;
  const all = memory.placed.slice(0, count);
  for (; index < passages.length; index++) {
    const { start, passage } = passages[index]!;
    const { entities } = passage;
    for (let i = 0; i < entities.length; i++) {
      const { type, start: from, end } = entities[i]!;
      all.push({ type, start: start + from, end: start + end, value: valueOf(found[index]![i]!, date) });
    }
  }
  [memory.passages, memory.date, memory.placed] = [passages, date, all];
  return all;
}

function isSame(before: Placed | undefined, { passage, start }: Placed): boolean {
  return before !== undefined && before.passage === passage && before.start === start;
}
