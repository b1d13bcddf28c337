import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Article, createAnalyzer } from '../../../src/core/index.ts';
import { resources } from '../models.ts';

/** More of them: COPYDESK_EDITS=20000 npm run -s test:unit. */
const EDITS = Number(process.env['COPYDESK_EDITS'] ?? 144);
const PARTS = resources();

/** Who a later paragraph means hangs on what an earlier one says: names, offices, bodies, countries, speakers and meetings. */
const PARAGRAPHS = [
  'Ministers agree on the harbour',
  'SPLIT, April 25 — Croatian Foreign Minister Jale Demir met her Italian counterpart Tom Reed on Tuesday.',
  '“We must act,” said Demir. “The harbour is not for sale.”',
  'The minister added that talks with Italy would go on. She said no date was set.',
  '“It was a long night,” Reed told Adria News. He declined to name the other guests.',
  'The Italian Foreign Ministry said in a statement that trade and fishing rights were discussed.',
  'Ann Kim, the head of the National Harbour Board (NHB), attended the meeting in Split.',
  'Kim said the board would decide in May. The NHB has five members.',
  'Rosa Kim, a union leader, called the plan “a gift to the owners”.',
  'The two sides are to meet again in Rome next month to discuss the return of refugees.',
  '“This goes on for longer than one paragraph,',
  '“and here it ends,” he said.',
  'Last year the defence ministers of Croatia and Italy held talks in Zagreb about border security.',
  'The ministry’s spokeswoman, Ida Marin, told reporters:',
  '“Nobody was surprised.”',
  'What happens next',
  'According to the board, Demir and Reed spoke by telephone on Sunday.',
  'Rome said on Friday that it would not sign the agreement.',
  'Photo: Jale Demir/Adria News',
] as const;

/** What a person types or pastes; most of it changes what is known of words far from it. */
const TYPED = [
  'x',
  ' ',
  ',',
  '.',
  '\n',
  '\n\n',
  '“',
  '”',
  ' Kim',
  ' Reed',
  ' Ann Kim',
  ' Demir',
  ', said Kim',
  ' President Ann Kim',
  ' Turkish Defence Minister Tom Reed',
  ' the minister said',
  ' she said',
  ' he added',
  ' Italy',
  ' the Italian Foreign Ministry',
  ' the National Harbour Board (NHB)',
  ' Adria News',
  ' met Reed in Rome on Friday',
  ' the talks',
  ' on Tuesday',
  ' who is no longer the chairwoman',
] as const;

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const story = fc
  .array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 24 })
  .map((paragraphs) => paragraphs.join('\n\n'));
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(160)),
  insert: fc.oneof(
    fc.constantFrom(...TYPED),
    fc.constantFrom(...PARAGRAPHS).map((paragraph) => `\n\n${paragraph}\n\n`),
  ),
});

function typed(text: string, { at, remove, insert }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
}

function fresh(text: string): Article {
  return createAnalyzer(PARTS).analyze(text);
}

describe('the analysis of an edited article', () => {
  it('is after every edit, and after undoing it, what it is of the text alone', () => {
    fc.assert(
      fc.property(story, fc.array(edit, { minLength: 6, maxLength: 6 }), (text, edits) => {
        const analyzer = createAnalyzer(PARTS);
        const versions = [text];
        for (const each of edits) versions.push(typed(versions.at(-1)!, each));
        const expected = versions.map(fresh);
        const there = [...versions.keys()];
        for (const index of [...there, ...there.reverse()])
          assert.deepEqual(analyzer.analyze(versions[index]!), expected[index], `at version ${index}`);
      }),
      { numRuns: Math.ceil(EDITS / 12), seed: 7 },
    );
  });

  it('is the same where another run comes in between, as when somebody types on', () => {
    fc.assert(
      fc.property(story, fc.array(fc.tuple(edit, fc.nat(80)), { minLength: 6, maxLength: 6 }), (text, edits) => {
        const analyzer = createAnalyzer(PARTS);
        let now = text;
        for (const [each, steps] of edits) {
          const overtaken = analyzer.steps(now);
          let step = overtaken.next();
          for (let i = 0; i < steps && !step.done; i++) step = overtaken.next();
          const before = now;
          now = typed(now, each);
          assert.deepEqual(analyzer.analyze(now), fresh(now));
          while (!step.done) step = overtaken.next();
          assert.deepEqual(step.value, fresh(before));
        }
      }),
      { numRuns: Math.ceil(EDITS / 12), seed: 8 },
    );
  });

  const FAR = `\n\n${Array.from({ length: 12 }, (_, i) => `Paragraph ${i} has nobody in it.`).join('\n\n')}\n\n`;
  const spokenBy = (article: Article): string => article.quotes.map(({ speaker }) => speaker ?? '?').join();

  /** One word is exchanged for another, which changes what a passage far from it says. */
  const anew: readonly (readonly [what: string, text: string, from: string, to: string, tells: (article: Article) => string])[] =
    [
      ['who a surname is', `Ann Kim chairs the board.${FAR}“We go,” said Kim.`, 'Ann', 'Eva', spokenBy],
      ['that a surname has two owners', `Ann Kim left. Rosa Hill left.${FAR}“We go,” said Kim.`, 'Hill', 'Kim', spokenBy],
      ['whom a pronoun stands for', 'After talks with Kim, Tom Reed left.\n\n“We go,” he said.', 'with', 'held', spokenBy],
      [
        'whom an office stands for',
        'Board director Ann Kim left.\n\n“We go,” said the director.',
        'director Ann',
        'engineer Ann',
        spokenBy,
      ],
      [
        'who goes on speaking',
        '“We go,” said Ann Kim.\n\n“We stay,” she said.\n\n“We rest,” she added.',
        'Ann Kim',
        'Eva Lee',
        spokenBy,
      ],
      [
        'how a country is printed',
        `The fleet sailed to Italy.${FAR}Rome said it would not sign the agreement.`,
        'Italy',
        'Malta',
        spokenBy,
      ],
      [
        'whom a minister stands for',
        `Turkish Defence Minister Jale Demir left.${FAR}Demir met Italian Foreign Minister Tom Reed in Rome on trade.`,
        'Turkish',
        'Chilean',
        ({ meetings }) => meetings.map(({ parties }) => parties.join()).join(),
      ],
      [
        'an institution by its letters',
        `The National Harbour Board (NHB) met.${FAR}The NHB has five members.`,
        'National Harbour Board',
        'Northern Hotel Branch',
        ({ institutions }) => institutions.map(({ name }) => name).join(),
      ],
    ];
  for (const [what, text, from, to, tells] of anew)
    it(`says anew ${what}`, () => {
      const analyzer = createAnalyzer(PARTS);
      const edited = text.replace(from, to);
      const before = tells(analyzer.analyze(text));
      assert.equal(tells(analyzer.analyze(edited)), tells(fresh(edited)));
      assert.notEqual(tells(fresh(edited)), before);
      assert.equal(tells(analyzer.analyze(text)), before);
    });
});
