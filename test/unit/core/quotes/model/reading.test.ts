import assert from 'node:assert/strict';
import { PassageReader, readingArrays } from '../../../../../src/core/quotes/model/reading.ts';
import { TAGS, Tagger } from '../../../../../src/core/quotes/model/tagger.ts';
import { unitArrays, unitsOf } from '../../../../../src/core/quotes/model/units.ts';
import { WordTypes } from '../../../../../src/core/quotes/model/wordTypes.ts';
import { readPassage } from '../../../../../src/core/text/passages.ts';
import { pairMarks } from '../../../../../src/core/text/quotationMarks.ts';

const BITS = 6;

/** A reader whose tags mean nothing but differ from word to word. */
function newReader(): PassageReader {
  const words = new WordTypes();
  const values = Float32Array.from({ length: TAGS.length << BITS }, (_, at) => Math.sin(at * 7.3));
  return new PassageReader(words, new Tagger({ bits: BITS, labels: TAGS.length, values }, words), new Map());
}

const texts = [
  '“We left,” said Lee, who had come “late” and, she said, alone; “they” (the others) stayed, and nobody asked her why.',
  'Nobody came.',
  '“Nobody came,” he said. “Not one.”',
];

describe('a reading', () => {
  it('is the same in arrays that were used before as in its own', () => {
    const reader = newReader();
    const arrays = unitArrays(64);
    for (const text of [...texts, ...texts].reverse()) {
      const passage = readPassage('paragraph', text);
      const marks = pairMarks(passage.tokens);
      const fresh = newReader().read(passage, marks, readingArrays(passage.tokens.count));
      const again = reader.read(passage, marks);
      for (const name of ['word', 'suffix', 'shape', 'tag', 'strength', 'inside', 'sentence'] as const)
        assert.deepEqual([...again[name].subarray(0, again.count)], [...fresh[name]], name);
      for (let within = -1; within < fresh.outer.length; within++) {
        const own = unitsOf(fresh, within);
        const used = unitsOf(again, within, arrays);
        assert.equal(used.from, arrays.from);
        for (const name of [
          'from',
          'to',
          'word',
          'suffix',
          'tag',
          'shape',
          'strength',
          'marked',
          'sentence',
          'subjects',
        ] as const)
          assert.deepEqual([...used[name].subarray(0, used.count)], [...own[name].subarray(0, own.count)], name);
      }
    }
  });
});
