import { type Tokens, word } from '../text/tokens.ts';

/**
 * Which way a date (tokens `from` to `to`) lies by the words of its clause: +1 to come, −1 past, 0 not said. A clause reaches back to a
 * comma or a relative word ("Akar, who met him on Monday, will leave": Monday is past), and ahead by one word ("The summit on May 9 will …").
 */
export function directionBefore(tokens: Tokens, from: number, to: number): -1 | 0 | 1 {
  const least = Math.max(0, from - REACH);
  for (let i = from - 1; i >= least; i--) {
    const own = word(tokens, i).toLowerCase();
    if (AHEAD.has(own)) return 1;
    if (PAST.has(own) || (own.length > 4 && own.endsWith('ed'))) return -1;
    if (REPORTING.has(own)) return from - i <= 2 ? -1 : 0; // "said on May 2", but "said the match on May 2"
    if (BOUNDARIES.has(own)) break;
  }
  return AHEAD_AFTER.has(word(tokens, to).toLowerCase()) ? 1 : 0;
}

const REACH = 14;
const AHEAD = new Set(
  "will shall ll ’ll 'll upcoming forthcoming scheduled slated planned due expected next plans plan planning coming tomorrow until till".split(
    ' ',
  ),
);
const AHEAD_AFTER = new Set(['will', 'shall', "'ll", '’ll']);
const PAST = new Set('was were had met held won lost took began went came fell rose left made gave sent saw spoke'.split(' '));
const REPORTING = new Set('said told announced added reported'.split(' '));
const BOUNDARIES = new Set(', ; : . ! ? who which whom after when where says'.split(' '));
