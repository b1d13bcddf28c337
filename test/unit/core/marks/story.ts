/** Numbers that look like chance and are the same in every run (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const NAMES = [
  'Ada Moreau',
  'Tomas Lind',
  'Selma Okoye',
  'Bruno Vasquez',
  'Ines Halvorsen',
  'Kemal Ardıç',
  'Noor Haddad',
  'Petr Dvořák',
];
const ROLES = [
  'the harbour master',
  'the deputy mayor',
  'the union leader',
  'a spokesman',
  'the fisheries minister',
  'the auditor',
];
const VERBS = ['said', 'told reporters', 'warned', 'added', 'insisted', 'wrote'];
const THINGS = [
  'quota',
  'ferry',
  'budget',
  'bridge',
  'inquiry',
  'strike',
  'treaty',
  'survey',
  'tunnel',
  'licence',
  'pension',
  'flood wall',
];
const ACTS = [
  'will be signed',
  'cannot wait',
  'was not discussed',
  'costs too much',
  'must be published',
  'was put off',
  'is safe',
  'needs time',
];
const TIMES = [
  'on Monday',
  'last week',
  'in May',
  'before the vote',
  'after the storm',
  'this morning',
  'within 12 days',
  'at 9:30',
];

/** An invented article of so many paragraphs. */
export function story(random: (below: number) => number, paragraphs: number): string {
  const pick = (list: readonly string[]) => list[random(list.length)]!;
  const sentence = () => {
    const claim = `${pick(['The', 'Our', 'That', 'No'])} ${pick(THINGS)} ${pick(ACTS)} ${pick(TIMES)}`;
    const who = `${pick(NAMES)}${random(2) ? `, ${pick(ROLES)},` : ''}`;
    switch (random(4)) {
      case 0:
        return `“${claim},” ${who} ${pick(VERBS)}.`;
      case 1:
        return `${who} ${pick(VERBS)} that ${claim.toLowerCase()} 🙂.`;
      case 2:
        return `${claim}.`;
      default:
        return `${who} met ${pick(NAMES)} about the ${pick(THINGS)} ${pick(TIMES)}.`;
    }
  };
  return `${Array.from({ length: paragraphs }, () => Array.from({ length: 1 + random(4) }, sentence).join(' ')).join('\n\n')}\n`;
}
