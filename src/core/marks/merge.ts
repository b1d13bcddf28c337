import type { Entry } from './entry.ts';

/** One id with different decisions on two sides; both lines are kept until a person chooses. */
export interface MergeConflict {
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Merged {
  readonly entries: readonly Entry[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two versions of a marks file by id. A line that only one side has is kept; of one id the side that changed it since `base` is
 * taken; where both did, both lines stay and are reported.
 * @param base what both sides started from, where it is known; it keeps no mark that a person deleted on one side only if `deletions`.
 */
export function mergeMarks(
  base: readonly Entry[],
  ours: readonly Entry[],
  theirs: readonly Entry[],
  deletions: 'kept' | 'respected',
): Merged {
  const known = byId(base);
  const left = byId(ours);
  const right = byId(theirs);
  const entries: Entry[] = [];
  const conflicts: MergeConflict[] = [];
  for (const key of new Set([...left.keys(), ...right.keys(), ...(deletions === 'kept' ? known.keys() : [])])) {
    const [before, own, other] = [known.get(key) ?? [], left.get(key) ?? [], right.get(key) ?? []];
    const merged = mergeOne(before, own, other, deletions);
    entries.push(...merged);
    const [one, two] = merged.filter(({ id, damaged }) => id !== null && !damaged);
    if (one && two) conflicts.push({ id: one.id!, ours: one.raw, theirs: two.raw });
  }
  return { entries, conflicts };
}

type Versions = readonly Entry[];

function mergeOne(base: Versions, ours: Versions, theirs: Versions, deletions: 'kept' | 'respected'): Versions {
  if (same(ours, theirs)) return ours;
  if (![...base, ...ours, ...theirs].some(({ damaged }) => damaged)) return mergeVersions(base, ours, theirs, deletions);
  const whole = (side: Versions) => side.filter(({ damaged }) => !damaged);
  const torn = (side: Versions) => side.filter(({ damaged }) => damaged);
  return [
    ...mergeVersions(whole(base), whole(ours), whole(theirs), deletions),
    ...mergeDamaged(torn(base), torn(ours), torn(theirs), deletions),
  ];
}

function mergeVersions(base: Versions, ours: Versions, theirs: Versions, deletions: 'kept' | 'respected'): Versions {
  if (same(ours, theirs)) return ours;
  if (deletions === 'kept') {
    if (ours.length === 0) return theirs.length === 0 ? base : theirs;
    if (theirs.length === 0) return ours;
  }
  if (base.length === 1 || deletions === 'respected') {
    if (same(ours, base)) return theirs;
    if (same(theirs, base)) return ours;
  }
  if (ours.length === 0) return theirs;
  if (theirs.length === 0) return ours;
  const [own, other] = [ours[0]!, theirs[0]!];
  // The same decision, only placed again or written at another time, is nothing to choose between.
  if (ours.length === 1 && theirs.length === 1 && sameDecision(own, other)) return [later(own, other)];
  return distinct([...ours, ...theirs]);
}

/** Damaged lines are merged as lines: none may take the place of the mark whose id it still shows. */
function mergeDamaged(base: Versions, ours: Versions, theirs: Versions, deletions: 'kept' | 'respected'): Versions {
  const has = (side: Versions, raw: string) => side.some((entry) => entry.raw === raw);
  return distinct([...ours, ...theirs, ...(deletions === 'kept' ? base : [])]).filter(
    ({ raw }) => deletions === 'kept' || !has(base, raw) || (has(ours, raw) && has(theirs, raw)),
  );
}

function same(a: Versions, b: Versions): boolean {
  return a.length === b.length && a.every((entry, index) => entry.raw === b[index]!.raw);
}

function distinct(entries: Versions): Versions {
  const seen = new Set<string>();
  return entries.filter(({ raw }) => !seen.has(raw) && seen.add(raw));
}

function sameDecision(a: Entry, b: Entry): boolean {
  const core = (entry: Entry): string => {
    if (!entry.mark) return entry.raw;
    const json = JSON.parse(entry.raw) as Record<string, unknown>;
    return JSON.stringify({ ...json, modified: null, target: entry.mark.targets.map((target) => target.role) });
  };
  return a.mark !== null && b.mark !== null && core(a) === core(b);
}

function later(a: Entry, b: Entry): Entry {
  return (b.mark?.modified ?? '') > (a.mark?.modified ?? '') ? b : a;
}

/** A line without id is its own key. */
function byId(entries: Versions): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.id ?? `line ${entry.raw}`;
    const known = found.get(key);
    if (known) known.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}
