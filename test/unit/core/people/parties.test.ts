import assert from 'node:assert/strict';
import { findCast } from '../../../../src/core/people/people.ts';
import { article } from './cast.ts';

/** "Ann Lee: post @institution ^party status" for each role. */
function told(marked: string): string {
  return findCast(article(marked))
    .people.flatMap(({ name, roles }) =>
      roles.map(
        ({ post, institution, party, status }) =>
          `${name}: ${post} @${institution} ^${party}${status === 'current' ? '' : ` ${status}`}`,
      ),
    )
    .join(' | ');
}

describe('an institution that a role takes up from elsewhere', () => {
  /** The institutions of the roles, in order. */
  const taken = (marked: string): readonly (string | null)[] =>
    findCast(article(marked)).people.flatMap(({ roles }) => roles.map(({ institution }) => institution));
  const committee = 'The [O Fisheries Committee] sat on Monday.\n';
  const cases: readonly (readonly [string, readonly (string | null)[]])[] = [
    [`${committee}Committee chairman [P Ann Lee] left.`, ['Fisheries Committee']],
    [`${committee}The committee’s chairman, [P Ann Lee], left.`, ['Fisheries Committee']],
    [`${committee}[P Ann Lee], a spokeswoman for the committee, left.`, ['Fisheries Committee']],
    [`${committee}[P Ann Lee], spokeswoman for the parliamentary committee, left.`, ['Fisheries Committee']],
    ['The [O Ministry of Mines] knew.\nMinistry spokesman [P Bo Ray] left.', ['Ministry of Mines']],
    ['The [O River Party] knew.\nParty leader [P Ann Lee] left.', ['River Party']],
    ['The [O National Police] knew.\nPolice chief [P Ann Lee] left.', ['National Police']],
    ['[P Ann Lee], president and CEO of [O Nordbank], left.', ['Nordbank', 'Nordbank']],
    ['Professor [P Ann Lee] of [O Harbour University] left.', ['Harbour University']],
    // "its" takes up the last one in the sentence; a second post joined by "and" is of the same body.
    ['[O Nordbank] lost its chairman [P Ann Lee].', ['Nordbank']],
    ['[O Nordbank] knew.\nIts chairman, [P Ann Lee], left.', [null]],
    ['[O Nordbank] lost its beekeeper [P Ann Lee].', [null]],
    ['[O Nordbank] director [P Ann Lee] and deputy director [P Bo Ray] left.', ['Nordbank', 'Nordbank']],
    ['[O Nordbank] director [P Ann Lee] and President [P Bo Ray] left.', ['Nordbank', null]],
    ['The [O Hill Foundation] knew.\nThe foundation’s director, [P Ann Lee], left.', ['Hill Foundation']],
    ['The [O Senate] sat.\nDeputy [P Ann Lee] left.', ['Senate']],
    ['Defenders: [P Ann Lee] ([O FC Hill]), [P Bo Ray] ([O Port United])', ['FC Hill', 'Port United']],
    ['“No,” said [P Ann Lee], chief executive, [O Nordbank].', ['Nordbank']],
    ['[P Ann Lee], chief executive, [O Nordbank] director [P Bo Ray] and others left.', [null, 'Nordbank']],
    // The last one named before, where there are several; a bare post takes none of them.
    [
      'The [O Fisheries Committee] met the [O Budget Committee].\nThe committee’s chairman, [P Ann Lee], left.',
      ['Budget Committee'],
    ],
    ['The [O River Party] met the [O Mountain Party].\nParty leader [P Ann Lee] left.', [null]],
    // What is named nowhere, and a minister "of Norway".
    ['Committee chairman [P Ann Lee] left.', [null]],
    ['Foreign Minister [P Ann Lee] of [L Norway] left.', [null]],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(taken(text), expected));
});

describe('a role’s post, institution and party', () => {
  const cases: readonly (readonly [string, string])[] = [
    // The state as noun if it is printed, else the adjective.
    ['[N Norwegian] Trade Minister [P Ann Lee] left [L Norway].', 'Ann Lee: Trade Minister @null ^Norway'],
    ['[N Norwegian] Trade Minister [P Ann Lee] left.', 'Ann Lee: Trade Minister @null ^Norwegian'],
    ['[L Norway]’s ambassador to [L Chile] [P Ann Lee] left.', 'Ann Lee: ambassador @null ^Norway'],
    ['Foreign Minister [P Ann Lee] of [L Norway] left.', 'Ann Lee: Foreign Minister @null ^Norway'],
    // The ministry of the same field and state.
    [
      '[N Norwegian] Foreign Minister [P Ann Lee] left. The [O Norwegian Foreign Ministry] spoke.',
      'Ann Lee: Foreign Minister @Norwegian Foreign Ministry ^Norwegian',
    ],
    [
      '[N Norwegian] Foreign Minister [P Ann Lee] left. The [O Chilean Foreign Ministry] spoke.',
      'Ann Lee: Foreign Minister @null ^Norwegian',
    ],
    [
      '[N Norwegian] Foreign Minister [P Ann Lee] left. The [O Norwegian Trade Ministry] spoke.',
      'Ann Lee: Foreign Minister @null ^Norwegian',
    ],
    // A portfolio taken for an organisation is none, a company before a head is one.
    [
      '[O Norwegian National Defence] Minister [P Ann Lee] left. The [O Norwegian Defence Ministry] spoke.',
      'Ann Lee: National Defence Minister @Norwegian Defence Ministry ^Norwegian',
    ],
    ['[O Northern Health] chairman [P Ann Lee] left.', 'Ann Lee: chairman @Northern Health ^Northern Health'],
    // Organisations and political parties.
    ['[P Ann Lee], chief executive of [O Nordbank], left [L Norway].', 'Ann Lee: chief executive @Nordbank ^Nordbank'],
    ['[O River Party] leader [P Ann Lee] left [L Norway].', 'Ann Lee: leader @River Party ^River Party'],
    ['[P Ann Lee], a lawmaker of the [O River Party], left.', 'Ann Lee: lawmaker @null ^River Party'],
    ['Rep. [P Ann Lee] of the ruling [O River Party] left.', 'Ann Lee: Rep. @null ^River Party'],
    [
      'The [O River Party] met.\nThe party’s spokesman, [P Ann Lee], left.',
      'Ann Lee: party’s spokesman @River Party ^River Party',
    ],
    // The home country of the article for a bare title, but not for somebody else's ambassador.
    ['[L OSLO], May 5 — Prime Minister [P Ann Lee] left [L Norway].', 'Ann Lee: Prime Minister @null ^Norway'],
    ['[L OSLO], May 5 — Ambassador [P Ann Lee] left [L Norway].', 'Ann Lee: Ambassador @null ^null'],
    ['Analyst [P Ann Lee] left [L Norway].', 'Ann Lee: Analyst @null ^null'],
    // Whoever visits a state is not of it.
    [
      '[L OSLO], May 5 — The visit of King [P Omar Saleh] to [L Norway] ended. [L Oman] and [L Norway] agreed. [L Oman] gained.',
      'Omar Saleh: King @null ^Oman',
    ],
    ['[L OSLO], May 5 — King [P Omar Saleh] has left [L Norway] after a short visit.', 'Omar Saleh: King @null ^null'],
    ['[L OSLO], May 5 — King [P Omar Saleh] has left [L Norway] for a visit to [L Chile].', 'Omar Saleh: King @null ^Norway'],
    // The sentence says who sends; one state has not two presidents.
    ['[L OSLO], May 5 — [L Chile] would send Trade Minister [P Ann Lee].', 'Ann Lee: Trade Minister @null ^Chile'],
    [
      '[L OSLO], May 5 — Presidents [P Ann Lee] and [P Bo Ray] met in [L Norway].',
      'Ann Lee: President @null ^null | Bo Ray: President @null ^null',
    ],
    // A former or small-letter post in a sentence on another country alone.
    ['[L OSLO], May 5 — [L Norway] gained. In [L Chile], president [P Ann Lee] left.', 'Ann Lee: president @null ^null'],
    ['[L OSLO], May 5 — [L Norway] gained. In [L Chile], President [P Ann Lee] left.', 'Ann Lee: President @null ^Norway'],
    ['[L OSLO], May 5 — [L Norway] gained. Attorney General [P Ann Lee] left.', 'Ann Lee: Attorney General @null ^Norway'],
    ['[L OSLO], May 5 — [L Norway] gained. Tax attorney [P Ann Lee] left.', 'Ann Lee: Tax attorney @null ^null'],
    // A legislator’s party, a player’s country.
    ['The Harbour party lawmaker [P Ann Lee] left.', 'Ann Lee: Harbour party lawmaker @null ^Harbour party'],
    ['[O PTL] senator [P Ann Lee] left [L Norway].', 'Ann Lee: senator @null ^PTL'],
    ['[N Norwegian] goalkeeper [P Ann Lee] left.', 'Ann Lee: goalkeeper @null ^Norwegian'],
    ['[N Norwegian] painter [P Ann Lee] left.', 'Ann Lee: painter @null ^null'],
    // Status.
    ['Former [N Norwegian] president [P Ann Lee] left.', 'Ann Lee: president @null ^Norwegian former'],
    ['Acting mayor [P Ann Lee] left.', 'Ann Lee: mayor @null ^null acting'],
    ['President-elect [P Ann Lee] left [L Norway].', 'Ann Lee: President-elect @null ^Norway designate'],
    // Joined titles have one country, two sentences have not; of countries that meet none is the article's own.
    [
      '[N Norwegian] Trade Minister [P Ann Lee] (L) and police chief [P Bo Ray] (R) met the envoys of [L Chile].',
      'Ann Lee: Trade Minister @null ^Norwegian | Bo Ray: police chief @null ^Norwegian',
    ],
    [
      '[N Norwegian] Trade Minister [P Ann Lee] left [L Norway] for [L Chile]. Police chief [P Bo Ray] of [L Chile] and [L Norway] spoke.',
      'Ann Lee: Trade Minister @null ^Norway | Bo Ray: Police chief @null ^Chile',
    ],
    // A counterpart holds the post of the one before.
    [
      '[N Norwegian] Trade Minister [P Ann Lee] met her [N Chilean] counterpart [P Bo Ray].',
      'Ann Lee: Trade Minister @null ^Norwegian | Bo Ray: Trade Minister @null ^Chilean',
    ],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(told(text), expected));
});
