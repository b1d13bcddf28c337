import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readEntityModel } from '../../../../src/core/index.ts';

describe('the weights file', () => {
  const bytes = new Uint8Array(readFileSync('models/en/entities.bin'));
  const changed = (at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at]! ^= 1;
    return copy;
  };

  for (const [name, file, problem] of [
    ['is read', bytes, null],
    ['is missing', new Uint8Array(), 'no-weights-file'],
    ['is another file', new TextEncoder().encode('{"weights": []}'), 'no-weights-file'],
    ['is cut short', bytes.subarray(0, bytes.length >> 1), 'damaged'],
    ['has one wrong bit', changed(bytes.length >> 1), 'damaged'],
    ['has one wrong bit at its end', changed(bytes.length - 1), 'damaged'],
  ] as const) {
    it(name, () => assert.equal(readEntityModel(file).problem, problem));
  }
});
