import { hashOf, mix } from './hash.ts';
import { ADJ, ADV, AUX, CCONJ, DET, isNominal, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, VERB } from './tagger.ts';
import { subjectsNear } from './subjects.ts';
import { QUOTE_TAG, type Units } from './units.ts';

/** The labels of the argument tagger. */
export const OTHER = 0;
export const SOURCE = 1;
export const CONTENT = 2;
export const CUE = 3;
export const LABELS = 4;
export const MAX_FEATURES = 40;

/** The window of units, half-open, in which the arguments of a cue at `anchor` are looked for. */
export function windowOf(units: Units, anchor: number): { from: number; to: number } {
  const { sentence, marked, count } = units;
  const home = sentence[anchor]!;
  let from = anchor;
  while (from > 0 && sentence[from - 1] === home) from--;
  let to = anchor + 1;
  while (to < count && sentence[to] === home) to++;
  // “We left.” That was all he said.
  if (from > 0 && marked[from - 1]) {
    const before = sentence[from - 1]!;
    while (from > 0 && sentence[from - 1] === before) from--;
  }
  // “We left,” he said. “They stayed.”
  while (to < count && marked[to] && to - anchor < 200) {
    const next = sentence[to]!;
    while (to < count && sentence[to] === next) to++;
  }
  return { from: Math.max(from, anchor - 120), to: Math.min(to, anchor + 160) };
}

/** Features of each unit in the window, `MAX_FEATURES` numbers a unit into `into`; returns how many a unit has. */
export function argumentFeatures(units: Units, anchor: number, from: number, to: number, into: Int32Array): number {
  const { word, suffix, tag, shape, strength, marked, sentence, subjects, count } = units;
  const home = sentence[anchor]!;
  const cue = word[anchor]!;
  const power = strength[anchor]!;
  const tagAt = (j: number) => (j < 0 || j >= count ? 30 : tag[j]!);
  const wordAt = (j: number) => (j < 0 || j >= count ? 30 : word[j]!);
  const shapeOfCue = (tagAt(anchor - 1) * 32 + tagAt(anchor + 1)) * 2 + (from < anchor && hasMarked(units, from, anchor) ? 1 : 0);
  const frame =
    mix(50, classOf(tagAt(anchor - 1)) * 16 + classOf(tagAt(anchor + 1)), hasMarked(units, from, anchor) ? 1 : 0) ^
    (hasMarked(units, anchor + 1, to) ? 0x5bd1e995 : 0);
  // "said" has its own subject; "saying" borrows the main clause's.
  const form = suffix[anchor]!;
  const chunkOf = new Uint8Array(to - from);
  for (let j = from, number = 0, last = false; j < to; j++) {
    const nominal = isNominal(tag[j]!);
    if (nominal && !last) number = Math.min(255, number + 1);
    chunkOf[j - from] = nominal ? number : 0;
    last = nominal;
  }
  const { nearest, outermost, following, own } = subjectsNear(units, anchor, from, to);
  const context = mix(49, classOf(tagAt(anchor - 1)), classOf(tagAt(anchor - 2)));
  let n = 0;
  for (const side of [-1, 1]) {
    let verbs = 0;
    let commas = 0;
    let clauses = 0;
    let quotes = 0;
    let chunks = 0;
    let lastClause = 0;
    let inChunk = false;
    const end = side < 0 ? from - 1 : to;
    for (let j = anchor + side; j !== end; j += side) {
      const t = tag[j]!;
      const w = word[j]!;
      const nominal = isNominal(t);
      if (nominal && !inChunk) chunks++;
      inChunk = nominal;
      const distance = Math.abs(j - anchor);
      const far = distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 9 ? 6 : distance <= 14 ? 7 : distance <= 22 ? 8 : 9;
      const place = side * (sentence[j] === home ? 1 : 2) + 2;
      const path = Math.min(2, verbs) + 3 * Math.min(2, commas) + 9 * Math.min(2, clauses) + 27 * Math.min(2, quotes);
      const pathKey = path * 5 + place;
      const chunkKey = Math.min(4, chunks) * 5 + place;
      let at = (j - from) * MAX_FEATURES;
      const base = at;
      const before = tagAt(j - 1);
      const after = tagAt(j + 1);
      into[at++] = mix(60, far, place);
      into[at++] = mix(61, far * 5 + place, t);
      into[at++] = mix(62, w, place);
      into[at++] = mix(63, suffix[j]!, t * 5 + place);
      into[at++] = mix(64, t, pathKey);
      into[at++] = mix(65, cue, place * 32 + t);
      into[at++] = mix(66, cue, place * 16 + far);
      into[at++] = mix(67, power * 5 + place, far * 32 + t);
      into[at++] = mix(68, before * 32 + t, place);
      into[at++] = mix(69, after * 32 + t, place);
      into[at++] = mix(70, (before * 32 + t) * 32 + after, place);
      into[at++] = mix(71, wordAt(j - 1), place * 32 + t);
      into[at++] = mix(72, wordAt(j + 1), place * 32 + t);
      into[at++] = mix(73, shapeOfCue, place * 16 + far);
      into[at++] = mix(74, frame, place * 256 + path);
      into[at++] = mix(75, frame, (place * 32 + t) * 8 + Math.min(7, far));
      into[at++] = mix(76, chunkKey, t);
      into[at++] = mix(77, chunkKey, frame);
      into[at++] = mix(78, cue, pathKey);
      into[at++] = mix(79, wordAt(anchor + 1), pathKey);
      into[at++] = mix(80, wordAt(anchor - 1), pathKey);
      into[at++] = mix(81, lastClause, place * 16 + classOf(t));
      into[at++] = mix(82, shape[j]! * 32 + t, chunkKey);
      into[at++] = mix(83, power * 128 + path, place * 32 + classOf(t));
      into[at++] = mix(84, strength[j]!, place * 128 + path);
      into[at++] = mix(85, wordAt(j - 2), place);
      into[at++] = mix(86, wordAt(j + 2), place);
      into[at++] = mix(87, w, wordAt(j + 1) ^ place);
      into[at++] = mix(88, far * 5 + place, tagAt(anchor + side) * 32 + tagAt(anchor + 2 * side));
      into[at++] = mix(89, w, chunkKey);
      into[at++] = mix(90, frame, power * 640 + pathKey);
      into[at++] = mix(91, form, chunkKey * 32 + t);
      into[at++] = mix(92, form, (Math.min(7, j - from) * 5 + place) * 32 + t);
      into[at++] = mix(93, form * 8 + Math.min(7, chunkOf[j - from]!), place * 32 + t);
      // Whose verb this is not: "Obama, making it clear, stood beside the minister and described".
      const subject = subjects[j]!;
      const rank =
        subject === 0
          ? 0
          : j < anchor
            ? Math.min(3, subject - nearest) * 2 + (subject === outermost ? 1 : 0) + 1
            : Math.min(2, following - subject) + 10;
      const rankKey = (rank * 5 + place) * 16 + classOf(t);
      into[at++] = mix(94, form, rankKey);
      into[at++] = mix(95, context, rankKey);
      into[at++] = mix(96, wordAt(anchor - 1), rankKey);
      into[at++] = mix(97, rank * 640 + pathKey, tagAt(anchor));
      into[at++] = mix(98, form * 8 + own, rankKey);
      n = at - base;
      if (t === VERB || t === AUX) verbs++;
      else if (t === PUNCT) commas++;
      else if (t === SCONJ || t === CCONJ) {
        clauses++;
        lastClause = w;
      } else if (marked[j]) quotes++;
    }
  }
  let at = (anchor - from) * MAX_FEATURES;
  for (let k = 0; k < n; k++) into[at++] = mix(59, 0, k);
  return n;
}

export const MAX_BORDERS = 16;

/**
 * Features of the steps from each unit to the next, `MAX_BORDERS` numbers a unit into `into`: what stands on a border tells where an
 * argument ends, as "and noted that" does. Returns how many a unit has.
 */
export function borderFeatures(units: Units, anchor: number, from: number, to: number, into: Int32Array): number {
  const { word, suffix, tag, strength, subjects, count } = units;
  const cue = word[anchor]!;
  const opening = anchor + 1 < count ? word[anchor + 1]! : 0;
  let verbs = 0;
  let n = 0;
  for (let j = from + 1; j < to; j++) {
    const side = j < anchor ? 0 : j === anchor ? 1 : j === anchor + 1 ? 2 : 3;
    const before2 = j >= 2 ? tag[j - 2]! : 30;
    const before = tag[j - 1]!;
    const own = tag[j]!;
    const next = j + 1 < count ? tag[j + 1]! : 30;
    const next2 = j + 2 < count ? tag[j + 2]! : 30;
    const base = (j - from) * MAX_BORDERS;
    let at = base;
    into[at++] = mix(1, borderClass(units, j - 1) * 16 + borderClass(units, j), side);
    into[at++] = mix(2, word[j - 1]!, word[j]! ^ side);
    into[at++] = mix(3, (before * 32 + own) * 32 + next, side);
    into[at++] = mix(4, ((before2 * 32 + before) * 32 + own) * 32 + next, side);
    into[at++] = mix(5, word[j]!, (next * 32 + next2) * 4 + side);
    into[at++] = mix(6, word[j - 1]!, (own * 32 + next) * 4 + side);
    const kin = j + 1 < count && suffix[j + 1] === suffix[anchor] ? 1 : 0;
    into[at++] = mix(7, word[j]!, (kin * 8 + (j + 1 < count ? strength[j + 1]! : 0)) * 4 + side);
    into[at++] = mix(8, opening, word[j]! ^ (j + 1 < count ? Math.imul(word[j + 1]!, 31) : 0) ^ side);
    into[at++] = mix(9, word[j]!, (Math.min(3, verbs) * 32 + next) * 4 + side);
    into[at++] = mix(10, cue, word[j]! ^ side);
    into[at++] = mix(11, strength[j]! * 8 + (j + 1 < count ? strength[j + 1]! : 0), (own * 32 + before) * 4 + side);
    const state = begins(subjects, j) * 4 + (j + 1 < to ? begins(subjects, j + 1) : 0);
    into[at++] = mix(12, word[j]!, (state * 32 + next) * 4 + side);
    into[at++] = mix(13, word[j - 1]!, (state * 4 + Math.min(3, verbs)) * 4 + side);
    n = at - base;
    if (j > anchor && (own === VERB || own === AUX)) verbs++;
  }
  return n;
}

/** A comma, a colon or dash, and a full stop part arguments differently. */
function borderClass(units: Units, j: number): number {
  const tag = units.tag[j]!;
  if (tag !== PUNCT) return classOf(tag);
  const mark = units.word[j]!;
  return mark === COMMA ? 11 : COLONS.has(mark) ? 13 : 14;
}
const COMMA = hashOf(',');
const COLONS = new Set([':', '—', '–', '-', '--'].map(hashOf));

/** Parts of speech folded to sixteen classes. */
function classOf(tag: number): number {
  return tag < CLASSES.length ? CLASSES[tag]! : 15;
}
const CLASSES = (() => {
  const classes = new Uint8Array(32).fill(15);
  const groups: number[][] = [
    [NOUN],
    [PROPN],
    [VERB],
    [AUX],
    [ADJ, NUM],
    [ADV, PART],
    [6],
    [DET],
    [PRON],
    [CCONJ],
    [SCONJ],
    [PUNCT],
    [QUOTE_TAG],
  ];
  for (const [index, group] of groups.entries()) for (const tag of group) classes[tag] = index;
  return classes;
})();

/** 0 outside subjects, 1 where one begins, 2 further inside: a clause of its own mostly ends the content before it. */
function begins(subjects: Uint16Array, j: number): number {
  return subjects[j] === 0 ? 0 : subjects[j] === subjects[j - 1] ? 2 : 1;
}

function hasMarked(units: Units, from: number, to: number): boolean {
  for (let j = Math.max(0, from); j < Math.min(to, units.count); j++) if (units.marked[j]) return true;
  return false;
}
