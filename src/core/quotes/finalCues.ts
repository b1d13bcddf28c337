import type { Passage } from '../passage.ts';
import type { Marks } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';

/** The longest source that is looked for by word order alone: `the ministry's chief spokesman Deniz Koru`. */
const LONGEST = 10;
/** The shortest clause that is a report: `The talks had failed`. */
const SHORTEST = 4;

/**
 * Reports that their sentence ends with, where the trained weights found none: `The talks had failed, Demir told the agency on Monday.`
 * and `…, said council spokesman Deniz Koru.` Word order alone decides, so only what cannot be read otherwise is taken.
 */
export function finalCues(passage: Passage, { stretches }: Marks, found: readonly Attribution[]): readonly Attribution[] {
  const { tokens, sentences } = passage;
  return sentences.flatMap((sentence) => {
    if (sentence.to - sentence.from < SHORTEST + 4) return [];
    const { from } = sentence;
    const to = endBefore(passage, sentence, found);
    if (to < 0) return [];
    if (stretches.some((stretch) => stretch.open < to && stretch.to > from)) return [];
    for (let comma = to - 3; comma >= from + SHORTEST; comma--) {
      if (word(tokens, comma) !== ',') continue;
      const read = readEnd(passage, comma + 1, to);
      if (!read || OPENS_CLAUSE.test(word(tokens, from))) return [];
      return [{ ...read, content: [{ from, to: comma }], found: 'cue' as const }];
    }
    return [];
  });
}

/** The sentence's end, or the comma before the participle of "he said, adding that it would open"; -1 where more than that is found. */
function endBefore({ tokens }: Passage, { from, to }: TokenRange, found: readonly Attribution[]): number {
  const own = found.filter((each) =>
    [each.cue, each.source, ...each.content].some((range) => range && range.from < to && from < range.to),
  );
  if (own.length === 0) return to;
  const [{ cue, content }] = own as [Attribution];
  if (own.length > 1 || !cue || !/ing$/.test(word(tokens, cue.from)) || word(tokens, cue.from - 1) !== ',') return -1;
  return content.every((range) => range.from >= cue.to) ? cue.from - 1 : -1;
}

/** Source and cue between the last comma and the end of a sentence or of what somebody else reports. */
export function readEnd(passage: Passage, from: number, to: number): { cue: TokenRange; source: TokenRange } | null {
  const { tokens } = passage;
  const lower = (i: number) => word(tokens, i).toLowerCase();
  const cueAt = (i: number) => CUE_FORMS.has(lower(i)) && !lower(i).endsWith('ing');
  const closesAt = (i: number) => i >= to || closes(lower(i));
  if (cueAt(from)) {
    const end = phraseEnd(passage, from + 1, to, true);
    return end > from + 1 && closesAt(end) ? { cue: { from, to: from + 1 }, source: { from: from + 1, to: end } } : null;
  }
  const end = phraseEnd(passage, from, to);
  for (let i = from + 1; i <= end && i < to; i++) {
    if (!cueAt(i)) continue;
    // "He pointed out."
    if (lower(i + 1) === 'out' && closesAt(i + 2)) return { cue: { from: i, to: i + 2 }, source: { from, to: i } };
    if (!closesAt(i + 1) && !(TOLD.test(lower(i)) && phraseEnd(passage, i + 1, to, true) > i + 1)) return null;
    return { cue: { from: i, to: i + 1 }, source: { from, to: i } };
  }
  return null;
}

/** Where the noun phrase at `from` ends; `from` where none begins. A `bare` one may do without an article: `council spokesman Deniz Koru`. */
export function phraseEnd({ tokens }: Pick<Passage, 'tokens'>, from: number, to: number, bare = false): number {
  const first = word(tokens, from);
  if (bare ? NO_PHRASE.test(first) : !/^(?:\p{Lu}.*|the|an?|he|she|they|it|his|her|its|their)$/u.test(first)) return from;
  let end = from;
  let longest = from + LONGEST;
  while (end < to && end < longest) {
    if (isAcronym({ tokens }, end, to)) {
      end += 3;
      longest += 3;
    } else if (/^(?:[\p{L}\d-]+|['’]s?)$/u.test(word(tokens, end)) && !closes(word(tokens, end).toLowerCase())) end++;
    else break;
  }
  return end;
}

/** `(ICRC)`, `(蘇貞昌)` behind a name. */
function isAcronym({ tokens }: Pick<Passage, 'tokens'>, at: number, to: number): boolean {
  return (
    at + 2 < to && word(tokens, at) === '(' && /^[\p{Lu}\p{Lo}\d&-]+$/u.test(word(tokens, at + 1)) && word(tokens, at + 2) === ')'
  );
}

/** What may follow a final cue: the sentence's end, or when and where it was said. */
function closes(next: string): boolean {
  return /^(?:[.!?]|on|in|at|during|after|before|yesterday|today|earlier|late|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
    next,
  );
}

const NO_PHRASE = /^(?:that|if|whether|how|why|to|there|so|as|on|in|at|of|for|about|by|not|and|or|but)$/i;
const TOLD = /^(?:tells?|told)$/;
/** "When the talks had failed, Demir told the agency." says not what. */
const OPENS_CLAUSE =
  /^(?:when|while|after|before|as|if|although|though|because|since|until|once|in|on|at|with|for|during|by|to|from|following|despite|asked|speaking|[\p{L}]+ing)$/iu;
