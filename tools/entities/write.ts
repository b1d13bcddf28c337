import { LABELS } from '../../src/core/entities/labels.ts';
import { checksum, MAGIC, type Phrases, scaleOf } from '../../src/core/entities/weights.ts';
import type { Trained } from './crf.ts';

/** Writes the weights file that `readModelFile` reads: weights below `least` are left out, the others rounded to eight bits a row. */
export function modelFile({ bits, weights, transitions, first, last }: Trained, phrases: Phrases, least: number): Uint8Array {
  const out = new Writer();
  out.number(MAGIC);
  out.number(0);
  out.number(LABELS);
  out.number(bits);
  for (const block of [transitions, first, last]) for (const value of block) out.float(value);
  const buckets: number[] = [];
  const counts: number[] = [];
  const scales: number[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const row = weights.subarray(bucket * LABELS, (bucket + 1) * LABELS);
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
  out.number(phrases.keys.length);
  out.rising([...phrases.keys].map((key) => key >>> 0));
  for (const value of phrases.values) {
    out.byte(value & 255);
    out.byte(value >> 8);
  }
  const bytes = out.bytes();
  new DataView(bytes.buffer).setUint32(4, checksum(bytes), true);
  return bytes;
}

class Writer {
  private buffer = new Uint8Array(1 << 20);
  private at = 0;
  private readonly four = new DataView(new ArrayBuffer(4));

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.at);
  }

  byte(value: number): void {
    if (this.at === this.buffer.length) {
      const larger = new Uint8Array(this.at * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.at++] = value;
  }

  number(value: number): void {
    this.four.setUint32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.four.getUint8(i));
  }

  float(value: number): void {
    this.four.setFloat32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.four.getUint8(i));
  }

  rising(numbers: readonly number[]): void {
    let before = 0;
    for (const number of numbers) {
      let step = number - before;
      before = number;
      for (; step >= 128; step = Math.floor(step / 128)) this.byte((step % 128) | 128);
      this.byte(step);
    }
  }
}
