import assert from 'node:assert/strict';
import { type HighlightKind, highlightsOf, within } from '../../../../src/core/index.ts';
import { at, story, TEXT } from './story.ts';

function drawn(kind: HighlightKind, only: string | null = null): string[] {
  return highlightsOf(story(), only)[kind].map(({ start, end }) => TEXT.slice(start, end));
}

describe('highlights', () => {
  it('sort entities and the parts of quotes by kind', () => {
    assert.deepEqual(drawn('person'), ['Ana Brandt', 'Brandt', 'Brandt', 'Ona Fell']);
    assert.deepEqual(drawn('money'), ['$3 million']);
    assert.deepEqual(drawn('directQuote'), ['We will build the bridge,', 'It takes time.']);
    assert.deepEqual(drawn('mixedQuote'), []);
    assert.deepEqual(drawn('cue'), ['said', 'said', 'welcomed']);
    assert.deepEqual(drawn('source'), ['Brandt', 'The council', 'Riverton']);
  });

  it('of one person leave everybody else out', () => {
    assert.deepEqual(drawn('person', 'Ana Brandt'), ['Ana Brandt', 'Brandt', 'Brandt']);
    assert.deepEqual(drawn('cue', 'Ana Brandt'), ['said']);
    assert.deepEqual(drawn('indirectQuote', 'Ana Brandt'), []);
  });

  it('of a party keep its people, its institutions and its name', () => {
    assert.deepEqual(drawn('person', 'Northland'), ['Ana Brandt', 'Brandt', 'Brandt']);
    assert.deepEqual(drawn('organization', 'Northland'), ['Bridge Council']);
    assert.deepEqual(drawn('place', 'Northland'), ['Northland']);
    assert.deepEqual(drawn('cue', 'Northland'), ['said', 'said']);
  });

  it('in a window keep what reaches into it and nothing beside it', () => {
    const spans = [at('Ana Brandt'), at('Brandt', 1), at('Brandt', 2)];
    assert.deepEqual(within(spans, { start: at('Brandt', 1).start + 2, end: at('Brandt', 1).end }), [at('Brandt', 1)]);
    assert.deepEqual(within(spans, { start: at('Ana Brandt').end, end: at('Brandt', 1).start }), []);
  });
});
