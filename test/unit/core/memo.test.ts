import assert from 'node:assert/strict';
import { agreement, finish, perObject, perPassage } from '../../../src/core/memo.ts';

/** Passages that are told apart by a letter; equal letters are one object. */
function article(letters: string): readonly { readonly passage: { readonly letter: string } }[] {
  return [...letters].map((letter) => ({ passage: passages(letter) }));
}

const known = new Map<string, { readonly letter: string }>();
function passages(letter: string): { readonly letter: string } {
  if (!known.has(letter)) known.set(letter, { letter });
  return known.get(letter)!;
}

describe('memory', () => {
  it('works a function of an object out once', () => {
    let times = 0;
    const count = perObject((list: readonly number[]) => (times++, list.length));
    const list = [1, 2];
    assert.deepEqual([count(list), count(list), count([1, 2]), times], [2, 2, 2, 2]);
  });

  it('tells functions apart, and objects from their copies; a function that gives nothing is asked once as well', () => {
    let times = 0;
    const nothing = perObject((_: { readonly name: string }) => void times++);
    const name = perObject((each: { readonly name: string }) => (times++, nothing(each), each.name));
    const frozen = Object.freeze({ name: 'a' });
    assert.deepEqual([name(frozen), name(frozen), nothing(frozen), times], ['a', 'a', undefined, 2]);
    assert.deepEqual([name({ ...frozen, name: 'b' }), times], ['b', 4]);
    assert.deepEqual(frozen, { name: 'a' });
  });

  it('works a function of a part of an object out once for that part', () => {
    let times = 0;
    const count = perObject(
      ({ list }: { readonly list: readonly number[]; readonly name: string }) => (times++, list.length),
      ({ list }) => list,
    );
    const list = [1, 2];
    assert.deepEqual([count({ list, name: 'a' }), count({ list, name: 'b' }), times], [2, 2, 1]);
  });

  const agreements: readonly (readonly [before: string, now: string, from: number, left: number, right: number])[] = [
    ['abc', 'abc', 3, 3, 3],
    ['abc', 'axc', 1, 2, 2],
    ['abc', 'abxyc', 2, 2, 4],
    ['abc', 'ac', 1, 2, 1],
    ['aa', 'aaa', 2, 2, 3],
    ['', 'ab', 0, 0, 2],
    ['ab', '', 0, 2, 0],
    ['abc', 'xyz', 0, 3, 3],
  ];
  for (const [before, now, from, left, right] of agreements)
    it(`finds where "${before}" and "${now}" agree`, () => {
      assert.deepEqual(
        agreement([...before], [...now], (a, b) => a === b),
        { from, left, right },
      );
    });

  it('computes for each version of an article only what is new between its beginning and its end', () => {
    let computed = '';
    const upper = perPassage(({ letter }: { readonly letter: string }) => ((computed += letter), letter.toUpperCase()));
    const versions = ['abcd', 'abxcd', 'abxcd', 'bcd', '', 'ab'].map((letters) => {
      computed = '';
      return `${finish(upper(article(letters))).join('')} ${computed}`;
    });
    assert.deepEqual(versions, ['ABCD abcd', 'ABXCD x', 'ABXCD ', 'BCD b', ' ', 'AB ab']);
  });

  it('keeps the list itself while no passage changes', () => {
    const upper = perPassage(({ letter }: { readonly letter: string }) => letter.toUpperCase());
    const first = finish(upper(article('abc')));
    assert.equal(finish(upper(article('abc'))), first);
    assert.notEqual(finish(upper(article('abcd'))), first);
  });

  it('is the same where one version overtakes another', () => {
    const upper = perPassage(({ letter }: { readonly letter: string }) => letter.toUpperCase());
    const overtaken = upper(article('abcdef'));
    overtaken.next();
    assert.equal(finish(upper(article('axcdef'))).join(''), 'AXCDEF');
    assert.equal(finish(overtaken).join(''), 'ABCDEF');
    assert.equal(finish(upper(article('xaf'))).join(''), 'XAF');
  });
});
