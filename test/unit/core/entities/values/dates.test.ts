import assert from 'node:assert/strict';
import { readForms, valueOf } from '../../../../../src/core/entities/values/values.ts';
import { findSentences } from '../../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../../src/core/text/tokens.ts';

/** The value of the date between square brackets. */
function value(marked: string, date: string | null): unknown {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const tokens = tokenize(text);
  const entities = [{ type: 'date' as const, start, end }];
  const [form] = readForms({ kind: 'paragraph', text, tokens, sentences: findSentences(tokens), entities });
  return form && valueOf(form, date);
}

describe('values of dates', () => {
  // 26 April 2023 is a Wednesday.
  const cases: readonly (readonly [string, string | null])[] = [
    ['They met on [Tuesday].', '2023-04-25'],
    ['They met on [Wednesday].', '2023-04-26'],
    ['They met on [Thursday].', '2023-04-20'],
    ['They met last [Wednesday].', '2023-04-19'],
    ['The two will meet on [Thursday].', '2023-04-27'],
    ['The talks are scheduled for [Tuesday].', '2023-05-02'],
    ['The talks, which will go on for weeks, opened on [Monday].', '2023-04-24'],
    ['The envoy said on [Monday] that he will leave.', '2023-04-24'],
    ['The summit on [May 9] will open late.', '2023-05-09'],
    ['They met last [December].', '2022-12'],
    ['Last [December] they met.', '2022-12'],
    ['They met in [November].', '2022-11'],
    ['They will meet in early [May].', '2023-05/early'],
    ['They signed it in mid-[January].', '2023-01/mid'],
    ['It expires at the end of [June].', '2023-06/late'],
    ['It was signed on [25 April 2023].', '2023-04-25'],
    ['It was signed on [April 25th, 2023].', '2023-04-25'],
    ['It was signed on [Sept. 10 (Monday), 2018].', '2018-09-10'],
    ['It was signed on [Tuesday, April 4].', '2023-04-04'],
    ['It was signed on [Monday, May 23].', '2022-05-23'],
    ['It was signed on [the 3rd of March].', '2023-03-03'],
    ['It opens on [May 2].', '2023-05-02'],
    ['It opened on [May 30].', '2022-05-30'],
    ['It was founded in [1999].', '1999'],
    ['It fell in late [2022].', '2022/late'],
    ['It was signed on [2021-02-28].', '2021-02-28'],
    ['They met [yesterday].', '2023-04-25'],
    ['They met [last week].', '2023-W16'],
    ['They meet [next week].', '2023-W18'],
    ['They met [earlier this month].', '2023-04'],
    ['They met [earlier this year].', '2023'],
    ['They met [last year].', '2022'],
    ['They met [two days ago].', '2023-04-24'],
    ['They met [three months ago].', '2023-01'],
    // No one value: ranges, decades, repeated days, days that do not exist.
    ['It ran from [July 10 to 17].', null],
    ['It ran in [2021-22].', null],
    ['It ran from [2019] to 2021.', '2019'],
    ['It began in the [1960]s.', null],
    ['They meet on [Saturdays].', null],
    ['It was signed on [February 30, 2023].', null],
    ['It began on [Nowruz].', null],
  ];
  for (const [marked, expected] of cases) it(marked, () => assert.equal(value(marked, '2023-04-26'), expected));

  it('says nothing of a relative date where the article has none', () => {
    assert.equal(value('They met on [Tuesday].', null), null);
    assert.equal(value('They met in [May].', null), null);
    assert.equal(value('They met in [May 2021].', null), '2021-05');
  });

  it('crosses the turn of the year', () => {
    assert.equal(value('They met on [Friday].', '2023-01-02'), '2022-12-30');
    assert.equal(value('They meet [next month].', '2022-12-15'), '2023-01');
    assert.equal(value('They met [last week].', '2023-01-04'), '2022-W52');
    assert.equal(value('It falls on [February 29].', '2024-02-20'), '2024-02-29');
  });
});
