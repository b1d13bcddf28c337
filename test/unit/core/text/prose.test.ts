import assert from 'node:assert/strict';
import { looksLikeProse } from '../../../../src/core/text/prose.ts';

const BODY =
  'The council voted on Monday to close the bridge until the summer, its chairwoman said. “We had no choice,” Jale Demir added.';

describe('prose', () => {
  const prose: Record<string, string> = {
    'a paragraph': BODY,
    'an address and a paragraph': `https://news.example/bridge\n\n${BODY}`,
    'headline, byline and front matter': `---\nheadline: Bridge to close\ndate: 2023-04-25\n---\nBridge to close\n\nBy Jale Demir\n\n${BODY}\n\n${BODY}`,
    'a text in capitals': BODY.toUpperCase(),
    'another language':
      'Der Rat stimmte am Montag dafür, die Brücke zu schließen. „Wir hatten keine Wahl“, sagte die Vorsitzende.',
    'hard-wrapped copy':
      'The council voted on Monday to close\nthe bridge until the summer, its\nchairwoman said. Nobody would name\na day for it.',
    'a long line': `${BODY} `.repeat(400),
    'numbers in plenty':
      'The budget grew by 4.5 per cent to $3 million in 2023, and 12 of 40 members voted against it. “Far too much,” said Reed.',
  };
  for (const [name, text] of Object.entries(prose)) it(`is ${name}`, () => assert.equal(looksLikeProse(text), true));

  const other: Record<string, string> = {
    nothing: '',
    'a few words': 'Bridge to close',
    'a log': '2023-04-25 14:05:01 INFO The server has started.\n2023-04-25 14:05:02 WARN Could not read the file.\n'.repeat(8),
    'a bare log': 'Apr 25 14:05:01 host sshd[812]: session opened for user root(uid=0)\n'.repeat(9),
    'a shopping list': 'Milk\nBread and butter\nTwo onions\nApples\nRice\nOlive oil\nSalt',
    'a list of names': 'Ana Kos\nTom Reed\nJale Demir\nIvo Lam\nPia Holm\nBo Ek.',
    CSV: 'name,age,town\nAna Kos,41,Split\nTom Reed,52,Leeds\nJale Demir,39,Izmir\n'.repeat(5),
    'a table': '| Name | Town |\n| --- | --- |\n| Ana Kos | Split. |\n| Tom Reed | Leeds. |\n'.repeat(3),
    code: 'export function add(a: number, b: number): number {\n  // Adds two numbers.\n  return a + b;\n}\n'.repeat(9),
    JSON: '{"name": "Ana Kos", "says": "We close the bridge."}\n'.repeat(9),
    'quotation marks': '"'.repeat(9000),
    'one word for ever': 'a'.repeat(9000),
    bytes: '\u0000\u0001\uFFFD\u0007PNG\u0000 \u0002\u0003. \uFFFD'.repeat(90),
  };
  for (const [name, text] of Object.entries(other)) it(`is not ${name}`, () => assert.equal(looksLikeProse(text), false));
});
