import fc from 'fast-check';

/** One edit of a text: where as a share of its length, how much is taken away, what comes in. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** What news copy and its accidents are made of: words that the analysis reacts to, marks of every kind, and what no editor expects. */
const PROSE = [
  'The ministers met in Split on Tuesday',
  'Foreign Minister Jale Demir said',
  'Tom Reed, the head of the Harbour Board (HB),',
  'he said',
  'she added',
  'according to the ministry',
  'told AFP',
  'a senior official who asked not to be named',
  'the four countries',
  'talks on fishing, trade and the return of refugees',
  'held a quadrilateral meeting with their Croatian and Italian counterparts',
  'are to meet in early May',
  'Reed',
  'Demir',
  'Demir’s',
  'the board',
  'They',
  'did not',
  'that',
  '25 April 2023',
  '$3 million',
  'By Jale Demir',
  'SPLIT, April 25 (AFP) —',
  'Photo: Jale Demir/AA',
  '(front L)',
  'Mr. and Mrs.',
  'U.S.',
  'What comes next',
  'Q: Why?',
  'REED:',
] as const;
const MARKS = [
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '«',
  '»',
  '„',
  '—',
  '–',
  '--',
  '-',
  ',',
  '.',
  '!',
  '?',
  '…',
  ':',
  ';',
  '(',
  ')',
  '[',
  ']',
] as const;
const SPACE = [
  ' ',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u2028',
  '\u2029',
  '  ',
  '\n---\n',
  '',
] as const;
const STRANGE = [
  '\uFEFF',
  '\ud800',
  '\udc00',
  'e\u0301\u0323',
  '\u200b',
  '\u200f',
  '\u202e',
  '🙂',
  '👩‍👩‍👧',
  '𝕏',
  'ﬁ',
  'İSTANBUL',
  'ß',
  '\u0000',
  'Жители Москвы сказали',
  'قال الوزير',
  '部长说',
  '| a | b |',
  '| --- |',
  'if (x) { y = "z"; }',
  '2023-04-25 14:05:01 INFO',
  'https://a.example/b?c=1',
  'a.b@c.example',
  '# ',
  '> ',
  '---\nheadline: x\n---\n',
  'date: 2023-04-25',
  '- ',
  '$',
  '1,000.5',
  '&amp;',
  '<b>',
  'A'.repeat(300),
  '"'.repeat(60),
  '. '.repeat(60),
] as const;

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PROSE) },
  { weight: 6, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 8, arbitrary: fc.constantFrom(...SPACE) },
  { weight: 2, arbitrary: fc.constantFrom(...STRANGE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const small = fc.oneof(
  { weight: 3, arbitrary: piece },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 6 }).map((all) => all.join('')) },
);

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(12) },
      { weight: 1, arbitrary: fc.nat(400) },
    ),
    insert: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: small }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Texts put together from pieces, and the given articles after a few edits, whole or cut. */
export function texts(articles: readonly string[]): fc.Arbitrary<string> {
  const made = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));
  if (articles.length === 0) return made;
  const edited = fc
    .tuple(fc.constantFrom(...articles), edits, fc.nat(3000), fc.integer({ min: 20, max: 4000 }))
    .map(([article, changes, from, length]) =>
      changes.reduce(applyEdit, article.slice(from % article.length, (from % article.length) + length)),
    );
  return fc.oneof({ weight: 2, arbitrary: made }, { weight: 3, arbitrary: edited });
}

export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
}
