import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../src/core/index.ts';
import { resources as models } from '../unit/models.ts';
import { unmet } from './expect.ts';
import { readMarked } from './marked.ts';

const FOLDER = 'test/corpus/articles';

describe('the corpus', () => {
  const resources = models();
  for (const name of readdirSync(FOLDER).sort()) {
    const marked = readMarked(readFileSync(join(FOLDER, name), 'utf8'));
    it(name, () => assert.deepEqual(unmet(marked, createAnalyzer(resources).analyze(marked.text)), []));
  }
});

describe('the corpus’ own marks', () => {
  const analyze = (source: string): readonly string[] => {
    const marked = readMarked(source);
    return unmet(marked, createAnalyzer().analyze(marked.text));
  };
  it('are read with their nesting', () => {
    const { text, marks } = readMarked('“[q1 We saw [person Jale]],” \\[he] said.\n'.replace('\\[he]', '\\[he\\]'));
    assert.equal(text, '“We saw Jale,” [he] said.\n');
    assert.deepEqual(
      marks.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`),
      ['person Jale', 'q1 We saw Jale'],
    );
  });
  const misses = [
    '[person Jale] left.',
    '[crosshead Jale] left.',
    '[nonsense Jale] left.',
    'Jale left.\n====\nperson Jale\n',
    'Jale left.\n====\nnonsense\n',
    '“[q1 Nobody says this]”x',
  ];
  for (const source of misses) it(`are missed in ${JSON.stringify(source)}`, () => assert.equal(analyze(source).length, 1));
});
