import assert from 'node:assert/strict';
import { createAnalyzer, type EntityModel, type EntityType } from '../../../../src/core/index.ts';

/** Takes the "Adria" of "Adria/person" for a mention of a person. */
const MODEL: EntityModel = {
  evidence: () => ({ words: new Int32Array(0), surroundings: [] }),
  find: ({ text }) =>
    [...text.matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
      const [name, type] = word.split(/[/.,]/);
      return type ? [{ type: type as EntityType, start: index, end: index + name!.length }] : [];
    }),
};
const RESOURCES = { entityModel: MODEL, quoteModel: null };

/** The entities of an article of these paragraphs, as "Adria/person". */
function entities(...paragraphs: readonly string[]): readonly string[] {
  const text = paragraphs.join('\n\n');
  return createAnalyzer(RESOURCES)
    .analyze(text)
    .entities.map(({ type, start, end }) => `${text.slice(start, end)}/${type}`);
}

describe('one name, one type', () => {
  it('gives a name the type of two mentions in three, wherever the article has them', () => {
    assert.deepEqual(entities('Adria/location lies low.', 'We saw Adria/organization, then Adria/location.'), [
      'Adria/location',
      'Adria/location',
      'Adria/location',
    ]);
  });

  it('leaves a name as it was found where neither type has twice the mentions of the other', () => {
    const found = ['Adria/location', 'Adria/location', 'Adria/location', 'Adria/organization', 'Adria/organization'];
    assert.deepEqual(entities(...found), found);
  });

  it('counts whole names', () => {
    const found = ['Adria-Bank/organization', 'Adria-Bank/organization', 'Adria/location'];
    assert.deepEqual(entities(...found), found);
  });

  it('keeps out dates and sums, whose words are no names', () => {
    const found = ['May/date', 'May/date', 'May/person'];
    assert.deepEqual(entities(...found), found);
  });

  it('leaves the last word to a person', () => {
    const text = 'Adria/location, Adria/location and Adria/person';
    const start = text.lastIndexOf('Adria');
    const { entities } = createAnalyzer(RESOURCES).analyze(text, {
      decisions: [
        {
          decision: { kind: 'entity', type: 'organization', every: false },
          content: [{ start, end: start + 5 }],
          cue: null,
          source: null,
        },
      ],
    });
    assert.deepEqual(
      entities.map(({ type }) => type),
      ['location', 'location', 'organization'],
    );
  });

  it('follows every edit as if the article were new', () => {
    const analyzer = createAnalyzer(RESOURCES);
    const paragraphs = [
      'Adria/location.',
      'Adria/person.',
      'Nobody.',
      'Adria/location, Kim/person.',
      'Kim/organization, Kim/person.',
    ];
    for (const first of paragraphs) {
      for (const second of paragraphs) {
        const text = [first, ...paragraphs, second].join('\n\n');
        assert.deepEqual(analyzer.analyze(text), createAnalyzer(RESOURCES).analyze(text));
      }
    }
  });
});
