import assert from 'node:assert/strict';
import { withTwoPartNames } from '../../../../src/core/entities/two-part-names.ts';
import { article } from '../people/cast.ts';

/** The persons of a line with marked entities: "Han Mei-ling | Bo Ray". */
function persons(marked: string): string {
  const { passage } = article(marked)[0]!;
  const found = withTwoPartNames(passage, passage.entities).filter(({ type }) => type === 'person');
  return found.map(({ start, end }) => passage.text.slice(start, end)).join(' | ');
}

describe('two-part given names', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Premier Han Mei-ling spoke.', 'Han Mei-ling'],
    ['Then [P Bo Ray], Park Bum-soo and [P Ann Lee] left.', 'Bo Ray | Park Bum-soo | Ann Lee'],
    ['[P Sophia Han Suk]-fan left.', 'Sophia Han Suk-fan'],
    ['[P Han] Mei-ling left.', 'Han Mei-ling'],
    ['The Co-op left.', ''],
    ['A [L Hong Kong]-run ferry left.', ''],
    ['The [O Han Mei]-run ferry left.', ''],
    ['Harbour Sit-in held. Prime-time shows, first-hand news.', ''],
    ['The Mei-ling prize went to nobody.', ''],
    ['Han Mei-ling-style songs.', ''],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(persons(text), expected));
});
