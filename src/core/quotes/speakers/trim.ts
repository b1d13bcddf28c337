const OUTSIDE = new Set([' ', '\t', '\n', '\r', '\u00a0', ',', ':', ';', '“', '”', '"', "'"]);

/** A phrase without white space, commas, colons and quotation marks at its ends. */
export function trimPhrase(phrase: string): string {
  let from = 0;
  let to = phrase.length;
  while (from < to && OUTSIDE.has(phrase[from]!)) from++;
  while (to > from && OUTSIDE.has(phrase[to - 1]!)) to--;
  return phrase.slice(from, to);
}
