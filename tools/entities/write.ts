import { LABELS } from '../../src/core/entities/labels.ts';
import { checksum, type Hashes, MAGIC, scaleOf } from '../../src/core/entities/weights.ts';
import type { Trained } from './crf.ts';
import { Writer } from './writer.ts';

/** What goes into a weights file; weights below `least` are left out. */
export interface Parts {
  readonly trained: Trained;
  readonly phrases: Hashes;
  readonly clusters: Hashes;
  readonly words: Hashes;
  readonly bits: number;
  readonly least: number;
}

/** The bytes that `readModelFile` reads. */
export function modelFile({ trained, phrases, clusters, words, bits, least }: Parts): Uint8Array {
  const out = new Writer();
  out.number(MAGIC);
  out.number(0);
  out.number(LABELS);
  writeWeights(out, trained, bits, least);
  for (const { keys, values } of [phrases, clusters, words]) {
    out.number(keys.length);
    out.rising([...keys].map((key) => key >>> 0));
    for (const value of values) out.short(value);
  }
  const bytes = out.bytes();
  new DataView(bytes.buffer).setUint32(4, checksum(bytes), true);
  return bytes;
}

/** Rounds weights to eight bits with a scale for each row. */
function writeWeights(
  out: Writer,
  { buckets: all, weights, transitions, first, last }: Trained,
  bits: number,
  least: number,
): void {
  out.number(bits);
  for (const block of [transitions, first, last]) for (const value of block) out.float(value);
  const buckets: number[] = [];
  const counts: number[] = [];
  const scales: number[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  for (const [index, bucket] of all.entries()) {
    const row = weights.subarray(index * LABELS, (index + 1) * LABELS);
    let top = 0;
    for (const value of row) top = Math.max(top, Math.abs(value));
    if (top < least) continue;
    let code = 0;
    while (code < 255 && scaleOf(code) * 127 < top) code++;
    let count = 0;
    for (let label = 0; label < LABELS; label++) {
      const rounded = Math.round(row[label]! / scaleOf(code));
      if (Math.abs(row[label]!) < least || rounded === 0) continue;
      labels.push(label);
      values.push(Math.max(-127, Math.min(127, rounded)) & 255);
      count++;
    }
    buckets.push(bucket);
    counts.push(count);
    scales.push(code);
  }
  out.number(buckets.length);
  out.rising(buckets);
  for (const block of [counts, scales, labels, values]) for (const value of block) out.byte(value);
}
