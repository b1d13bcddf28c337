import assert from 'node:assert/strict';
import { entryOf } from '../../../../src/core/marks/entry.ts';
import { conflictsIn, parseMarks, printMarks } from '../../../../src/core/marks/file.ts';
import type { Decision } from '../../../../src/core/marks/mark.ts';
import { readLine } from '../../../../src/core/marks/read.ts';
import { writeLine } from '../../../../src/core/marks/write.ts';
import { markOn } from './helper.ts';

const TEXT = '“We must act,” said Turkish Defence Minister Hulusi Akar. He met TASS.\n';
const QUOTE = { start: 1, end: 13 };
const NAME = { start: 45, end: 56 };
const id = (n: number) => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const decisions: readonly Decision[] = [
  { kind: 'entity', type: 'person', every: false },
  { kind: 'entity', type: 'not-an-entity', every: true },
  { kind: 'quote', type: 'mixed' },
  { kind: 'quote', type: 'not-a-quote' },
  { kind: 'identity', name: 'Hulusi Akar', directoryId: null },
  { kind: 'identity', name: null, directoryId: 'p-akar' },
  { kind: 'speaker', speaker: 'Hulusi Akar' },
  { kind: 'speaker', speaker: null },
  { kind: 'speaker', speaker: 'Türkiye', speakerKind: 'party' },
  { kind: 'role', role: 'Turkish Defence Minister', institution: 'Ministry of Defence', party: 'Türkiye' },
  { kind: 'role', party: 'Türkiye' },
  { kind: 'outline', part: 'agenda', action: 'add', value: 'security', meeting: 'talks', party: 'Türkiye', person: null },
  {
    kind: 'outline',
    part: 'delegate',
    action: 'reword',
    value: 'minister',
    meeting: null,
    party: 'Türkiye',
    person: 'Hulusi Akar',
  },
  { kind: 'outline', part: 'meeting', action: 'remove', value: null, meeting: null, party: null, person: null },
  {
    kind: 'review',
    verdict: 'verified',
    checked: ['We must act,'],
    source: 'https://example.org/a',
    timestamp: '00:12:31',
    translatedFrom: 'tr',
    note: 'Heard it.',
  },
  { kind: 'review', verdict: 'needs-source', checked: null, source: null, timestamp: null, translatedFrom: null, note: null },
  { kind: 'comment', text: 'Whose words?', replyTo: null, resolved: true },
  { kind: 'disable', rule: 'count-mismatch', reason: 'Two were late.' },
];

describe('marks file', () => {
  for (const decision of decisions) {
    it(`writes and reads ${JSON.stringify(decision)}`, () => {
      const mark = markOn(TEXT, decision, [QUOTE, { ...NAME, role: 'source' }]);
      const read = readLine(writeLine(mark, 'story.txt'));
      assert.deepEqual(read, { mark, id: mark.id, problem: null });
    });
  }

  it('writes a line as the contract prints it', () => {
    const decision: Decision = {
      kind: 'review',
      verdict: 'verified',
      checked: null,
      source: null,
      timestamp: null,
      translatedFrom: null,
      note: null,
    };
    assert.equal(
      writeLine(markOn(TEXT, decision, [QUOTE]), 'story.txt'),
      '{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"copydesk:v":1,"id":"urn:uuid:00000000-0000-4000-8000-000000000001","type":"Annotation","motivation":"assessing","created":"2025-03-04T16:40:00Z","modified":"2025-03-04T16:40:00Z","body":[{"type":"TextualBody","purpose":"assessing","value":"verified"}],"target":{"source":"story.txt","selector":[{"type":"TextQuoteSelector","exact":"We must act,","prefix":"“","suffix":"” said Turkish Defence Minister "},{"type":"TextPositionSelector","start":1,"end":13}]}}',
    );
  });

  it('writes a reply with its note as target', () => {
    const reply = { ...markOn(TEXT, { kind: 'comment', text: 'Akar’s.', replyTo: id(1), resolved: false }, []), id: id(2) };
    const line = writeLine(reply, 'story.txt');
    assert.match(line, /"target":"urn:uuid:00000000-0000-4000-8000-000000000001"/);
    assert.deepEqual(readLine(line).mark, reply);
  });

  it('reads a plain W3C annotation', () => {
    const line =
      '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://example.org/1","type":"Annotation","motivation":"commenting","body":"Sure?","target":{"source":"https://example.org/story","selector":{"type":"TextQuoteSelector","exact":"must act","prefix":"“We "}}}';
    const { mark, problem } = readLine(line);
    assert.equal(problem, null);
    assert.deepEqual(mark?.decision, { kind: 'comment', text: 'Sure?', replyTo: null, resolved: false });
    assert.deepEqual(mark.targets[0]?.selector, { exact: 'must act', prefix: '“We ', suffix: '', start: null, end: null });
  });

  it('keeps what it does not know of a mark that it changes', () => {
    const first = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE]), 'story.txt');
    const json = JSON.parse(first) as Record<string, unknown> & { body: unknown[]; target: object };
    json['desk:shift'] = 'night';
    json['body'] = [...json.body, { type: 'TextualBody', purpose: 'tagging', value: 'foreign' }];
    json['target'] = { ...json.target, state: { type: 'TimeState' } };
    const raw = JSON.stringify(json);
    const { mark } = readLine(raw);
    const again = writeLine({ ...mark!, decision: { kind: 'speaker', speaker: null } }, 'story.txt', raw);
    assert.match(again, /"desk:shift":"night"/);
    assert.match(again, /"purpose":"tagging","value":"foreign"/);
    assert.match(again, /"state":{"type":"TimeState"}/);
    assert.match(again, /"purpose":"linking","value":"unknown"/);
  });

  it('keeps properties that are called like those of every object', () => {
    const raw = `${writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE]), 'story.txt').slice(0, -1)},"constructor":"night desk"}`;
    const { mark } = readLine(raw);
    assert.match(
      writeLine({ ...mark!, decision: { kind: 'speaker', speaker: null } }, 'story.txt', raw),
      /"constructor":"night desk"/,
    );
  });

  const strange: readonly (readonly [string, string, string])[] = [
    ['a damaged line', '{"@context":["http', 'unreadable'],
    ['text', 'hello', 'unreadable'],
    ['a number', '42', 'unreadable'],
    [
      'an annotation without a place',
      `{"id":"${id(1)}","type":"Annotation","motivation":"commenting","body":"x","target":"story.txt"}`,
      'unreadable',
    ],
    [
      'a newer version',
      `{"copydesk:v":2,"id":"${id(1)}","type":"Annotation","motivation":"assessing","body":[],"target":[]}`,
      'newer-version',
    ],
    [
      'an unknown body',
      `{"id":"${id(1)}","type":"Annotation","motivation":"assessing","body":{"type":"Audio"},"target":{"selector":{"type":"TextQuoteSelector","exact":"act"}}}`,
      'unknown-body',
    ],
    [
      'an unknown motivation',
      `{"id":"${id(1)}","type":"Annotation","motivation":"tagging","body":"x","target":{"selector":{"type":"TextQuoteSelector","exact":"act"}}}`,
      'unknown-body',
    ],
    [
      'what is nested too deeply to be written again',
      `{"id":"${id(1)}","type":"Annotation","motivation":"commenting","body":"x","target":{"selector":{"type":"TextQuoteSelector","exact":"act"}},"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      'unreadable',
    ],
    // Names that every object of the language answers to.
    ...['constructor', 'toString', '__proto__'].map(
      (motivation) =>
        [
          `the motivation ${motivation}`,
          `{"id":"${id(1)}","type":"Annotation","motivation":"${motivation}","body":"x","target":{"selector":{"type":"TextQuoteSelector","exact":"act"}}}`,
          'unknown-body',
        ] as const,
    ),
  ];
  for (const [name, line, problem] of strange) {
    it(`keeps and reports ${name}`, () => {
      const file = parseMarks(`${line}\n`);
      assert.deepEqual(file.problems(), [{ code: problem, line: 1 }]);
      assert.equal(printMarks(file.entries), `${line}\n`);
    });
  }

  it('reads brackets in long words for words', () => {
    const text = `${'["[{'.repeat(1_000)}\\`;
    const line = writeLine(markOn(TEXT, { kind: 'comment', text, replyTo: null, resolved: false }, [QUOTE]), 'story.txt');
    assert.equal(readLine(line).problem, null);
  });

  it('reads an empty file, CRLF line ends, a BOM and blank lines', () => {
    assert.deepEqual(parseMarks('').entries, []);
    assert.deepEqual(parseMarks('').problems(), []);
    assert.equal(printMarks([]), '');
    const line = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE]), 'story.txt');
    assert.equal(printMarks(parseMarks(`\ufeff${line}\r\n\r\n`).entries), `${line}\n`);
  });

  it('sorts by position, then id; keeps a damaged line behind its neighbour and a reply with its note', () => {
    const speaker: Decision = { kind: 'speaker', speaker: 'Akar' };
    const late = entryOf(markOn(TEXT, speaker, [NAME], id(1)), 'story.txt');
    const second = entryOf(markOn(TEXT, speaker, [QUOTE], id(4)), 'story.txt');
    const first = entryOf(markOn(TEXT, speaker, [QUOTE], id(3)), 'story.txt');
    const reply = entryOf(markOn(TEXT, { kind: 'comment', text: 'a', replyTo: id(4), resolved: false }, [], id(2)), 'story.txt');
    const damaged = parseMarks('{damaged').entries[0]!;
    assert.deepEqual(
      printMarks([late, damaged, second, first, reply])
        .trim()
        .split('\n')
        .map((line) => /damaged|\d(?=","type":"Annotation)/.exec(line)?.[0]),
      ['2', '3', '4', '1', 'damaged'],
    );
  });

  it('keeps both sides of conflict markers, once where they are equal', () => {
    const ours = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE], id(1)), 'story.txt');
    const theirs = writeLine(markOn(TEXT, { kind: 'speaker', speaker: null }, [QUOTE], id(1)), 'story.txt');
    const same = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'TASS' }, [NAME], id(2)), 'story.txt');
    const file = parseMarks(
      `<<<<<<< HEAD\n${ours}\n${same}\n||||||| base\n{"gone":1}\n=======\n${theirs}\n${same}\n>>>>>>> topic\n`,
    );
    assert.deepEqual(file.problems(), [{ code: 'conflict-markers', line: 1 }]);
    assert.equal(printMarks(file.entries), `${ours}\n${theirs}\n${same}\n`);
    assert.deepEqual(conflictsIn(file.entries), [id(1)]);
  });

  it('a damaged line that still shows its id is nobody’s version of that mark', () => {
    const whole = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE], id(1)), 'story.txt');
    const file = parseMarks(`${whole}\n${whole.slice(0, 200)}\n`);
    assert.deepEqual(
      file.entries.map((entry) => [entry.id, entry.mark?.id ?? null]),
      [
        [id(1), id(1)],
        [id(1), null],
      ],
    );
    assert.deepEqual(conflictsIn(file.entries), []);
    assert.deepEqual(file.problems(), [{ code: 'unreadable', line: 2 }]);
  });

  it('a line with two ids is kept and reported', () => {
    const line = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE], id(1)), 'story.txt');
    const file = parseMarks(`${line.slice(0, -1)},"id":"${id(2)}"}\n`);
    assert.deepEqual(file.problems(), [{ code: 'unreadable', line: 1 }]);
    assert.equal(file.entries[0]?.mark, null);
  });

  it('takes equal lines once, whoever wrote them and wherever they stand', () => {
    const [a, b] = [id(1), id(2)].map((own) =>
      writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE], own), 'story.txt'),
    );
    const foreign = '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"x","type":"Annotation"}';
    const file = parseMarks([a, '{', foreign, b, a, '{', foreign, `${foreign} `, ''].join('\n'));
    assert.deepEqual(
      file.entries.map(({ raw }) => raw),
      [a, '{', foreign, b, `${foreign} `],
    );
  });

  it('keeps what follows a marker that is never closed', () => {
    const ours = writeLine(markOn(TEXT, { kind: 'speaker', speaker: 'Akar' }, [QUOTE], id(1)), 'story.txt');
    assert.equal(printMarks(parseMarks(`<<<<<<< HEAD\n${ours}\n=======\n`).entries), `${ours}\n`);
  });
});
