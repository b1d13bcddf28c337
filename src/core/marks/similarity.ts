/** A place where a pattern nearly stands. Offsets of the text searched, UTF-16, half-open. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  /** Insertions, deletions and replacements between the pattern and the place. */
  readonly edits: number;
}

/** The best place of `pattern` in [from, to) of `text` (Sellers 1980): pattern length × window steps. */
export function nearestIn(text: string, pattern: string, from: number, to: number): NearMatch {
  const size = pattern.length;
  let edits = new Int32Array(size + 1);
  let starts = new Int32Array(size + 1);
  let nextEdits = new Int32Array(size + 1);
  let nextStarts = new Int32Array(size + 1);
  for (let i = 0; i <= size; i++) {
    edits[i] = i;
    starts[i] = from;
  }
  let best: NearMatch = { start: from, end: from, edits: size };
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    nextEdits[0] = 0;
    nextStarts[0] = at + 1;
    for (let i = 1; i <= size; i++) {
      const replaced = edits[i - 1]! + (pattern.charCodeAt(i - 1) === unit ? 0 : 1);
      const inserted = edits[i]! + 1;
      const deleted = nextEdits[i - 1]! + 1;
      if (replaced <= inserted && replaced <= deleted) {
        nextEdits[i] = replaced;
        nextStarts[i] = i === 1 ? at : starts[i - 1]!;
      } else if (inserted <= deleted) {
        nextEdits[i] = inserted;
        nextStarts[i] = starts[i]!;
      } else {
        nextEdits[i] = deleted;
        nextStarts[i] = nextStarts[i - 1]!;
      }
    }
    [edits, nextEdits] = [nextEdits, edits];
    [starts, nextStarts] = [nextStarts, starts];
    const found = { start: starts[size]!, end: at + 1, edits: edits[size]! };
    // Of two places as good, the one of the pattern's own length: a straight mark at the end that was curled belongs to it.
    if (found.edits < best.edits || (found.edits === best.edits && oddness(found, size) < oddness(best, size))) best = found;
  }
  return best;
}

function oddness({ start, end }: NearMatch, size: number): number {
  return Math.abs(end - start - size);
}

/** 1 for equal texts, 0 for texts with nothing in common (1 − Levenshtein distance ÷ the longer length). */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 || a === b ? 1 : 1 - distance(a, b) / longer;
}

function distance(a: string, b: string): number {
  let row = Int32Array.from({ length: b.length + 1 }, (_, i) => i);
  let next = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length]!;
}
