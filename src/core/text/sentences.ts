import { type Tokens, word } from './tokens.ts';

/** A half-open range of token indices. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits tokens into sentences. A sentence ends at `.`, `!`, `?` or `…`, with the closing marks that follow it, where the next
 * token stands apart and does not start in lower case: `“We left.” He nodded.` are two, `Lt. Gen. Park` and `"Why?" he asked` are not.
 */
export function findSentences(tokens: Tokens): readonly TokenRange[] {
  const sentences: TokenRange[] = [];
  let from = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (!endsSentence(tokens, i)) continue;
    let to = i + 1;
    while (to < tokens.count && !tokens.spaced[to] && CLOSING.has(word(tokens, to))) to++;
    if (to < tokens.count && (!tokens.spaced[to] || startsLower(tokens, to))) continue;
    sentences.push({ from, to });
    from = to;
    i = to - 1;
  }
  if (from < tokens.count) sentences.push({ from, to: tokens.count });
  return sentences;
}

const CLOSING = new Set(['"', '”', '’', "'", "''", '»', ')', ']', '“']);
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev hon st gen lt col maj capt cmdr adm sgt sen rep gov pres dep asst supt drs profs revs gens sens reps govs atty ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat no nos vs art sec fig approx ft mt'
  ).split(' '),
);

function endsSentence(tokens: Tokens, i: number): boolean {
  const first = tokens.text.charCodeAt(tokens.start[i]!);
  if (first === 0x21 || first === 0x3f || first === 0x2026) return true; // ! ? …
  if (first !== 0x2e) {
    // "in the U.S. The" ends a sentence, "U.S. President" does not: only a function word after it tells.
    const own = word(tokens, i);
    return own.length > 3 && own.endsWith('.') && !own.includes('/') && STARTERS.has(word(tokens, i + 1));
  }
  return i === 0 || !ABBREVIATIONS.has(word(tokens, i - 1).toLowerCase()) || tokens.spaced[i] === 1;
}

const STARTERS = new Set([
  'The',
  'A',
  'An',
  'He',
  'She',
  'It',
  'They',
  'We',
  'But',
  'And',
  'In',
  'On',
  'This',
  'That',
  'His',
  'Her',
  'Its',
  'Their',
  'However',
]);

function startsLower(tokens: Tokens, i: number): boolean {
  const first = word(tokens, i)[0]!;
  return first !== first.toUpperCase() && first === first.toLowerCase();
}
