import type { EntityMention, Passage, ReadPassage } from './passage.ts';

/** What is known of a passage that is read under this key; `find` finds its entities if it was not read so before. */
export type Readings = (passage: Passage, key: string, find: () => readonly EntityMention[]) => ReadPassage;

/**
 * Remembers how each passage was read last. A passage in which another key finds the same entities as before stays the same object: a
 * name typed far away touches nothing that hangs on it.
 */
export function readings(): Readings {
  const last = new WeakMap<Passage, { readonly key: string; readonly read: ReadPassage }>();
  return (passage, key, find) => {
    const known = last.get(passage);
    if (known?.key === key) return known.read;
    const entities = find();
    const read = known && areSame(known.read.entities, entities) ? known.read : { ...passage, entities };
    last.set(passage, { key, read });
    return read;
  };
}

function areSame(a: readonly EntityMention[], b: readonly EntityMention[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ type, start, end }, i) => b[i]!.type === type && b[i]!.start === start && b[i]!.end === end)
  );
}
