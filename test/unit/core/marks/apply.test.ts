import assert from 'node:assert/strict';
import type { Institution, Meeting, Person, Quote, Span } from '../../../../src/core/article.ts';
import { createAnalyzer } from '../../../../src/core/analyze.ts';
import { correctCast } from '../../../../src/core/marks/applyCast.ts';
import { correctEntities, entityFixes } from '../../../../src/core/marks/applyEntities.ts';
import { correctMeetings } from '../../../../src/core/marks/applyMeetings.ts';
import { correctQuotes } from '../../../../src/core/marks/applyQuotes.ts';
import { decisionsOf, type LaidDecision } from '../../../../src/core/marks/decisions.ts';
import type { Decision, OutlineDecision } from '../../../../src/core/marks/mark.ts';
import { finish } from '../../../../src/core/marks/anchor.ts';
import { placeMarks } from '../../../../src/core/marks/place.ts';
import { markOn } from './helper.ts';

const TEXT = 'Ada Moreau met Lind. “We must act,” Lind said. “At once,” he said. Ada Moreau left. The Adamant sank.\n';

function at(words: string, nth = 0): Span {
  let start = TEXT.indexOf(words);
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

function laid(decision: Decision, ...content: readonly Span[]): LaidDecision {
  return { decision, content, cue: null, source: null };
}

const words = ({ start, end }: Span) => TEXT.slice(start, end);

describe('entity decisions', () => {
  const block = { start: 0, end: TEXT.length };
  const found = [
    { ...at('Ada Moreau'), type: 'person' as const },
    { ...at('Lind'), type: 'location' as const },
    { ...at('Lind', 1), type: 'location' as const },
  ];
  const correct = (...decisions: readonly LaidDecision[]) =>
    correctEntities(found, entityFixes(TEXT, [block], decisions)[0]!).map(
      (entity) => `${words(entity)}@${entity.start} ${entity.type}`,
    );

  it('changes one place', () => {
    assert.deepEqual(correct(laid({ kind: 'entity', type: 'person', every: false }, at('Lind'))), [
      'Ada Moreau@0 person',
      'Lind@15 person',
      'Lind@36 location',
    ]);
  });
  it('changes every place, whole words only', () => {
    assert.deepEqual(correct(laid({ kind: 'entity', type: 'misc', every: true }, at('Ada'))), [
      'Ada@0 misc',
      'Lind@15 location',
      'Lind@36 location',
      'Ada@67 misc',
    ]);
  });
  it('takes an entity away', () => {
    assert.deepEqual(correct(laid({ kind: 'entity', type: 'not-an-entity', every: true }, at('Lind'))), ['Ada Moreau@0 person']);
  });
  it('lets a decision about one place stand over one about every place', () => {
    const one = laid({ kind: 'entity', type: 'person', every: false }, at('Lind'));
    const all = laid({ kind: 'entity', type: 'not-an-entity', every: true }, at('Lind'));
    assert.deepEqual(correct(one, all), ['Ada Moreau@0 person', 'Lind@15 person']);
  });
  it('lets the later of two decisions about overlapping words stand, wherever they begin', () => {
    const long = laid({ kind: 'entity', type: 'organization', every: false }, at('Ada Moreau'));
    const short = laid({ kind: 'entity', type: 'misc', every: false }, at('Moreau'));
    assert.ok(correct(short, long).includes('Ada Moreau@0 organization'));
    assert.ok(correct(long, short).includes('Moreau@4 misc'));
  });
  it('reaches the analysis, and an analyser that remembers answers as a new one', () => {
    const decisions = [laid({ kind: 'entity', type: 'product', every: false }, at('Adamant'))];
    const analyzer = createAnalyzer();
    analyzer.analyze(TEXT);
    const article = analyzer.analyze(TEXT, { decisions });
    assert.ok(article.entities.some((entity) => words(entity) === 'Adamant' && entity.type === 'product'));
    assert.deepEqual(article, createAnalyzer().analyze(TEXT, { decisions }));
    assert.deepEqual(analyzer.analyze(TEXT), createAnalyzer().analyze(TEXT));
  });
});

describe('decisions about people', () => {
  const role = { role: 'Mayor', post: 'Mayor', status: 'current' as const, institution: null, party: null, start: 0, end: 3 };
  const ada: Person = { name: 'Ada Moreau', mentions: [at('Ada Moreau'), at('Ada Moreau', 1)], roles: [role], namesakes: [] };
  const lind: Person = { name: 'Lind', mentions: [at('Lind'), at('Lind', 1)], roles: [], namesakes: [] };
  const cast = { people: [ada, lind], openMentions: [{ ...at('Lind', 1), candidates: ['A', 'B'] }], institutions: [] };
  const shown = (...decisions: readonly LaidDecision[]) =>
    correctCast(cast, TEXT, decisions).people.map(
      ({ name, mentions, roles }) =>
        `${name} ×${mentions.length} ${roles.map((own) => `${own.role}/${own.institution}/${own.party}`).join()}`,
    );

  it('leaves a cast alone', () => assert.equal(correctCast(cast, TEXT, []), cast));
  it('merges a person marked on the full name', () => {
    assert.deepEqual(shown(laid({ kind: 'identity', name: 'Ada Moreau', directoryId: null }, at('Lind'))), [
      'Ada Moreau ×4 Mayor/null/null',
    ]);
  });
  it('moves one mention to somebody new', () => {
    assert.deepEqual(shown(laid({ kind: 'identity', name: 'Eve Moreau', directoryId: null }, { start: 4, end: 10 })), [
      'Eve Moreau ×1 ',
      'Lind ×2 ',
      'Ada Moreau ×1 Mayor/null/null',
    ]);
  });
  it('closes an open mention', () => {
    const { openMentions } = correctCast(cast, TEXT, [
      laid({ kind: 'identity', name: 'Ada Moreau', directoryId: null }, at('Lind', 1)),
    ]);
    assert.deepEqual(openMentions, []);
  });
  it('gives a role, an institution, a party', () => {
    assert.equal(
      shown(laid({ kind: 'role', role: 'Minister', party: 'Norway' }, at('Ada')))[0],
      'Ada Moreau ×2 Minister/null/Norway',
    );
    assert.equal(shown(laid({ kind: 'role', institution: 'Town Hall' }, at('Ada')))[0], 'Ada Moreau ×2 Mayor/Town Hall/null');
  });
});

describe('decisions about quotes', () => {
  const quote = (content: string, speaker: string | null, within: number | null = null): Quote => ({
    type: 'direct',
    content: [at(content)],
    cue: null,
    source: null,
    speaker,
    speakerKind: speaker === null ? null : 'person',
    candidates: [],
    via: null,
    within,
    why: { code: 'source', data: {} },
  });
  const people: Person[] = [{ name: 'Ada Moreau', mentions: [at('Ada Moreau')], roles: [], namesakes: [] }];
  const cast = { people, institutions: [] as Institution[] };
  const quotes = [quote('We must act,', 'Lind'), quote('must act', null, 0), quote('At once,', null)];
  const shown = (...decisions: readonly LaidDecision[]) =>
    correctQuotes(quotes, cast, decisions).map(
      ({ content, speaker, speakerKind, within, why }) =>
        `${content.map(words).join('|')} ${speaker} ${speakerKind} ${within} ${why.code}`,
    );

  it('leaves quotes alone', () => assert.equal(correctQuotes(quotes, cast, []), quotes));
  it('names a speaker, of the inner quote where its words are marked', () => {
    assert.deepEqual(shown(laid({ kind: 'speaker', speaker: 'Ada Moreau' }, at('must act'))), [
      'We must act, Lind person null source',
      'must act Ada Moreau person 0 decided',
      'At once, null null null source',
    ]);
  });
  it('says that a speaker is not known', () => {
    assert.equal(shown(laid({ kind: 'speaker', speaker: null }, at('We must act,')))[0], 'We must act, null null null decided');
  });
  it('takes a quote away and frees what was nested in it', () => {
    assert.deepEqual(shown(laid({ kind: 'quote', type: 'not-a-quote' }, at('We must act,'))), [
      'must act null null null source',
      'At once, null null null source',
    ]);
  });
  it('joins two pieces', () => {
    const joined = shown(laid({ kind: 'quote', type: 'direct' }, at('We must act,'), at('At once,')));
    assert.deepEqual(joined, ['We must act,|At once, Lind person null marked', 'must act null null 0 source']);
  });
  it('adds a quote with its source', () => {
    const decision = { ...laid({ kind: 'quote', type: 'indirect' }, at('sank')), source: at('Ada Moreau') };
    assert.equal(shown(decision).at(-1), 'sank Ada Moreau person null marked');
  });
});

describe('decisions about the outline', () => {
  const meeting = (name: string, party: string, agenda: string): Meeting => ({
    name,
    status: 'held',
    when: null,
    date: null,
    where: null,
    announced: null,
    parties: [party],
    partySpans: [at(party)],
    delegates: [{ party, post: 'mayor', person: null, ...at(party) }],
    agenda: [{ text: agenda, by: [], ...at(agenda) }],
    ...at(name),
  });
  const meetings = [meeting('met', 'Ada', 'act'), meeting('left', 'Adamant', 'sank')];
  const outline = (
    part: OutlineDecision['part'],
    action: OutlineDecision['action'],
    more: Partial<OutlineDecision> = {},
  ): OutlineDecision => ({
    kind: 'outline',
    part,
    action,
    value: null,
    meeting: null,
    party: null,
    person: null,
    ...more,
  });
  const shown = (...decisions: readonly LaidDecision[]) =>
    correctMeetings(meetings, TEXT, decisions).map(
      ({ name, parties, delegates, agenda }) =>
        `${name}: ${parties.join()}; ${delegates.map((own) => `${own.party} ${own.post}`).join()}; ${agenda.map(({ text }) => text).join()}`,
    );
  const [first, second] = ['met: Ada; Ada mayor; act', 'left: Adamant; Adamant mayor; sank'];
  const cases: readonly (readonly [string, LaidDecision, readonly string[]])[] = [
    ['adds a meeting', laid(outline('meeting', 'add'), at('said')), [first, 'said: ; ; ', second]],
    ['removes a meeting', laid(outline('meeting', 'remove'), at('met')), [second]],
    [
      'rewords a meeting',
      laid(outline('meeting', 'reword', { value: 'talks' }), at('met')),
      ['talks: Ada; Ada mayor; act', second],
    ],
    ['adds a party to the nearest meeting', laid(outline('party', 'add'), at('Lind')), ['met: Ada,Lind; Ada mayor; act', second]],
    ['removes a party', laid(outline('party', 'remove'), at('Ada')), ['met: ; Ada mayor; act', second]],
    [
      'rewords a party and its delegates',
      laid(outline('party', 'reword', { value: 'France' }), at('Ada')),
      ['met: France; France mayor; act', second],
    ],
    [
      'moves a party',
      laid(outline('party', 'move', { meeting: 'left' }), at('Ada')),
      ['met: ; Ada mayor; act', 'left: Adamant,Ada; Adamant mayor; sank'],
    ],
    [
      'adds a delegate',
      laid(outline('delegate', 'add', { party: 'Ada', value: 'clerk' }), at('Lind')),
      ['met: Ada; Ada mayor,Ada clerk; act', second],
    ],
    [
      'rewords a delegate',
      laid(outline('delegate', 'reword', { value: 'clerk' }), at('Ada')),
      ['met: Ada; Ada clerk; act', second],
    ],
    ['removes a delegate', laid(outline('delegate', 'remove'), at('Ada')), ['met: Ada; ; act', second]],
    [
      'adds an agenda item',
      laid(outline('agenda', 'add'), at('At once')),
      ['met: Ada; Ada mayor; act', 'left: Adamant; Adamant mayor; At once,sank'],
    ],
    [
      'moves an agenda item',
      laid(outline('agenda', 'move', { meeting: 'left' }), at('act')),
      ['met: Ada; Ada mayor; ', 'left: Adamant; Adamant mayor; sank,act'],
    ],
    ['removes an agenda item', laid(outline('agenda', 'remove'), at('act')), ['met: Ada; Ada mayor; ', second]],
    ['finds nothing to remove', laid(outline('agenda', 'remove'), at('Lind')), [first, second]],
  ];
  for (const [name, decision, expected] of cases) it(name, () => assert.deepEqual(shown(decision), expected));
});

describe('decisionsOf', () => {
  it('puts the decision that was made last last, whatever its line’s place in the file', () => {
    const [early, late] = ['2025-03-04T16:40:00Z', '2025-03-04T16:50:00Z'].map((modified, index) => ({
      ...markOn(TEXT, { kind: 'speaker', speaker: String(index) }, [at('Lind')], `urn:uuid:${index}`),
      modified,
    }));
    for (const marks of [
      [early!, late!],
      [late!, early!],
    ])
      assert.deepEqual(
        decisionsOf(finish(placeMarks(TEXT, marks))).map(({ decision }) => decision.kind === 'speaker' && decision.speaker),
        ['0', '1'],
      );
  });

  it('takes marks that have a place, and none that have lost theirs', () => {
    const speaker: Decision = { kind: 'speaker', speaker: 'Lind' };
    const marks = [
      markOn(TEXT, speaker, [at('We must act,'), { ...at('Lind', 1), role: 'source' }], 'a'),
      markOn('Other words stood here.', speaker, [{ start: 0, end: 11 }], 'b'),
    ];
    assert.deepEqual(decisionsOf(finish(placeMarks(TEXT, marks))), [
      { decision: speaker, content: [at('We must act,')], cue: null, source: at('Lind', 1) },
    ]);
  });
});
