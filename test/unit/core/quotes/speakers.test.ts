import assert from 'node:assert/strict';
import { marked } from './marked.ts';

/** Text, and a line for each quote. */
const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  // Persons, institutions, parties, descriptions.
  ['Jale Demir said the talks had failed.', 'indirect: Jale Demir'],
  ['In a statement, the Foreign Ministry said the talks had failed.', 'indirect: Foreign Ministry as institution'],
  ['Ankara said the border was closed. Athens said it was open.', 'indirect: Ankara as party', 'indirect: Athens as party'],
  ['A senior official said the talks had failed.', 'indirect: A senior official as description'],
  ['Two sources familiar with the talks said the deal was dead.', 'indirect: Two sources familiar with the talks as description'],
  // A verb of speech beside the marks, and its subject, where the trained weights leave both out.
  ['“The talks,” said critics, “have failed.”', 'direct: critics as description'],
  ['Jale Demir left early, tweeting, “Nobody listened.”', 'direct: Jale Demir'],
  // Whom the words of a source stand for, also across paragraphs.
  ['Jale Demir met Ann Brook in Lisbon on Monday. “We shall not wait,” she said.', 'direct: Jale Demir'],
  ['Foreign Minister Jale Demir came to Lisbon. “We shall not wait,” the minister said. “We never do.”', 'direct: Jale Demir'],
  [
    'The Turkish Foreign Ministry issued a statement on Monday.\n\n“The border stays closed,” the ministry said.\n\n“No one will cross it,” the statement added.',
    'direct: Turkish Foreign Ministry as institution',
    'direct: Turkish Foreign Ministry as institution',
  ],
  [
    'The Foreign Ministry met in Ankara on Monday. “We shall not wait,” it said in a statement.\n\n“The border is open,” it added.',
    'direct: Foreign Ministry as institution',
    'direct: Foreign Ministry as institution',
  ],
  ['Tehran said the talks had failed. “We shall not wait,” it added.', 'indirect: Tehran as party', 'direct: Tehran as party'],
  [
    'Jale Demir, who leads the council, said: “We shall not wait.” She added that nobody was to blame, saying the road would open.',
    'direct: Jale Demir',
    'indirect: Jale Demir',
    'indirect: Jale Demir',
  ],
  [
    'Arda Solmaz said in a statement that the toll would rise.\n\nIn the statement, the council’s members cited the cost.\n\n“Nobody likes it,” the statement said.',
    'indirect: Arda Solmaz',
    'indirect: the council’s members as description',
    'direct: the council’s members as description',
  ],
  [
    'Arda Solmaz said in a statement that the toll would rise.\n\n“Nobody likes it,” the post read.',
    'indirect: Arda Solmaz',
    'direct: ?',
  ],
  [
    'Police Chief Arda Solmaz said the road was shut. Police at the rally called it a mistake.',
    'indirect: Arda Solmaz',
    'indirect: Police at the rally as description',
  ],
  // A participle that speaks of "him" is not his, and a name nothing is known of may be "he".
  [
    'Tarik Koru spoke first.\n\n“The plan has failed,” Koru said. He asked for the resignation of Arda Solmaz accusing him of “bias against us all”.',
    'direct: Tarik Koru',
    'mixed: Tarik Koru',
  ],
  // Titles in short, and who holds just that post.
  ['Prime Minister Jale Demir came to Lisbon. “We shall not wait,” the PM said.', 'direct: Jale Demir'],
  ['Publishing director Jale Demir and Arda Solmaz came to Lisbon. The sales director said the fair would open.', 'indirect: ?'],
  [
    'Deputy Minister Jale Demir met Minister Arda Solmaz in Lisbon. “We shall not wait,” the minister said.',
    'direct: Arda Solmaz',
  ],
  // "The goalkeeper" is whoever "he" would be, if nobody else may be called so; a post that nobody holds is nobody's.
  ['Arda Solmaz spoke on Monday. The former goalkeeper said he would run for mayor.', 'indirect: Arda Solmaz'],
  [
    'Arda Solmaz ran on Monday. The former goalkeeper, who played for Dynamo Lisbon, said he would run for mayor.',
    'indirect: Arda Solmaz',
  ],
  ['Arda Solmaz waited on Monday. A nurse sent for a doctor. The doctor said he was well.', 'indirect: ?'],
  ['Minister Jale Demir left. The dentist said he was well.', 'indirect: ?'],
  ['Jale Demir left on Monday. The mother said she was well.', 'indirect: ?'],
  // "The airline" is the one company named shortly before, if only one is; a court is none.
  [
    'Marmara Airlines cancelled four flights on Monday. The airline said it would resume them.',
    'indirect: Marmara Airlines as institution',
  ],
  [
    'Marmara Airways and Aegean Airways cancelled four flights on Monday. The airline said it would resume them.',
    'indirect: (Aegean Airways, Marmara Airways)',
  ],
  ['Marmara Airlines cancelled four flights on Monday. The court said it should pay.', 'indirect: The court as description'],
  ['Arda Solmaz won on Monday. “I never lose,” the 21-year-old said.', 'direct: Arda Solmaz'],
  // A sentence that turns to somebody else says so; who is nobody's name stays open.
  [
    'Jale Demir said the road was closed. As for Ann Brook, she said that it would open soon.',
    'indirect: Jale Demir',
    'indirect: Ann Brook',
  ],
  // What follows the name is no part of it; what a medium reports of a long name; a dateline is nobody's.
  ['“We shall not wait,” says Ann Brook over a lunch of soup.', 'direct: Ann Brook'],
  [
    'TASS reported that the International Committee of the Red Cross (ICRC) had warned that millions were going hungry.',
    'indirect: International Committee of the Red Cross as institution via TASS',
  ],
  [
    'RIYADH — The number of parcels has risen, the National Telecommunications Commission (NTC) announced.',
    'indirect: National Telecommunications Commission as institution',
  ],
  // Initials stand for the one person who has them.
  [
    'Kadir Koru Solmaz came to Lisbon on Monday.\n\nKKS: “We shall never wait for them”\n\nJale Demir left.',
    'direct: Kadir Koru Solmaz',
  ],
  ['The port should change, Mayor Jale Demir (蘇貞昌) said yesterday at the opening.', 'indirect: Jale Demir'],
  // A name in brackets is the university's and not the rector's.
  [
    'The rector of the university of science and technology (USTO) said that fees would rise.',
    'indirect: The rector of the university of science and technology (USTO) as description',
  ],
  // Who they are stays, what they did is left out.
  ['A baker, who left early, said that the talks had failed.', 'indirect: A baker as description'],
  // A name behind a title with somebody's house before it speaks itself; an aide to it is somebody else.
  ['Freedom House’s director Ann Brook said nothing was lost.', 'indirect: Ann Brook'],
  ['University of Leeds astrophysicist Ann Brook said nothing was lost.', 'indirect: Ann Brook'],
  ['An aide to Minister Koru said nothing was lost.', 'indirect: An aide to Minister Koru as description'],
  // Joint statements.
  [
    '“The border is open,” Jale Demir and Arda Solmaz said in a joint statement.',
    'direct: Jale Demir and Arda Solmaz as description',
  ],
  ['Turkey and Greece said in a joint statement that the border would open.', 'indirect: Turkey and Greece as description'],
  [
    'Jale Demir and Arda Solmaz met in Lisbon on Monday. “We shall not wait,” they said.',
    'direct: Jale Demir and Arda Solmaz as description',
  ],
  // Two candidates are unknown, and both are named.
  ['Jale Demir and Ann Brook met in Lisbon on Monday. “We shall not wait,” she said.', 'direct: (Jale Demir, Ann Brook)'],
  ['Tarik Demir and Jale Demir came to Lisbon on Monday. “We shall not wait,” Demir said.', 'direct: (Tarik Demir, Jale Demir)'],
  [
    'Defence Minister Jale Demir met Foreign Minister Arda Solmaz in Lisbon. “We shall not wait,” the minister said.',
    'direct: (Arda Solmaz, Jale Demir)',
  ],
  [
    'Defence Minister Jale Demir met Foreign Minister Arda Solmaz in Lisbon. “We shall not wait,” the defence minister said.',
    'direct: Jale Demir',
  ],
  [
    'The Defence Ministry and the Foreign Ministry signed the deal on Monday. “We shall not wait,” the ministry said.',
    'direct: (Foreign Ministry, Defence Ministry)',
  ],
  // Both levels of nested words.
  ['“He said, ‘I will not pay,’ and walked out,” Arda Solmaz said.', 'direct: Arda Solmaz', 'direct: ? in 0'],
  [
    '“My father told me: ‘Never sell the boat,’” Arda Solmaz said.',
    'direct: Arda Solmaz',
    'direct: My father as description in 0',
  ],
  ['“They call it ‘the pit’ here,” Arda Solmaz said.', 'direct: Arda Solmaz'],
  ['Jale Demir said that Arda Solmaz had told her the talks had failed.', 'indirect: Jale Demir', 'indirect: Arda Solmaz in 0'],
  ['Jale Demir said the minister had told them to leave.', 'indirect: Jale Demir'],
  ['Arda Solmaz said Jale Demir said: “We shall not wait.”', 'direct: Jale Demir'],
  // Whoever speaks in a transcript is whom the article names.
  ['Chris Wallace asked the questions on Monday.\n\nWALLACE: Do you accept the terms?', 'indirect: Chris Wallace'],
];

describe('speakers of every kind', () => {
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(quotesOf(text), expected));
});

function quotesOf(text: string): string[] {
  return marked(text)
    .split('\n')
    .filter((line) => /^(?:direct|mixed|indirect): /.test(line));
}
