/** Milliseconds of processor time that this process spends in `work`; other programs on the machine do not count. */
export function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several measurements of each of the given works, taken in turns, after one round that warms up. */
export function least<K extends string>(rounds: number, works: Readonly<Record<K, () => void>>): Record<K, number> {
  const names = Object.keys(works) as K[];
  const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<K, number>;
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const time = spent(works[name]);
      if (round > 0) best[name] = Math.min(best[name], time);
    }
  return best;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
