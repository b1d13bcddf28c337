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
