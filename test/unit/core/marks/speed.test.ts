import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../../src/core/analyze.ts';
import { entryOf, parseMarks, printMarks } from '../../../../src/core/marks/file.ts';
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

  it(`reads ${LINES} lines`, function () {
    this.timeout(0);
    const text = story(chance(9), 60);
    const lines = printMarks(
      Array.from({ length: LINES }, (_, index) =>
        entryOf(
          markOn(
            text,
            { kind: 'speaker', speaker: 'Ada Moreau' },
            [{ start: index % 900, end: (index % 900) + 40 }],
            `urn:uuid:${index}`,
          ),
          'story.txt',
        ),
      ),
    );
    const bytes = new TextEncoder().encode(lines);
    const decoding = time(() => new TextDecoder().decode(bytes));
    const parsing = time(() => parseMarks(decoding.value));
    const printing = time(() => printMarks(parsing.value.entries));
    console.log(
      `      ${LINES} lines, ${bytes.length} bytes: decoded in ${decoding.ms} ms, read in ${parsing.ms} ms, sorted and printed in ${printing.ms} ms`,
    );
    assert.equal(parsing.value.entries.length, LINES);
    assert.equal(printing.value, lines);
  });
});

function time<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: Math.round(performance.now() - began) };
}
