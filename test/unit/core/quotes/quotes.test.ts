import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer, type Article, type Quote } from '../../../../src/core/index.ts';
import { resources } from '../../models.ts';

const models = resources();

function analyze(text: string): Article {
  return createAnalyzer(models).analyze(text);
}

/** A quote as `speaker: piece | piece`, or `?` for an unknown speaker. */
function said(text: string): string[] {
  return analyze(text).quotes.map((quote) => `${quote.speaker ?? '?'}: ${pieces(text, quote)}`);
}

function pieces(text: string, { content }: Quote): string {
  return content.map(({ start, end }) => text.slice(start, end)).join(' | ');
}

describe('quotes', () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['“We must act now,” said Jale Demir.', ['Jale Demir: We must act now,']],
    ['Jale Demir said: “We must act now.”', ['Jale Demir: We must act now.']],
    [
      '“We must act now,” Jale Demir said. “They will not wait for us.”',
      ['Jale Demir: We must act now, | They will not wait for us.'],
    ],
    ["''We must act now,'' Jale Demir said.", ['Jale Demir: We must act now,']],
    ['‘We must act now,’ Jale Demir said.', ['Jale Demir: We must act now,']],
    ['«We must act now», Jale Demir said.', ['Jale Demir: We must act now']],
    ['Jale Demir said that the talks had failed.', ['Jale Demir: the talks had failed']],
    ['According to Jale Demir, the talks had failed.', ['Jale Demir: the talks had failed']],
    ['The talks had failed, Jale Demir said.', ['Jale Demir: The talks had failed']],
    ['“Nobody left the table at any time.” — Jale Demir', ['Jale Demir: Nobody left the table at any time.']],
    // A final cue that the weights miss is read by its place in the sentence.
    ['The talks had failed, Jale Demir told the news agency on Monday.', ['Jale Demir: The talks had failed']],
    ['When the talks had failed, Jale Demir told the news agency on Monday.', []],
    [
      'The border has been open since Monday, at the request of the mayor, said council spokesman Deniz Koru.',
      ['Deniz Koru: The border has been open since Monday, at the request of the mayor'],
    ],
    // A cue without a subject of its own borrows that of the sentence.
    [
      'Defence Minister Jale Demir, standing beside her guests, opened the bridge and added that the border would open.',
      ['Jale Demir: the border would open'],
    ],
    ['Rep. Park Min-ho from the opposition said the bill would fail.', ['Park Min-ho: the bill would fail']],
    ['The mayor has never said that the road would open.', []],
    ['Jale Demir met three ministers on Tuesday.', []],
    ['They watched “The Long Road” on Tuesday.', []],
    ['The minister praised the support of the agency.', []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(said(text), expected));

  it('goes on over paragraphs that open again, as one quote', () => {
    const text = '“We agreed a timetable,” Jale Demir said. “The work goes on.\n\n“Nobody left the table.”\n';
    assert.deepEqual(said(text), ['Jale Demir: We agreed a timetable, | The work goes on. | Nobody left the table.']);
    assert.deepEqual(analyze(text).problems, []);
  });

  it('takes what the next paragraph begins with after a colon', () => {
    const text = 'Jale Demir told reporters on Tuesday:\n\n“We agreed a timetable and nobody left.”\n';
    assert.deepEqual(said(text), ['Jale Demir: We agreed a timetable and nobody left.']);
  });

  it('reports a mark that is never closed, and loses its paragraph only', () => {
    const text = 'He called it “a start and left.\n\n“We must act now,” said Jale Demir.\n';
    const { problems } = analyze(text);
    assert.deepEqual(
      problems.map(({ code, start }) => [code, start]),
      [['unclosed-quote', text.indexOf('“')]],
    );
    assert.ok(said(text).includes('Jale Demir: We must act now,'));
  });
});

describe('speakers', () => {
  const story = (rest: string) => `Foreign Minister Jale Demir met her guests in Lisbon on Tuesday.\n\n${rest}\n`;
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    [story('“We must act now,” she said.'), ['Jale Demir: We must act now,']],
    [
      story('“We must act now,” Demir said.\n\n“We shall not wait,” she added.'),
      ['Jale Demir: We must act now,', 'Jale Demir: We shall not wait,'],
    ],
    [story('“We must act now,” the foreign minister said.'), ['Jale Demir: We must act now,']],
    [story('“We must act now,” said a senior official.'), ['a senior official: We must act now,']],
    [
      'The Transport Ministry announced new fares in a statement on Monday.\n\n“We will not pay,” union leader Arda Solmaz said.\n\n' +
        '“The new fares begin in June,” the statement said.',
      ['Transport Ministry: new fares', 'Arda Solmaz: We will not pay,', 'Transport Ministry: The new fares begin in June,'],
    ],
    // Nobody put anything in writing, so whose statement it is stays open.
    [
      '“We will not pay,” union leader Arda Solmaz said.\n\n“The new fares begin in June,” the statement said.',
      ['Arda Solmaz: We will not pay,', '?: The new fares begin in June,'],
    ],
    [
      'Mayor Jale Demir and Governor Arda Solmaz met in Ankara on Monday. They agreed to open the border.',
      ['Jale Demir and Arda Solmaz: to open the border'],
    ],
    [
      'Governor Arda Solmaz spoke first. The governor, who also heads the council, said that the road would open.',
      ['Arda Solmaz: the road would open'],
    ],
    // A name inside the quoted words is not who "she" is.
    [story('“Ann Brook has to go,” she said.'), ['Jale Demir: Ann Brook has to go,']],
  ];
  for (const [text, expected] of cases) it(text.slice(66, 130).trim(), () => assert.deepEqual(said(text), expected));

  it('names both whom a source may mean, and takes neither', () => {
    const text = 'Tarik Demir and Jale Demir came to Lisbon on Monday.\n\n“We shall not wait for them,” Demir said.\n';
    const [quote] = analyze(text).quotes;
    assert.equal(quote?.speaker, null);
    assert.deepEqual([...quote.candidates].sort(), ['Jale Demir', 'Tarik Demir']);
    assert.equal(quote.why.code, 'two-candidates');
  });

  it('keeps both levels of a nested attribution', () => {
    const text = '“The minister said that the talks had failed, and I believe him,” said Deniz Koru.\n';
    const { quotes } = analyze(text);
    assert.deepEqual(
      quotes.map(({ within, ...quote }) => [pieces(text, { ...quote, within }), within]),
      [
        ['The minister said that the talks had failed, and I believe him,', null],
        ['the talks had failed', 0],
      ],
    );
    // Who quotes the minister is not the minister.
    assert.deepEqual(
      quotes.map(({ speaker }) => speaker),
      ['Deniz Koru', null],
    );
  });

  it('says why', () => {
    const [quote] = analyze(story('“We must act now,” she said.')).quotes;
    assert.equal(quote?.why.code, 'pronoun');
    assert.equal(quote.why.data['source'], 'she');
  });
});

describe('transcripts, logs and noise', () => {
  it('reads who speaks in a transcript', () => {
    const text = 'WALLACE: Do you accept the terms?\n\nBROOK: We do, all of them.\n';
    assert.deepEqual(said(text), ['WALLACE: Do you accept the terms?', 'BROOK: We do, all of them.']);
  });

  it('takes a dateline for no speaker', () => {
    assert.deepEqual(said('LISBON: Two ministers met on Tuesday.\n'), []);
  });

  it('keeps its word on any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      '‘',
      '’',
      '«',
      '»',
      ' ',
      ', ',
      '. ',
      '\n',
      '\n\n',
      'said ',
      'Demir ',
      'he ',
      'that ',
      'We go',
      ': ',
      '— ',
      'told TASS ',
      'according to ',
      'A:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (parts) => check(parts.join(''))),
      { numRuns: 120 },
    );
  }).timeout(60_000);

  for (const [name, text] of [
    ['marks alone', '“'.repeat(40_000)],
    ['a mark on every line', '"\n'.repeat(1_500)],
    ['a transcript', 'WALLACE: Do you accept?\n'.repeat(3_000)],
    ['a chat log', '[12:01] ann: hello\n[12:02] bob: "hi"\n'.repeat(1_500)],
    ['one long line', 'He said “yes” and she said “no” '.repeat(1_500)],
  ] as const)
    it(`ends on ${name}`, () => check(text)).timeout(60_000);
});

/** Spans inside the text, ordered and disjoint; content holds neither its cue nor its source. */
function check(text: string): void {
  for (const { content, cue, source, within } of analyze(text).quotes) {
    let last = 0;
    for (const { start, end } of content) {
      assert.ok(start >= last && end > start && end <= text.length);
      last = end;
      for (const other of [cue, source]) assert.ok(!other || other.end <= start || end <= other.start);
    }
    assert.ok(within === null || within >= 0);
  }
}
