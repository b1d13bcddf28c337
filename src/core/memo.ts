/**
 * Remembers the results of a pure function under a text key through two generations: what neither this run nor the last one asked
 * for is forgotten. So an article analysed after each keystroke recomputes only the passages that changed, and memory follows the article.
 */
export class Memo<V> {
  private current = new Map<string, V>();
  private previous = new Map<string, V>();

  private finished = true;

  /** Starts a run: what the last finished run did not use is dropped. A run that was given up only adds to what is known. */
  nextRun(): void {
    if (this.finished) this.previous = this.current;
    else for (const [key, value] of this.current) this.previous.set(key, value);
    this.current = new Map();
    this.finished = false;
  }

  /** Says that the run went to its end; one that was given up half-way says nothing. */
  endRun(): void {
    this.finished = true;
  }

  get(key: string, compute: () => V): V {
    const known = this.current.get(key);
    if (known !== undefined) return known;
    const value = this.previous.get(key) ?? compute();
    this.current.set(key, value);
    return value;
  }
}

/**
 * A pure function of one object, worked out once for each object. Passages are shared between runs while their text stays the same,
 * so what hangs on a passage alone is free after a keystroke elsewhere.
 */
export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V;
/** The same for a function that reads only the part that `part` takes out: of objects with one part it is worked out once. */
export function perObject<K, P extends object, V>(compute: (key: K) => V, part: (key: K) => P): (key: K) => V;
export function perObject<K, V>(compute: (key: K) => V, part = (key: K): object => key as object): (key: K) => V {
  const known = new WeakMap<object, { readonly value: V }>();
  return (key) => {
    const own = part(key);
    let entry = known.get(own);
    if (!entry) known.set(own, (entry = { value: compute(key) }));
    return entry.value;
  };
}

/**
 * A pure function of each passage of an article, for one version of it after another: passages that stand at its beginning and its end as
 * they did in the last version are not even looked up. While no passage changes, the list stays the same object.
 */
export function perPassage<P extends object, V>(
  compute: (passage: P) => V,
): (passages: readonly { readonly passage: P }[]) => readonly V[] {
  let last: readonly P[] = [];
  let values: readonly V[] = [];
  return (passages) => {
    let from = 0;
    while (from < last.length && from < passages.length && last[from] === passages[from]!.passage) from++;
    if (from === last.length && from === passages.length) return values;
    let left = last.length;
    let right = passages.length;
    while (left > from && right > from && last[left - 1] === passages[right - 1]!.passage) {
      left--;
      right--;
    }
    const changed = passages.slice(from, right).map(({ passage }) => compute(passage));
    last = passages.map(({ passage }) => passage);
    values = [...values.slice(0, from), ...changed, ...values.slice(left)];
    return values;
  };
}
