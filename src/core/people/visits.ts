import type { Range, Words } from './words.ts';

/** How far from the name the verb may stand, and from that the country, in tokens. */
const NEAR = 14;
const BESIDE = 4;

/**
 * The country that a sentence says somebody visits: "Crown Prince Omar has left Norway", "the visit of King Omar to Norway". Whoever visits a
 * state does not stand for it.
 */
export function visitedCountry(words: Words, name: Range, titleFrom: number, sentence: Range): string | null {
  if (words.countries.length === 0) return null;
  let going = isVisitOf(words, titleFrom, sentence.from) ? name.to : -1;
  const end = Math.min(sentence.to, name.to + NEAR + BESIDE);
  for (let i = name.to; i < end && !words.isPerson(i) && (going < 0 || i <= going + BESIDE); i++) {
    if (i < name.to + NEAR && (GOES.test(words.text(i)) || (words.possessive(i) && VISIT.test(words.text(i + 1))))) going = i;
    const country = going < 0 ? undefined : words.countries.find(({ from }) => from === i);
    // Leaders leave their own state too: "left Norway for Chile".
    if (country && LEAVES.test(words.text(going)) && !endsVisit(words, country.to, sentence.to)) return null;
    if (country) return country.form === 'noun' && words.text(country.to) !== '-' ? country.code : null;
  }
  return null;
}

/** "left Norway after a visit" */
function endsVisit(words: Words, from: number, to: number): boolean {
  if (words.text(from) === 'for') return false;
  for (let i = from; i < Math.min(to, from + NEAR); i++) if (VISIT.test(words.text(i))) return true;
  return false;
}

/** "Romania would send Deputy Prime Minister Ion Balan", "Chile was represented by its envoy": the country as printed, or null. */
export function sendingCountry(words: Words, titleFrom: number, floor: number): string | null {
  let i = titleFrom - 1;
  if (/^(?:its|the)$/.test(words.text(i))) i--;
  if (words.text(i) === 'by' && words.text(i - 1) === 'represented') i--;
  else if (!/^(?:sends?|sent|dispatch|dispatched)$/.test(words.text(i))) return null;
  i--;
  while (i > floor && /^(?:was|is|will|would|could|may|had|has|be|been|to)$/.test(words.text(i))) i--;
  const country = i < floor ? undefined : words.countries.find(({ to }) => to === i + 1);
  return country?.form === 'noun' ? words.slice(country.from, country.to) : null;
}

/** "the visit of", "a trip by" before a title. */
function isVisitOf(words: Words, titleFrom: number, floor: number): boolean {
  let i = titleFrom - 1;
  if (words.text(i) === 'the') i--;
  return i - 1 >= floor && /^(?:of|by)$/.test(words.text(i)) && VISIT.test(words.text(i - 1));
}

const VISIT = /^(?:visits?|trips?|tour|arrival|journey)$/;
const LEAVES = /^(?:left|leaves|departed)$/;
const GOES = /^(?:left|leaves|arrived|arrives|visit|visits|visited|visiting|departed|flew|travel(?:s|l?ed)|tour(?:s|ed))$/;
