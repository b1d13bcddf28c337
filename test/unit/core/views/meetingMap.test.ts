import assert from 'node:assert/strict';
import { meetingMaps } from '../../../../src/core/index.ts';
import { article, at, delegate, meeting, story } from './story.ts';

describe('meeting map', () => {
  it('has a column for each party with its delegates and quotes, and a row for each topic with who says so', () => {
    const [map] = meetingMaps(story());
    assert.deepEqual(
      map!.columns.map(({ party, delegates, quotes }) => [
        party,
        delegates.map(({ person }) => person),
        quotes.map(({ text }) => text),
      ]),
      [
        ['Northland', ['Ana Brandt'], ['We will build the bridge, […] It takes time.', 'the sum was $3 million']],
        ['Southland', [null], []],
      ],
    );
    assert.deepEqual(map!.topics, [
      { text: 'the bridge', span: at('the bridge'), by: [true, false], byArticle: false, others: [] },
    ]);
  });

  it('leaves out a meeting of which only the name is known', () => {
    assert.equal(meetingMaps(story()).length, 1);
    assert.deepEqual(meetingMaps(article({ meetings: [meeting('talks')] })), []);
  });

  it('gives delegates of no listed party a column of their own, and topics of others their names', () => {
    const stray = meeting('met', {
      parties: ['Northland'],
      delegates: [delegate('Westland', 'envoy', 'Ona Fell', 'Ona Fell')],
      agenda: [{ ...at('the bridge'), text: 'the bridge', by: ['Eastland'] }],
    });
    const [map] = meetingMaps(article({ meetings: [stray] }));
    assert.deepEqual(
      map!.columns.map(({ party }) => party),
      ['Northland', 'Westland'],
    );
    assert.deepEqual(map!.topics[0]!.others, ['Eastland']);
  });
});
