import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { marksFiles } from '../../../../src/cli/marks-files.ts';
import { type Entry, entryOf } from '../../../../src/core/marks/entry.ts';
import { parseMarks, printMarks } from '../../../../src/core/marks/file.ts';
import { loadMarks, type MarksFiles, saveMarks } from '../../../../src/core/marks/store.ts';
import { markOn } from './helper.ts';

const TEXT = '“We must act,” said Turkish Defence Minister Hulusi Akar. He met TASS.\n';
const NAME = 'story.txt.marks.jsonl';

function entry(id: string, speaker = 'Akar'): Entry {
  return entryOf(markOn(TEXT, { kind: 'speaker', speaker }, [{ start: 1, end: 13 }], `urn:uuid:${id}`), 'story.txt');
}

const idsIn = (entries: readonly Entry[]) => entries.map(({ id }) => id!.slice(9));

/** A folder in memory whose calls can be made to fail, or to let somebody else write first. */
function folder(start: Readonly<Record<string, string>> = {}) {
  let clock = 0;
  const held = new Map(Object.entries(start).map(([name, text]) => [name, { text, modified: ++clock }]));
  const faults: { call: keyof MarksFiles; run: () => void }[] = [];
  const meet = (call: keyof MarksFiles) => {
    const index = faults.findIndex((fault) => fault.call === call);
    if (index >= 0) faults.splice(index, 1)[0]!.run();
  };
  const put = (name: string, text: string) => held.set(name, { text, modified: ++clock });
  const files: MarksFiles = {
    read: (name) => Promise.resolve().then(() => (meet('read'), held.get(name) ?? null)),
    write: (name, text) => Promise.resolve().then(() => (meet('write'), void put(name, text))),
    replace: (from, to) =>
      Promise.resolve().then(() => {
        meet('replace');
        const file = held.get(from);
        if (!file) throw new Error('not there');
        held.delete(from);
        put(to, file.text);
      }),
    remove: (name) => Promise.resolve(void held.delete(name)),
    pause: () => Promise.resolve(),
  };
  return { files, held, faults, put };
}

function fail(message: string): () => void {
  return () => {
    throw new Error(message);
  };
}

// As a child process this file writes until it is killed; there is no mocha then.
if (!process.env['COPYDESK_WRITE']) describe('marks store', tests);

function tests(): void {
  it('writes a new file and leaves nothing beside it', async () => {
    const { files, held } = folder();
    await saveMarks(files, NAME, [], [entry('a')]);
    assert.deepEqual([...held.keys()], [NAME]);
    assert.deepEqual(idsIn((await loadMarks(files, NAME)).entries), ['a']);
  });

  it('merges with what another window wrote since it was read', async () => {
    const { files } = folder({ [NAME]: printMarks([entry('a'), entry('b')]) });
    const saved = await saveMarks(files, NAME, [entry('a')], [entry('a', 'Shoigu'), entry('c')]);
    assert.deepEqual(idsIn(saved.entries), ['a', 'b', 'c']);
    assert.match(saved.entries[0]!.raw, /Shoigu/);
    assert.deepEqual(saved.conflicts, []);
  });

  it('takes a deletion on either side', async () => {
    const { files } = folder({ [NAME]: printMarks([entry('a'), entry('b')]) });
    const saved = await saveMarks(files, NAME, [entry('a'), entry('b'), entry('c')], [entry('b'), entry('c')]);
    assert.deepEqual(idsIn(saved.entries), ['b']);
  });

  it('keeps both where two windows decided differently', async () => {
    const { files } = folder({ [NAME]: printMarks([entry('a', 'Shoigu')]) });
    const saved = await saveMarks(files, NAME, [entry('a', 'Fidan')], [entry('a', 'Akar')]);
    assert.equal(saved.entries.length, 2);
    assert.equal(saved.conflicts.length, 1);
  });

  for (const call of ['read', 'write', 'replace'] as const) {
    it(`loses nothing when ${call} fails once: the next save has it all`, async () => {
      const { files, faults, held } = folder({ [NAME]: printMarks([entry('a')]) });
      faults.push({ call, run: fail('no space left') });
      await assert.rejects(saveMarks(files, NAME, [entry('a')], [entry('a'), entry('b')]), /no space/);
      assert.deepEqual(idsIn(parseMarks(held.get(NAME)!.text).entries), ['a']);
      assert.deepEqual(idsIn((await saveMarks(files, NAME, [entry('a')], [entry('a'), entry('b')])).entries), ['a', 'b']);
    });
  }

  it('does not put a file in place that was cut short without a word', async () => {
    const { files, held } = folder({ [NAME]: printMarks([entry('a')]) });
    const short: MarksFiles = { ...files, write: (name, text) => files.write(name, text.slice(0, 40)) };
    await assert.rejects(saveMarks(short, NAME, [entry('a')], [entry('a'), entry('b')]), /full/);
    assert.deepEqual(idsIn(parseMarks(held.get(NAME)!.text).entries), ['a']);
    assert.deepEqual(idsIn((await loadMarks(files, NAME)).entries), ['a']);
  });

  it('takes up a broken-off save: file missing, file older, .new incomplete, .new stale', async () => {
    const [one, two] = [printMarks([entry('a')]), printMarks([entry('a', 'Shoigu'), entry('b')])];
    const ids = async (start: Record<string, string>) => idsIn((await loadMarks(folder(start).files, NAME)).entries);
    assert.deepEqual(await ids({ [`${NAME}.new`]: two }), ['a', 'b']);
    assert.deepEqual(await ids({ [NAME]: one, [`${NAME}.new`]: two }), ['a', 'b']);
    assert.deepEqual(await ids({ [NAME]: one, [`${NAME}.new`]: two.slice(0, -20) }), ['a']);
    assert.deepEqual(await ids({ [`${NAME}.new`]: two, [NAME]: one }), ['a']);
    assert.deepEqual(await ids({ [NAME]: printMarks([entry('z')]), [`${NAME}.new`]: one }), ['a', 'z']);
  });

  it('writes again when the file was deleted or replaced under it', async () => {
    const { files, faults, held, put } = folder({ [NAME]: printMarks([entry('a')]) });
    faults.push(
      { call: 'write', run: () => held.delete(NAME) },
      { call: 'write', run: () => put(NAME, printMarks([entry('x')])) },
    );
    const saved = await saveMarks(files, NAME, [], [entry('b')]);
    // What was in the file when it was deleted had been written beside it by then, so it is kept.
    assert.deepEqual(idsIn(saved.entries), ['a', 'b', 'x']);
  });

  it('does not take for deleted what another window wrote over a moment ago, nor an older line for a new decision', async () => {
    const base = [entry('a', 'Shoigu'), entry('b'), entry('c')];
    const { files } = folder({ [NAME]: printMarks([entry('a'), entry('gone')]) });
    const lately = {
      written: new Set(['urn:uuid:a', 'urn:uuid:b']),
      replaced: new Set([entry('a').raw, entry('gone').raw]),
    };
    const saved = await saveMarks(files, NAME, base, [...base, entry('d')], lately);
    assert.deepEqual(idsIn(saved.entries), ['a', 'b', 'd']);
    assert.match(saved.entries[0]!.raw, /Shoigu/);
    assert.deepEqual(saved.conflicts, []);
  });

  it('takes no line for deleted while another window’s half-written file stands in the place of its own', async () => {
    const base = [entry('a'), entry('b')];
    const { files, put } = folder({ [NAME]: printMarks(base) });
    let torn = true;
    const raced: MarksFiles = {
      ...files,
      replace: async (from, to) => {
        await files.replace(from, to);
        if (torn) put(to, printMarks([entry('x')]).slice(0, 200));
        torn = false;
      },
    };
    const saved = await saveMarks(raced, NAME, base, [...base, entry('c')]);
    const understood = saved.entries.filter(({ mark }) => mark !== null);
    assert.deepEqual(idsIn(understood), ['a', 'b', 'c']);
  });

  it('reads again what ends in the middle of a line, and does not call another window’s file a full disk', async () => {
    const { files, faults, put, held } = folder({ [NAME]: printMarks([entry('a'), entry('b')]).slice(0, -30) });
    faults.push(
      { call: 'read', run: () => undefined },
      { call: 'read', run: () => undefined },
      { call: 'read', run: () => put(NAME, printMarks([entry('a'), entry('b')])) },
      { call: 'write', run: () => undefined },
    );
    const other: MarksFiles = {
      ...files,
      write: async (name, text) => {
        await files.write(name, text);
        if (held.get(NAME)!.text.length > 1 && !held.has('seen')) put(name, printMarks([entry('z')]));
        put('seen', '');
      },
    };
    const saved = await saveMarks(other, NAME, [entry('a'), entry('b')], [entry('a'), entry('b'), entry('c')]);
    assert.deepEqual(idsIn(saved.entries), ['a', 'b', 'c', 'z']);
  });

  it('does not call a full disk what another window wrote where its lines begin ours', async () => {
    const { files, held, put } = folder({ [NAME]: printMarks([entry('a')]) });
    let wrote = false;
    const other: MarksFiles = {
      ...files,
      write: async (name, text) => {
        await files.write(name, text);
        if (!wrote) put(name, printMarks([entry('a'), entry('b')]));
        wrote = true;
      },
    };
    const saved = await saveMarks(other, NAME, [entry('a')], [entry('a'), entry('b'), entry('c')]);
    assert.deepEqual(idsIn(saved.entries), ['a', 'b', 'c']);
    assert.deepEqual([...held.keys()], [NAME]);
  });

  it('gives up with one sentence when the file never rests', async () => {
    const { files, put } = folder();
    let n = 0;
    const restless: MarksFiles = {
      ...files,
      write: async (name, text) => (await files.write(name, text), void put(NAME, printMarks([entry(`x${n++}`)]))),
    };
    await assert.rejects(saveMarks(restless, NAME, [], [entry('b')]), /save again/);
  });

  it('says what is wrong with a read-only folder and with bytes that are no UTF-8, and touches neither', async function () {
    const place = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
    const name = path.join(place, NAME);
    writeFileSync(name, Buffer.from([0xff, 0xfe, 0x0a]));
    await assert.rejects(saveMarks(marksFiles, name, [], [entry('a')]), /UTF-8/);
    assert.deepEqual([...readFileSync(name)], [0xff, 0xfe, 0x0a]);
    rmSync(name);
    chmodSync(place, 0o500);
    if (process.getuid?.() !== 0) await assert.rejects(saveMarks(marksFiles, name, [], [entry('a')]), /EACCES/);
    chmodSync(place, 0o700);
    rmSync(place, { recursive: true });
  });

  const SIDES = Number(process.env['COPYDESK_SIDES'] ?? 10);
  it(`loses nothing when two processes save ${SIDES} decisions each at once, each changed once`, async function () {
    this.timeout(0);
    const place = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
    const name = path.join(place, NAME);
    const acknowledged = await sideBySide(name, SIDES);
    const { entries, problems } = await loadMarks(marksFiles, name);
    assert.deepEqual(problems(), []);
    const held = new Map(entries.map((own) => [own.id!.slice(9), own]));
    assert.equal(held.size, entries.length, 'no mark has two versions');
    assert.deepEqual(
      acknowledged.filter((id) => !held.get(id)?.raw.includes('Shoigu')),
      [],
    );
    assert.equal(entries.length, 2 * SIDES + 2);
    console.log(`      two processes at once: ${2 * SIDES} decisions written and changed, none lost`);
    rmSync(place, { recursive: true });
  });

  const KILLS = Number(process.env['COPYDESK_KILLS'] ?? 3);
  it(`survives ${KILLS} kills in mid-save`, async function () {
    this.timeout(0);
    const place = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
    const name = path.join(place, NAME);
    let acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged = [...acknowledged, ...(await writer(name, `k${kill}`, 40 + ((kill * 37) % 90)))];
      const { entries, problems } = await loadMarks(marksFiles, name);
      const there = new Set(idsIn(entries));
      assert.deepEqual(problems(), []);
      assert.deepEqual(
        acknowledged.filter((id) => !there.has(id)),
        [],
      );
    }
    console.log(`      ${KILLS} kills, ${acknowledged.length} decisions written, none lost`);
    rmSync(place, { recursive: true });
  });
}

/** Two processes that save side by side, each adding marks and deciding anew about its last one; answers what they said was saved. */
async function sideBySide(name: string, count: number): Promise<string[]> {
  const children = ['l', 'r'].map((prefix) =>
    spawn(process.execPath, [__filename], {
      env: { ...process.env, COPYDESK_WRITE: name, COPYDESK_PREFIX: prefix, COPYDESK_COUNT: String(count) },
    }),
  );
  let output = '';
  for (const child of children) child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  for (const child of children) child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await Promise.all(children.map((child) => once(child, 'close')));
  return output.split('\n').slice(0, -1);
}

/** Lets another process save decision after decision, kills it, and answers the ids it said were saved. */
async function writer(name: string, prefix: string, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [__filename], { env: { ...process.env, COPYDESK_WRITE: name, COPYDESK_PREFIX: prefix } });
  let output = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  await once(child, 'close');
  return output.split('\n').slice(0, -1);
}

async function writeSome(name: string, prefix: string, count: number): Promise<void> {
  const lately = { written: new Set<string>(), replaced: new Set<string>() };
  let base: readonly Entry[] = (await loadMarks(marksFiles, name)).entries;
  const save = async (ours: readonly Entry[]) => {
    const known = new Set(base.map(({ raw }) => raw));
    const now = new Set(ours.map(({ raw }) => raw));
    for (const { id, raw } of ours) if (!known.has(raw)) lately.written.add(id!);
    for (const { raw } of base) if (!now.has(raw)) lately.replaced.add(raw);
    base = (await saveMarks(marksFiles, name, base, ours, lately)).entries;
  };
  for (let n = 0; n < count; n++) {
    await save([...base, entry(`${prefix}-${n}`)]);
    await save(base.map((own) => (own.id === `urn:uuid:${prefix}-${n}` ? entry(`${prefix}-${n}`, 'Shoigu') : own)));
    process.stdout.write(`${prefix}-${n}\n`);
  }
  await save([...base, entry(`${prefix}-last`, 'Shoigu')]);
}

async function writeForEver(name: string, prefix: string): Promise<void> {
  let base: readonly Entry[] = (await loadMarks(marksFiles, name)).entries;
  for (let n = 0; ; n++) {
    base = (await saveMarks(marksFiles, name, base, [...base, entry(`${prefix}-${n}`)])).entries;
    process.stdout.write(`${prefix}-${n}\n`);
  }
}

const COUNT = Number(process.env['COPYDESK_COUNT'] ?? 0);
if (process.env['COPYDESK_WRITE'] && COUNT > 0)
  void writeSome(process.env['COPYDESK_WRITE'], process.env['COPYDESK_PREFIX'] ?? '', COUNT);
else if (process.env['COPYDESK_WRITE']) void writeForEver(process.env['COPYDESK_WRITE'], process.env['COPYDESK_PREFIX'] ?? '');
