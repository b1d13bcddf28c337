import assert from 'node:assert/strict';
import { occurrences } from '../../../../src/core/marks/applyEntities.ts';

describe('the places where words stand', () => {
  const cases: readonly (readonly [text: string, words: string, count: number])[] = [
    ['Calder met Reyle. Calder left.', 'Calder', 2],
    ['Iran said the Iranian side had left Iran.', 'Iran', 2],
    ['Calder’s boat, Calder-class, CALDER', 'Calder', 2],
    ['Öland, Ölands', 'Öland', 1],
  ];
  for (const [text, words, count] of cases)
    it(`are ${count} for “${words}” in “${text}”`, () => {
      const start = text.indexOf(words);
      const places = occurrences(text, { start, end: start + words.length });
      assert.equal(places.length, count);
      for (const place of places) assert.equal(text.slice(place.start, place.end), words);
    });
});
