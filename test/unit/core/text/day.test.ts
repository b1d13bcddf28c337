import assert from 'node:assert/strict';
import { findDay } from '../../../../src/core/text/day.ts';

describe('a full day', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2023-04-25', '2023-04-25'],
    ['2023-04-25T14:05:00Z', '2023-04-25'],
    ['Tuesday, 25 April 2023', '2023-04-25'],
    ['April 25th, 2023 14:05', '2023-04-25'],
    ['the 5th of Sept. 2023', '2023-09-05'],
    ['25.04.2023', '2023-04-25'],
    ['4/25/2023', '2023-04-25'],
    ['04/05/2023', null],
    ['29 February 2023', null],
    ['29 February 2024', '2024-02-29'],
    ['April 2023', null],
    ['Marching on 25 Mayor 2023', null],
    ['', null],
  ];
  for (const [text, expected] of cases) it(`${JSON.stringify(text)} is ${expected}`, () => assert.equal(findDay(text), expected));
});
