import assert from 'node:assert/strict';
import { type Article, createAnalyzer } from '../../../src/core/index.ts';
import { checkInvariants } from '../../../tools/fuzz/invariants.ts';
import { resources } from '../models.ts';

const PARTS = resources();

const STORY = [
  'Ministers agree on the harbour',
  'SPLIT, April 25 — Croatian Foreign Minister Jale Demir met Italian Foreign Minister Tom Reed in Split on Tuesday.',
  '“We must act,” said Demir.',
];

function analyze(text: string): Article {
  const article = createAnalyzer(PARTS).analyze(text);
  checkInvariants(text, article);
  return article;
}

/** What is found, by its words. */
function found(text: string): unknown {
  const { people, quotes, meetings } = analyze(text);
  const words = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  return {
    people: people.map(({ name, mentions }) => `${name}: ${mentions.map(words).join()}`),
    quotes: quotes.map(({ speaker, content }) => `${speaker ?? '?'}: ${content.map(words).join()}`),
    meetings: meetings.map(({ parties }) => parties.join()),
  };
}

/** Numbers without a pattern that anybody could call chance. */
function noise(length: number): string {
  let state = 9;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode((state >>> 16) & 0xff);
  }).join('');
}

describe('any input', () => {
  const expected = found(STORY.join('\n\n'));

  const ways: readonly (readonly [what: string, text: string])[] = [
    ['CRLF', STORY.join('\r\n\r\n')],
    ['a lone CR', STORY.join('\r\r')],
    ['a BOM', `\ufeff${STORY.join('\n\n')}`],
    ['a newline at the end', `${STORY.join('\n\n')}\n`],
    ['white space at the line ends', STORY.join(' \t\n\n')],
    ['Unicode’s own line separators', STORY.join('\u2029\u2029')],
    ['lone surrogates between the paragraphs', STORY.join('\n\n\ud800\n\n')],
    ['emoji between the paragraphs', STORY.join('\n\n👩‍👩‍👧 🙂\n\n')],
    ['wire control characters', STORY.join('\n\n').replace('SPLIT', '\u0001\u0002\n\nSPLIT')],
    ['zero bytes between the paragraphs', STORY.join('\n\n\0\0\n\n')],
  ];
  for (const [what, text] of ways)
    it(`reads an article with ${what} like any other`, () => assert.deepEqual(found(text), expected));

  const empty: readonly (readonly [what: string, text: string])[] = [
    ['nothing', ''],
    ['white space', ' \n\t\r\n\u00a0 '],
    ['binary', noise(20_000)],
    ['bytes that are no UTF-8', new TextDecoder().decode(Uint8Array.from(noise(20_000), (byte) => byte.charCodeAt(0)))],
    ['straight quotation marks', '"'.repeat(20_000)],
    ['opening quotation marks', '“'.repeat(20_000)],
    ['lone surrogates', '\ud800\udc00\ud800'.repeat(3000)],
    ['combining marks', 'e\u0301\u0323\u0300'.repeat(3000)],
    ['emoji', '👩‍👩‍👧🙂 '.repeat(2000)],
    ['right-to-left text', 'التقى الوزيران يوم الثلاثاء في المدينة. '.repeat(50)],
    ['Japanese', '大臣は火曜日に会談した。'.repeat(50)],
    ['German', 'Die Fischer fuhren am Morgen hinaus und kamen erst spät am Abend wieder heim.\n\n'.repeat(20)],
    ['a log', '2023-04-25 14:05:01 INFO  worker-3 request finished status=200 bytes=5120 ms=14\n'.repeat(100)],
    ['a table', '| port | tons | share |\n|---|---|---|\n| a | 12 | 3.5 |\n| b | 14 | 4.1 |\n'.repeat(30)],
    ['source code', 'for (let i = 0; i < list.length; i++) {\n  if (list[i] === "x") count += 1; // again\n}\n'.repeat(40)],
    ['a poem', 'the sea is grey\nand so am I\na sail a way\na wave a sky\n\n'.repeat(20)],
  ];
  for (const [what, text] of empty)
    it(`says nothing of ${what}`, () => {
      const { quotes, meetings, people } = analyze(text);
      assert.deepEqual({ quotes, meetings, people }, { quotes: [], meetings: [], people: [] });
    });

  const odd: readonly (readonly [what: string, text: string])[] = [
    ['a line of 200 KB', `${STORY.join(' ')} `.repeat(1000)],
    ['an article in capitals', STORY.join('\n\n').toUpperCase()],
    ['every letter with a combining mark', STORY.join('\n\n').replace(/\p{L}/gu, '$&\u0301')],
    ['right-to-left marks in a quote', STORY.join('\n\n').replace('We must', '\u202eWe\u202c \u200fmust')],
    ['surrogates cut in two', STORY.join('\n\n').replace(/e/g, '\udc00')],
    ['front matter that is no YAML', `---\nheadline: "x\n: - [\n---\n${STORY.join('\n\n')}`],
  ];
  for (const [what, text] of odd) it(`gets through ${what}`, () => void analyze(text));
});
