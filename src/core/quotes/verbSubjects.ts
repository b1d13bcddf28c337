import type { Passage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';

/** `he`, `Protesters`, `the two men` right before a verb. */
export function subjectBefore(passage: Passage, least: number, verb: number): TokenRange | null {
  const { tokens } = passage;
  let from = verb;
  while (from > least && verb - from < 4 && /^[\p{L}][\p{L}’'-]*$/u.test(word(tokens, from - 1))) {
    from--;
    if (/^(?:he|she|they|we|i)$/i.test(word(tokens, from))) return from === verb - 1 ? { from, to: verb } : null;
    if (/^(?:the|an?|his|her|their)$/i.test(word(tokens, from)))
      return isSubject(passage, from + 1, verb) ? { from, to: verb } : null;
  }
  return from === least && verb - from <= 2 && /^\p{Lu}/u.test(word(tokens, from)) && isSubject(passage, from, verb)
    ? { from, to: verb }
    : null;
}

/** Whether words before a verb are no more than its subject: `would say`, `never told` say nothing. */
export function isSubject({ tokens }: Pick<Passage, 'tokens'>, from: number, verb: number): boolean {
  for (let i = from; i < verb; i++) if (NO_SUBJECT.test(word(tokens, i)) && !joinsName({ tokens }, i)) return false;
  return from < verb;
}

/** `of` and `and` of "Committee of the Red Cross", "Trade and Industry Chamber". */
function joinsName({ tokens }: Pick<Passage, 'tokens'>, at: number): boolean {
  if (!/^(?:of|and)$/.test(word(tokens, at)) || !/^\p{Lu}/u.test(word(tokens, at - 1))) return false;
  return /^\p{Lu}/u.test(word(tokens, word(tokens, at + 1) === 'the' ? at + 2 : at + 1));
}

const NO_SUBJECT =
  /^(?:was|were|is|are|be|been|would|could|should|might|may|will|can|never|not|to|and|or|of|who|that|which|.*ing)$/i;
