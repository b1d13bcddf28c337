import type { Entry, Lately } from '../../core/index.ts';

/** What this window wrote in the last seconds: another window that was writing at that moment may not have seen it. */
export interface LatelyWritten {
  /** The file now holds `after` where it held `before`, by our doing. */
  wrote(before: readonly Entry[], after: readonly Entry[]): void;
  now(): Lately;
}

interface Write {
  readonly time: number;
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
}

const LATELY = 5_000;

export function rememberWritten(): LatelyWritten {
  let writes: Write[] = [];
  return {
    wrote(before, after) {
      writes.push({ time: Date.now(), added: without(after, before), removed: without(before, after) });
    },
    now() {
      writes = writes.filter(({ time }) => Date.now() - time < LATELY);
      const written = new Set<string>();
      const replaced = new Set<string>();
      for (const { added, removed } of writes) {
        for (const { raw } of removed) replaced.add(raw);
        for (const { id, raw } of added) {
          if (id !== null) written.add(id);
          // By undo a line may come back that was replaced before.
          replaced.delete(raw);
        }
      }
      return { written, replaced };
    },
  };
}

function without(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const known = new Set(others.map(({ raw }) => raw));
  return entries.filter(({ raw }) => !known.has(raw));
}
