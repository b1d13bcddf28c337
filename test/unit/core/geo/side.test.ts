import assert from 'node:assert/strict';
import { findCountries } from '../../../../src/core/geo/mentions.ts';
import { sideOrPlace } from '../../../../src/core/geo/side.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

/** Each capital, country noun and residence with its judgement: `Ankara=party`. */
function judged(text: string): string {
  const tokens = tokenize(text);
  return findCountries(tokens)
    .filter(({ form }) => form !== 'adjective' && form !== 'people')
    .map(({ from, to }) => `${text.slice(tokens.start[from], tokens.end[to - 1])}=${sideOrPlace(tokens, from, to)?.is ?? '?'}`)
    .join(' ');
}

describe('a capital as party or place', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Ankara said it was ready.', 'Ankara=party'],
    ['The talks were held in Ankara.', 'Ankara=place'],
    ['Ties between Ankara and Damascus are cold.', 'Ankara=party Damascus=party'],
    ['Ties with Damascus are cold.', 'Damascus=party'],
    ['She arrived in Moscow from Tehran on Monday.', 'Moscow=place Tehran=place'],
    ['He flew to Moscow.', 'Moscow=place'],
    ['The envoy blamed Tehran for the delay.', 'Tehran=party'],
    ['The Kremlin rejected the plan.', 'Kremlin=party'],
    ['They were received at the Kremlin.', 'Kremlin=place'],
    ['Protesters gathered outside Downing Street.', 'Downing Street=place'],
    ['Beijing’s position is known.', 'Beijing=party'],
    ['Beijing’s streets were empty.', 'Beijing=place'],
    ['The Moscow-backed fighters left.', 'Moscow=party'],
    ['The Ankara-based agency reported it.', 'Ankara=place'],
    ['He is no pro-Moscow politician.', 'Moscow=party'],
    ['Doctors in Damascus, Syria, said so.', 'Damascus=place Syria=?'],
    ['The Syrian capital Damascus is cold.', 'Damascus=place'],
    ['Cairo and Doha agreed to meet.', 'Cairo=party Doha=party'],
    ['Cairo is the largest city.', 'Cairo=place'],
    ['Cairo is ready to help.', 'Cairo=party'],
    ['Rain fell, Doha', 'Doha=?'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(judged(text), expected));

  it('says by which words', () => {
    const tokens = tokenize('Talks in Ankara ended.');
    assert.deepEqual(sideOrPlace(tokens, 2, 3)?.why, { code: 'place-preposition', data: { sign: 'in' } });
  });
});
