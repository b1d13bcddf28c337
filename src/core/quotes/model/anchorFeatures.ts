import { mix } from './hash.ts';
import type { Reading } from './reading.ts';
import { ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, VERB } from './tagger.ts';
import { DIGIT, MARK } from './wordTypes.ts';

/** A growing list of feature numbers, used again and again. */
export interface FeatureList {
  readonly numbers: Int32Array;
  length: number;
}

const EDGE = 30;

/** The features of token `i` as the anchor of a cue: its head verb, or the word that stands for one (`according`, `:`). */
export function anchorFeatures(reading: Reading, i: number, out: FeatureList): void {
  out.length = 0;
  const { numbers } = out;
  const { word, tag, suffix, strength, shape, inside, sentence, count } = reading;
  const own = inside[i]!;
  const home = sentence[i]!;
  const visible = (j: number) => j >= 0 && j < count && inside[j] === own;
  const wordAt = (j: number) => (j < 0 || j >= count ? EDGE : sentence[j] === home || inside[j] !== own ? word[j]! : EDGE);
  const tagAt = (j: number) =>
    j < 0 || j >= count ? EDGE : inside[j] !== own ? (inside[j]! >= 0 ? 20 : 21) : sentence[j] === home ? tag[j]! : EDGE + 1;
  let n = 0;
  const w = word[i]!;
  const t = tag[i]!;
  const s = strength[i]!;
  numbers[n++] = mix(1, w, 0);
  numbers[n++] = mix(2, w, t);
  numbers[n++] = mix(3, suffix[i]!, t);
  numbers[n++] = mix(4, s, t);
  numbers[n++] = mix(5, t, shape[i]!);
  const before = tagAt(i - 1);
  const before2 = tagAt(i - 2);
  const after = tagAt(i + 1);
  const after2 = tagAt(i + 2);
  numbers[n++] = mix(6, before, t);
  numbers[n++] = mix(7, after, t);
  numbers[n++] = mix(8, before * 32 + before2, s);
  numbers[n++] = mix(9, after * 32 + after2, s);
  numbers[n++] = mix(10, before * 32 + after, s);
  numbers[n++] = mix(11, before, w);
  numbers[n++] = mix(12, after, w);
  numbers[n++] = mix(13, wordAt(i - 1), t);
  numbers[n++] = mix(14, wordAt(i + 1), t);
  numbers[n++] = mix(15, wordAt(i - 1), w);
  numbers[n++] = mix(16, wordAt(i + 1), w);
  numbers[n++] = mix(17, wordAt(i - 2), s);
  numbers[n++] = mix(18, wordAt(i + 2), s);
  numbers[n++] = mix(19, wordAt(i - 1), s);
  numbers[n++] = mix(20, wordAt(i + 1), s);
  numbers[n++] = mix(21, wordAt(i + 1), wordAt(i + 2));
  numbers[n++] = mix(22, wordAt(i - 2), wordAt(i - 1));
  numbers[n++] = mix(23, wordAt(i + 3), s >> 1);
  numbers[n++] = mix(24, wordAt(i - 3), s >> 1);
  // Marks: right before, right after, or inside.
  const left = nearMark(reading, i, -1);
  const right = nearMark(reading, i, 1);
  const state = own >= 0 ? 1 : 0;
  numbers[n++] = mix(25, state * 64 + left * 8 + right, s);
  numbers[n++] = mix(26, state * 64 + left * 8 + right, t);
  numbers[n++] = mix(27, state, w);
  numbers[n++] = mix(28, left * 8 + right, w);
  numbers[n++] = mix(29, left * 8 + right, before * 32 + after);
  // The subject: the nearest noun or pronoun before, and how far.
  let subject = i - 1;
  let verbs = 0;
  let commas = 0;
  while (subject >= 0 && i - subject <= 12 && visible(subject) && sentence[subject] === home) {
    const kind = tag[subject]!;
    if (kind === NOUN || kind === PROPN || (kind === PRON && shape[subject] !== MARK)) break;
    if (kind === VERB) verbs++;
    if (kind === PUNCT) commas++;
    subject--;
  }
  const hasSubject = subject >= 0 && visible(subject) && sentence[subject] === home && i - subject <= 12;
  const subjectTag = hasSubject ? tag[subject]! : 31;
  const gap = Math.min(3, i - subject - 1) + 4 * Math.min(2, verbs) + 12 * Math.min(1, commas);
  numbers[n++] = mix(30, subjectTag, gap);
  numbers[n++] = mix(31, hasSubject ? word[subject]! : 0, s);
  numbers[n++] = mix(32, subjectTag * 64 + gap, s);
  numbers[n++] = mix(33, subjectTag, w);
  // The object: the next noun, verb or mark.
  let object = i + 1;
  while (object < count && object - i <= 6 && visible(object) && sentence[object] === home) {
    const kind = tag[object]!;
    if (kind !== DET && kind !== ADJ && kind !== ADV && kind !== NUM && kind !== ADP && kind !== PART) break;
    object++;
  }
  const hasObject = object < count && visible(object) && sentence[object] === home;
  numbers[n++] = mix(34, hasObject ? word[object]! : 0, s);
  numbers[n++] = mix(35, hasObject ? tag[object]! : 31, w);
  numbers[n++] = mix(36, hasObject ? suffix[object]! : 0, t);
  // The chain of auxiliaries before: "would not have said".
  let chain = 0;
  for (let j = i - 1; j >= 0 && i - j <= 4 && (tag[j] === AUX || tag[j] === ADV || tag[j] === PART); j--)
    chain = mix(37, word[j]!, chain);
  numbers[n++] = mix(37, chain, s);
  numbers[n++] = mix(38, chain, subjectTag);
  // The sentence: where in it, its first word, and stronger cues to the left and right.
  const range = reading.passage.sentences[home]!;
  const place = Math.min(7, i - range.from) + 8 * Math.min(3, (range.to - i) >> 1);
  numbers[n++] = mix(39, place, s);
  numbers[n++] = mix(40, word[range.from]!, s);
  let strongLeft = 0;
  let strongRight = 0;
  let clause = 0;
  let steps = 0;
  for (let j = i - 1; j >= range.from && i - j <= 40; j--) {
    if (inside[j] !== own) continue;
    if (strength[j]! > strongLeft) strongLeft = strength[j]!;
    if (clause === 0 && CLAUSE_TAGS.has(tag[j]!) && shape[j] !== DIGIT) {
      clause = word[j]!;
      steps = Math.min(3, (i - j) >> 1);
    }
  }
  for (let j = i + 1; j < range.to && j - i <= 40; j++) {
    if (inside[j] === own && strength[j]! > strongRight) strongRight = strength[j]!;
  }
  numbers[n++] = mix(41, strongLeft * 8 + strongRight, s);
  numbers[n++] = mix(42, strongLeft, w);
  numbers[n++] = mix(43, strongRight, w);
  numbers[n++] = mix(44, clause, s);
  numbers[n++] = mix(45, clause, steps * 8 + strongLeft);
  out.length = n;
}

/** Subordinating words, adpositions and conjunctions: what governs the clause. */
const CLAUSE_TAGS = new Set([11, 12]);

/** 0 no mark near; else how near a marked stretch begins or ends on that side, and across what. */
function nearMark(reading: Reading, i: number, step: number): number {
  const own = reading.inside[i]!;
  for (let j = i + step, k = 1; j >= 0 && j < reading.count && k <= 10; j += step, k++) {
    if (reading.inside[j] !== own) {
      if (own >= 0) return k <= 2 ? 6 : 7;
      return k === 1 ? 1 : k === 2 ? 2 : k <= 4 ? 3 : k <= 6 ? 4 : 5;
    }
  }
  return 0;
}
