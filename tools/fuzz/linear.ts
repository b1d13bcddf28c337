import { createAnalyzer, type Resources } from '../../src/core/index.ts';

const PROSE =
  'The council met on Monday. “We must act,” said Jale Demir, its chairwoman, before talks with Tom Reed of the Harbour Board. ';

/** Kinds of text that have brought analysers down, each grown by repetition. */
const HOSTILE: Readonly<Record<string, string | ((name: string) => string)>> = {
  'paragraphs of prose': `${PROSE}\n\n`,
  'prose on one line': PROSE,
  'straight marks': '"',
  apostrophes: "'",
  'opening marks': '“',
  'closing marks': '”',
  'nested marks': '“‘"«',
  'opening marks with words': '“We ',
  'unclosed quotes': '“We must act, said Reed.\n\n',
  'single marks': "'a b' c' ",
  brackets: '([{',
  'one word': 'a',
  'one capital': 'A',
  'capitalised words': 'Jale Demir ',
  names: 'Jale Demir said. Tom Reed left.\n',
  'commas and names': 'Jale Demir, Tom Reed, ',
  'reporting verbs': 'said ',
  'said that said that': 'he said that ',
  pronouns: 'He she they it. ',
  'full stops': '.',
  'short sentences': 'A. ',
  'short lines': 'A\n',
  'blank lines': '\n',
  spaces: ' ',
  'carriage returns': '\r',
  dashes: '—-',
  digits: '1,000.5 ',
  dates: '25 April 2023, ',
  'sums of money': '$3 million ',
  roles: 'Defence Minister ',
  'of the of the': 'the head of the ',
  meetings: 'The ministers met in Split on Tuesday to discuss trade. ',
  'emoji and marks': '🙂e\u0301',
  'lone surrogates': '\ud800',
  'right to left': 'قال الوزير. ',
  'not separated by spaces': '部长说。',
  addresses: 'https://a.example/b?c=1 ',
  'mail addresses': 'a@b',
  table: '| a | b |\n',
  code: 'if (x) { y = "z"; }\n',
  'list items': '- one\n',
  transcript: 'REED: We go.\n',
  datelines: 'SPLIT, April 25 (AFP) — \n',
  'agencies in brackets': 'At the pier. (AA)\n',
  slashes: 'AA/',
  'ever new names': (name) => `Jale ${name} said. `,
  'ever new namesakes': (name) => `${name} Kim met Kim. `,
  'ever new paragraphs of names': (name) => `Defence Minister Jale ${name} met the ${name} Ministry’s chief.\n\n`,
  'ever new bodies': (name) => `The ${name} Company’s chief executive left the ${name} Party. `,
  'ever new acronyms': (name) => `The ${name} Harbour Board (${name.toUpperCase()}) met. `,
  'ever new speakers': (name) => `“We go,” said Jale ${name}.\n“They went,” he said.\n`,
  'ever new meetings': (name) => `The ${name} minister held talks with Tom ${name} in ${name} on trade.\n\n`,
  'ever new spellings': (name) => `Ahm${name}d and Ehm${name}t. `,
};

const SMALL = 12_000;
const GROWTH = 16;
/** How many times dearer a character may be in the larger text: caches and the collector of garbage take their share, a quadratic step 16. */
const SLACK = 2.5;

/** Grows each hostile text 16-fold and compares the times; the names of those that grew worse than in proportion. */
export function findSuperlinear(resources: Resources, tell: (line: string) => void): readonly string[] {
  const bad: string[] = [];
  for (const [name, piece] of Object.entries(HOSTILE)) {
    let slowness = Infinity;
    // Other programs disturb the clock, and a text that no longer fits the machine's caches is dearer once. What is worse than linear gets
    // dearer with every growth: only what is slow three times, the last time from a larger text on, is slow.
    for (const from of [SMALL, SMALL, SMALL * 4]) {
      if (slowness > SLACK) slowness = Math.min(slowness, growth(resources, piece, from) / GROWTH);
    }
    if (slowness > SLACK) bad.push(`${name} grown ${GROWTH}-fold takes ${(slowness * GROWTH).toFixed(0)} times as long`);
  }
  tell(
    `${Object.keys(HOSTILE).length} hostile texts grown ${GROWTH}-fold: ${bad.length === 0 ? 'none takes more than in proportion' : bad.join('; ')}`,
  );
  return bad;
}

function growth(resources: Resources, piece: string | ((name: string) => string), from: number): number {
  // No two texts have a name in common: the model's memory of words would answer for what it met in the one before.
  let names = 0;
  const grown = (length: number): string =>
    typeof piece === 'string' ? distinct(piece, length) : renamed(piece, length, (names += length));
  const least = Math.min(...[grown(from), grown(from), grown(from)].map((text) => seconds(resources, text)));
  // Below a millisecond the clock says little.
  return seconds(resources, grown(from * GROWTH)) / Math.max(least, 0.001);
}

/** Repeats a piece; a number here and there keeps the analyser's memory from answering. */
function distinct(piece: string, length: number): string {
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const part = piece.repeat(Math.max(1, Math.floor(600 / piece.length)));
    parts.push(part, i % 3 === 0 ? String(i) : '');
    size += part.length;
  }
  return parts.join('');
}

/** A piece again and again, each time with a name of its own, the first of which has the number `first`. */
function renamed(piece: (name: string) => string, length: number, first: number): string {
  let text = '';
  for (let i = first; text.length < length; i++) {
    const letters = [1, 20, 400, 8000]
      .map((unit) => Math.floor(i / unit))
      .map((n) => `${'bdfgklmnprstvzhjwxcq'[n % 20]}${'aeiou'[n % 5]}`);
    text += piece(letters.join('').replace(/^./, (initial) => initial.toUpperCase()));
  }
  return text;
}

function seconds(resources: Resources, text: string): number {
  const before = process.cpuUsage();
  createAnalyzer(resources).analyze(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
