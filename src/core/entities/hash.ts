/** Numbers for strings and combinations, the same in training and in use. All values are signed 32-bit integers. */

/** FNV-1a over UTF-16 units from `from` to `to`, with a seed that keeps kinds of features apart. */
export function hashText(text: string, seed: number, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** One number for an ordered pair. */
export function pair(a: number, b: number): number {
  return mix(Math.imul(a, 0x2c1b3c6d) + b);
}

/** Murmur3's last step: every bit of the input moves every bit of the output. */
export function mix(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
