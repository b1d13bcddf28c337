import assert from 'node:assert/strict';
import { findCast } from '../../../../src/core/people/people.ts';
import { article } from './cast.ts';

/** "Ann Lee×2 | Bo Ray×1 | open Lee?Ann Lee,Cy Lee" */
function linked(marked: string): string {
  const placed = article(marked);
  const text = placed.map(({ passage }) => passage.text).join('\n');
  const { people, openMentions } = findCast(placed);
  return [
    ...people.map(({ name, mentions }) => `${name}×${mentions.length}`),
    ...openMentions.map(({ start, end, candidates }) => `open ${text.slice(start, end)}?${candidates.join(',')}`),
  ].join(' | ');
}

describe('people', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[P Ann Lee] spoke.\n[P Lee] left.', 'Ann Lee×2'],
    ['[P Lee] left.\n[P Ann Lee] spoke.', 'Ann Lee×2'],
    ['[P Zoë Çelikoğlu] spoke. [P Zoe Celikoglu] left. [P Celikoglu] sat.', 'Zoë Çelikoğlu×3'],
    ['[P Reza Karimian] spoke.\n[P Reza Karimiani] left.', 'Reza Karimian×2'],
    ['[P Omar El-Masri] spoke. [P Masri] left. [P Al-Masri] sat.', 'Omar El-Masri×3'],
    ['[P Pervaiz Anwar] spoke. [P Parvez Anwar] left.', 'Pervaiz Anwar×2'],
    ['[P Suthep Rattana] spoke. [P Suthep] left.', 'Suthep Rattana×2'],
    ['[P ANN LEE] spoke. [P Ann Lee] left.', 'Ann Lee×2'],
    // Two persons.
    ['[P Ann Lee] met [P Ann Ray].', 'Ann Lee×1 | Ann Ray×1'],
    ['[P Kim Sang-min] met [P Kim Sung-min].', 'Kim Sang-min×1 | Kim Sung-min×1'],
    ['[P Ann Lee] met [P Bo Leigh].', 'Ann Lee×1 | Bo Leigh×1'],
    // A shared surname stays open, unless only one was named before or a title tells.
    ['[P Ann Lee] met [P Cy Lee].\n[P Lee] left.', 'Ann Lee×1 | Cy Lee×1 | open Lee?Ann Lee,Cy Lee'],
    ['[P Ann Lee] spoke. [P Lee] left.\n[P Cy Lee] came.', 'Ann Lee×2 | Cy Lee×1'],
    ['President [P Ann Lee] met [P Cy Lee].\nPresident [P Lee] left.', 'Ann Lee×2 | Cy Lee×1'],
    ['', ''],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(linked(text), expected));

  it('names those of the same surname as namesakes', () => {
    const { people } = findCast(article('[P Ann Lee] met [P Cy Lee].\n[P Lee] left.'));
    assert.deepEqual(
      people.map(({ namesakes }) => namesakes),
      [['Cy Lee'], ['Ann Lee']],
    );
  });
});
