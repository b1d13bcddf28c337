import { agreement } from './memo.ts';
import type { EntityMention, Passage, ReadPassage } from './passage.ts';

/** A passage, and a text that is equal where its entities cannot be others. */
export interface Readable {
  readonly passage: Passage;
  readonly key: string;
}

/** Reads passages in steps; `find` finds the entities of the passage at an index. */
export type Reader = (
  passages: readonly Readable[],
  find: (index: number) => readonly EntityMention[],
) => Generator<void, readonly ReadPassage[]>;

/**
 * A reader that remembers how each passage was read last. A passage in which another key finds the same entities as before stays the same
 * object: a name typed far away touches nothing that hangs on it.
 */
export function reader(): Reader {
  const memory: Memory = { known: new WeakMap(), passages: [], read: [] };
  return (passages, find) => readChanged(memory, passages, find);
}

interface Memory {
  readonly known: WeakMap<Passage, { readonly key: string; readonly read: ReadPassage }>;
  passages: readonly Readable[];
  read: readonly ReadPassage[];
}

function* readChanged(
  memory: Memory,
  passages: readonly Readable[],
  find: (index: number) => readonly EntityMention[],
): Generator<void, readonly ReadPassage[]> {
  const { known, read: before } = memory;
  const { from, left, right } = agreement(memory.passages, passages, (a, b) => a.passage === b.passage && a.key === b.key);
  const changed: ReadPassage[] = [];
  for (let index = from; index < right; index++) {
    const { passage, key } = passages[index]!;
    const own = known.get(passage);
    changed.push(own?.key === key ? own.read : reread(memory, passage, key, find(index)));
    yield;
  }
  memory.passages = passages;
  return (memory.read = [...before.slice(0, from), ...changed, ...before.slice(left)]);
}

function reread({ known }: Memory, passage: Passage, key: string, entities: readonly EntityMention[]): ReadPassage {
  const before = known.get(passage)?.read;
  const read = before && areSame(before.entities, entities) ? before : { ...passage, entities };
  known.set(passage, { key, read });
  return read;
}

function areSame(a: readonly EntityMention[], b: readonly EntityMention[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ type, start, end }, i) => b[i]!.type === type && b[i]!.start === start && b[i]!.end === end)
  );
}
