import assert from 'node:assert/strict';
import { compareWithSource, whatChanged } from '../../../../src/core/marks/changes.ts';
import { isEmpty, type Meaning } from '../../../../src/core/marks/meaning.ts';

function words(meaning: Meaning): string {
  return isEmpty(meaning) ? '' : [...meaning.names, ...meaning.numbers, ...meaning.negations].join(' ');
}

describe('whatChanged', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ['We must act.', 'We must act.', 'none', '', ''],
    ['We must act.', 'We, must act.', 'trivial', '', ''],
    ['“We must act.”', '"We must act."', 'trivial', '', ''],
    ['We must act now.', 'We must act soon.', 'words', '', ''],
    ['We will not sign.', 'We will sign.', 'serious', 'not', ''],
    ['We will sign.', 'We won’t sign.', 'serious', '', 'won’t'],
    ['We lost 12 boats.', 'We lost 21 boats.', 'serious', '12', '21'],
    ['Three of us met Lind.', 'Three of us met Okoye.', 'serious', 'Lind', 'Okoye'],
    ['The talks ended.', 'Talks ended.', 'words', '', ''],
    ['No, no, we said.', 'No, we said.', 'serious', 'no', ''],
    ['Lind’s boat sank.', 'Lind saw the boat: it sank.', 'words', '', ''],
  ];
  for (const [then, now, weight, lost, gained] of cases) {
    it(`${then} → ${now}`, () => {
      const change = whatChanged(then, now);
      assert.deepEqual([change.weight, words(change.lost), words(change.gained)], [weight, lost, gained]);
      const side = (other: string) =>
        change.parts
          .filter(({ kind }) => kind !== other)
          .map(({ text }) => text)
          .join('');
      assert.deepEqual([side('added'), side('removed')], [then, now]);
    });
  }
});

describe('compareWithSource', () => {
  const source =
    'Good morning. We have not agreed on a timetable for the bridge. It costs 12 million. Lind will write to you.\nThank you all.';
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['We have agreed on a timetable for the bridge.', ['serious -not +']],
    ['It costs 21 million. Thank you all.', ['serious -12 +21', 'none - +']],
    ['Okoye will write to you.', ['serious -Lind +Okoye']],
    ['Fish are cheap this winter.', ['nowhere']],
  ];
  for (const [quote, expected] of cases) {
    it(quote, () => {
      const proofs = compareWithSource(quote, source);
      const shown = proofs.map(({ change }) =>
        change ? `${change.weight} -${words(change.lost)} +${words(change.gained)}` : 'nowhere',
      );
      assert.deepEqual(shown, expected);
    });
  }
});
