import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createAnalyzer } from '../../../../src/core/analyze.ts';
import { entryOf, readEntries } from '../../../../src/core/marks/entry.ts';
import { finish } from '../../../../src/core/marks/anchor.ts';
import { parseMarks, printMarks } from '../../../../src/core/marks/file.ts';
import { loadMarks } from '../../../../src/core/marks/store.ts';
import { marksFiles } from '../../../../src/cli/marks-files.ts';
import { placeMarks } from '../../../../src/core/marks/place.ts';
import { markOn } from './helper.ts';
import { chance, story } from './story.ts';

const PARAGRAPHS = Number(process.env['COPYDESK_PARAGRAPHS'] ?? 60);
const MARKS = Number(process.env['COPYDESK_MARKS'] ?? 40);
const LINES = Number(process.env['COPYDESK_LINES'] ?? 500);

/** Figures for people to read; only what is found is asserted. */
describe('marks in long articles', () => {
  it('places marks after half of an article was rewritten', function () {
    this.timeout(0);
    const random = chance(7);
    const paragraphs = story(random, PARAGRAPHS).trim().split('\n\n');
    const text = paragraphs.join('\n\n');
    const sentences = [...text.matchAll(/[A-Z“][^.\n]+/g)];
    const marks = Array.from({ length: MARKS }, (_, index) => {
      const { index: start, 0: found } = sentences[Math.floor((index * sentences.length) / MARKS)]!;
      return markOn(
        text,
        { kind: 'entity', type: 'misc', every: false },
        [{ start, end: start + found.length }],
        `urn:uuid:${index}`,
      );
    });
    const fresh = story(chance(8), PARAGRAPHS).trim().split('\n\n');
    const rewritten = paragraphs.map((paragraph, index) => (index % 2 ? paragraph : fresh[index]!)).join('\n\n');

    const analysis = time(() => createAnalyzer().analyze(rewritten));
    const steps = placeMarks(rewritten, marks);
    let longest = 0;
    const placing = time(() => {
      for (;;) {
        const began = performance.now();
        const step = steps.next();
        longest = Math.max(longest, performance.now() - began);
        if (step.done) return step.value;
      }
    });
    const states = { found: 0, changed: 0, unplaced: 0 };
    for (const { mark, state, spans } of placing.value) {
      states[state]++;
      if (state === 'found') assert.equal(rewritten.slice(spans[0]!.start, spans[0]!.end), mark.targets[0]!.selector.exact);
    }
    const size = rewritten.split(/\s+/).length;
    console.log(
      `      ${MARKS} marks, ${size} words: placed in ${placing.ms} ms (longest step ${longest.toFixed(1)}), analysed in ${analysis.ms} ms; ${JSON.stringify(states)}`,
    );
    assert.ok(states.found >= MARKS / 3);
  });

  it(`opens a file of ${LINES} lines`, async function () {
    this.timeout(0);
    const text = story(chance(9), 60);
    const marks = Array.from({ length: LINES }, (_, index) =>
      markOn(
        text,
        { kind: 'speaker', speaker: 'Ada Moreau' },
        [{ start: index % 900, end: (index % 900) + 40 }],
        `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      ),
    );
    const lines = printMarks(marks.map((mark) => entryOf(mark, 'story.txt')));
    const folder = mkdtempSync(path.join(os.tmpdir(), 'marks-'));
    const name = path.join(folder, 'story.txt.marks.jsonl');
    writeFileSync(name, lines);

    // The best of several: the machine does other things as well.
    const reading = await best(() => marksFiles.read(name));
    const opening = await best(() => loadMarks(marksFiles, name));
    const dividing = await best(() => parseMarks(lines));
    const all = await best(() => finish(readEntries(parseMarks(lines).entries)));
    const eagerly = await best(() => lines.split('\n').map((line) => (line === '' ? null : (JSON.parse(line) as unknown))));
    const printing = await best(() => printMarks(parseMarks(lines).entries));
    const placing = await best(() => finish(placeMarks(text, all.value)), 1);
    rmSync(folder, { recursive: true });
    console.log(
      `      ${LINES} lines, ${Buffer.byteLength(lines)} bytes: the file read in ${reading.ms} ms, opened in ${opening.ms} ms ` +
        `(${((opening.ms - reading.ms) / reading.ms).toFixed(2)} times as much again; taking it apart alone ${dividing.ms} ms)`,
    );
    console.log(
      `      then, in slices: all lines read in ${all.ms} ms (JSON.parse alone ${eagerly.ms} ms), placed in ${placing.ms} ms; sorted and printed in ${printing.ms} ms`,
    );
    assert.equal(all.value.length, LINES);
    assert.equal(opening.value.entries.length, LINES);
    assert.equal(printing.value, lines);
  });
});

function time<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: Math.round(performance.now() - began) };
}

async function best<T>(work: () => T | Promise<T>, rounds = 7): Promise<{ readonly value: T; readonly ms: number }> {
  let ms = Infinity;
  for (let round = 1; ; round++) {
    const began = performance.now();
    const value = await work();
    ms = Math.min(ms, performance.now() - began);
    if (round === rounds) return { value, ms: Math.round(ms * 10) / 10 };
  }
}
