import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../../../src/core/index.ts';
import { resources } from '../../models.ts';

const analyzer = createAnalyzer(resources());

const PIECES = [
  'Maria Okonkwo',
  ' said ',
  '“',
  '”',
  '’s ',
  'U.S. ',
  '$5 million ',
  'on Tuesday',
  ', ',
  '. ',
  '\n',
  '\r\n\r\n',
  '\t',
  '\u00a0',
  '\ufeff',
  'Владимир ',
  '東京',
  'القاهرة ',
  '\ud83d\ude00',
  '\ud83d',
  '\ude00',
  'e\u0301',
  'the Bank of the South',
  'GENEVA ',
  '1,000',
  '-',
  'http://example.org/a',
];

describe('entities of any text', () => {
  it('lie within the text, in order, without white space at their ends', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (sample) => {
        let before = 0;
        for (const { start, end } of analyzer.analyze(sample).entities) {
          assert.ok(start >= before && end > start && end <= sample.length);
          const words = sample.slice(start, end);
          assert.equal(words.trim(), words);
          before = end;
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('are the same whether passages were read before or not', () => {
    const first = 'Ada Nwosu leads the council.\n\nNwosu spoke in Accra on Monday.';
    const second = first.replace('Ada Nwosu', 'The city of Nwosu');
    analyzer.analyze(first);
    assert.deepEqual(analyzer.analyze(second).entities, createAnalyzer(resources()).analyze(second).entities);
  });
});
