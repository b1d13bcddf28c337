import assert from 'node:assert/strict';
import { settingsOf } from '../../../src/editor/settingsValue.ts';

const of = (values: Readonly<Record<string, unknown>>) => settingsOf((name) => values[name]);
const DEFAULTS = of({});

describe('settings', () => {
  it('are the manifest’s defaults where nothing is set', () => {
    assert.deepEqual(DEFAULTS.languages, ['news-article', 'plaintext']);
    assert.ok(Object.values(DEFAULTS.highlight).every((on) => on));
    assert.deepEqual([DEFAULTS.followCursor, DEFAULTS.speakerHints, DEFAULTS.reviewer], [true, false, null]);
  });

  it('are read', () => {
    const values = of({
      languages: ['markdown'],
      highlight: { person: false },
      'outline.followCursor': false,
      'inlayHints.speaker': 'on',
      'marks.name': ' Greta Holm ',
    });
    assert.deepEqual(values.languages, ['markdown']);
    assert.deepEqual([values.highlight.person, values.highlight.date], [false, true]);
    assert.deepEqual([values.followCursor, values.speakerHints, values.reviewer], [false, true, 'Greta Holm']);
  });

  const names = ['languages', 'highlight', 'outline.followCursor', 'inlayHints.speaker', 'marks.name'];
  for (const name of names)
    for (const value of [null, 7, {}, { person: 7 }, name === 'languages' ? 'markdown' : ['markdown'], true])
      it(`do not change by ${JSON.stringify(value)} as ${name}`, () => assert.deepEqual(of({ [name]: value }), DEFAULTS));

  it('take the ids out of a list that holds more than ids', () => {
    assert.deepEqual(of({ languages: ['markdown', 7, null] }).languages, ['markdown']);
  });
});
