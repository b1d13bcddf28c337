import { perObject } from '../memo.ts';
import { type Tokens, word } from '../text/tokens.ts';
import { type CountryName, formOf, longestFrom, NOT_A_COUNTRY } from './countries.ts';

/** A country's form in a passage, as half-open token range: `Turkish`, `the White House` without its article. */
export interface CountryMention extends CountryName {
  readonly from: number;
  readonly to: number;
}

/** All forms of countries in a passage's tokens, longest first come, disjoint, in order. People of the name Jordan are among them: the caller
 * knows which tokens are names. */
export const findCountries: (tokens: Tokens) => readonly CountryMention[] = perObject((tokens) => {
  const mentions: CountryMention[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!startsUpper(tokens, i)) continue;
    const first = word(tokens, i);
    const longest = first === 'The' ? 0 : longestFrom(first);
    for (let to = Math.min(tokens.count, i + longest); to > i; to--) {
      const name = formOf(tokens.text.slice(tokens.start[i], tokens.end[to - 1]));
      if (!name || (word(tokens, i) === 'US' && inCapitals(tokens, i))) continue;
      if (name.code !== NOT_A_COUNTRY) mentions.push({ ...name, from: i, to });
      i = to - 1;
      break;
    }
  }
  return mentions;
});

function startsUpper(tokens: Tokens, i: number): boolean {
  const unit = tokens.text.charCodeAt(tokens.start[i]!);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = tokens.text[tokens.start[i]!]!;
  return letter !== letter.toLowerCase();
}

/** "TELL US MORE": among capitals "US" may be the pronoun. */
function inCapitals(tokens: Tokens, i: number): boolean {
  return [i - 1, i + 1].some((near) => word(tokens, near).length > 3 && word(tokens, near) === word(tokens, near).toUpperCase());
}
