import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run.ts';

const TEXT = 'MOSCOW — “We agreed 🙂,” Akar said.\r\n\r\n“It was useful,” Shoigu said on Tuesday evening.\r\n';

function line(id: string, exact: string, verdict: string, more: { prefix?: string; suffix?: string } = {}): string {
  return JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'assessing',
    body: [{ type: 'TextualBody', purpose: 'assessing', value: verdict }],
    target: { source: 'story.txt', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '', ...more }] },
  });
}

describe('copydesk marks', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'copydesk-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const write = (name: string, text: string) => writeFile(at(name), text);

  async function marks(...argv: string[]): Promise<{ code: number; json: unknown; out: string; err: string }> {
    let out = '';
    let err = '';
    const code = await run(['marks', ...argv], {
      stdin: (async function* () {})(),
      stdout: { write: (text) => ((out += text), true), once: () => undefined },
      stderr: { write: (text) => (err += text) },
    });
    return { code, json: out.startsWith('{') ? JSON.parse(out) : null, out, err };
  }

  it('says in one sentence that a marks file cannot be read', async () => {
    await write('story.txt', TEXT);
    await mkdir(at('story.txt.marks.jsonl'));
    const { code, out, err } = await marks('status', at('story.txt'));
    assert.equal(err, `${at('story.txt.marks.jsonl')} is a folder: name a file.\n`);
    assert.deepEqual([code, out], [1, '']);
  });

  it('tells where each mark stands, in UTF-16 units of the file, BOM and CRLF as the editor counts them', async () => {
    await write('story.txt', `\ufeff${TEXT}`);
    await write(
      'story.txt.marks.jsonl',
      [
        line('a', 'We agreed 🙂,', 'verified', { prefix: 'MOSCOW — “' }),
        line('b', 'It was useful,', 'disputed', { prefix: 'Akar said.\n\n“', suffix: '” Shoigu said' }),
        line('c', 'It was not useful,', 'verified', { prefix: 'Akar said.\n\n“', suffix: '” Shoigu said' }),
        'not a line',
      ].join('\n'),
    );
    const { code, json, err } = await marks('status', at('story.txt'), '--format', 'json');
    const useful = TEXT.indexOf('It was');
    assert.deepEqual(json, {
      marks: [
        { id: 'urn:uuid:a', state: 'found', start: 10, end: 23, review: 'verified' },
        { id: 'urn:uuid:b', state: 'found', start: useful, end: useful + 14, review: 'disputed' },
        { id: 'urn:uuid:c', state: 'unplaced', start: null, end: null, review: 'changed' },
      ],
    });
    assert.match(err, /line 4: not understood/);
    assert.equal(code, 0);
  });

  it('has no marks for an article without a marks file, and says where an article is missing', async () => {
    await write('story.txt', TEXT);
    assert.deepEqual((await marks('status', at('story.txt'), '--format', 'json')).json, { marks: [] });
    const { code, err } = await marks('status', at('other.txt'));
    assert.equal(code, 1);
    assert.match(err, /other\.txt was not found/);
  });

  it('takes up a broken-off save', async () => {
    await write('story.txt', TEXT);
    await write('story.txt.marks.jsonl.new', `${line('a', 'We agreed 🙂,', 'verified', { prefix: 'MOSCOW — “' })}\n`);
    assert.match((await marks('status', at('story.txt'))).out, /^urn:uuid:a found 10-23 verified\n$/);
  });

  it('writes the union of two files and names the conflicts', async () => {
    await write('ours.jsonl', `${line('a', 'We agreed', 'verified')}\n${line('b', 'useful', 'verified')}\n`);
    await write('theirs.jsonl', `${line('a', 'We agreed', 'disputed')}\n${line('c', 'Tuesday', 'verified')}\n`);
    const { code, json } = await marks('merge', at('union.jsonl'), at('ours.jsonl'), at('theirs.jsonl'));
    const { conflicts } = json as {
      conflicts: { id: string; ours: { body: { value: string }[] }; theirs: { body: { value: string }[] } }[];
    };
    assert.deepEqual(
      conflicts.map(({ id, ours, theirs }) => [id, ours.body[0]!.value, theirs.body[0]!.value]),
      [['urn:uuid:a', 'verified', 'disputed']],
    );
    assert.equal(code, 2);
    const union = (await readFile(at('union.jsonl'), 'utf8')).trim().split('\n');
    assert.deepEqual(
      union.map((own) => (JSON.parse(own) as { id: string }).id.slice(9)),
      ['a', 'a', 'b', 'c'],
    );
  });

  it('writes beside an article, into one of the two files, and twice the same', async () => {
    await write('story.txt', TEXT);
    await write('ours.jsonl', `${line('a', 'We agreed', 'verified')}\n`);
    await write('theirs.jsonl', `${line('b', 'useful', 'verified')}\n`);
    const union = `${line('a', 'We agreed', 'verified')}\n${line('b', 'useful', 'verified')}\n`;
    assert.equal((await marks('merge', at('story.txt'), at('ours.jsonl'), at('theirs.jsonl'))).code, 0);
    assert.equal(await readFile(at('story.txt.marks.jsonl'), 'utf8'), union);
    for (let i = 0; i < 2; i++) {
      await marks('merge', at('ours.jsonl'), at('ours.jsonl'), at('theirs.jsonl'));
      assert.equal(await readFile(at('ours.jsonl'), 'utf8'), union);
    }
    assert.equal(await readFile(at('story.txt'), 'utf8'), TEXT);
  });

  it('measures agreement', async () => {
    await write('a.jsonl', [line('1', 'We agreed', 'verified'), line('2', 'useful', 'disputed')].join('\n'));
    await write(
      'b.jsonl',
      [line('3', 'We agreed', 'verified'), line('4', 'useful', 'verified'), line('5', 'Tuesday', 'verified')].join('\n'),
    );
    assert.deepEqual((await marks('agreement', at('a.jsonl'), at('b.jsonl'))).json, {
      kinds: [{ kind: 'assessing', both: 2, onlyA: 0, onlyB: 1, kappa: 0 }],
    });
    assert.equal((await marks('agreement', at('a.jsonl'), at('none.jsonl'))).code, 1);
  });
});
