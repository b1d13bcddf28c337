import assert from 'node:assert/strict';
import { line, meetings } from './marked.ts';

const ROLES = {
  'Ana Ruiz': ['president', 'Peru'],
  'Pedro Lema': ['president', 'Ecuador'],
  'Iris Vogt': ['mayor', 'Harbour City'],
} as const;

/** Text, and each meeting as status, name, parties. */
const TIMES: readonly (readonly [string, readonly string[]])[] = [
  // To come.
  ['[P Ana Ruiz] will meet [P Pedro Lema] on Friday.', ['planned meet Peru + Ecuador']],
  ['Peru and Chile are set to hold talks in [L Lima].', ['planned talks Peru + Chile']],
  ['The talks between Peru and Chile are scheduled for May.', ['planned talks Peru + Chile']],
  ['Preparations for the upcoming summit of Peru and Chile go on.', ['planned summit Peru + Chile']],
  // Over or under way, whatever else the sentence speaks of.
  ['Peru and Chile held talks on the next harvest.', ['held talks Peru + Chile']],
  ['At their meeting Peru and Chile agreed that tolls would fall.', ['held meeting Peru + Chile']],
  ['Peru and Chile held talks on the latest border incidents.', ['held talks Peru + Chile']],
  ['Peru held talks with Chile, which had failed to agree so far.', ['held talks Peru + Chile']],
  // Background.
  ['Peru and Chile held talks in [L Lima] two years ago.', ['earlier talks Peru + Chile']],
  ['At their previous meeting Peru and Chile had agreed on tolls.', ['earlier meeting Peru + Chile']],
  ['Peru and Chile met last month.', ['earlier met Peru + Chile']],
  ['Peru and Chile had held talks on tolls.', ['earlier talks Peru + Chile']],
  ['Peru and Chile have held several meetings.', ['earlier meetings Peru + Chile']],
  ['Peru and Chile have held a meeting.', ['held meeting Peru + Chile']],
  ['Talks between Peru and Chile have gone on since 2019.', ['earlier Talks Peru + Chile']],
  ['[P Ana Ruiz] met [P Pedro Lema] in March.', ['earlier met Peru + Ecuador']],
  ['[P Ana Ruiz] met [P Pedro Lema] on 4 March.', ['held met Peru + Ecuador']],
  // Asked for.
  ['Peru requested an urgent meeting with Chile.', ['planned urgent meeting Peru + Chile']],
  ['Peru will instead take part in talks with Chile.', ['planned talks Peru + Chile']],
  ['Peru and Chile gathered in [L Lima] on Tuesday to attend the summit.', ['held summit Peru + Chile']],
  ['Peru and Chile met to discuss the floods of last week.', ['held met Peru + Chile']],
  // Hypothetical, unless its day is set.
  ['[P Ana Ruiz] could meet [P Pedro Lema].', []],
  ['[P Ana Ruiz] could meet [P Pedro Lema] on Sunday.', ['planned meet Peru + Ecuador']],
  ['[P Ana Ruiz] hopes to meet [P Pedro Lema].', []],
  ['Peru called for talks with Chile.', []],
  ['On Friday Peru called for peace talks with Chile.', []],
  ['Peru is ready for the talks with Chile.', ['held talks Peru + Chile']],
  ['They spoke of future talks between Peru and Chile.', []],
  // None.
  ['Peru refused to hold talks with Chile.', []],
  ['Peru and Chile did not meet.', []],
  ['The talks between Peru and Chile were postponed.', []],
];

/** Text, and each meeting as status, name, parties. */
const PARTIES: readonly (readonly [string, readonly string[]])[] = [
  ['[P Ana Ruiz] received at her office on Sunday [P Pedro Lema].', ['held received Peru + Ecuador']],
  ['[P Ana Ruiz] received a letter from [P Pedro Lema].', []],
  ["[P Ana Ruiz] welcomed [P Pedro Lema]'s decision.", []],
  ['[P Ana Ruiz] paid a visit to Chile.', ['held visit Peru + Chile']],
  ['[P Ana Ruiz] began an unannounced visit to Santiago.', ['held visit Peru + Santiago']],
  ['[P Ana Ruiz] visited the market.', []],
  ['The summit was attended by the leaders of Peru, the [L Kingdom of Tonga], and Chile.', ['held summit Peru + Tonga + Chile']],
  ['Envoys of the [O Harbour Board] (HB) met [P Iris Vogt].', ['held met Harbour Board + Harbour City']],
  ['The spokesman said [P Ana Ruiz] met [P Pedro Lema].', ['held met Peru + Ecuador']],
  ['[P Ana Ruiz] flew to [L Quito]. She met [P Pedro Lema].', ['held met Peru + Ecuador']],
  ['LIMA: During a visit to Peru, [P Pedro Lema] met [P Ana Ruiz].', ['held met Peru + Ecuador']],
  ["Peru's [P Eva Soto], Chile's [P Jon Vik] and Bolivia's [P Ida Lund] met.", ['held met Peru + Chile + Bolivia']],
  ["Peru's [P Eva Soto] was there when Chile and Bolivia met.", ['held met Chile + Bolivia']],
  // Sessions and calls, by whose they are.
  ['The 12th session of the [O River Council] opened.', ['held session River Council']],
  ['A [O Council of Ministers] session approved tolls.', ['held Council of Ministers session Council of Ministers']],
  ['The [O Harbour Board] held training sessions.', []],
  ['[P Ana Ruiz] paid a courtesy call on [P Pedro Lema].', ['held courtesy call Peru + Ecuador']],
  ['[P Ana Ruiz] told a meeting of growers that tolls would fall.', ['held meeting Peru + growers']],
  ['[P Ana Ruiz] told reporters that growers held a meeting with Chile.', ['held meeting growers + Chile']],
  ['The [O Harbour Board] held a [O Zoom] meeting.', ['held meeting Harbour Board']],
  ['Tolls were set at a meeting presided over by [P Ana Ruiz].', ['held meeting Peru']],
  // Those who live, work or own somewhere.
  ['The [O Harbour Board] met residents on Friday.', ['held met Harbour Board + residents']],
  ['The [O Harbour Board] hosts 40 companies.', []],
  ['Residents gathered in the square.', []],
  ['Residents met in the square.', ['held met Residents']],
  ['Growers held talks with the [O Harbour Board].', ['held talks Growers + Harbour Board']],
  ['Peru and Chile met on Friday. Bolivia called the meeting a mistake.', ['held meeting Peru + Chile']],
  // A state's own body.
  [
    "Speaking at a meeting of Peru's cabinet, the [O River Council], on Friday, [P Ana Ruiz] praised it.",
    ['held meeting River Council'],
  ],
  ["Peru's cabinet held talks with Chile.", ['held talks Peru + Chile']],
  ['The [O National Dockers Union] (NDU) and the [O NDU Wage Committee] held talks.', ['held talks National Dockers Union']],
  // Apposition.
  ['After talks with [P Ana Ruiz], the president, [P Pedro Lema] left.', ['held talks Peru + Ecuador']],
  // Posts without a word that says whose are nobody's side.
  ['The foreign ministers met in [L Lima].', []],
  ['The government and opposition leaders met on Friday.', ['held met government + opposition leaders']],
];

const short = (texts: readonly string[]): readonly string[] =>
  meetings(texts, ROLES).map(({ status, name, parties }) => `${status} ${name} ${parties.join(' + ')}`);

describe('when a meeting is', () => {
  for (const [text, expected] of TIMES) it(text, () => assert.deepEqual(short([text]), expected));
});

describe('who takes part', () => {
  for (const [text, expected] of PARTIES) it(text, () => assert.deepEqual(short([text]), expected));

  it('names the bodies of one state, and the states where two meet', () => {
    const bodies = { 'Trade Ministry': 'Peru', 'Budget Committee': 'Peru' };
    const found = (text: string) => meetings([text], ROLES, null, bodies).map(({ parties }) => parties.join(' + '));
    assert.deepEqual(found('The [O Trade Ministry] met the [O Budget Committee].'), ['Trade Ministry + Budget Committee']);
    assert.deepEqual(found('The [O Trade Ministry] held talks with Chile.'), ['Peru + Chile']);
  });

  it('takes the article’s parties for a later meeting of "the four countries"', () => {
    const found = meetings([
      'Peru, Chile, Bolivia and Ecuador held quadrilateral talks in [L Lima].',
      'The foreign ministers of the four countries will hold a meeting in May.',
    ]);
    assert.deepEqual(
      found.map(({ status, parties }) => `${status} ${parties.join(' + ')}`),
      ['held Peru + Chile + Bolivia + Ecuador', 'planned Peru + Chile + Bolivia + Ecuador'],
    );
  });
});

/** Sentences whose word for a meeting means something else; beside each one where it is meant. */
const SENSES: readonly (readonly [string, readonly string[]])[] = [
  ['Peru is meeting the current and future power demands of Chile.', []],
  ['Peru met the strict standards of the [O Harbour Board].', []],
  ['The bill of [P Ana Ruiz] met with criticism from opposition leaders.', []],
  ['[P Ana Ruiz] met with opposition leaders.', ['held met Peru + opposition leaders']],
  ['Peru will meet Chile in the semi-final on Sunday.', []],
  ['The unbeaten champions Peru meet Chile on Sunday.', []],
  ['[P Ana Ruiz] met [P Pedro Lema] to discuss hosting the final.', ['held met Peru + Ecuador']],
  ['Peru beat hosts Chile on Sunday.', []],
  ['[P Ana Ruiz] hosts [P Pedro Lema] on Friday.', ['held hosts Peru + Ecuador']],
  ['It was a retreat by the [O Harbour Board] from the market.', []],
  ['The [O Harbour Board] held a retreat in [L Lima].', ['held retreat Harbour Board']],
  ['Peru is gathering evidence in Chile.', []],
  ['Peru held a gathering with Chile.', ['held gathering Peru + Chile']],
  ['The [O Harbour Board] held a hearing with Peru.', []],
  ['They visited the Railway Workshop Depot with the [O Harbour Board].', []],
  ['They spoke in the conference hall of the [O Harbour Board].', []],
  ['[P Ana Ruiz] frequently talks with Chile.', []],
  ['The cultural exchange between Peru and Chile grows.', []],
  ['The [O Harbour Board] held conferences, seminars and workshops with Chile.', []],
  ['WHO officials held a meeting with the [O Harbour Board].', ['held meeting WHO officials + Harbour Board']],
];

describe('a word of two senses', () => {
  for (const [text, expected] of SENSES) it(text, () => assert.deepEqual(short([text]), expected));
});

describe('one event under many names', () => {
  it('keeps a meeting whose parties only a later sentence names', () => {
    const found = meetings(
      ['[P Pedro Lema] flew home on Monday.', 'The meeting reviewed fishing rights. The meeting was attended by [P Ana Ruiz].'],
      ROLES,
    );
    assert.deepEqual(found.map(line), ['held | meeting | Peru | fishing rights']);
  });

  it('takes "the ministers" of a headline for those whom the text names', () => {
    assert.deepEqual(
      short([
        'Quadrilateral meeting involving defence ministers ends',
        'Ministers of Peru, Chile, Bolivia and Ecuador held talks in [L Lima].',
      ]),
      ['held Quadrilateral meeting Peru + Chile + Bolivia + Ecuador'],
    );
  });

  it('tells two days, two summits and a call apart', () => {
    assert.deepEqual(short(['Peru and Chile met on Monday.', 'Peru and Chile met on Thursday.']), [
      'held met Peru + Chile',
      'held met Peru + Chile',
    ]);
    assert.equal(
      short(['Peru and Chile took part in the Harbour Summit.', 'Peru and Chile took part in the River Summit.']).length,
      2,
    );
    assert.equal(short(['Peru and Chile held peace talks on Monday.', 'Peru and Chile then held trade talks.']).length, 2);
  });

  it('takes the next round of talks for a meeting to come of the same parties', () => {
    const talks = 'Peru and Chile held talks on Friday.';
    assert.deepEqual(short([talks, 'The next round is due in [L Quito] in May.']), [
      'held talks Peru + Chile',
      'planned next round Peru + Chile',
    ]);
    assert.deepEqual(short([talks, 'The next round of applause was louder.']), ['held talks Peru + Chile']);
    assert.deepEqual(short(['The next round is due in [L Quito] in May.']), []);
  });

  it('takes a follow-up for a meeting to come of those who met', () => {
    assert.deepEqual(short(['Peru and Chile held talks on Friday.', 'A follow-up meeting is planned in [L Quito] on 4 May.']), [
      'held talks Peru + Chile',
      'planned meeting Peru + Chile',
    ]);
    assert.deepEqual(short(['A follow-up meeting is planned in [L Quito] on 4 May.']), []);
  });

  it('takes another guest of the same party for another meeting', () => {
    const roles = { ...ROLES, 'Jon Vik': ['envoy', 'Ecuador'] } as const;
    const found = (second: string) => meetings(['[P Ana Ruiz] met [P Pedro Lema] on Friday.', second], roles).length;
    assert.equal(found('Later she met [P Jon Vik].'), 2);
    assert.equal(found('She met [P Pedro Lema] at noon.'), 1);
    assert.equal(found('The meeting was attended by [P Jon Vik].'), 1);
  });

  it('takes the last subject for the “she” of the next sentence', () => {
    const roles = { ...ROLES, 'Jon Vik': ['envoy', 'Chile'] } as const;
    assert.deepEqual(
      meetings(['In the morning [P Ana Ruiz] met [P Pedro Lema].', 'She then held separate talks with [P Jon Vik].'], roles).map(
        ({ parties }) => parties.join(' + '),
      ),
      ['Peru + Ecuador', 'Peru + Chile'],
    );
  });

  it('takes no month for the date that is part of a name', () => {
    const [meeting] = meetings(['[P Ana Ruiz] met [P Jan Vik] on Tuesday.'], { ...ROLES, 'Jan Vik': ['envoy', 'Chile'] });
    assert.deepEqual([meeting!.when, meeting!.status], ['Tuesday', 'held']);
  });

  it('takes an earlier guess back when the text says that the event is to come', () => {
    assert.deepEqual(
      short(['Peru and Chile take part in the Harbour Summit.', 'The Harbour Summit will be held in May.']).map(
        (each) => each.split(' ')[0],
      ),
      ['planned'],
    );
  });
});
