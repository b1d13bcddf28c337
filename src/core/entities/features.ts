import { pair } from './hash.ts';
import { SHAPE, SHAPES } from './words.ts';

/**
 * One sentence as the features see it. Arrays have one place more at each end: token `i` of the sentence stands at `i + 1`, so that
 * the neighbours of the first and the last token are there too (folded 0, shape `SHAPE.outside`).
 */
export interface Line {
  count: number;
  readonly folded: Int32Array;
  readonly shape: Uint8Array;
  /** The lists of each word: see `WordFacts`. */
  readonly kind: Int32Array;
  readonly spaced: Uint8Array;
  /** How each word may take part in entities, and whether the token may be in one here: see `active.ts`. */
  readonly part: Uint8Array;
  readonly active: Uint8Array;
  /** For a token inside a phrase of the lexicon its lists and its place in the phrase, else 0. */
  readonly phrase: Int32Array;
  /** For a capitalised token the first and the last place of its row of capitalised tokens, else 0. */
  readonly runFrom: Int32Array;
  readonly runTo: Int32Array;
  /** 1 where capitals tell little: a line in capitals (2) or in Title Case (1), else 0. */
  style: number;
}

export function newLine(capacity: number): Line {
  return {
    count: 0,
    folded: new Int32Array(capacity + 2),
    shape: new Uint8Array(capacity + 2),
    kind: new Int32Array(capacity + 2),
    spaced: new Uint8Array(capacity + 3),
    part: new Uint8Array(capacity + 2),
    active: new Uint8Array(capacity + 2),
    phrase: new Int32Array(capacity + 2),
    runFrom: new Int32Array(capacity + 2),
    runTo: new Int32Array(capacity + 2),
    style: 0,
  };
}

/** Most features that `tokenFeatures` gives. */
export const MOST_FEATURES = 26;

/** The features of the token at place `i` (from 1) that take more than the token's own word: their hashes go into `out`; returns how many. */
export function tokenFeatures(line: Line, i: number, out: Int32Array): number {
  const { folded, shape, kind, spaced, runFrom, runTo } = line;
  const own = shape[i]!;
  let n = 0;
  out[n++] = pair(101, (spaced[i]! + 2 * spaced[i + 1]!) * SHAPES + own);
  out[n++] = pair(102, (shape[i - 1]! * SHAPES + own) * SHAPES + shape[i + 1]!);
  out[n++] = pair(pair(103, folded[i - 1]!), folded[i]!);
  out[n++] = pair(pair(104, folded[i]!), folded[i + 1]!);
  if (kind[i] !== 0 && kind[i - 1] !== 0) out[n++] = pair(pair(117, kind[i - 1]!), kind[i]!);
  if (kind[i] !== 0 && kind[i + 1] !== 0) out[n++] = pair(pair(118, kind[i]!), kind[i + 1]!);
  out[n++] = pair(pair(119, kind[i]!), shape[i + 1]!);
  out[n++] = pair(105, line.style * SHAPES + own);
  if (i === 1) out[n++] = pair(106, own);
  if (line.phrase[i] !== 0) out[n++] = pair(107, line.phrase[i]!);
  if (own === SHAPE.lower) return n;
  out[n++] = pair(pair(109, folded[i - 1]!), folded[i + 1]!);
  const from = runFrom[i]!;
  const to = runTo[i]!;
  if (to > from) {
    const place = i === from ? 1 : i === to ? 2 : 3;
    out[n++] = pair(pair(110, folded[to]!), place);
    out[n++] = pair(pair(111, folded[from]!), place);
    out[n++] = pair(pair(112, folded[from - 1]!), place);
    out[n++] = pair(pair(113, folded[to + 1]!), place);
    out[n++] = pair(114, Math.min(to - from, 6) * 4 + place);
  }
  return n;
}

/** Fills in the rows of capitalised tokens and the style, once `folded` and `shape` stand. */
export function finishLine(line: Line): void {
  const { count, shape, runFrom, runTo } = line;
  let capitals = 0;
  let lowers = 0;
  let shouts = 0;
  for (let i = 1; i <= count; i++) {
    const own = shape[i]!;
    if (own === SHAPE.lower) lowers++;
    if (!isCapital(own)) {
      runFrom[i] = runTo[i] = 0;
      continue;
    }
    let to = i;
    while (to < count && isCapital(shape[to + 1]!)) to++;
    for (let k = i; k <= to; k++) {
      runFrom[k] = i;
      runTo[k] = to;
      capitals++;
      if (shape[k] === SHAPE.caps) shouts++;
    }
    i = to;
  }
  const words = capitals + lowers;
  line.style = words < 4 ? 0 : shouts * 10 > words * 6 ? 2 : capitals * 10 > words * 6 ? 1 : 0;
}

/** Whether a shape is that of a word with capitals. */
export function isCapital(shape: number): boolean {
  return (
    shape === SHAPE.capital || shape === SHAPE.caps || shape === SHAPE.mixed || shape === SHAPE.dotted || shape === SHAPE.letter
  );
}
