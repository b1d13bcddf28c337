import assert from 'node:assert/strict';
import { meetings, plainText } from './marked.ts';

/** The counts that the first meeting of a text announces, in its words: "three countries 3". */
function announced(...text: readonly string[]): string | null {
  const found = meetings(text)[0]?.announced ?? null;
  return found && `${plainText(text).slice(found.start, found.end)} ${found.count}`;
}

describe('announced parties', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['The quadrilateral meeting of Peru, Chile and Ecuador opened in [L Lima].', 'quadrilateral 4'],
    ['Peru, Chile and Ecuador held tripartite talks.', 'tripartite 3'],
    ['Peru, Chile and Ecuador held four-way talks.', 'four-way 4'],
    ['Peru and Chile held talks. The three countries met in [L Lima].', 'three countries 3'],
    ['Talks between the three sides, Peru, Chile and Ecuador, opened in [L Lima].', 'three sides 3'],
    [
      'The defence ministers of Peru, Chile, Bolivia and Ecuador met along with the intelligence chiefs of the three countries.',
      'three countries 3',
    ],
    // Counts of something else.
    ['Peru, Chile and Ecuador held talks on relations between the two countries.', null],
    ['Peru and Chile held talks on bilateral ties.', null],
    ['Peru met Chile in a hall that three countries paid for.', null],
    ['Peru and Chile held talks.', null],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(announced(...text.split('\n')), expected));
});
