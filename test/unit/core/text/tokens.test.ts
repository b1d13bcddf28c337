import assert from 'node:assert/strict';
import { tokenize, word } from '../../../../src/core/text/tokens.ts';

function cut(text: string): string {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, i) => word(tokens, i)).join(' ');
}

describe('tokens', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Türkiye’s minister doesn’t agree.', 'Türkiye ’s minister doesn’t agree .'],
    ['O’Brien of the U.S. spent US$5, not $1,000.50', 'O’Brien of the U.S. spent US$ 5 , not $ 1,000.50'],
    ['pro-Iran groups in the 1960s', 'pro - Iran groups in the 1960 s'],
    ['see https://a.example/b?c=1, or write to a.b@c.example.', 'see https://a.example/b?c=1 , or write to a.b@c.example .'],
    ["''We left,'' he said", "'' We left , '' he said"],
    ['J. R. Lee left at 3:30.', 'J. R. Lee left at 3:30 .'],
    ['𝕏 and 🙂 stay whole', '𝕏 and 🙂 stay whole'],
    ['', ''],
  ];
  for (const [text, expected] of cases) it(`cuts ${JSON.stringify(text)}`, () => assert.equal(cut(text), expected));

  it('marks which tokens touch the one before', () => {
    const tokens = tokenize('a-b c');
    assert.deepEqual([...tokens.spaced], [1, 0, 0, 1]);
  });

  it('takes a word for the same string where it comes again, and no word for another one of its slot', () => {
    // More words than there are slots, twice over, and one too long for any.
    const words = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 20_000}`);
    const text = [...words, ...words, 'overparametrization', 'overparametrisation'].join(' ');
    const tokens = tokenize(text);
    assert.deepEqual(
      tokens.words,
      Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i])),
    );
  });
});
