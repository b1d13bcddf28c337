/**
 * A pure function of one object, worked out once for each object. Passages are shared between runs while their text stays the same,
 * so what hangs on a passage alone is free after a keystroke elsewhere.
 */
export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V;
/** The same for a function that reads only the part that `part` takes out: of objects with one part it is worked out once. */
export function perObject<K, P extends object, V>(compute: (key: K) => V, part: (key: K) => P): (key: K) => V;
export function perObject<K, V>(compute: (key: K) => V, part = (key: K): object => key as object): (key: K) => V {
  return function own(key) {
    const object = part(key);
    const first = Known.first(object);
    for (let each = first; each; each = each.next) if (each.own === own) return each.value as V;
    const value = compute(key);
    Known.add(object, own, value);
    return value;
  };
}

/** What one function gave for an object, and the same of other functions. */
interface Given {
  readonly own: unknown;
  readonly value: unknown;
  readonly next: Given | null;
}

/** Its constructor gives back the object that it is given, so that a private field of a class below it goes onto that object. */
class Itself {
  constructor(object: object) {
    return object;
  }
}

/**
 * What functions gave for an object, written onto the object itself, where nobody else sees it and no copy takes it along: a `WeakMap` costs ten
 * times as much, and there are ten for each passage.
 */
class Known extends Itself {
  #first: Given | null = null;

  static first(object: object): Given | null {
    return #first in object ? object.#first : new Known(object).#first;
  }

  static add(object: object, own: unknown, value: unknown): void {
    (object as Known).#first = { own, value, next: (object as Known).#first };
  }
}

/** Where two lists agree: the first `from` items, and those from `left` on in the one and from `right` on in the other. */
export interface Agreement {
  readonly from: number;
  readonly left: number;
  readonly right: number;
}

/** How far two versions of a list agree at their beginnings and at their ends. */
export function agreement<A, B>(before: readonly A[], now: readonly B[], isSame: (a: A, b: B) => boolean): Agreement {
  let from = 0;
  while (from < before.length && from < now.length && isSame(before[from]!, now[from]!)) from++;
  let left = before.length;
  let right = now.length;
  while (left > from && right > from && isSame(before[left - 1]!, now[right - 1]!)) {
    left--;
    right--;
  }
  return { from, left, right };
}

/**
 * A pure function of each passage of an article, for one version of it after another, in steps: passages that stand at its beginning and its
 * end as they did in the last version are not even looked up. While no passage changes, the list stays the same object.
 */
export function perPassage<P extends object, V>(
  compute: (passage: P) => V,
): (passages: readonly { readonly passage: P }[]) => Generator<void, readonly V[]> {
  const state: Perused<P, V> = { compute, placed: [], values: [] };
  return (placed) => computeChanged(state, placed);
}

interface Perused<P, V> {
  readonly compute: (passage: P) => V;
  placed: readonly { readonly passage: P }[];
  values: readonly V[];
}

/**
 * No closure, here and wherever steps have a memory: V8 keeps a description of each generator function's objects among its old ones, and by it
 * all that a closure remembers, until it next looks at those, long after the document was closed.
 */
function* computeChanged<P, V>(state: Perused<P, V>, placed: readonly { readonly passage: P }[]): Generator<void, readonly V[]> {
  const { from, left, right } = agreement(state.placed, placed, isSamePassage);
  if (from === left && from === right) return state.values;
  const before = state.values;
  const changed: V[] = [];
  for (let index = from; index < right; index++) {
    changed.push(state.compute(placed[index]!.passage));
    yield;
  }
  state.values = before.slice(0, from).concat(changed, before.slice(left));
  state.placed = placed;
  return state.values;
}

function isSamePassage(a: { readonly passage: unknown }, b: { readonly passage: unknown }): boolean {
  return a.passage === b.passage;
}

/** Takes all steps at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
