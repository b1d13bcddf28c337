import assert from 'node:assert/strict';
import { findCast } from '../../../../src/core/people/people.ts';
import { article } from './cast.ts';

/** "Ann Lee: role; role | Bo Ray: " */
function told(marked: string): string {
  return findCast(article(marked))
    .people.map(({ name, roles }) => `${name}: ${roles.map(({ role }) => role).join('; ')}`.trim())
    .join(' | ');
}

describe('roles', () => {
  const cases: readonly (readonly [string, string])[] = [
    // Before the name.
    ['[N Norwegian] Defence Minister [P Ann Lee] spoke.', 'Ann Lee: Norwegian Defence Minister'],
    [
      'The head of the [O Harbour Audit Office] (HAO) [P Ann Lee] (front R) left.',
      'Ann Lee: head of the Harbour Audit Office (HAO)',
    ],
    ['[O Harbour Audit Office] (HAO) head [P Ann Lee] left.', 'Ann Lee: Harbour Audit Office (HAO) head'],
    ['Minister of State for Trade and Industry [P Ann Lee] left.', 'Ann Lee: Minister of State for Trade and Industry'],
    ['Trade and Industry Minister [P Ann Lee] left.', 'Ann Lee: Trade and Industry Minister'],
    ['[O Nordbank]’s deputy chief executive [P Ann Lee] left.', 'Ann Lee: Nordbank’s deputy chief executive'],
    ['Deputy Secretary-General [P Ann Lee] left.', 'Ann Lee: Deputy Secretary-General'],
    ['Then prime minister [P Ann Lee] left.', 'Ann Lee: prime minister'],
    ['His [N Swedish] counterpart [P Ann Lee] left.', 'Ann Lee: Swedish counterpart'],
    ['Weightlifter [P Ann Lee] and beekeeper [P Bo Ray] won.', 'Ann Lee: Weightlifter | Bo Ray: beekeeper'],
    ['The vote was lost by [P Sen]. [P Ann Lee], who left.', 'Ann Lee: Sen.'],
    ['Govs. [P Ann Lee] and [P Bo Ray] left.', 'Ann Lee: Gov | Bo Ray: Gov'],
    ['President His Royal Highness [P Omar Saleh] left.', 'Omar Saleh: President'],
    ['Keeper of the Two Holy Shrines King [P Omar] left.', 'Omar: Keeper of the Two Holy Shrines; King'],
    [
      'Ambassador Extraordinary and Plenipotentiary of [L Chile] [P Ann Lee] left.',
      'Ann Lee: Ambassador Extraordinary and Plenipotentiary of Chile',
    ],
    ['The founder of [O Hill Press], economist [P Ann Lee], left.', 'Ann Lee: founder of Hill Press; economist'],
    ['A candidate for president, Governor [P Ann Lee], left.', 'Ann Lee: Governor'],
    ['On [D Monday], Energy Secretary of [L Chile], [P Ann Lee], left.', 'Ann Lee: Energy Secretary of Chile'],
    ['It was opened by Trade Minister, [P Ann Lee] in [L Oslo].', 'Ann Lee: Trade Minister'],
    ['A senior fire service official, [P Ann Lee], left.', 'Ann Lee: senior fire service official'],
    ['“No,” said road safety campaigner [P Ann Lee].', 'Ann Lee: road safety campaigner'],
    ['They went to blame owner [P Ann Lee].', 'Ann Lee: owner'],
    ['Two trade analysts, [P Ann Lee] and [P Bo Ray], left.', 'Ann Lee: trade analyst | Bo Ray: trade analyst'],
    ['[P Ann Lee], a two-term governor, left.', 'Ann Lee: two-term governor'],
    ['It would help her defeat candidate [P Ann Lee].', 'Ann Lee: candidate'],
    ['The firm names director [P Ann Lee].', 'Ann Lee: director'],
    [
      'The Vice-Prime Minister (VPM), Minister of Education, Higher Learning and Science, Mrs [P Ann Lee], left.',
      'Ann Lee: Vice-Prime Minister (VPM); Minister of Education, Higher Learning and Science',
    ],
    [
      'The Director of [O Nordbank], Mr [P Bo Ray], the Rector of [O Hill College], Mrs [P Ann Lee], and others left.',
      'Bo Ray: Director of Nordbank | Ann Lee: Rector of Hill College',
    ],
    [
      'The Mayor Mr [P Bo Ray], the Manager and Rector of [O Hill College], Mr [P Cy Orr], and others left.',
      'Bo Ray: Mayor | Cy Orr: Manager; Rector of Hill College',
    ],
    ['[P Bo Ray], the director, [P Ann Lee], the rector, and others left.', 'Bo Ray: director | Ann Lee: rector'],
    // No title.
    ['After the vote [P Ann Lee] left.', 'Ann Lee:'],
    ['Mr. [P Lee] and Gen. [P Ray] left.', 'Lee: | Ray:'],
    ['She will head [P Ann Lee]’s team.', 'Ann Lee:'],
    ['He met ministers. [P Ann Lee] did not.', 'Ann Lee:'],
    ['He accused the minister. “[P Ann Lee] knew.”', 'Ann Lee:'],
    ['Adviser to the President of the Republic [P Ann Lee] left.', 'Ann Lee: Adviser to the President of the Republic'],
    ['A spokesman for the Prime Minister of [L Norway] [P Ann Lee] left.', 'Ann Lee: Prime Minister of Norway'],
    ['Vice Chancellor Professor [P Ann Lee] left.', 'Ann Lee: Vice Chancellor; Professor'],
    ['Criminal law Professor [P Ann Lee] left.', 'Ann Lee: Criminal law Professor'],
    [
      'The Minister of Mines and Acting Minister of Oil, [P Ann Lee], left.',
      'Ann Lee: Minister of Mines; Acting Minister of Oil',
    ],
    ['Chairman: [P Ann Lee]', 'Ann Lee: Chairman'],
    ['DEFENDERS: [P Ann Lee] ([O FC Hill]), [P Bo Ray] ([O Port])', 'Ann Lee: DEFENDER | Bo Ray: DEFENDER'],
    ['They told the defenders: [P Ann Lee] left.', 'Ann Lee:'],
    ['He told the chairman: [P Ann Lee] left.', 'Ann Lee:'],
    // A sentence that says who somebody is.
    ['The chief architect was the [N Canadian], [P Ann Lee].', 'Ann Lee: chief architect'],
    ['Its chairman is [P Ann Lee].', 'Ann Lee: chairman'],
    ['The next speaker was [P Ann Lee].', 'Ann Lee:'],
    ['The chairman is [P Ann Lee]’s friend.', 'Ann Lee:'],
    ['[P Ann Lee] came late. She is a professor of law.', 'Ann Lee: professor of law'],
    ['[P Ann Lee] met [P Bo Ray]. She is a professor of law.', 'Ann Lee: | Bo Ray:'],
    ['[P Ann Lee] came late. He saw her. She is a professor.', 'Ann Lee:'],
    // After the name.
    ['[P Ann Lee], the foreign minister of [L Norway], spoke.', 'Ann Lee: foreign minister of Norway'],
    [
      '[P Ann Lee], a professor of law at the [O University of Oslo], spoke.',
      'Ann Lee: professor of law at the University of Oslo',
    ],
    [
      '[P Ann Lee], chair of [O Nordbank] and member of the [O Harbour Board], spoke.',
      'Ann Lee: chair of Nordbank; member of the Harbour Board',
    ],
    ['[P Ann Lee] (foreign minister of [L Norway]) spoke.', 'Ann Lee: foreign minister of Norway'],
    ['[P Ann Lee], who is the mayor of [L Bergen], spoke.', 'Ann Lee: mayor of Bergen'],
    ['[P Ann Lee], 45, a beekeeper, spoke.', 'Ann Lee: beekeeper'],
    ['[P Ann Lee], a spokeswoman for Speaker [P Bo Ray], spoke.', 'Ann Lee: spokeswoman for Speaker Bo Ray | Bo Ray: Speaker'],
    ['[P Ann Lee], the officer in charge of the port, spoke.', 'Ann Lee: officer in charge of the port'],
    ['[P Ann Lee], an official responsible for water, spoke.', 'Ann Lee: official responsible for water'],
    [
      '[P Ann Lee], chair of [O Nordbank] and the bank’s former treasurer, spoke.',
      'Ann Lee: chair of Nordbank; bank’s former treasurer',
    ],
    ['They named [P Ann Lee] head of the port.', 'Ann Lee: head of the port'],
    ['They saw [P Ann Lee] head for the port.', 'Ann Lee:'],
    ['[P Ann Lee] Ambassador of [L Norway] to [L Chile] spoke.', 'Ann Lee: Ambassador of Norway to Chile'],
    ['[P Ann Lee] is chairman & CEO of [O Nordbank].', 'Ann Lee: chairman; CEO of Nordbank'],
    ['The lawmaker from Harbour South [P Ann Lee] spoke.', 'Ann Lee: lawmaker from Harbour South'],
    ['A letter from Harbour South [P Ann Lee] got was late.', 'Ann Lee:'],
    ['[P Ann Lee] MP spoke.', 'Ann Lee: MP'],
    ['[P Ann Lee], left, director of [O Nordbank], smiles.', 'Ann Lee: director of Nordbank'],
    ['[P Ann Lee], aged 45, a baker in [L Oslo] for ten years, spoke.', 'Ann Lee: baker in Oslo'],
    ['[P Ann Lee], then a minister, spoke.', 'Ann Lee: minister'],
    [
      '[P Ann Lee], who is the leader of the [O River Party] and a former mayor, spoke.',
      'Ann Lee: leader of the River Party; former mayor',
    ],
    [
      '[N Norwegian] Trade Minister [P Ann Lee], her [N Chilean] counterpart, [P Bo Ray], and others met.',
      'Ann Lee: Norwegian Trade Minister | Bo Ray: Chilean counterpart',
    ],
    ['[P Ann Lee], a farmer told reporters.', 'Ann Lee: farmer'],
    [
      '[P Ann Lee], chair of [O Nordbank] and acting head of [O Sudbank], spoke.',
      'Ann Lee: chair of Nordbank; acting head of Sudbank',
    ],
    ['The [N Norwegian] foreign minister, [P Ann Lee], spoke.', 'Ann Lee: Norwegian foreign minister'],
    ['[P Ann Lee] was appointed ambassador to [L Chile].', 'Ann Lee: ambassador to Chile'],
    // Someone else's.
    ['In a letter to [P Ann Lee], the minister said no.', 'Ann Lee:'],
    ['[P Ann Lee], [N Danish] Prime Minister [P Bo Ray] and others met.', 'Ann Lee: | Bo Ray: Danish Prime Minister'],
    ['[P Ann Lee] left. The minister, who was late, stayed.', 'Ann Lee:'],
    ['After talks with the president, [P Ann Lee] said no.', 'Ann Lee:'],
    // Shared.
    [
      'Foreign Ministers [P Ann Lee] of [L Norway] and [P Bo Ray] of [L Chile] met.',
      'Ann Lee: Foreign Minister | Bo Ray: Foreign Minister',
    ],
    ['Presidents [P Ann Lee] and [P Bo Ray] met [P Cy Orr].', 'Ann Lee: President | Bo Ray: President | Cy Orr:'],
    // One post in its fullest form.
    ['Minister [P Ann Lee] spoke.\n[P Lee], the [N Norwegian] minister of trade, left.', 'Ann Lee: Norwegian minister of trade'],
    ['Trade Minister [P Ann Lee], a former mayor, left.', 'Ann Lee: Trade Minister; former mayor'],
    ['Deputy minister [P Ann Lee] will succeed Minister [P Bo Ray].', 'Ann Lee: Deputy minister | Bo Ray: Minister'],
    // Odd copy.
    ['FOREIGN MINISTER [P ANN LEE] (NORWAY', 'ANN LEE: FOREIGN MINISTER'],
    ['), ( [P Ann Lee] ((', 'Ann Lee:'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(told(text), expected));
});
