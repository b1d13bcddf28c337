import assert from 'node:assert/strict';
import { marked } from './marked.ts';

/** Text, the text marked, and a line for each quote; the marked text is left out where nothing is found. */
const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  // Deeds, and what things do, are no reports.
  ['The council signed a contract with a builder on Monday.'],
  ['The new code seeks to lower the cost of bread.'],
  // A dateline is nothing that is said.
  [
    'LISBON, Feb. 18 — The leaders will hold a summit, the palace said.',
    'LISBON, Feb. 18 — [The leaders will hold a summit], {the palace} <said>.',
    'indirect: the palace as description',
  ],
  // A crosshead and a list with a label are no transcript.
  ['IMF: Not more than half\n\nThe guests left on Monday.'],
  ['GOALKEEPERS: Donat (Lisbon), Koru (Izmir), Brook (Leeds)'],
  // Marks of every shape, and pairs that do not match.
  ['"We must act," said Jale Demir.', '"[We must act,]" <said> {Jale Demir}.', 'direct: Jale Demir'],
  ["''We must act,'' said Jale Demir.", "''[We must act,]'' <said> {Jale Demir}.", 'direct: Jale Demir'],
  ['« We must act », said Jale Demir.', '« [We must act] », <said> {Jale Demir}.', 'direct: Jale Demir'],
  ['„We must act“, said Jale Demir.', '„[We must act]“, <said> {Jale Demir}.', 'direct: Jale Demir'],
  ['»We must act«, said Jale Demir.', '»[We must act]«, <said> {Jale Demir}.', 'direct: Jale Demir'],
  ['”We must act," said Jale Demir.', '”[We must act,]" <said> {Jale Demir}.', 'direct: Jale Demir'],
  ["\"We must act,'' said Jale Demir.", "\"[We must act,]'' <said> {Jale Demir}.", 'direct: Jale Demir'],
  // British copy: single marks outside, double ones inside; apostrophes and possessives are no marks.
  [
    "'The guests' rooms weren't ready in the '90s,' said Jale Demir. 'The ministers' plan failed.'",
    "'[The guests' rooms weren't ready in the '90s,]' <said> {Jale Demir}. '[The ministers' plan failed.]'",
    'direct: Jale Demir',
  ],
  [
    '‘They told us “never again” and left,’ Jale Demir said.',
    '‘[{They} <told> us “[never again]” and left,]’ {Jale Demir} <said>.',
    'direct: Jale Demir',
    'direct: ? in 0',
  ],
  [
    '‘We began in June,’ Jale Demir said. ‘The work goes on.\n\n‘Nobody left the table.’',
    '‘[We began in June,]’ {Jale Demir} <said>. ‘[The work goes on.]\n\n‘[Nobody left the table.]’',
    'direct: Jale Demir',
  ],
  // Feet and inches.
  [
    'The 6\'2" guard carried a 12" pipe, Jale Demir said.',
    '[The 6\'2" guard carried a 12" pipe], {Jale Demir} <said>.',
    'indirect: Jale Demir',
  ],
  [
    '"He is 6\'2" tall and carries a 12" pipe," Jale Demir said.',
    '"[He is 6\'2" tall and carries a 12" pipe,]" {Jale Demir} <said>.',
    'direct: Jale Demir',
  ],
  // Split, running and partial quotes; each is one entry.
  ['“The talks,” said Jale Demir, “have failed.”', '“[The talks,]” <said> {Jale Demir}, “[have failed.]”', 'direct: Jale Demir'],
  [
    '“We began in June,” Jale Demir said. “The work goes on.\n\n“Nobody left.\n\n“It will end in May.”\n\n“It will not,” said Arda Solmaz.',
    '“[We began in June,]” {Jale Demir} <said>. “[The work goes on.]\n\n“[Nobody left.]\n\n“[It will end in May.]”\n\n“[It will not,]” <said> {Arda Solmaz}.',
    'direct: Jale Demir',
    'direct: Arda Solmaz',
  ],
  ['Jale Demir said it was a “mess”.', '{Jale Demir} <said> [it was a “mess”].', 'mixed: Jale Demir'],
  [
    'Jale Demir said the plan was “a danger to every fisherman” and would be dropped.',
    '{Jale Demir} <said> [the plan was “a danger to every fisherman” and would be dropped].',
    'mixed: Jale Demir',
  ],
  // A mark that is never closed costs its own paragraph at most.
  [
    'Jale Demir said: “We must act now and left the room.\n\n“They will not wait,” said Arda Solmaz.',
    '{Jale Demir} <said:> “[We must act now and left the room.]\n\n“[They will not wait,]” <said> {Arda Solmaz}.',
    'direct: Jale Demir',
    'direct: Arda Solmaz',
  ],
  // Scare quotes, titles of works and nicknames are nobody's speech.
  ['The so-called “peace train” left Ankara on Monday.'],
  ['The report was “too little, too late”.'],
  ['Jale Demir wrote “The Long Winter”, a novel, in 2001.'],
  ['Jale Demir read from “The Long Winter” on Monday.'],
  ['“The Long Winter” won the prize on Monday, and “Blue Rooms” came second.'],
  ['Arda “The Hammer” Solmaz won the fight on Monday.'],
  [
    'Jale “Jay” Demir said the talks had failed.',
    '{Jale “Jay” Demir} <said> [the talks had failed].',
    'indirect: Jale “Jay” Demir',
  ],
  // A headline's own way of naming who speaks.
  ['“We shall not wait”: Jale Demir', '“[We shall not wait]”<:> {Jale Demir}', 'direct: Jale Demir'],
  // Marks inside marks of the same shape, as in a transcript that is quoted whole.
  [
    '“WALLACE: You call it “hell” here. Why?\n\n“BROOK: As “The Long Winter” has it, nobody knows.”',
    '“{WALLACE}<:> [You call it “hell” here. Why?]\n\n“{BROOK}<:> [As “The Long Winter” has it, nobody knows.]”',
    'direct: WALLACE',
    'direct: BROOK as description',
  ],
  ['“(APPLAUSE.)”'],
  // A transcript, a chat log, a poem, a mark on every line.
  [
    'WALLACE: Do you accept the terms?\n\nBROOK: We do, all of them.',
    '{WALLACE}<:> [Do you accept the terms?]\n\n{BROOK}<:> [We do, all of them.]',
    'indirect: WALLACE as description',
    'indirect: BROOK as description',
  ],
  ['[12:01] ann: did they sign?\n[12:02] bob: "yes, they did"\n[12:03] ann: great'],
  [
    'O river, you are late,\n  the boats have gone to sea;\n"Be gone," it said, "be gone."',
    'O river, you are late,\n  the boats have gone to sea;\n"[Be gone,]" {it} <said>, "[be gone.]"',
    'direct: ?',
  ],
  ['"We go\n"They stay\n"Nobody knows\n"It is late'],
];

describe('marks and kinds of quotes', () => {
  for (const [text, ...expected] of cases)
    it(text, () => assert.equal(marked(text), (expected.length > 0 ? expected : [text]).join('\n')));
});
