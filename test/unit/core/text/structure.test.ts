import assert from 'node:assert/strict';
import { articleDate, findStructure } from '../../../../src/core/text/structure.ts';
import { readFrontMatter } from '../../../../src/core/text/frontmatter.ts';

/** The blocks, one a line: their kind and their words, line ends shown as `⏎`. */
function blocks(text: string): string[] {
  return findStructure(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).replace(/\r\n|[\r\n]/g, '⏎')}`);
}

const BODY = 'The council voted on Monday to close the bridge until the summer, its chairwoman said.';
const MORE = 'Work on the second pier will begin as soon as the river has fallen below the mark.';

describe('structure', () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly expected: readonly string[] }[] = [
    { name: 'nothing', text: '', expected: [] },
    { name: 'white space only', text: ' \r\n\t\u2028\uFEFF\n', expected: [] },
    { name: 'one paragraph', text: BODY, expected: [`paragraph: ${BODY}`] },
    {
      name: 'headline, byline, day, paragraph, crosshead',
      text: `Bridge to close until summer\n\nBy Jale Demir\nTuesday, 25 April 2023 14:05 GMT\n\n${BODY}\n\nThe second pier\n\n${MORE}\n`,
      expected: [
        'headline: Bridge to close until summer',
        'byline: By Jale Demir',
        'dateline: Tuesday, 25 April 2023 14:05 GMT',
        `paragraph: ${BODY}`,
        'crosshead: The second pier',
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'a standfirst that stands over a caption, without a headline',
      text: `Meeting of harbour masters looks for a way to share the river's traffic.\n\nHarbour masters Ana Kos (front L) and Tom Reed (R) at the quay in Split, Croatia. (AA)\n\n${BODY}`,
      expected: [
        "standfirst: Meeting of harbour masters looks for a way to share the river's traffic.",
        'caption: Harbour masters Ana Kos (front L) and Tom Reed (R) at the quay in Split, Croatia. (AA)',
        'credit: AA',
        `paragraph: ${BODY}`,
      ],
    },
    {
      name: 'a standfirst without a full stop under its headline',
      text: `Bridge to close\nCouncil says the pier is worse than thought and asks for money\n${BODY}\n${MORE}`,
      expected: [
        'headline: Bridge to close',
        'standfirst: Council says the pier is worse than thought and asks for money',
        `paragraph: ${BODY}`,
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'an address on the first line',
      text: `https://news.example/bridge-to-close\n\n${BODY}\n\n${MORE}`,
      expected: ['source: https://news.example/bridge-to-close', `paragraph: ${BODY}`, `paragraph: ${MORE}`],
    },
    {
      name: 'a dateline inside the first paragraph',
      text: `Bridge to close\n\nSPLIT, April 25 (Reuters) - ${BODY}\n\n${MORE}`,
      expected: [
        'headline: Bridge to close',
        `paragraph: SPLIT, April 25 (Reuters) - ${BODY}`,
        'dateline: SPLIT, April 25 (Reuters) -',
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'a front matter and its values',
      text: `---\r\nheadline: "Bridge to close"\r\nbyline: Jale Demir\r\ndate: 2023-04-25\r\n---\r\n\r\n${BODY}\r\n`,
      expected: [
        'frontmatter: ---⏎headline: "Bridge to close"⏎byline: Jale Demir⏎date: 2023-04-25⏎---',
        'headline: Bridge to close',
        'byline: Jale Demir',
        `paragraph: ${BODY}`,
      ],
    },
    {
      name: 'a rule of dashes around prose, which is no front matter',
      text: `---\n${BODY}\n---\n${MORE}`,
      expected: ['paragraph: ---', `paragraph: ${BODY}`, 'paragraph: ---', `paragraph: ${MORE}`],
    },
    {
      name: 'a photographer in a credit line of its own',
      text: `${BODY}\n\nPhoto: Jale Demir/AA\n\n${MORE}`,
      expected: [`paragraph: ${BODY}`, 'credit: Photo: Jale Demir/AA', `paragraph: ${MORE}`],
    },
    {
      name: 'a caption with a labelled credit, far down',
      text: [BODY, MORE, BODY, MORE, BODY, MORE, 'The old pier in March. Photo: Jale Demir', MORE].join('\n'),
      expected: [
        ...[BODY, MORE, BODY, MORE, BODY, MORE].map((words) => `paragraph: ${words}`),
        'caption: The old pier in March. Photo: Jale Demir',
        'credit: Jale Demir',
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'a paragraph that ends with an acronym in brackets',
      text: `${BODY}\n\nThe money comes from the European Bank for Reconstruction and Development (EBRD)\n\n${MORE}`,
      expected: [
        `paragraph: ${BODY}`,
        'paragraph: The money comes from the European Bank for Reconstruction and Development (EBRD)',
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'a credit that is still to be written',
      text: `${BODY}\n\nThe old pier. Photo:\n\n${MORE}`,
      expected: [`paragraph: ${BODY}`, 'paragraph: The old pier. Photo:', `paragraph: ${MORE}`],
    },
    {
      name: 'the agency at the very end',
      text: `${BODY}\n\n${MORE}\n\n(AFP)`,
      expected: [`paragraph: ${BODY}`, `paragraph: ${MORE}`, 'source: (AFP)'],
    },
    {
      name: 'hard-wrapped lines',
      text: 'The council voted on Monday to close the bridge until the summer,\r\nits chairwoman said, as the second pier had been found to be\r\nworse than thought.\r\n\r\nWork will begin as soon as the river has fallen, which may take\r\nuntil June. Nobody in the town hall would name a day\r\nfor it.\r\n',
      expected: [
        'paragraph: The council voted on Monday to close the bridge until the summer,⏎its chairwoman said, as the second pier had been found to be⏎worse than thought.',
        'paragraph: Work will begin as soon as the river has fallen, which may take⏎until June. Nobody in the town hall would name a day⏎for it.',
      ],
    },
    {
      name: 'a transcript: neither crossheads nor datelines',
      text: 'REED: We close the bridge now.\n\nDEMIR: For how long?\n\nREED: Until summer\n\nDEMIR: And the money?',
      expected: [
        'paragraph: REED: We close the bridge now.',
        'paragraph: DEMIR: For how long?',
        'paragraph: REED: Until summer',
        'paragraph: DEMIR: And the money?',
      ],
    },
    {
      name: 'a list: no crossheads',
      text: `${BODY}\nAna Kos\nTom Reed\nJale Demir\n${MORE}`,
      expected: [
        `paragraph: ${BODY}`,
        'paragraph: Ana Kos',
        'paragraph: Tom Reed',
        'paragraph: Jale Demir',
        `paragraph: ${MORE}`,
      ],
    },
    {
      name: 'lone carriage returns and U+2028',
      text: `${BODY}\r${MORE}\u2028${BODY}`,
      expected: [`paragraph: ${BODY}`, `paragraph: ${MORE}`, `paragraph: ${BODY}`],
    },
    {
      name: 'Markdown headings and quotations',
      text: `# Bridge to close\n\n${BODY}\n\n## The second pier\n\n> ${MORE}\n`,
      expected: ['headline: Bridge to close', `paragraph: ${BODY}`, 'crosshead: The second pier', `paragraph: ${MORE}`],
    },
  ];
  for (const { name, text, expected } of cases) it(`tells ${name}`, () => assert.deepEqual(blocks(text), expected));

  const sentences = ['By Tuesday the talks had failed.', 'By Jale the river runs slowly and nobody minds.', 'In brief: nothing.'];
  for (const line of sentences)
    it(`takes ${JSON.stringify(line)} for a sentence`, () =>
      assert.ok(blocks(`${BODY}\n${line}\n${MORE}`).includes(`paragraph: ${line}`)));
});

describe('datelines', () => {
  const opens: readonly (readonly [string, string | null])[] = [
    ['MOSCOW — The ministers met.', 'MOSCOW —'],
    ['MOSCOW, April 25. /TASS/. The ministers met.', 'MOSCOW, April 25. /TASS/.'],
    ['LOS ANGELES --  The ministers met.', 'LOS ANGELES --'],
    ['WEST PALM BEACH, Fla. (AP) — The ministers met.', 'WEST PALM BEACH, Fla. (AP) —'],
    ['NEW DELHI: The ministers met.', 'NEW DELHI:'],
    ['Damascus, 25 April 2023 (SANA) – The ministers met.', 'Damascus, 25 April 2023 (SANA) –'],
    ['Split (Reuters) - The ministers met.', 'Split (Reuters) -'],
    ['Moscow – once more – said no to the ministers.', null],
    ['The ministers met — and left.', null],
    ['Reed: we close the bridge.', null],
    ['U.S. officials — and others — met.', null],
  ];
  for (const [text, expected] of opens)
    it(`${expected === null ? 'finds none in' : 'finds'} ${JSON.stringify(expected ?? text)}`, () => {
      const dateline = findStructure(`Ministers meet again\n\n${text}\n\n${MORE}`).find(({ kind }) => kind === 'dateline');
      assert.equal(dateline ? `Ministers meet again\n\n${text}`.slice(dateline.start, dateline.end) : null, expected);
    });
});

describe('the date of an article', () => {
  function dateOf(text: string, known: string | null = null): string | null {
    const front = readFrontMatter(text);
    return articleDate(text, findStructure(text, front), front, known);
  }
  it('comes from the front matter first', () =>
    assert.equal(dateOf(`---\ndate: 25 April 2023\n---\n${BODY}`, '2020-01-01'), '2023-04-25'));
  it('comes from the caller next', () => assert.equal(dateOf(`SPLIT, 25 April 2023 — ${BODY}`, '2020-01-01'), '2020-01-01'));
  it('comes from a dateline with its year', () => assert.equal(dateOf(`SPLIT, 25 April 2023 — ${BODY}`), '2023-04-25'));
  it('stays unknown without a year', () => assert.equal(dateOf(`SPLIT, April 25 — ${BODY}`), null));
  it('stays unknown in the body', () => assert.equal(dateOf('It opened on 25 April 2023.'), null));
});
