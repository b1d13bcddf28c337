import assert from 'node:assert/strict';
import { tokenize } from '../../../../src/core/text/tokens.ts';
import { WordNumbers } from '../../../../src/core/text/wordSlots.ts';

describe('numbers of words', () => {
  it('are found again, for each word its own or none', () => {
    const numbers = new WordNumbers();
    const tokens = tokenize(Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' '));
    for (let i = 0; i < tokens.count; i++) {
      assert.equal(numbers.get(tokens, i), -1);
      numbers.set(tokens, i, i);
      assert.equal(numbers.get(tokens, i), i);
    }
    const found = Array.from({ length: tokens.count }, (_, i) => numbers.get(tokens, i));
    assert.ok(found.every((number, i) => number === -1 || number === i));
    assert.ok(found.filter((number) => number >= 0).length > 5000);
    numbers.clear();
    assert.ok(found.every((_, i) => numbers.get(tokens, i) === -1));
  });
});
