import assert from 'node:assert/strict';
import { marked } from './marked.ts';

/** Text, the text marked, and a line for each quote; the marked text is left out where nothing is found. */
const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  // A final cue of two words, and one that a participle follows.
  [
    'Moreover, it brings ferries and fishermen closer together, he pointed out.',
    '[Moreover, it brings ferries and fishermen closer together], {he} <pointed out>.',
    'indirect: ?',
  ],
  [
    'The war of words between the two is not right, Jale Demir said, adding that guests were hurt by it.',
    '[The war of words between the two is not right], {{Jale Demir}} <said>, <adding> that [guests were hurt by it].',
    'indirect: Jale Demir',
    'indirect: Jale Demir',
  ],
  // The pronoun and its verb between two commas.
  [
    'Under these schemes, he underlined, boats to the tune of a million were bought for the harbour towns.',
    '[Under these schemes], {he} <underlined>, [boats to the tune of a million were bought for the harbour towns].',
    'indirect: ?',
  ],
  // “Adding” goes without “that”.
  [
    'Jale Demir said the law does not permit the council to invite guests, adding she will submit another motion to mend it.',
    '{{Jale Demir}} <said> [the law does not permit the council to invite guests], <adding> [she will submit another motion to mend it].',
    'indirect: Jale Demir',
    'indirect: Jale Demir',
  ],
  // What is believed is nobody's report.
  ['It was believed that the boats had left.'],
];

describe('reports without marks that word order shows', () => {
  for (const [text, ...expected] of cases)
    it(text, () => assert.equal(marked(text), (expected.length > 0 ? expected : [text]).join('\n')));
});
