import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../../src/core/text/frontmatter.ts';

function read(text: string): Record<string, string> {
  const { fields, problems } = readFrontMatter(text);
  for (const { start, end } of problems) assert.ok(0 <= start && start <= end && end <= text.length);
  const found = Object.entries(fields).map(([name, { value, start, end }]) => [name, `${value}=${text.slice(start, end)}`]);
  return Object.fromEntries([...found, ...problems.map(({ data }) => ['problem', data.reason!])]) as Record<string, string>;
}

describe('front matter', () => {
  const cases: readonly (readonly [string, string, Record<string, string>])[] = [
    [
      'plain values',
      '---\nheadline: Bridge to close\ndate: 2023-04-25\n---\nText.',
      { headline: 'Bridge to close=Bridge to close', date: '2023-04-25=2023-04-25' },
    ],
    ['quoted values', "---\nheadline: 'Bridge: closed'\n---\n", { headline: 'Bridge: closed=Bridge: closed' }],
    [
      'values with escapes as a whole',
      '---\nheadline: "Bridge \\"closed\\""\n---\n',
      { headline: 'Bridge "closed"="Bridge \\"closed\\""' },
    ],
    ['a byte order mark before it', '\uFEFF---\nsource: AA\n---\n', { source: 'AA=AA' }],
    ['no end', '---\nheadline: Bridge\n\nText.', {}],
    ['nothing between the marks', '---\n---\nText.', {}],
    ['unknown names and nested values', '---\nslug: bridge\nheadline: {a: b}\n---\n', {}],
    ['bad YAML', '---\nheadline: "Bridge\n---\nText.', { headline: 'Bridge=Bridge', problem: 'missing-char' }],
    ['an alias', '---\nslug: &x Bridge\nheadline: *x\n---\n', { problem: 'alias' }],
    ['a date that is none', '---\ndate: last spring\n---\n', { date: 'last spring=last spring', problem: 'date' }],
    ['brackets nested deep', `---\nheadline: ${'['.repeat(3000)}\n---\n`, { problem: 'too-deep' }],
  ];
  for (const [name, text, expected] of cases) it(`reads ${name}`, () => assert.deepEqual(read(text), expected));

  it('refuses to multiply aliases', () => {
    const rows = Array.from(
      { length: 5 },
      (_, i) =>
        `${'abcdefghi'[i]}: &${'abcdefghi'[i]} [${Array(9)
          .fill(i ? `*${'abcdefghi'[i - 1]}` : 'x')
          .join()}]`,
    );
    assert.deepEqual(read(`---\n${rows.join('\n')}\nheadline: *e\n---\n`), { problem: 'alias' });
  });
});
