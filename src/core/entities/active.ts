import { isPlain } from './words.ts';
import type { Line } from './features.ts';

/** How a word may take part in entities: not at all, only between two others, or anywhere. */
export const NEVER = 0;
export const INNER = 1;
export const EDGE = 2;

/**
 * Marks the tokens that may be part of an entity: names, numbers and words that begin or end entities ("last", "million"), and rows of
 * inner words between two of those ("Bank of the South"). All others are outside every entity without a look at their scores.
 */
export function markActive({ count, part, active }: Line): void {
  active[0] = active[count + 1] = 0;
  for (let i = 1; i <= count; i++) {
    active[i] = part[i] === EDGE ? 1 : 0;
    if (part[i] !== INNER || i === 1 || active[i - 1] === 0) continue;
    let to = i;
    while (to < count && part[to + 1] === INNER) to++;
    const between = to < count && part[to + 1] === EDGE ? 1 : 0;
    for (; i <= to; i++) active[i] = between;
    i--;
  }
}

/**
 * Takes rows of nothing but plain words out of the active tokens: such a row is hardly ever an entity ("the last"), and there are many. The
 * trainer keeps them, for they teach what plain words are worth beside names.
 */
export function dropPlainRows({ count, shape, active }: Line): void {
  for (let from = 1; from <= count; from++) {
    if (active[from] === 0) continue;
    let to = from;
    let isPlainRow = true;
    for (; to <= count && active[to] === 1; to++) isPlainRow &&= isPlain(shape[to]!);
    if (isPlainRow) active.fill(0, from, to);
    from = to;
  }
}
