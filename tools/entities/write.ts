import { ASPECTS, LABELS } from '../../src/core/entities/labels.ts';
import { checksum, type Hashes, MAGIC, scaleOf } from '../../src/core/entities/weights.ts';
import type { EncoderWeights } from '../../src/core/entities/encoder.ts';
import type { VectorTable } from '../../src/core/entities/vectors.ts';
import type { Trained } from './crf.ts';
import { Writer } from './writer.ts';

/** What goes into a weights file; weights below `least` are left out. */
export interface Parts {
  readonly trained: Trained;
  readonly phrases: Hashes;
  readonly words: Hashes;
  readonly vectors: VectorTable;
  readonly bits: number;
  readonly least: number;
}

/** The bytes that `readModelFile` reads. */
export function modelFile({ trained, phrases, words, vectors, bits, least }: Parts): Uint8Array {
  const out = new Writer();
  out.number(MAGIC);
  out.number(0);
  out.number(LABELS);
  writeWeights(out, trained, bits, least);
  for (const { keys, values } of [phrases, words]) {
    out.number(keys.length);
    out.rising([...keys].map((key) => key >>> 0));
    for (const value of values) out.short(value);
  }
  writeVectors(out, vectors);
  writeEncoder(out, trained.encoder);
  const bytes = out.bytes();
  new DataView(bytes.buffer).setUint32(4, checksum(bytes), true);
  return bytes;
}

/** Writes what `readVectors` reads. */
export function writeVectors(out: Writer, { size, levels, keys, codes }: VectorTable): void {
  out.number(size);
  for (const level of levels) out.float(level);
  out.number(keys.length);
  out.rising([...keys]);
  for (const code of codes) out.byte(code);
}

function writeEncoder(out: Writer, { size, states, forms, base, gates, output }: EncoderWeights): void {
  out.number(size);
  out.number(states);
  out.number(Math.log2(forms.length / size));
  writeRows(out, forms, size);
  writeRows(out, base, size);
  writeRows(out, gates, 8 * states);
  writeRows(out, output, ASPECTS);
}

/** Rounds rows of weights to eight bits, with a scale for each row. */
function writeRows(out: Writer, rows: Float32Array, width: number): void {
  const scales: number[] = [];
  const values: number[] = [];
  for (let from = 0; from < rows.length; from += width) {
    const row = rows.subarray(from, from + width);
    const code = scaleCode(row.reduce((top, value) => Math.max(top, Math.abs(value)), 0));
    scales.push(code);
    for (const value of row) values.push(Math.max(-127, Math.min(127, Math.round(value / scaleOf(code)))) & 255);
  }
  for (const block of [scales, values]) for (const value of block) out.byte(value);
}

/** The code of the smallest scale that holds a row whose largest weight is `top`. */
function scaleCode(top: number): number {
  let code = 0;
  while (code < 255 && scaleOf(code) * 127 < top) code++;
  return code;
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
    const code = scaleCode(top);
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
