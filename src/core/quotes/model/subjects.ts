import { hashOf } from './hash.ts';
import { ADP, ADV, AUX, CCONJ, isNominal, PART, PUNCT, SCONJ, VERB } from './tagger.ts';

/** The longest parenthesis between a subject and its verb: `Silverman, a supporter of Sanders, said`. */
const PARENTHESIS = 25;

/**
 * Writes the numbers of the noun phrases that are subjects of a finite verb, from right to left; 0 outside them. In `Obama, making it clear, stood
 * beside the minister and described` the cue `described` has no subject of its own, and `Obama` is the only phrase that can lend it
 * one. Shallow syntax in one pass: a phrase with its adpositions, and with a parenthesis between commas, before a verb.
 */
export function findSubjects(count: number, tag: Uint8Array, word: Int32Array, suffix: Int32Array, subjects: Uint16Array): void {
  subjects.fill(0, 0, count);
  let number = 0;
  let open = false;
  let inPhrase = false;
  for (let j = count - 1; j >= 0; j--) {
    const t = tag[j]!;
    if (t === AUX || (t === VERB && suffix[j] !== ING && !(j > 0 && word[j - 1] === TO))) {
      open = true;
      inPhrase = false;
    } else if (!open) continue;
    else if (isNominal(t)) {
      if (!inPhrase && number < 0xffff) number++;
      inPhrase = true;
      subjects[j] = number;
    } else if (t === ADV || t === PART) {
      if (inPhrase) open = false;
    } else if (inPhrase && (t === ADP || t === CCONJ) && j > 0 && isNominal(tag[j - 1]!)) {
      subjects[j] = number;
    } else {
      const opening = !inPhrase && t === PUNCT && word[j] === COMMA ? commaBefore(tag, word, j) : -1;
      open = opening >= 0;
      if (open) j = opening;
    }
  }
}

/** The comma that opens a parenthesis which closes at `comma`, after a noun phrase; -1 where there is none. */
function commaBefore(tag: Uint8Array, word: Int32Array, comma: number): number {
  for (let j = comma - 1; j > 0 && comma - j <= PARENTHESIS; j--)
    if (tag[j] === PUNCT && word[j] === COMMA) return isNominal(tag[j - 1]!) ? j : -1;
  return -1;
}

const COMMA = hashOf(',');
const TO = hashOf('to');
const ING = hashOf('ing');

/** The subjects around a cue, by their numbers. */
export interface NearSubjects {
  /** The last before the cue and the first of its sentence; 0 where there is none. */
  readonly nearest: number;
  readonly outermost: number;
  /** The first after the cue. */
  readonly following: number;
  /** What stands between the cue and the last subject before it: 1 nothing, so that it is its own; else 2 to 6, by the first word. */
  readonly own: number;
}

/** Looks from `anchor` to both ends of its window. */
export function subjectsNear(
  { subjects, tag, sentence }: { subjects: Uint16Array; tag: Uint8Array; sentence: Int32Array },
  anchor: number,
  from: number,
  to: number,
): NearSubjects {
  let nearest = 0;
  let outermost = 0;
  for (let j = anchor - 1; j >= from && sentence[j] === sentence[anchor]; j--) {
    if (subjects[j] === 0) continue;
    if (nearest === 0) nearest = subjects[j]!;
    outermost = subjects[j]!;
  }
  let following = 0;
  for (let j = anchor + 1; j < to && following === 0; j++) following = subjects[j]!;
  let own = 0;
  for (let j = anchor - 1; j >= from && own === 0; j--) {
    const t = tag[j]!;
    if (subjects[j]! > 0) own = 1;
    else if (t === VERB) own = 2;
    else if (t === CCONJ || t === SCONJ) own = 3;
    else if (t === PUNCT) own = 4;
    else if (t === ADP) own = 5;
    else if (t !== AUX && t !== ADV && t !== PART) own = 6;
  }
  return { nearest, outermost, following, own };
}
