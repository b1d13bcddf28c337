import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer, readQuoteModel } from '../../../../src/core/index.ts';
import { entityModel } from '../../models.ts';

describe('the weights file of quotes', () => {
  const bytes = new Uint8Array(readFileSync('models/en/quotes.bin'));
  const changed = (at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at]! ^= 1;
    return copy;
  };

  for (const [name, file, problem] of [
    ['is read', bytes, null],
    ['is missing', new Uint8Array(), 'no-weights-file'],
    ['is another file', new TextEncoder().encode('{"weights": []}'), 'no-weights-file'],
    ['is that of names', new Uint8Array(readFileSync('models/en/entities.bin')), 'no-weights-file'],
    ['is cut short', bytes.subarray(0, bytes.length >> 1), 'damaged'],
    ['has one wrong bit', changed(bytes.length >> 1), 'damaged'],
    ['has one wrong bit at its end', changed(bytes.length - 1), 'damaged'],
  ] as const) {
    it(name, () => assert.equal(readQuoteModel(file).problem, problem));
  }

  it('costs the trained quotes alone: names are found, and quotes that word order shows', () => {
    const text = 'Foreign Minister Jale Demir came to Lisbon on Tuesday.\n\n“We must act now,” said Demir.\n';
    const { quotes, entities, people } = createAnalyzer({ entityModel: entityModel(), quoteModel: null }).analyze(text);
    assert.deepEqual(
      quotes.map(({ speaker, content }) => [speaker, ...content.map(({ start, end }) => text.slice(start, end))]),
      [['Jale Demir', 'We must act now,']],
    );
    assert.ok(entities.some(({ type }) => type === 'location'));
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Jale Demir'],
    );
  });
});
