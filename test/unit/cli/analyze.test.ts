import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function copydesk(argv: readonly string[], input: AsyncIterable<string | Uint8Array> = chunks()): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    stdin: input,
    stdout: { write: (text) => ((out += text), true), once: () => undefined },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* chunks(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* pieces;
}

interface Answer {
  readonly id?: string;
  readonly line?: number;
  readonly error?: string;
  readonly structure?: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

function answers(out: string): readonly Answer[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

describe('copydesk analyze', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function save(name: string, content: string | Uint8Array): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  }

  it('lays the marks beside the file over the analysis only with --marks', async () => {
    const file = await save('marked.txt', 'Toll talks\n\n“The tolls stay as they are,” said the harbour office on Monday.\n');
    const target = {
      source: 'marked.txt',
      selector: { type: 'TextQuoteSelector', exact: 'The tolls stay as they are,', prefix: '“', suffix: '” said the' },
    };
    const line = (id: string, value: string) =>
      JSON.stringify({ id, type: 'Annotation', motivation: 'linking', body: { type: 'TextualBody', value }, target });
    await save('marked.txt.marks.jsonl', `${line('urn:uuid:1', 'Moira Calder')}\n`);
    const speakers = async (...more: string[]) => {
      const { code, out, err } = await copydesk(['analyze', file, ...more]);
      assert.equal(code, 0, err);
      return (JSON.parse(out) as { quotes: { speaker: string | null }[] }).quotes.map(({ speaker }) => speaker);
    };
    assert.deepEqual(await speakers('--marks'), ['Moira Calder']);
    assert.notEqual((await speakers())[0], 'Moira Calder');

    await save('marked.txt.marks.jsonl', `${line('urn:uuid:1', 'Moira Calder')}\n${line('urn:uuid:1', 'Tomas Reyle')}\n`);
    assert.deepEqual(await speakers('--marks'), await speakers(), 'two versions of one mark decide nothing');
    const { code, err } = await copydesk(['analyze', '--jsonl', '--marks']);
    assert.equal(code, 1);
    assert.match(err, /--marks needs an article file/);
  });

  it('prints one object with the lists of the contract, and the path as id', async () => {
    const file = await save('a.txt', 'The council met on Monday.\n');
    const { code, out, err } = await copydesk(['analyze', file]);
    assert.equal(code, 0, err);
    const answer = answers(out)[0]!;
    assert.equal(answer.id, file);
    assert.deepEqual(Object.keys(answer), ['id', 'structure', 'entities', 'people', 'institutions', 'quotes', 'meetings']);
  });

  it('counts offsets after a byte order mark and CRLF as two', async () => {
    const file = await save('b.txt', '\uFEFFThe council met.\r\n\r\nIt will meet again.\r\n');
    assert.deepEqual(answers((await copydesk(['analyze', file])).out)[0]!.structure, [
      { kind: 'paragraph', start: 0, end: 16 },
      { kind: 'paragraph', start: 20, end: 39 },
    ]);
  });

  it('reads another encoding', async () => {
    const file = await save('c.txt', Buffer.from('\u0093We act,\u0094 said Çelik.', 'latin1'));
    assert.equal(answers((await copydesk(['analyze', file, '--encoding', 'windows-1252'])).out)[0]!.structure![0]!.end, 21);
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a file that is not there', ['analyze', 'nowhere.txt'], /^nowhere\.txt was not found: check the path\.\n$/],
    ['no file', ['analyze'], /^Name an article file/],
    ['a file and the stream', ['analyze', 'a.txt', '--jsonl'], /^Give either/],
    ['an unknown encoding', ['analyze', 'a.txt', '--encoding', 'klingon'], /^The encoding “klingon” is not known/],
    [
      'a date that is none',
      ['analyze', 'a.txt', '--date', '25.4.'],
      /^“25\.4\.” is no date: write it as in --date 2023-04-25\.\n$/,
    ],
    ['an unknown option', ['analyze', '--colour'], /unknown option/],
    ['an unknown command', ['analyse'], /unknown command/],
  ];
  for (const [name, argv, expected] of mistakes)
    it(`answers ${name} with one sentence`, async () => {
      const { code, out, err } = await copydesk(argv);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.match(err, expected);
    });

  it('answers a folder with one sentence', async () =>
    assert.match((await copydesk(['analyze', folder])).err, /is a folder: name a file\.\n$/));

  it('answers a file that is not UTF-8 with a sentence that names --encoding', async () => {
    const file = await save('d.txt', Buffer.from('Çelik', 'latin1'));
    const { code, err } = await copydesk(['analyze', file]);
    assert.equal(code, 1);
    assert.match(err, /is not UTF-8 text: name its encoding with --encoding/);
  });

  it('shows its help', async () => {
    const { code, out } = await copydesk(['analyze', '--help']);
    assert.equal(code, 0);
    assert.match(out, /--jsonl/);
  });
});

describe('copydesk analyze --jsonl', () => {
  const article = (id: string): string => `${JSON.stringify({ id, text: 'The council met on Monday.' })}\n`;

  it('answers in the order of the input, whatever way the bytes come', async () => {
    const bytes = Buffer.from(article('ä') + article('b').trimEnd());
    const { code, out } = await copydesk(['analyze', '--jsonl'], chunks(...[...bytes].map((byte) => Uint8Array.of(byte))));
    assert.equal(code, 0);
    assert.deepEqual(
      answers(out).map(({ id }) => id),
      ['ä', 'b'],
    );
  });

  it('answers a bad line with its number, goes on, and ends with 1', async () => {
    const { code, out } = await copydesk(
      ['analyze', '--jsonl'],
      chunks('{"id":\n', '\r\n[]\n{"id":1,"text":""}\n', article('z')),
    );
    assert.equal(code, 1);
    assert.deepEqual(
      answers(out).map(({ id, line, error }) => id ?? [line, typeof error]),
      [[1, 'string'], [3, 'string'], [4, 'string'], 'z'],
    );
  });

  it('gives the first answer before the last article was read', async () => {
    let out = '';
    const seen: boolean[] = [];
    async function* input(): AsyncGenerator<string> {
      yield article('a');
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(out.includes('"id":"a"'));
      yield article('b');
    }
    await run(['analyze', '--jsonl'], {
      stdin: input(),
      stdout: { write: (text) => ((out += text), true), once: () => undefined },
      stderr: { write: () => undefined },
    });
    assert.deepEqual(seen, [true]);
    assert.equal(answers(out).length, 2);
  });

  it('waits for a reader that is behind', async () => {
    const events: string[] = [];
    await run(['analyze', '--jsonl'], {
      stdin: chunks(article('a'), article('b')),
      stdout: {
        write: () => events.push('write') < 0,
        once: (_event, listener) =>
          setImmediate(() => {
            events.push('drain');
            listener();
          }),
      },
      stderr: { write: () => undefined },
    });
    assert.deepEqual(events, ['write', 'drain', 'write', 'drain']);
  });
});
