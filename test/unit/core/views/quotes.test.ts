import assert from 'node:assert/strict';
import { type QuoteFilter, type QuoteOrder, quotesView } from '../../../../src/core/index.ts';
import { article, at, quote, story } from './story.ts';

const ALL: QuoteFilter = { types: ['direct', 'mixed', 'indirect'], only: null };

function lines(order: QuoteOrder, filter: QuoteFilter = ALL): string[] {
  return quotesView(story(), order, filter).flatMap((row) =>
    row.kind === 'quote' ? [row.text] : [row.name ?? '?', ...row.rows.map(({ number, text }) => `  ${number} ${text}`)],
  );
}

describe('quotes view', () => {
  it('groups by speaker, the unknown last', () => {
    assert.deepEqual(lines('speaker'), [
      'Ana Brandt',
      '  1 We will build the bridge, […] It takes time.',
      'Bridge Council',
      '  2 the sum was $3 million',
      'Riverton',
      '  3 the plan',
      '?',
      '  4 talks go on',
    ]);
  });

  it('groups by the party of a person, an institution or the party itself', () => {
    assert.deepEqual(lines('party'), [
      'Northland',
      '  1 We will build the bridge, […] It takes time.',
      '  2 the sum was $3 million',
      'Riverton',
      '  3 the plan',
      '?',
      '  4 talks go on',
    ]);
  });

  it('lists in the article’s order', () => {
    assert.equal(lines('position').length, 4);
  });

  it('filters by kind and by speaker or party, and keeps the numbers', () => {
    assert.deepEqual(lines('position', { types: ['direct'], only: null }), ['We will build the bridge, […] It takes time.']);
    assert.deepEqual(lines('speaker', { ...ALL, only: 'Northland' }).length, 4);
    assert.deepEqual(lines('speaker', { ...ALL, only: 'Bridge Council' }), ['Bridge Council', '  2 the sum was $3 million']);
    assert.deepEqual(lines('speaker', { ...ALL, only: 'Nobody' }), []);
  });

  it('gives two quotes of the same words ids of their own', () => {
    const twice = article({ quotes: [quote([at('the bridge')]), quote([at('the bridge', 1)])] });
    const rows = quotesView(twice, 'position', ALL);
    assert.notEqual(rows[0]!.id, rows[1]!.id);
  });
});
