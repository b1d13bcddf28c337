import assert from 'node:assert/strict';
import { Memo } from '../../../src/core/memo.ts';

/** Runs over these keys, and answers which of them had to be worked out. */
function run(memo: Memo<string>, keys: string, finish = true): string {
  let computed = '';
  memo.nextRun();
  for (const key of keys) memo.get(key, () => ((computed += key), key));
  if (finish) memo.endRun();
  return computed;
}

describe('memo', () => {
  it('works out only what the last run did not know', () => {
    const memo = new Memo<string>();
    assert.deepEqual([run(memo, 'abc'), run(memo, 'abd'), run(memo, 'aab')], ['abc', 'd', '']);
  });

  it('forgets what neither this run nor the last one asked for', () => {
    const memo = new Memo<string>();
    assert.deepEqual([run(memo, 'ab'), run(memo, 'a'), run(memo, 'b')], ['ab', '', 'b']);
  });

  it('keeps all it knows through runs that are given up half-way', () => {
    const memo = new Memo<string>();
    assert.deepEqual([run(memo, 'abc'), run(memo, 'x', false), run(memo, 'y', false), run(memo, 'abcxy')], ['abc', 'x', 'y', '']);
  });
});
