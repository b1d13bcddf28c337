const SMALL = new Set("the a an of for in on and to 's ’s s its their his her with at by".split(' '));

function contentWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((own) => !SMALL.has(own)) ?? []
  );
}

/** How many of their content words two phrases share (Dice), from 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = contentWords(a);
  const right = [...contentWords(b)];
  const all = left.length + right.length;
  if (left.length === 0 || right.length === 0) return 0;
  let shared = 0;
  for (const own of left) {
    const at = right.indexOf(own);
    if (at < 0) continue;
    right.splice(at, 1);
    shared++;
  }
  return (2 * shared) / all;
}

/** The phrases without those that say what an earlier one said. */
export function distinct(phrases: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const phrase of phrases) if (kept.every((other) => likeness(phrase, other) < 0.8)) kept.push(phrase);
  return kept;
}

/** How many phrases of one list have a fellow in the other, each taken once, the likest first. */
export function matches(gold: readonly string[], found: readonly string[]): number {
  const pairs = gold.flatMap((a, i) => found.map((b, j) => ({ i, j, like: likeness(a, b) })));
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  for (const { i, j, like } of pairs.sort((a, b) => b.like - a.like)) {
    if (like < 0.5 || usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
  }
  return usedGold.size;
}
