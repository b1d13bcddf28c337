import assert from 'node:assert/strict';
import { placeIn } from './helper.ts';

const SYRIAN = '\n\nThe Syrian defence minister said the meeting was useless.';
const STORY =
  'Four ministers met in Moscow on Tuesday.\n\n[The Turkish defence minister said the meeting was constructive.] Talks go on next month.' +
  SYRIAN +
  '\n\nThe Iranian minister left early.\n';
const TARGET = 'The Turkish defence minister said the meeting was constructive.';
const PARAGRAPH = `${TARGET} Talks go on next month.`;
const FOUND = `found: ${TARGET}`;
const CHANGED = (now: string) => `changed: ${TARGET.replace('said the', now)}`;
const OTHER = 'Four ministers met in Moscow on Tuesday.\n\nThe Iranian minister left early.\n';

/** What stands after an edit made elsewhere, and what the mark must become. */
const cases: readonly (readonly [string, string, string, string])[] = [
  // The eight edits of the best known fuzzy anchor.
  ['nothing edited', STORY, plain(STORY), 'found: The Turkish defence minister said the meeting was constructive.'],
  [
    'a paragraph inserted above',
    STORY,
    `ANKARA — A new first paragraph about 12 other things.\n\n${plain(STORY)}`,
    'found: The Turkish defence minister said the meeting was constructive.',
  ],
  [
    'a slip mended inside',
    STORY.replace('defence', 'defennce'),
    plain(STORY),
    'changed: The Turkish defence minister said the meeting was constructive.',
  ],
  [
    '"was" → "was not" inside',
    STORY,
    plain(STORY).replace('was constructive', 'was not constructive'),
    'unplaced: The Turkish defence minister said the meeting was not constructive.',
  ],
  [
    'a short quote deleted, its contradiction left',
    'He told reporters: “[The talks were good.]” He then left.\n\nHe told editors later: “The talks were not good.” He came back.',
    'He told editors later: “The talks were not good.” He came back.',
    'unplaced: The talks were not good',
  ],
  [
    'the Turkish minister deleted, the Syrian one left',
    STORY,
    plain(STORY).replace('The Turkish defence minister said the meeting was constructive. ', ''),
    'unplaced: The Syrian defence minister said the meeting was useless.',
  ],
  [
    'one word softened, a look-alike elsewhere',
    'The [ministers strongly condemned the attack on the convoy near the border] on Friday.\n\nOn Monday they met again.\n\nThe ministers strongly condemned the raid on Sunday.',
    'The ministers condemned the attack on the convoy near the border on Friday.\n\nOn Monday they met again.\n\nThe ministers strongly condemned the raid on Sunday.',
    'changed: ministers condemned the attack on the convoy near the border',
  ],
  ['both gone', STORY, OTHER, 'unplaced: –'],

  // Our own: what stays found.
  ['CRLF line ends', STORY, plain(STORY).replaceAll('\n', '\r\n'), FOUND],
  ['a paragraph inserted below', STORY, `${plain(STORY)}\nMore to follow.\n`, FOUND],
  ['the paragraph moved to the end', STORY, `Four ministers met in Moscow on Tuesday.${SYRIAN}\n\n${PARAGRAPH}\n`, FOUND],
  ['the paragraph moved to the top', STORY, `${PARAGRAPH}\n\nFour ministers met in Moscow on Tuesday.${SYRIAN}\n`, FOUND],
  [
    'the sentence before rewritten',
    STORY,
    plain(STORY).replace('Four ministers met in Moscow on Tuesday.', 'Moscow hosted talks.'),
    FOUND,
  ],
  ['the sentence after rewritten', STORY, plain(STORY).replace('Talks go on next month.', 'More talks are planned.'), FOUND],
  ['both neighbours rewritten, long words that occur once', STORY, `It was cold. ${TARGET} It rained.`, FOUND],
  ['lines wrapped around it', STORY, plain(STORY).replace('Talks go on', 'Talks\ngo on'), FOUND],
  ['an emoji before it', STORY, `🙂 ${plain(STORY)}`, FOUND],
  [
    'a short word in the same context',
    'He said [yes] to the offer made in Ankara.',
    'On Monday he left. He said yes to the offer made in Ankara.',
    'found: yes',
  ],
  [
    'a short word, one side rewritten',
    'He said [yes] to the offer made in Ankara.',
    'The man murmured yes to the offer made in Ankara.',
    'found: yes',
  ],
  ['the second of two equal words', 'Yes, said Ann. [Yes], said Bob.', 'So. Yes, said Ann. Yes, said Bob.', 'found: Yes'],
  [
    'combining accents',
    'At the [Cafe\u0301] they met and talked for two hours.',
    'Later, at the Cafe\u0301 they met and talked for two hours.',
    'found: Cafe\u0301',
  ],
  [
    'Turkish İ',
    'Officials of [MİT] took part in the talks in Moscow.',
    'All officials of MİT took part in the talks in Moscow.',
    'found: MİT',
  ],
  [
    'right-to-left text',
    'He said “[نعم، سنذهب]” to reporters in the city hall.',
    'Then he said “نعم، سنذهب” to reporters in the city hall.',
    'found: نعم، سنذهب',
  ],
  [
    'a word at the very start',
    '[MOSCOW] — The ministers met on Tuesday in the city.',
    'MOSCOW — The ministers met on Tuesday in the city. And left.',
    'found: MOSCOW',
  ],
  [
    'a word at the very end',
    'The ministers met on Tuesday in [Moscow]',
    'On paper, the ministers met on Tuesday in Moscow',
    'found: Moscow',
  ],

  // What changed and stays in its place.
  ['a comma moved', STORY, plain(STORY).replace('said the', 'said, the'), CHANGED('said, the')],
  [
    'a word put for another',
    STORY,
    plain(STORY).replace('constructive', 'productive'),
    CHANGED('said the').replace('constructive', 'productive'),
  ],
  [
    'two blanks inside',
    STORY,
    plain(STORY).replace('defence minister said the m', 'defence  minister said the m'),
    CHANGED('said the').replace('defence ', 'defence  '),
  ],
  [
    'wrapped inside',
    STORY,
    plain(STORY).replace('minister said the meeting was c', 'minister said\nthe meeting was c'),
    CHANGED('said\nthe'),
  ],
  [
    'straight marks curled inside',
    'Akar said ["we must act at once and together"] on Tuesday in Moscow.',
    'Akar said “we must act at once and together” on Tuesday in Moscow.',
    'changed: “we must act at once and together”',
  ],
  [
    'a verb in another tense',
    'He hopes [they agree on a timetable for the talks] before the summer.',
    'He hopes they agreed on a timetable for the talks before the summer.',
    'changed: they agreed on a timetable for the talks',
  ],

  // What must never be carried on.
  [
    'a negation lost',
    'He said [the talks were not useful to anybody there] on Tuesday night.',
    'He said the talks were useful to anybody there on Tuesday night.',
    'unplaced: the talks were useful to anybody there',
  ],
  [
    '"n’t" put in',
    'He said [they did agree on a timetable] on Tuesday night.',
    'He said they didn’t agree on a timetable on Tuesday night.',
    'unplaced: they didn’t agree on a timetable',
  ],
  [
    '"never" put in',
    'He said [they would leave the north of the country] on Tuesday.',
    'He said they would never leave the north of the country on Tuesday.',
    'unplaced: they would never leave the north of the country',
  ],
  [
    'a figure changed',
    'Officials said [at least 12 people were killed in the blast] there.',
    'Officials said at least 17 people were killed in the blast there.',
    'unplaced: at least 17 people were killed in the blast',
  ],
  [
    'a number word changed',
    'Officials said [four ministers took part in the talks] there.',
    'Officials said five ministers took part in the talks there.',
    'unplaced: five ministers took part in the talks',
  ],
  [
    'millions to billions',
    'The deal is worth [$3 million over the next few years] to them.',
    'The deal is worth $3 billion over the next few years to them.',
    'unplaced: $3 billion over the next few years',
  ],
  [
    'a name changed',
    'It was [Hulusi Akar who opened the talks in the morning], an aide said.',
    'It was Hakan Akar who opened the talks in the morning, an aide said.',
    'unplaced: Hakan Akar who opened the talks in the morning',
  ],
  [
    'a name put in',
    'It was [the minister who opened the talks in the morning], he said.',
    'It was the Syrian minister who opened the talks in the morning, he said.',
    'unplaced: Syrian minister who opened the talks in the morning',
  ],
  [
    'a month changed',
    'They meet again [in May, after the vote, officials said] on Monday.',
    'They meet again in June, after the vote, officials said on Monday.',
    'unplaced: in June, after the vote, officials said',
  ],
  [
    'the same words after another name',
    'The Turkish [defence minister] arrived late on Monday in the capital.',
    'The Syrian defence minister arrived late on Monday in the capital.',
    'unplaced: defence minister',
  ],
  [
    'the same words by another speaker',
    '“[We must act,]” said Akar on Tuesday.',
    '“We must act,” said Shoigu on Tuesday.',
    'unplaced: We must act,',
  ],
  [
    'the same long words by another speaker',
    '“[We must act together and at once,]” said Akar.',
    '“We must act together and at once,” said Shoigu.',
    'unplaced: We must act together and at once,',
  ],
  [
    'denied right before',
    'The talks were [constructive and open], he told reporters later.',
    'The talks were not constructive and open, he told reporters later.',
    'unplaced: constructive and open',
  ],
  [
    'denied no longer',
    'The talks were not [constructive and open], he told reporters later.',
    'The talks were constructive and open, he told reporters later.',
    'unplaced: constructive and open',
  ],
  [
    'two places equally good',
    'A. [We will stay here.] B one two three. C.',
    'X. We will stay there. Y. X. We will stay there. Y.',
    'unplaced: We will stay there.',
  ],
  [
    'a short word without its context',
    'He said [yes] to the offer.',
    'Nobody in the room had expected a yes vote at all.',
    'unplaced: –',
  ],
  ['an empty text', STORY, '', 'unplaced: –'],
  ['a text of blanks', STORY, ' \n \n', 'unplaced: –'],
];

function plain(source: string): string {
  return source.replace('[', '').replace(']', '');
}

describe('anchor', () => {
  for (const [name, source, now, expected] of cases) it(name, () => assert.equal(placeIn(source, now), expected));
});
