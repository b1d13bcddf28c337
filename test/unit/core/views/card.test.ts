import assert from 'node:assert/strict';
import { type Card, cardsAt } from '../../../../src/core/index.ts';
import { article, at, institution, person, quote, role, story } from './story.ts';

function kindsAt(words: string, nth = 0): string {
  return cardsAt(story(), at(words, nth).start + 1)
    .map((card) => card.kind)
    .join(' ');
}

function cardAt<K extends Card['kind']>(kind: K, words: string, nth = 0): Extract<Card, { kind: K }> {
  const card = cardsAt(story(), at(words, nth).start).find((candidate) => candidate.kind === kind);
  assert.ok(card, `no ${kind} card on “${words}”`);
  return card as Extract<Card, { kind: K }>;
}

describe('cards', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['Ana Brandt', 0, 'person'],
    ['Brandt', 1, 'person quote'],
    ['Transport', 0, 'person'],
    ['Bridge Council', 0, 'institution'],
    ['build', 0, 'quote'],
    ['said', 0, 'quote'],
    ['Monday', 0, 'date'],
    ['$3 million', 0, 'money quote'],
    ['Riverton', 0, 'place'],
    ['leads', 0, ''],
    ['Ministers', 0, ''],
  ];
  for (const [words, nth, kinds] of cases)
    it(`on “${words}” says: ${kinds || 'nothing'}`, () => assert.equal(kindsAt(words, nth), kinds));

  it('give a person all roles, each with the sentence that says so', () => {
    const card = cardAt('person', 'Ana Brandt');
    assert.deepEqual(
      card.roles.map(({ role: { role: words }, evidence }) => `${words} ← ${evidence.sentence}`),
      [
        'Northland’s Transport Minister ← RIVERTON, March 4 — Northland’s Transport Minister Ana Brandt met her Southland counterpart in Riverton on Monday.',
        'former mayor of Riverton ← Brandt, a former mayor of Riverton, leads the Bridge Council.',
      ],
    );
    assert.deepEqual([card.mentions, card.quotes, card.otherForms], [3, 1, ['Brandt']]);
  });

  it('show a split quote whole from any of its pieces', () => {
    const whole = ['We will build the bridge,', 'It takes time.'];
    assert.deepEqual(cardAt('quote', 'It takes').pieces, whole);
    assert.deepEqual(cardAt('quote', 'said').pieces, whole);
    assert.equal(cardAt('quote', 'said').role, 'Northland’s Transport Minister');
  });

  it('tell a capital that speaks from one that is a place', () => {
    assert.deepEqual(cardAt('place', 'Riverton', 2).reading, { is: 'party', sign: 'welcomed' });
    assert.deepEqual(cardAt('place', 'Riverton', 0).reading, { is: 'place', sign: 'in' });
    assert.deepEqual(cardAt('place', 'Northland').reading, { is: 'party', sign: 'met' });
    assert.equal(cardAt('place', 'RIVERTON').reading, null);
  });

  it('name the country of a capital and of a nationality, as the article prints it', () => {
    const text = 'Ankara and Turkish firms. Türkiye pays.';
    const entities = [
      { type: 'location' as const, start: 0, end: 6, value: null },
      { type: 'norp' as const, start: 11, end: 18, value: null },
      { type: 'location' as const, start: 26, end: 33, value: null },
    ];
    const foreign = article({ text, structure: [{ kind: 'paragraph', start: 0, end: text.length }], entities });
    const countries = entities
      .map(({ start }) => cardsAt(foreign, start))
      .map(([card]) => card && 'country' in card && card.country);
    assert.deepEqual(countries, ['Türkiye', 'Türkiye', null]);
  });

  it('name both candidates of an open mention', () => {
    const open = article({ openMentions: [{ ...at('Brandt', 1), candidates: ['Ana Brandt', 'Udo Brandt'] }] });
    const [card] = cardsAt(open, at('Brandt', 1).start);
    assert.deepEqual(card, {
      kind: 'open',
      span: { ...at('Brandt', 1), candidates: ['Ana Brandt', 'Udo Brandt'] },
      name: 'Brandt',
      candidates: ['Ana Brandt', 'Udo Brandt'],
    });
  });

  it('give a date that is no entity its value, where the article has a day', () => {
    const text = 'She left last week, and was back earlier this month.';
    const dated = (date: string | null) => article({ text, date, structure: [], people: [], quotes: [], entities: [] });
    const said = (date: string | null, words: string) =>
      cardsAt(dated(date), text.indexOf(words) + 1).map((card) => card.kind === 'date' && [card.words, card.value]);
    assert.deepEqual(said('2026-03-04', 'this month'), [['earlier this month', '2026-03']]);
    assert.deepEqual(said('2026-03-04', 'last'), [['last week', '2026-W09']]);
    assert.deepEqual(said(null, 'week'), [['last week', null]]);
    assert.deepEqual(said('2026-03-04', 'She'), []);
  });

  it('list who stands for an institution', () => {
    const staffed = article({
      people: [
        person(
          'Ana Brandt',
          [at('Ana Brandt')],
          [role('leads the Bridge Council', { post: 'leader', institution: 'Bridge Council' })],
        ),
      ],
      institutions: [institution('Bridge Council', [at('Bridge Council')])],
    });
    const [card] = cardsAt(staffed, at('Bridge Council').start);
    assert.ok(card?.kind === 'institution');
    assert.deepEqual(card.people, [{ name: 'Ana Brandt', post: 'leader' }]);
  });

  it('say of a nested quote whose quote it stands in', () => {
    const nested = article({
      quotes: [quote([at('We will build the bridge,')], { speaker: 'Ana Brandt' }), quote([at('the bridge', 1)], { within: 0 })],
    });
    const cards = cardsAt(nested, at('the bridge', 1).start + 1);
    assert.deepEqual(
      cards.map((card) => card.kind === 'quote' && card.within),
      ['Ana Brandt', null],
    );
  });
});
