import { LABELS } from './argumentFeatures.ts';
import type { ProposerWeights } from './proposer.ts';
import type { CueLexicon } from './reading.ts';
import { TAGS } from './tagger.ts';
import type { Weights } from './weights.ts';

/** All that the trainer writes into `models/en/quotes.bin`. */
export interface QuoteWeights extends ProposerWeights {
  readonly tags: Weights;
  readonly lexicon: CueLexicon;
  /** Accepts or refuses a whole proposal. */
  readonly accept: Weights;
  /** The logit from which a proposal is accepted. */
  readonly threshold: number;
}

/** Why a weights file cannot be used. */
export type WeightsProblem = 'no-weights-file' | 'damaged';

/** "CDQ2", little endian. */
export const MAGIC = 0x32514443;
export const HEADER = 8;
/** Eight-bit weights on a curve that keeps small ones fine and large ones whole: the value of code ±127 stands in the file. */
export const CURVE = 40;

/**
 * Reads a weights file; never throws. Layout: magic, checksum (FNV-1a of what follows), threshold, the cue lexicon as
 * (hash, strength) pairs, then for each table its bits, the largest weight, the number of rows, the rows' numbers as differences
 * in seven-bit groups, and for each row a bit for each label that has a weight (none for a single label), then one code a weight.
 */
export function readWeights(bytes: Uint8Array): QuoteWeights | WeightsProblem {
  if (bytes.length < HEADER) return 'no-weights-file';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return 'no-weights-file';
  if (view.getUint32(4, true) !== checksum(bytes)) return 'damaged';
  try {
    return new Reader(bytes, view).weights();
  } catch {
    return 'damaged'; // the checksum holds, so only a file of another layout comes here: it ends before a table does
  }
}

export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = HEADER; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

/** The weights of all codes from 0 to 255, the code read as a signed byte. */
export function codeValues(largest: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => {
    const code = (byte << 24) >> 24;
    return (Math.sign(code) * largest * ((1 + CURVE) ** (Math.abs(code) / 127) - 1)) / CURVE;
  });
}

class Reader {
  private at = HEADER;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly view: DataView,
  ) {}

  weights(): QuoteWeights {
    const threshold = this.float();
    const lexicon = new Map<number, number>();
    for (let left = this.number(); left > 0; left--) lexicon.set(this.number() | 0, this.byte());
    return {
      threshold,
      lexicon,
      tags: this.table(TAGS.length),
      anchor: this.table(1),
      argument: this.table(LABELS),
      border: this.table(LABELS * LABELS),
      accept: this.table(1),
    };
  }

  private table(labels: number): Weights {
    const bits = this.byte();
    if (bits > 20) throw new RangeError('too many rows');
    const codes = codeValues(this.float());
    const rows = new Int32Array(this.number());
    const values = new Float32Array(labels << bits);
    const { bytes } = this;
    let { at } = this;
    for (let i = 0, row = -1; i < rows.length; i++) {
      let byte = bytes[at++]!;
      let step = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = bytes[at++]!;
        step += (byte & 127) << shift;
      }
      rows[i] = row += step;
      if (row >= 1 << bits) throw new RangeError('a row outside the table');
    }
    for (let i = 0; i < rows.length; i++) {
      let held = labels === 1 ? 1 : bytes[at++]!;
      if (labels > 8) held |= bytes[at++]! << 8;
      for (let cell = rows[i]! * labels; held !== 0; held >>= 1, cell++) if (held & 1) values[cell] = codes[bytes[at++]!]!;
    }
    if (at > bytes.length) throw new RangeError('too short');
    this.at = at;
    return { bits, labels, values };
  }

  private byte(): number {
    return this.view.getUint8(this.at++);
  }

  private number(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  private float(): number {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }
}
