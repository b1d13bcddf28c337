import assert from 'node:assert/strict';
import { line, meetings } from './marked.ts';

const ROLES = { 'Ana Ruiz': ['president', 'Peru'], 'Pedro Lema': ['president', 'Ecuador'] } as const;

describe('meetings', () => {
  it('names only those as delegates of an earlier meeting who are named there', () => {
    const delegates = (last: string) =>
      meetings(['[P Ana Ruiz] met [P Pedro Lema] in [L Quito] on Monday.', last], ROLES, '2024-05-08')
        .filter(({ status }) => status === 'earlier')
        .flatMap((meeting) => meeting.delegates.map(({ person }) => person));
    assert.deepEqual(delegates('Last year, the presidents of [L Peru] and [L Ecuador] met in [L Lima].'), [null, null]);
    assert.deepEqual(delegates('Last year, [P Ana Ruiz] and [P Pedro Lema] met in [L Lima].'), ['Ana Ruiz', 'Pedro Lema']);
  });

  it('shows a meeting that nobody is named for by what was talked about', () => {
    const session = ['An urgent session was held on Monday.'];
    assert.deepEqual(meetings([...session, 'It was long.']).map(line), []);
    assert.deepEqual(
      meetings([`${session[0]} It discussed fishing quotas, the price of bread and the repair of the pier.`]).map(line),
      ['held | urgent session |  | fishing quotas; price of bread; repair of the pier'],
    );
  });

  it('takes a visit without a host for a meeting where topics are told', () => {
    const visit = '[P Ana Ruiz] paid a visit to the northern dam on Monday.';
    assert.deepEqual(meetings([`${visit} She praised the workers.`], ROLES).map(line), []);
    assert.deepEqual(
      meetings([`${visit} During the visit she discussed the repairs of the spillway and the price of water.`], ROLES).map(line),
      ['held | visit | Peru | repairs of the spillway; price of water'],
    );
  });

  it('lists two delegates of one party', () => {
    const roles = {
      'Ana Ruiz': ['president', 'Peru'],
      'Eva Soto': ['trade minister', 'Peru'],
      'Pedro Lema': ['president', 'Chile'],
    } as const;
    const [meeting] = meetings(['[P Ana Ruiz] and [P Eva Soto] met [P Pedro Lema].'], roles);
    assert.deepEqual(
      meeting!.delegates.map(({ party, person }) => `${party}: ${person}`),
      ['Peru: Ana Ruiz', 'Peru: Eva Soto', 'Chile: Pedro Lema'],
    );
  });

  it('finds who met, where, when and about what', () => {
    const [meeting, ...others] = meetings(
      ['Presidents [P Ana Ruiz] and [P Pedro Lema] met in [L Lima] on Tuesday to discuss fishing rights in the strait.'],
      ROLES,
      '2024-03-06',
    );
    assert.deepEqual(others, []);
    assert.equal(line(meeting!), 'held | met | Peru + Ecuador | fishing rights in the strait');
    assert.deepEqual([meeting!.when, meeting!.date, meeting!.where], ['Tuesday', '2024-03-05', 'Lima']);
    assert.deepEqual(
      meeting!.delegates.map(({ party, post, person }) => [party, post, person]),
      [
        ['Peru', 'president', 'Ana Ruiz'],
        ['Ecuador', 'president', 'Pedro Lema'],
      ],
    );
  });

  it('takes the event under many names for one meeting', () => {
    const found = meetings(
      [
        'Peru, Ecuador and Chile held trilateral talks in [L Lima] on Tuesday.',
        'The three countries discussed a rail link over the pass. The talks also focused on visas for farm workers.',
      ],
      {},
      '2024-03-06',
    );
    assert.deepEqual(found.map(line), [
      'held | trilateral talks | Peru + Ecuador + Chile | rail link over the pass; visas for farm workers',
    ]);
    assert.equal(found[0]!.announced!.count, 3);
  });

  it('lists the delegates that nobody names', () => {
    const [meeting] = meetings([
      'The defence ministers and intelligence chiefs of Peru, Ecuador and Chile held talks in [L Lima].',
    ]);
    assert.equal(meeting!.parties.join(', '), 'Peru, Ecuador, Chile');
    assert.equal(meeting!.delegates.length, 6);
    assert.ok(meeting!.delegates.every(({ person }) => person === null));
  });

  it('lists a delegate for each party that the article only counts', () => {
    const posts = (count: string) =>
      meetings(
        [`[P Ana Ruiz] met [P Pedro Lema] on Monday. The intelligence chiefs of the ${count} countries attended the meeting.`],
        ROLES,
      )[0]!.delegates.map(({ party, post, person }) => `${party} ${post}: ${person}`);
    assert.deepEqual(posts('two'), [
      'Peru president: Ana Ruiz',
      'Ecuador president: Pedro Lema',
      'Peru intelligence chief: null',
      'Ecuador intelligence chief: null',
    ]);
    assert.deepEqual(posts('four'), ['Peru president: Ana Ruiz', 'Ecuador president: Pedro Lema']);
  });

  it('keeps earlier and planned meetings apart', () => {
    const found = meetings(
      [
        '[P Ana Ruiz] met [P Pedro Lema] in [L Lima] on Tuesday.',
        'Last December, the leaders of Peru and Bolivia met in [L La Paz].',
        'The foreign ministers of Peru and Chile will meet in early May.',
      ],
      ROLES,
      '2024-03-06',
    );
    assert.deepEqual(found.map(line), [
      'held | met | Peru + Ecuador | ',
      'earlier | met | Peru + Bolivia | ',
      'planned | meet | Peru + Chile | ',
    ]);
    assert.deepEqual(
      found.map(({ date }) => date),
      ['2024-03-05', '2023-12', '2024-05/early'],
    );
  });

  it('takes a later mention of another event for background', () => {
    const found = meetings(
      ['[P Ana Ruiz] met [P Pedro Lema] on Tuesday.', 'A summit of Bolivia and Chile ended without a deal.'],
      ROLES,
    );
    assert.deepEqual(
      found.map(({ status, parties }) => [status, parties.join(' + ')]),
      [
        ['held', 'Peru + Ecuador'],
        ['earlier', 'Bolivia + Chile'],
      ],
    );
  });

  it('steps over circumstances and titles, and knows a call', () => {
    const received = meetings(
      ['President [P Ana Ruiz] received at her office on Sunday President [P Pedro Lema] of Ecuador.'],
      ROLES,
    );
    assert.deepEqual(
      received.map(({ parties }) => parties.join(' + ')),
      ['Peru + Ecuador'],
    );
    const call = meetings(['[P Ana Ruiz] spoke over the phone with [P Pedro Lema].'], ROLES);
    assert.deepEqual(
      call.map(({ name }) => name),
      ['spoke over the phone'],
    );
  });

  const ways: readonly (readonly [string, string])[] = [
    ['[P Ana Ruiz] discussed the fishing treaty with [P Pedro Lema] on Monday.', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] was received at the palace by [P Pedro Lema].', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] called her counterpart [P Pedro Lema] on Monday.', 'held | Peru + Ecuador'],
    ['The foreign ministers of Peru, Chile and Ecuador gathered to discuss copper.', 'held | Peru + Chile + Ecuador'],
    [
      'Peruvian minister [P Ana Ruiz], Ecuadorean minister [P Pedro Lema] and Chilean minister [P Eva Soto] met.',
      'held | Peru + Ecuador + Chilean',
    ],
    ['[P Ana Ruiz], the president of Peru, met [P Pedro Lema].', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] sat down with [P Pedro Lema] on Monday.', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] arrived in Ecuador on Monday on a state visit.', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] will visit Ecuador.', 'planned | Peru + Ecuador'],
    ['Peru invited Ecuador to talks next month.', 'planned | Peru + Ecuador'],
    ['[P Ana Ruiz] received a phone call from [P Pedro Lema].', 'held | Peru + Ecuador'],
    ['[P Ana Ruiz] received at her office in the Old Garrison today the envoy [P Pedro Lema].', 'held | Peru + Ecuador'],
  ];
  for (const [text, expected] of ways)
    it(`tells who met in: ${text}`, () =>
      assert.deepEqual(
        meetings([text], ROLES).map(({ status, parties }) => `${status} | ${parties.join(' + ')}`),
        [expected],
      ));

  it('reads a text in capitals like any other', () => {
    const found = meetings([
      'PERU AND CHILE HOLD TALKS ON COPPER',
      'THE FOREIGN MINISTERS OF PERU AND CHILE MET IN [L LIMA] ON MONDAY TO DISCUSS COPPER EXPORTS. THE TALKS WERE USEFUL.',
    ]);
    assert.deepEqual(
      found.map(({ status, name, parties }) => `${status} | ${name} | ${parties.join(' + ')}`),
      ['held | TALKS | PERU + CHILE'],
    );
    const titled = meetings(['Peru and Chile Meet at the Border Security Summit in [L Lima]']);
    assert.deepEqual(
      titled.map(({ name }) => name),
      ['Border Security Summit'],
    );
  });

  for (const text of [
    '[P Ana Ruiz] discussed cooperation with Ecuador.',
    '[P Ana Ruiz] sat in the front row with [P Pedro Lema].',
    '[P Ana Ruiz] called [P Pedro Lema] a liar.',
    'They had an invitation to visit Ecuador.',
    '[P Ana Ruiz] flew to Ecuador.',
    '[P Ana Ruiz] held a press conference in [L Lima].',
    'The plan met strong criticism in Peru.',
    'Prices have to meet the needs of Peru and Chile.',
    'The talks between Peru and Chile were cancelled.',
    'Peru and Chile grow grapes.',
    '[P Ana Ruiz] received a letter from [P Pedro Lema].',
  ])
    it(`finds none in: ${text}`, () => assert.deepEqual(meetings([text], ROLES).map(line), []));
});
