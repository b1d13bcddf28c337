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

/** "the visit of", "a trip by" before a title. */
function isVisitOf(words: Words, titleFrom: number, floor: number): boolean {
  let i = titleFrom - 1;
  if (words.text(i) === 'the') i--;
  return i - 1 >= floor && /^(?:of|by)$/.test(words.text(i)) && VISIT.test(words.text(i - 1));
}

const VISIT = /^(?:visits?|trips?|tour|arrival|journey)$/;
const LEAVES = /^(?:left|leaves|departed)$/;
const GOES = /^(?:left|leaves|arrived|arrives|visit|visits|visited|visiting|departed|flew|travel(?:s|l?ed)|tour(?:s|ed))$/;
