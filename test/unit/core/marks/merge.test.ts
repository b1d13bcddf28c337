import assert from 'node:assert/strict';
import { agreement, kappa } from '../../../../src/core/marks/agreement.ts';
import { type Entry, entryOf } from '../../../../src/core/marks/entry.ts';
import { parseMarks } from '../../../../src/core/marks/file.ts';
import type { Mark, Verdict } from '../../../../src/core/marks/mark.ts';
import { mergeMarks } from '../../../../src/core/marks/merge.ts';
import { markOn } from './helper.ts';

const TEXT = 'One two three four five six seven eight nine ten.\n';

function version(id: string, speaker: string, modified = '2025-03-04T16:40:00Z'): Entry {
  return entryOf({ ...markOn(TEXT, { kind: 'speaker', speaker }, [{ start: 0, end: 3 }], id), modified }, 'story.txt');
}

/** Versions as `id:speaker`, several of one id in their order. */
function shown(entries: readonly Entry[]): string {
  return entries.map(({ id, mark }) => `${id}:${mark?.decision.kind === 'speaker' ? mark.decision.speaker : '?'}`).join(' ');
}

function read(text: string): Entry[] {
  return text === '' ? [] : text.split(' ').map((part) => version(...(part.split(':') as [string, string])));
}

describe('mergeMarks', () => {
  const cases: readonly (readonly [string, string, string, string, 'kept' | 'respected', string, number])[] = [
    ['lines of both sides', '', 'a:x', 'b:y', 'kept', 'a:x b:y', 0],
    ['a change on one side', 'a:x', 'a:y', 'a:x', 'kept', 'a:y', 0],
    ['a change on the other side', 'a:x', 'a:x', 'a:y', 'kept', 'a:y', 0],
    ['different changes', 'a:x', 'a:y', 'a:z', 'kept', 'a:y a:z', 1],
    ['different lines without a known beginning', '', 'a:y', 'a:z', 'kept', 'a:y a:z', 1],
    ['equal changes', 'a:x', 'a:y', 'a:y', 'kept', 'a:y', 0],
    ['a deletion on one side: kept', 'a:x b:x', 'b:x', 'a:x b:x', 'kept', 'b:x a:x', 0],
    ['a deletion on one side: respected', 'a:x b:x', 'b:x', 'a:x b:x', 'respected', 'b:x', 0],
    ['deleted here and changed there', 'a:x', '', 'a:y', 'respected', 'a:y', 0],
    ['a conflict that both sides have', '', 'a:y a:z', 'a:y a:z', 'kept', 'a:y a:z', 1],
    ['a conflict that one side settled', 'a:y a:z', 'a:y', 'a:y a:z', 'respected', 'a:y', 0],
  ];
  for (const [name, base, ours, theirs, deletions, expected, conflicts] of cases) {
    it(name, () => {
      const merged = mergeMarks(read(base), read(ours), read(theirs), deletions);
      assert.equal(shown(merged.entries), expected);
      assert.equal(merged.conflicts.length, conflicts);
    });
  }

  it('takes the later of two lines that say the same', () => {
    const [early, late] = [version('a', 'x', '2025-01-01T00:00:00Z'), version('a', 'x', '2025-01-02T00:00:00Z')];
    assert.deepEqual(mergeMarks([], [early], [late], 'kept'), { entries: [late], conflicts: [] });
  });
});

describe('mergeMarks with a damaged line', () => {
  const mark = version('a', 'x');
  const damaged = parseMarks(mark.raw.slice(0, 160)).entries;
  const lines = (entries: readonly Entry[]) => entries.map((entry) => (entry.damaged ? 'damaged' : shown([entry]))).join(' ');

  it('keeps the mark whose id the line still shows, and the line', () => {
    for (const deletions of ['kept', 'respected'] as const) {
      assert.equal(lines(mergeMarks([], [mark], damaged, deletions).entries), 'a:x damaged');
      assert.equal(lines(mergeMarks([], [version('a', 'y')], [...damaged, version('a', 'y')], deletions).entries), 'a:y damaged');
    }
    assert.deepEqual(mergeMarks([], [mark], damaged, 'kept').conflicts, []);
  });

  it('takes a damaged line away where one side did', () => {
    assert.equal(lines(mergeMarks([...damaged, mark], [mark], [...damaged, mark], 'respected').entries), 'a:x');
  });
});

describe('agreement', () => {
  const reviews = (verdicts: string): Mark[] =>
    [...verdicts].flatMap((sign, index) =>
      sign === '-'
        ? []
        : [
            markOn(
              TEXT,
              {
                kind: 'review',
                verdict: ({ v: 'verified', d: 'disputed', n: 'needs-source' } as Record<string, Verdict>)[sign]!,
                checked: null,
                source: null,
                timestamp: null,
                translatedFrom: null,
                note: null,
              },
              [{ start: index, end: index + 3 }],
              `urn:uuid:${index}`,
            ),
          ],
    );

  it('counts what both and only one decided, and corrects for chance', () => {
    assert.deepEqual(agreement(reviews('vvdd-v'), reviews('vvdvv-')), [
      { kind: 'assessing', both: 4, onlyA: 1, onlyB: 1, kappa: 0.5 },
    ]);
  });

  it('agrees with the textbook: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no is 0.4', () => {
    const pairs = (count: number, a: string, b: string) => Array.from({ length: count }, () => [a, b] as const);
    const value = kappa([...pairs(20, 'y', 'y'), ...pairs(5, 'y', 'n'), ...pairs(10, 'n', 'y'), ...pairs(15, 'n', 'n')]);
    assert.ok(Math.abs(value! - 0.4) < 1e-12);
  });

  it('is 1 where both always say the same, null where there is nothing to compare', () => {
    assert.equal(agreement(reviews('vv'), reviews('vv'))[0]?.kappa, 1);
    assert.equal(agreement(reviews('v-'), reviews('-v'))[0]?.kappa, null);
    assert.deepEqual(agreement([], []), []);
  });
});
