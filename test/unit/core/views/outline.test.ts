import assert from 'node:assert/strict';
import { outlineView, type OutlineRow } from '../../../../src/core/index.ts';
import { article, at, meeting, person, role, story } from './story.ts';

/** The rows as indented lines. */
function lines(rows: readonly OutlineRow[], depth = 0): string[] {
  return rows.flatMap((row) => [`${'  '.repeat(depth)}${words(row)}`, ...lines(row.rows, depth + 1)]);
}

function words(row: OutlineRow): string {
  switch (row.kind) {
    case 'section':
      return row.section;
    case 'meeting':
      return `${row.meeting.status}: ${row.meeting.name}, ${row.named} of ${row.delegates}`;
    case 'count':
      return `“${row.words}”: ${row.announced} announced, ${row.listed} listed`;
    case 'party':
      return `${row.name}, ${row.named} of ${row.delegates}`;
    case 'delegate':
      return `${row.delegate.person ?? '?'}, ${row.delegate.post}`;
    case 'agenda':
      return 'agenda';
    case 'topic':
      return `${row.item.text}, by ${row.item.by.join(', ')}`;
    case 'side':
      return row.name ?? '?';
    case 'person':
      return `${row.person.name}, ${row.role?.role ?? '?'}, ${row.quotes}`;
    case 'role':
      return row.role.role;
    case 'institution':
      return `${row.institution.name}, ${row.quotes}`;
    case 'event':
      return `${row.date} ${row.time}: ${row.what}`;
  }
}

function ids(rows: readonly OutlineRow[]): string[] {
  return rows.flatMap((row) => [row.id, ...ids(row.rows)]);
}

describe('outline', () => {
  it('goes from meetings to parties, delegates and agenda, then people, institutions and dates', () => {
    assert.deepEqual(lines(outlineView(story())), [
      'meetings',
      '  held: met, 1 of 2',
      '    Northland, 1 of 1',
      '      Ana Brandt, Transport Minister',
      '    Southland, 0 of 1',
      '      ?, Transport Minister',
      '    agenda',
      '      the bridge, by Northland',
      '  planned: talks, 0 of 0',
      'people',
      '  Northland',
      '    Ana Brandt, Northland’s Transport Minister, 1',
      '      Northland’s Transport Minister',
      '      former mayor of Riverton',
      '  ?',
      '    Ona Fell, ?, 0',
      'institutions',
      '  Bridge Council, 1',
      'timeline',
      '  2024-03-04 this: met',
      '  2024-05 after: talks',
    ]);
  });

  it('tells where the article announces another number of parties than it lists, with the words that announce it', () => {
    const announced = (count: number) =>
      lines(
        outlineView(
          article({
            meetings: [meeting('met', { parties: ['Northland', 'Southland'], announced: { ...at('talks'), count } })],
          }),
        ),
      ).filter((line) => line.includes('announced'));
    assert.deepEqual(announced(3), ['    “talks”: 3 announced, 2 listed']);
    assert.deepEqual(announced(2), []);
  });

  it('says that no meeting was found when the article has people', () => {
    assert.deepEqual(lines(outlineView(article({ people: [person('Ona Fell', [at('Ona Fell')])] }))), [
      'meetings',
      'people',
      '  Ona Fell, ?, 0',
    ]);
  });

  it('is empty for a text that names nobody', () => assert.deepEqual(outlineView(article()), []));

  it('keeps a delegate whose party is not among the meeting’s parties', () => {
    const stray = meeting('met', { delegates: [{ ...at('Ona Fell'), party: 'Westland', post: 'envoy', person: 'Ona Fell' }] });
    assert.deepEqual(lines(outlineView(article({ meetings: [stray] }))).slice(1), ['  held: met, 1 of 1', '    Ona Fell, envoy']);
  });

  it('shows the role held now, not the former one that is printed first', () => {
    const roles = [role('former mayor of Riverton', { status: 'former' }), role('Northland’s Transport Minister')];
    const [, people] = outlineView(article({ people: [person('Ana Brandt', [at('Ana Brandt')], roles)] }));
    const [row] = people!.rows;
    assert.equal(row?.kind === 'person' && row.role?.role, 'Northland’s Transport Minister');
  });

  it('leads from every row below a section to printed words', () => {
    const below = (rows: readonly OutlineRow[]): OutlineRow[] => rows.flatMap((row) => [row, ...below(row.rows)]);
    const mute = below(outlineView(story())).filter((row) => row.kind !== 'section' && row.spans.length === 0);
    assert.deepEqual(lines(mute), []);
  });

  it('leads from the people of a party to the words that say whose they are', () => {
    const side = outlineView(story()).find(({ section }) => section === 'people')!.rows[0]!;
    assert.deepEqual(
      side.spans.map(({ start, end }) => story().text.slice(start, end)),
      ['Northland’s Transport Minister'],
    );
  });

  it('gives every row an id of its own, even for meetings of one name', () => {
    const met = meeting('met', { parties: ['agenda', 'agenda'], agenda: [{ ...at('the bridge'), text: 'the bridge', by: [] }] });
    const twice = article({ meetings: [met, met], people: story().people });
    for (const rows of [outlineView(twice), outlineView(story())]) assert.equal(new Set(ids(rows)).size, ids(rows).length);
  });
});
