import { checksum, CURVE, MAGIC, type QuoteWeights } from '../../src/core/quotes/model/file.ts';
import type { Weights } from '../../src/core/quotes/model/weights.ts';

/** Below which weight a row of each table is left out. */
export type Pruning = Readonly<Record<'tags' | 'anchor' | 'argument' | 'border' | 'accept', number>>;

/** Writes the file that `readWeights` reads. */
export function weightsFile(weights: QuoteWeights, least: Pruning): Uint8Array {
  const bytes: number[] = [];
  const four = new DataView(new ArrayBuffer(4));
  const push4 = () => bytes.push(four.getUint8(0), four.getUint8(1), four.getUint8(2), four.getUint8(3));
  const number = (value: number) => (four.setUint32(0, value >>> 0, true), push4());
  const float = (value: number) => (four.setFloat32(0, value, true), push4());
  const table = ({ bits, labels, values }: Weights, floor: number) => {
    const rows: number[] = [];
    let largest = 0;
    for (let row = 0; row < 1 << bits; row++) {
      let top = 0;
      for (let k = 0; k < labels; k++) top = Math.max(top, Math.abs(values[row * labels + k]!));
      if (top >= floor) rows.push(row);
      largest = Math.max(largest, top);
    }
    bytes.push(bits);
    float(largest);
    number(rows.length);
    let before = -1;
    for (const row of rows) {
      let difference = row - before;
      before = row;
      for (; difference > 127; difference >>= 7) bytes.push((difference & 127) | 128);
      bytes.push(difference);
    }
    for (const row of rows) {
      const codes = Array.from({ length: labels }, (_, k) => {
        const value = values[row * labels + k]!;
        const code = Math.round((127 * Math.log1p((CURVE * Math.abs(value)) / largest)) / Math.log1p(CURVE));
        return Math.abs(value) * 2 < floor && labels > 1 ? 0 : Math.sign(value) * code;
      });
      const held = codes.reduce((mask, code, k) => (code === 0 ? mask : mask | (1 << k)), 0);
      if (labels > 1) bytes.push(held & 255);
      if (labels > 8) bytes.push(held >> 8);
      for (const code of codes) if (code !== 0 || labels === 1) bytes.push(code & 255);
    }
  };
  number(MAGIC);
  number(0);
  float(weights.threshold);
  number(weights.lexicon.size);
  for (const [hash, strength] of weights.lexicon) {
    number(hash);
    bytes.push(strength);
  }
  for (const name of ['tags', 'anchor', 'argument', 'border', 'accept'] as const) table(weights[name], least[name]);
  const file = Uint8Array.from(bytes);
  new DataView(file.buffer).setUint32(4, checksum(file), true);
  return file;
}
