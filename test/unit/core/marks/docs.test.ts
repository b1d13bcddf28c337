import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lfText } from '../../../../src/core/marks/codepoints.ts';
import { selectorOf } from '../../../../src/core/marks/selectors.ts';
import { readLine } from '../../../../src/core/marks/read.ts';
import { writeLine } from '../../../../src/core/marks/write.ts';

const page = readFileSync('docs/marks.md', 'utf8');
const text = /```\n(PORT ELLEN[^`]*)```/.exec(page)?.[1] ?? '';
const lines = [...page.matchAll(/^\{.*\}$/gm)].map(([line]) => line);

describe('docs/marks.md', () => {
  it('shows a line for every kind of decision', () => {
    const kinds = new Set(lines.map((line) => readLine(line).mark?.decision.kind));
    assert.deepEqual([...kinds].sort(), [
      'comment',
      'disable',
      'entity',
      'identity',
      'outline',
      'quote',
      'review',
      'role',
      'speaker',
    ]);
  });

  for (const line of lines) {
    it(`is read, placed and written again: ${line.slice(line.indexOf('"body"'), line.indexOf('"body"') + 90)}`, () => {
      const { mark, problem } = readLine(line);
      assert.equal(problem, null);
      assert.equal(writeLine(mark!, 'story.txt'), line);
      const lf = lfText(text);
      for (const { selector } of mark!.targets) {
        const start = lf.fromCodePoints(selector.start!);
        assert.deepEqual(selectorOf(lf, { start, end: start + selector.exact.length }), selector);
      }
    });
  }
});
