import type { EncoderWeights } from './encoder.ts';
import { ASPECTS } from './labels.ts';
import type { VectorTable } from './vectors.ts';

/**
 * The weights of a linear-chain CRF over hashed features, as rows: the row of a feature's bucket lists labels with their weights.
 * File layout, little endian: "CDE2", checksum (FNV-1a of all bytes after it), then the sections as `readWeights` reads them.
 */
export interface Weights {
  /** A feature hash's bucket is `hash & mask`. */
  readonly mask: number;
  /** Row of bucket `b`: entries `rowStart[b]` to `rowStart[b + 1]`. */
  readonly rowStart: Int32Array;
  readonly labels: Uint8Array;
  readonly values: Float32Array;
  /** `transitions[from * labelCount + to]`; `first[label]` for the first token of a row of active ones, `last[label]` for its last. */
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
}

/** Hashes with what is known of them, in parallel. */
export interface Hashes {
  readonly keys: Int32Array;
  readonly values: Uint16Array;
}

export interface ModelFile {
  readonly weights: Weights;
  readonly phrases: Hashes;
  /** Plain words that may be part of entities, see `active.ts`. */
  readonly words: Hashes;
  readonly vectors: VectorTable;
  readonly encoder: EncoderWeights;
}

export const MAGIC = 0x32454443;
export const HEADER = 8;

/** Why a weights file cannot be used. */
export type WeightsProblem = 'no-weights-file' | 'damaged';

/** Reads a weights file; never throws. */
export function readModelFile(bytes: Uint8Array, labelCount: number): ModelFile | WeightsProblem {
  if (bytes.length < HEADER) return 'no-weights-file';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return 'no-weights-file';
  if (view.getUint32(4, true) !== checksum(bytes)) return 'damaged';
  try {
    return readSections(new Reader(bytes, HEADER), labelCount);
  } catch {
    return 'damaged'; // the checksum holds, so only a file of another layout comes here: it ends before a section does
  }
}

export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = HEADER; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

/** The scale of a row's weights by its code in the file: eight steps to a doubling. */
export const scaleOf = (code: number): number => 2 ** ((code - 160) / 8);
const SCALES: readonly number[] = Array.from({ length: 256 }, (_, code) => scaleOf(code));

function readSections(reader: Reader, labelCount: number): ModelFile {
  if (reader.number() !== labelCount) throw new RangeError('other labels');
  return {
    weights: readWeights(reader, labelCount),
    phrases: readHashes(reader),
    words: readHashes(reader),
    vectors: readVectors(reader),
    encoder: readEncoder(reader),
  };
}

function readWeights(reader: Reader, labelCount: number): Weights {
  const buckets = 2 ** reader.number();
  const transitions = reader.floats(labelCount * labelCount);
  const first = reader.floats(labelCount);
  const last = reader.floats(labelCount);
  const rows = reader.number();
  const rowStart = new Int32Array(buckets + 1);
  const rowBuckets = reader.rising(rows);
  const counts = reader.bytes(rows);
  const scales = reader.bytes(rows);
  let entries = 0;
  for (let row = 0; row < rows; row++) rowStart[rowBuckets[row]! + 1] = counts[row]!;
  for (let bucket = 0; bucket < buckets; bucket++) rowStart[bucket + 1] = entries += rowStart[bucket + 1]!;
  const labels = reader.bytes(entries).slice();
  const stored = reader.bytes(entries);
  const values = new Float32Array(entries);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const scale = SCALES[scales[row]!]!;
    for (const end = at + counts[row]!; at < end; at++) values[at] = ((stored[at]! << 24) >> 24) * scale;
  }
  return { mask: buckets - 1, rowStart, labels, values, transitions, first, last };
}

/** Reads the rows of `Hashes`: their number, the rising keys, the values. */
export function readHashes(reader: Reader): Hashes {
  const count = reader.number();
  return { keys: reader.rising(count), values: reader.shorts(count) };
}

/** Reads a table of vectors: the size of one, the levels, the words' number, their rising keys, their codes. */
export function readVectors(reader: Reader): VectorTable {
  const size = reader.number();
  const levels = reader.floats(size * 16);
  const words = reader.number();
  return { size, levels, keys: reader.rising(words), codes: reader.bytes((words * size) / 2).slice() };
}

function readEncoder(reader: Reader): EncoderWeights {
  const size = reader.number();
  const states = reader.number();
  const buckets = 2 ** reader.number();
  return {
    size,
    states,
    forms: readRows(reader, buckets, size),
    base: readRows(reader, 2, size),
    gates: readRows(reader, size + 1, 8 * states),
    output: readRows(reader, 2 * states, ASPECTS),
  };
}

/** Reads rows of weights: the code of each row's scale, then the weights in eight bits. */
function readRows(reader: Reader, rows: number, width: number): Float32Array {
  const scales = reader.bytes(rows);
  const stored = reader.bytes(rows * width);
  const values = new Float32Array(rows * width);
  for (let row = 0, at = 0; row < rows; row++) {
    const scale = SCALES[scales[row]!]!;
    for (const end = at + width; at < end; at++) values[at] = ((stored[at]! << 24) >> 24) * scale;
  }
  return values;
}

/** Reads numbers from bytes one after another; throws a RangeError at their end. */
export class Reader {
  private readonly view: DataView;

  constructor(
    private readonly all: Uint8Array,
    private at: number,
  ) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  number(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.all.length) throw new RangeError('too short');
    this.at += count;
    return this.all.subarray(this.at - count, this.at);
  }

  floats(count: number): Float32Array {
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++, this.at += 4) out[i] = this.view.getFloat32(this.at, true);
    return out;
  }

  shorts(count: number): Uint16Array {
    const out = new Uint16Array(count);
    for (let i = 0; i < count; i++, this.at += 2) out[i] = this.view.getUint16(this.at, true);
    return out;
  }

  /** Rising unsigned numbers, each stored as its distance from the one before in groups of seven bits, the lowest first. */
  rising(count: number): Int32Array {
    const out = new Int32Array(count);
    const { all } = this;
    let { at } = this;
    let value = 0;
    for (let i = 0; i < count; i++) {
      let byte = all[at++]!;
      let step = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = all[at++]!;
        step |= (byte & 127) << shift;
      }
      value = (value + step) | 0;
      out[i] = value;
    }
    if (at > all.length) throw new RangeError('too short');
    this.at = at;
    return out;
  }
}
