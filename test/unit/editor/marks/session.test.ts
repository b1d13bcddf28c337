import assert from 'node:assert/strict';
import { type Entry, entryOf } from '../../../../src/core/marks/entry.ts';
import { parseMarks } from '../../../../src/core/marks/file.ts';
import type { Mark } from '../../../../src/core/marks/mark.ts';
import { placeMarks } from '../../../../src/core/marks/place.ts';
import { finish } from '../../../../src/core/marks/anchor.ts';
import { createHistory } from '../../../../src/editor/marks/history.ts';
import { createSession, NO_DECISIONS, type Session } from '../../../../src/editor/marks/session.ts';
import { markOn } from '../../core/marks/helper.ts';

const TEXT = 'Calder met Reyle. Calder left on Friday, and Reyle stayed.\n';

function at(words: string, from = 0): { start: number; end: number } {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
}

function speaker(id: string, name: string, span: { start: number; end: number }): Mark {
  return markOn(TEXT, { kind: 'speaker', speaker: name }, [span], id);
}

function open(entries: readonly Entry[]): Session {
  const marks = entries.flatMap(({ mark }) => (mark ? [mark] : []));
  return createSession('story.txt', TEXT, entries, finish(placeMarks(TEXT, marks)));
}

/** Each mark as `speaker@start`. */
function shown(session: Session): string {
  return session
    .list()
    .map(({ mark, spans }) => `${mark.decision.kind === 'speaker' ? mark.decision.speaker : '?'}@${spans[0]?.start ?? '-'}`)
    .join(' ');
}

describe('a session', () => {
  it('needs no other analysis while it has no marks', () => {
    const session = open([]);
    assert.equal(session.decisions(), NO_DECISIONS);
    session.edit([{ start: 0, end: 0, text: 'So: ' }], `So: ${TEXT}`);
    assert.equal(session.decisions(), NO_DECISIONS);
  });

  it('brings lines back byte for byte, where they stand now', () => {
    const raw = `${entryOf(speaker('a', 'x', at('Reyle')), 'old name.txt').raw.slice(0, -1)},"desk:shift":"night"}`;
    const session = open(parseMarks(raw).entries);
    const { mark } = session.list()[0]!;
    const changed = session.change([{ mark: { ...mark, decision: { kind: 'speaker', speaker: 'y' } }, spans: null }], []);
    assert.notEqual(session.entries[0]?.raw, raw);
    const removed = session.change([], ['a']);
    assert.equal(shown(session), '');
    session.edit([{ start: 0, end: 0, text: 'So: ' }], `So: ${TEXT}`);
    session.restore(removed, 'before');
    assert.equal(shown(session), 'y@15');
    session.restore(changed, 'before');
    assert.equal(session.entries[0]?.raw, raw);
    assert.equal(shown(session), 'x@15');
    session.restore(changed, 'after');
    assert.equal(shown(session), 'y@15');
  });

  it('keeps both versions of a mark, each at its place, until one is chosen; undo brings the other back', () => {
    const [one, two] = [speaker('a', 'x', at('Calder')), speaker('a', 'y', at('Calder', 5))];
    const session = open([one, two].map((mark) => entryOf(mark, 'story.txt')));
    assert.deepEqual(session.conflicts, ['a']);
    assert.equal(session.decisions(), NO_DECISIONS);
    assert.equal(shown(session), 'x@0 y@18');
    const chosen = session.choose(session.list()[1]!.mark);
    assert.equal(shown(session), 'y@18');
    assert.deepEqual(session.conflicts, []);
    assert.equal(session.decisions().length, 1);
    session.restore(chosen, 'before');
    assert.equal(shown(session), 'x@0 y@18');
  });

  it('replaces no line that it does not understand', () => {
    const whole = entryOf(speaker('urn:uuid:a', 'x', at('Reyle')), 'story.txt').raw;
    const newer = '{"copydesk:v":9,"id":"urn:uuid:a","type":"Annotation"}';
    const session = open(parseMarks(`${whole}\n${whole.slice(0, 200)}\n${newer}\n`).entries);
    assert.deepEqual(session.conflicts, []);
    session.change([], ['urn:uuid:a']);
    assert.deepEqual(
      session.entries.map(({ raw }) => raw),
      [whole.slice(0, 200), newer],
    );
  });

  it('follows what it takes again under the same line, and places what is new', () => {
    const first = entryOf(speaker('a', 'x', at('Reyle')), 'story.txt');
    const session = open([first]);
    session.edit([{ start: 0, end: 0, text: 'So: ' }], `So: ${TEXT}`);
    session.take(parseMarks(`${first.raw}\n${entryOf(speaker('b', 'y', at('Friday')), 'story.txt').raw}\n`).entries);
    assert.equal(shown(session), `x@15 y@${TEXT.indexOf('Friday') + 4}`);
  });
});

describe('what is undone', () => {
  const decided = (name: string, modified: string) => ({ ...speaker('a', name, at('Reyle')), modified });
  const line = (mark: Mark) => entryOf(mark, 'story.txt');

  it('is one’s own decision, with new selectors as well', () => {
    const session = open([line(decided('x', '2026-01-01T08:00:00Z'))]);
    const changed = session.change([{ mark: decided('y', '2026-01-01T09:00:00Z'), spans: null }], []);
    assert.equal(session.stands(changed, 'after'), true);
    assert.equal(session.stands(changed, 'before'), false);
    const edited = TEXT.replace('Reyle.', 'Tomas Reyle, they say.').replace('met ', 'saw ');
    session.edit([{ start: 0, end: TEXT.length, text: edited }], edited);
    session.refresh();
    assert.equal(session.stands(changed, 'after'), true);
    session.restore(changed, 'before');
    assert.equal(session.stands(changed, 'before'), true);
  });

  it('is never what a colleague decided since', () => {
    const session = open([line(decided('x', '2026-01-01T08:00:00Z'))]);
    const changed = session.change([{ mark: decided('y', '2026-01-01T09:00:00Z'), spans: null }], []);
    session.take([line(decided('z', '2026-01-01T10:00:00Z'))]);
    assert.equal(session.stands(changed, 'after'), false);
    const removed = session.change([], ['a']);
    assert.equal(session.stands(removed, 'after'), true);
    session.take([line(decided('z', '2026-01-01T11:00:00Z'))]);
    assert.equal(session.stands(removed, 'after'), false);
  });
});

describe('the history of decisions', () => {
  const step = (label: string) => ({ label, exchange: { ids: new Set<string>(), before: [], after: [] } });

  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const history = createHistory();
    history.did(step('a'));
    history.did(step('b'));
    assert.equal(history.undo()?.label, 'b');
    assert.equal(history.redo()?.label, 'b');
    assert.equal(history.undo()?.label, 'b');
    history.did(step('c'));
    assert.equal(history.redo(), undefined);
    assert.deepEqual([history.undo()?.label, history.undo()?.label, history.undo()], ['c', 'a', undefined]);
  });
});
