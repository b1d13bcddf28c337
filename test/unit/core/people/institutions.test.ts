import assert from 'node:assert/strict';
import { findCast } from '../../../../src/core/people/people.ts';
import { article } from './cast.ts';

/** "Norwegian Trade Ministry=Trade Ministry (ministry, Norway)" */
function told(marked: string): string {
  return findCast(article(marked))
    .institutions.map(({ name, aliases, kind, party }) => `${[name, ...aliases].join('=')} (${kind}, ${party})`)
    .join(' | ');
}

describe('institutions', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The [O Harbour Audit Office] (HAO) spoke. The [O HAO] left.', 'Harbour Audit Office=HAO (agency, null)'],
    ['The [O National Harbour Agency] spoke. The [O NHA] left.', 'National Harbour Agency=NHA (agency, null)'],
    ['The [O Harbour Agency] spoke. The [O Agency] left.', 'Harbour Agency=Agency (agency, null)'],
    [
      'The [O Norwegian Trade Ministry] spoke. The [O Ministry of Trade] left.',
      'Norwegian Trade Ministry=Ministry of Trade (ministry, Norwegian)',
    ],
    ['[L Norway]’s [O Trade Ministry] spoke.', 'Trade Ministry (ministry, Norway)'],
    ['The [N Chilean] trade ministry spoke in [L Chile].', 'trade ministry (ministry, Chile)'],
    // Two bodies.
    [
      '[L Norway]’s [O Trade Ministry] met [L Chile]’s [O Trade Ministry].',
      'Trade Ministry (ministry, Norway) | Trade Ministry (ministry, Chile)',
    ],
    ['The [O River Party] and the [O Mountain Party] met.', 'River Party (party, null) | Mountain Party (party, null)'],
    // None.
    ['The [O Norwegian government] said so on [O Twitter].', ''],
    ['The ministry said so.', ''],
    ['Chief Harbour Commissioner ([O CHC]) [P Ann Lee] left.', ''],
    ['[O Harbour City Mayor] left.', ''],
    ['[O PRP)] left.', 'PRP (null, null)'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(told(text), expected));
});
