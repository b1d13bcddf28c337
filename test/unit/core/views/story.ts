import type {
  Article,
  Delegate,
  Entity,
  EntityType,
  Institution,
  Meeting,
  Person,
  Quote,
  Role,
  Span,
} from '../../../../src/core/index.ts';

/** Three ministers, one of them unnamed, one meeting held and one planned: the article that the tests of the views look at. */
export const TEXT = `Ministers talk about the bridge

RIVERTON, March 4 — Northland’s Transport Minister Ana Brandt met her Southland counterpart in Riverton on Monday.

“We will build the bridge,” Brandt said. “It takes time.”

Brandt, a former mayor of Riverton, leads the Bridge Council. The council said the sum was $3 million.

Ona Fell came too. Riverton welcomed the plan, and talks go on in May.`;

/** The span of the nth occurrence of these words, from 0. */
export function at(words: string, nth = 0): Span {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” does not stand in the text ${nth + 1} times.`);
  return { start, end: start + words.length };
}

export function entity(type: EntityType, words: string, nth = 0, value: Entity['value'] = null): Entity {
  return { type, ...at(words, nth), value };
}

export function role(words: string, more: Partial<Role> = {}): Role {
  return { ...at(words), role: words, post: words, status: 'current', institution: null, party: null, ...more };
}

export function person(name: string, mentions: readonly Span[], roles: readonly Role[] = []): Person {
  return { name, mentions, roles, namesakes: [] };
}

export function institution(name: string, mentions: readonly Span[], party: string | null = null): Institution {
  return { name, kind: null, aliases: [], party, mentions };
}

export function quote(content: readonly Span[], more: Partial<Quote> = {}): Quote {
  const unknown = { cue: null, source: null, speaker: null, speakerKind: null, candidates: [], via: null, within: null };
  return { type: 'direct', content, ...unknown, why: { code: 'none', data: {} }, ...more };
}

export function delegate(party: string, post: string, who: string | null, words: string): Delegate {
  return { ...at(words), party, post, person: who };
}

export function meeting(name: string, more: Partial<Meeting> = {}): Meeting {
  return {
    ...at(name),
    name,
    status: 'held',
    when: null,
    date: null,
    where: null,
    parties: [],
    partySpans: [],
    delegates: [],
    agenda: [],
    announced: null,
    ...more,
  };
}

export function article(more: Partial<Article> = {}): Article {
  return {
    text: TEXT,
    date: '2024-03-04',
    structure: TEXT.split('\n\n').map((block) => ({ kind: 'paragraph', ...at(block) })),
    entities: [],
    people: [],
    openMentions: [],
    institutions: [],
    quotes: [],
    meetings: [],
    problems: [],
    ...more,
  };
}

/** The whole story as a good analysis finds it. */
export function story(): Article {
  const brandt = person(
    'Ana Brandt',
    [at('Ana Brandt'), at('Brandt', 1), at('Brandt', 2)],
    [
      role('Northland’s Transport Minister', { party: 'Northland' }),
      role('former mayor of Riverton', { status: 'former', post: 'mayor', party: 'Riverton' }),
    ],
  );
  return article({
    entities: [
      entity('location', 'RIVERTON'),
      entity('location', 'Northland'),
      entity('person', 'Ana Brandt'),
      entity('location', 'Riverton'),
      entity('date', 'Monday', 0, '2024-03-04'),
      entity('person', 'Brandt', 1),
      entity('person', 'Brandt', 2),
      entity('location', 'Riverton', 1),
      entity('organization', 'Bridge Council'),
      entity('money', '$3 million', 0, { amount: 3e6, currency: 'USD' }),
      entity('person', 'Ona Fell'),
      entity('location', 'Riverton', 2),
      entity('date', 'May', 0, '2024-05'),
    ],
    people: [brandt, person('Ona Fell', [at('Ona Fell')])],
    institutions: [institution('Bridge Council', [at('Bridge Council')], 'Northland')],
    quotes: [
      quote([at('We will build the bridge,'), at('It takes time.')], {
        cue: at('said'),
        source: at('Brandt', 1),
        speaker: 'Ana Brandt',
        speakerKind: 'person',
      }),
      quote([at('the sum was $3 million')], {
        type: 'indirect',
        cue: at('said', 1),
        source: at('The council'),
        speaker: 'Bridge Council',
        speakerKind: 'institution',
      }),
      quote([at('the plan')], {
        type: 'indirect',
        cue: at('welcomed'),
        source: at('Riverton', 2),
        speaker: 'Riverton',
        speakerKind: 'party',
      }),
      quote([at('talks go on')], { type: 'indirect', candidates: ['Ana Brandt', 'Ona Fell'] }),
    ],
    meetings: [
      meeting('talks', { status: 'planned', when: 'May', date: '2024-05' }),
      meeting('met', {
        when: 'Monday',
        date: '2024-03-04',
        where: 'Riverton',
        parties: ['Northland', 'Southland'],
        partySpans: [at('Northland'), at('Southland')],
        delegates: [
          delegate('Northland', 'Transport Minister', 'Ana Brandt', 'Ana Brandt'),
          delegate('Southland', 'Transport Minister', null, 'Southland counterpart'),
        ],
        agenda: [{ ...at('the bridge'), text: 'the bridge', by: ['Northland'] }],
      }),
    ],
  });
}
