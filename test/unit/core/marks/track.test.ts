import assert from 'node:assert/strict';
import { entryOf } from '../../../../src/core/marks/entry.ts';
import { parseMarks, printMarks } from '../../../../src/core/marks/file.ts';
import type { Mark } from '../../../../src/core/marks/mark.ts';
import { finish } from '../../../../src/core/marks/anchor.ts';
import { placeMarks } from '../../../../src/core/marks/place.ts';
import { refreshMarks } from '../../../../src/core/marks/refresh.ts';
import { createTracker } from '../../../../src/core/marks/track.ts';
import { applyChanges, type TextChange } from '../../../../src/core/marks/transform.ts';
import { markOn, marked } from './helper.ts';
import { chance, story } from './story.ts';

/** Follows the `[words]` through edits; each is a list of `old→new` replacements of the first occurrence. Answers the words, or –. */
function follow(source: string, ...edits: readonly (readonly string[])[]): string {
  const { text, start, end } = marked(source);
  const tracker = createTracker(text);
  tracker.set('a', { start, end });
  let now = text;
  for (const edit of edits) {
    const changes = edit.map((replacement) => {
      const [old, fresh] = replacement.split('→') as [string, string];
      const at = now.indexOf(old);
      assert.ok(at >= 0, `“${old}” is not in “${now}”`);
      return { start: at, end: at + old.length, text: fresh };
    });
    now = applyChanges(now, changes);
    tracker.edit(changes, now);
  }
  const span = tracker.get('a');
  return span ? now.slice(0, span.start) + '[' + now.slice(span.start, span.end) + ']' + now.slice(span.end) : '–';
}

describe('tracker', () => {
  const cases: readonly (readonly [string, string, string, ...(readonly string[])[]])[] = [
    ['words put in before', 'He [said yes] today.', 'Then, he [said yes] today.', ['He→Then, he']],
    ['words put in after', 'He [said yes] today.', 'He [said yes] today, again.', ['today→today, again']],
    ['words put in inside', 'He [said yes] today.', 'He [said not yes] today.', ['yes→not yes']],
    ['words put in at the left edge stay outside', 'He [said yes] today.', 'He then [said yes] today.', ['He →He then ']],
    [
      'words put in at the right edge stay outside',
      'He [said yes] today.',
      'He [said yes]terday today.',
      [' today→terday today'],
    ],
    ['the first word replaced stays inside', 'He [said yes] today.', 'He [wrote yes] today.', ['said→wrote']],
    ['the last word replaced stays inside', 'He [said yes] today.', 'He [said no] today.', ['yes→no']],
    ['a deletion over the left edge', 'He [said yes] today.', '[yes] today.', ['He said →']],
    ['a deletion over the right edge', 'He [said yes] today.', 'He [said].', [' yes today→']],
    ['all words deleted', 'He [said yes] today.', '–', ['said yes →']],
    ['all words replaced', 'He [said yes] today.', '–', ['said yes→left']],
    ['several cursors', 'A [b c] d', 'AA [bb cc] dd', ['A→AA', 'b→bb', 'c→cc', 'd→dd']],
    ['a deletion undone', 'He [said yes] today.', 'He [said yes] today.', ['said yes →'], ['He →He said yes ']],
    ['half deleted and undone', 'He [said yes] today.', 'He [said yes] today.', ['He said →'], ['yes→He said yes']],
    ['the edge deleted and undone', 'He [said yes] today.', 'He [said yes] today.', [' yes→'], ['said→said yes']],
    [
      'cut and pasted elsewhere',
      'One.\n[Two] three.\nFour.',
      'One.\nFour.\n[Two] three.\n',
      ['Two three.\n→'],
      ['Four.→Four.\nTwo three.\n'],
    ],
    ['moved up in one edit', 'One.\n[Two] three.\n', '[Two] three.\nOne.\n', ['One.→Two three.\nOne.', '\nTwo three.→']],
    [
      'the whole text replaced by a formatter',
      'He  [said yes]  today.',
      'Well: he [said yes] today.',
      ['He  said yes  today.→Well: he said yes today.'],
    ],
    ['replaced by other words', 'He [said yes] today.', '–', ['He said yes today.→Nobody came to the hall.']],
  ];
  for (const [name, source, expected, ...edits] of cases) it(name, () => assert.equal(follow(source, ...edits), expected));
});

/** What stands in a text, unit by unit: each unit has a name of its own that it keeps when it moves. */
interface World {
  readonly text: string;
  readonly units: readonly number[];
}

const EDITS = Number(process.env['COPYDESK_EDITS'] ?? 500);
const MARKS = 200;
const EDITS_FOR_EACH_STORY = 250;

describe(`${EDITS} random edits over articles with ${MARKS} marks`, () => {
  it('keep every mark on its own words, or on none', function () {
    this.timeout(0);
    const tally = { exact: 0, onWhatIsLeft: 0, nowhere: 0, lostThoughThere: 0, reopened: 0 };
    for (let done = 0, seed = 1; done < EDITS; done += EDITS_FOR_EACH_STORY, seed++)
      run(seed, Math.min(EDITS_FOR_EACH_STORY, EDITS - done), tally);
    console.log(`      ${JSON.stringify(tally)}`);
    assert.ok(tally.lostThoughThere <= tally.exact / 1000);
  });
});

type Tally = Record<'exact' | 'onWhatIsLeft' | 'nowhere' | 'lostThoughThere' | 'reopened', number>;

function run(seed: number, edits: number, tally: Tally): void {
  const random = chance(seed);
  let next = 0;
  const name = (text: string) =>
    Array.from(text, (character) => [...character].flatMap((unit) => Array.from({ length: unit.length }, () => next++))).flat();
  const first = story(random, 40);
  let world: World = { text: first, units: name(first) };
  const words = [...first.matchAll(/[^\s.]+(?: [^\s.]+){0,8}/g)];
  const tracker = createTracker(first);
  const marks = Array.from({ length: MARKS }, (_, index) => {
    const { index: start, 0: found } = words[random(words.length)]!;
    const span = { start, end: start + found.length };
    tracker.set(String(index), span);
    return { key: String(index), units: world.units.slice(span.start, span.end), words: found, last: found };
  });
  const past: World[] = [];
  for (let i = 0; i < edits; i++) {
    const before = world;
    const undo = past.length > 0 && random(5) === 0;
    if (undo) {
      const back = past.splice(-1 - random(Math.min(3, past.length)))[0]!;
      const changes = [{ start: 0, end: before.text.length, text: back.text }];
      world = back;
      tracker.edit(random(2) ? changes : narrow(before.text, back.text), world.text);
    } else {
      past.push(before);
      const { changes, units } = edit(random, before, name);
      world = { text: applyChanges(before.text, changes), units };
      tracker.edit(changes, world.text);
    }
    assert.equal(world.units.length, world.text.length);
    const at = new Map(world.units.map((unit, place) => [unit, place]));
    for (const mark of marks) check(mark, at, world, tracker.get(mark.key), tally);
  }
  reopen(world.text, marks, (key) => tracker.get(key), tally);
}

function check(
  mark: { readonly key: string; readonly units: readonly number[]; readonly words: string; last: string },
  at: ReadonlyMap<number, number>,
  world: World,
  span: { readonly start: number; readonly end: number } | null,
  tally: Tally,
): void {
  const left = mark.units.flatMap((unit) => at.get(unit) ?? []);
  const unharmed = left.length === mark.units.length && left.every((place, i) => place === left[0]! + i);
  if (!span) {
    tally.nowhere++;
    if (unharmed) tally.lostThoughThere++;
    return;
  }
  const now = world.text.slice(span.start, span.end);
  if (unharmed) {
    // A replacement that began with its first letter stays inside: `the` → ` nothe` is a changed mark around its words.
    if (now === mark.words) assert.equal(span.start, left[0]);
    else assert.ok(span.start <= left[0]! && span.end >= left[0]! + left.length, `“${mark.words}” now “${now}”`);
    if (now === mark.words) tally.exact++;
    else tally.onWhatIsLeft++;
    mark.last = now;
    return;
  }
  tally.onWhatIsLeft++;
  const own = left.filter((place) => place >= span.start && place < span.end).length;
  // Its own words, or words that read exactly as they did last: the same text put in again in the same place.
  assert.ok(own > 0 || now === mark.last, `“${mark.words}” stands on “${now}”`);
  mark.last = now;
}

/** Saved, closed and opened again, each mark is where it was. */
function reopen(
  text: string,
  tracked: readonly { readonly key: string }[],
  spanOf: (key: string) => { start: number; end: number } | null,
  tally: Tally,
): void {
  const marks: Mark[] = tracked.flatMap(({ key }) => {
    const span = spanOf(key);
    return span ? [markOn(text, { kind: 'entity', type: 'misc', every: false }, [span], `urn:uuid:${key}`)] : [];
  });
  const file = parseMarks(printMarks(marks.map((mark) => entryOf(mark, 'story.txt'))));
  const read = file.entries.map((entry) => entry.mark!);
  assert.deepEqual(
    refreshMarks(text, read, (mark) => spanOf(mark.id.slice(9))),
    [],
  );
  for (const placed of finish(placeMarks(text, read))) {
    assert.deepEqual(placed.spans, [spanOf(placed.mark.id.slice(9))]);
    tally.reopened++;
  }
}

/** One edit of a person: typing, deleting, replacing, moving a paragraph, at one cursor or several. */
function edit(
  random: (below: number) => number,
  world: World,
  name: (text: string) => number[],
): { changes: TextChange[]; units: number[] } {
  const { text, units } = world;
  const place = () => {
    let at = random(text.length + 1);
    if (/[\udc00-\udfff]/.test(text.charAt(at))) at--;
    return at;
  };
  const kind = random(10);
  if (kind === 9) return movedParagraph(random, world);
  const cursors = random(4) === 0 ? 3 : 1;
  const starts = [...new Set(Array.from({ length: cursors }, place))].sort((a, b) => a - b);
  const changes = starts.flatMap((start, i) => {
    const most = Math.min(starts[i + 1] ?? text.length, start + (kind === 8 ? 400 : 30));
    let end = kind < 3 ? start : start + random(most - start + 1);
    if (/[\udc00-\udfff]/.test(text.charAt(end))) end--;
    const fresh = kind >= 3 && kind < 6 ? '' : ['x', ' not', '12 ', 'Selma Okoye ', '\n\n', '🙂', 'was put off '][random(7)]!;
    return end === start && fresh === '' ? [] : [{ start, end: Math.max(start, end), text: fresh }];
  });
  const after: number[] = [];
  let at = 0;
  for (const change of changes) {
    // What is put in the place of the same text is that text: nobody could tell.
    const { head, tail } = common(text.slice(change.start, change.end), change.text);
    const own = units.slice(change.start, change.end);
    const fresh = name(change.text.slice(head, change.text.length - tail));
    after.push(...units.slice(at, change.start), ...own.slice(0, head), ...fresh, ...own.slice(own.length - tail));
    at = change.end;
  }
  after.push(...units.slice(at));
  return { changes, units: after };
}

function movedParagraph(random: (below: number) => number, { text, units }: World): { changes: TextChange[]; units: number[] } {
  const breaks = [0, ...[...text.matchAll(/\n\n/g)].map(({ index }) => index + 2)];
  const from = random(breaks.length);
  const start = breaks[from]!;
  const end = breaks[from + 1] ?? text.length;
  const to = breaks[random(breaks.length)]!;
  if ((to >= start && to <= end) || start === end) return { changes: [], units: [...units] };
  const changes = [
    { start, end, text: '' },
    { start: to, end: to, text: text.slice(start, end) },
  ];
  const stretch = units.slice(start, end);
  const rest =
    to < start
      ? [...units.slice(0, to), ...stretch, ...units.slice(to, start), ...units.slice(end)]
      : [...units.slice(0, start), ...units.slice(end, to), ...stretch, ...units.slice(to)];
  return { changes, units: rest };
}

/** The one replacement that an editor reports for an undo. */
function narrow(before: string, after: string): TextChange[] {
  const { head, tail } = common(before, after);
  return [{ start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }];
}

/** How long the common beginning and the common end of two texts are. */
function common(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { head, tail };
}
