import type { Mark } from './mark.ts';
import { type LineProblem, readLine } from './read.ts';
import { writeLine } from './write.ts';

/** One line of a marks file. `raw` is written back byte for byte until a person changes the mark. */
export interface Entry {
  readonly raw: string;
  readonly id: string | null;
  /** Null for a line that is kept but not understood. */
  readonly mark: Mark | null;
}

export interface FileProblem {
  readonly code: LineProblem | 'conflict-markers';
  /** From 1. */
  readonly line: number;
}

/** A marks file as read. Two entries of one id are a conflict: both are kept until a person chooses. */
export interface MarksFile {
  readonly entries: readonly Entry[];
  readonly problems: readonly FileProblem[];
}

export const EMPTY_FILE: MarksFile = { entries: [], problems: [] };

/** The name of an article's marks file: `story.txt` → `story.txt.marks.jsonl`. */
export function marksName(article: string): string {
  return `${article}.marks.jsonl`;
}

/**
 * Reads a marks file. Never fails. Git's conflict markers are taken away and the lines of both sides kept; the common ancestor that
 * git may print between them is not.
 */
export function parseMarks(text: string): MarksFile {
  const entries: Entry[] = [];
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  let side: Side = 'none';
  let number = 0;
  for (const raw of linesOf(text)) {
    number++;
    if (raw.trim() === '') continue;
    const next: Side | null = raw.startsWith('{') ? null : sideAfter(raw, side);
    if (next) {
      if (next === 'ours') problems.push({ code: 'conflict-markers', line: number });
      side = next;
      continue;
    }
    if (side === 'ancestor' || seen.has(raw)) continue;
    seen.add(raw);
    const { mark, id, problem } = readLine(raw);
    entries.push({ raw, id, mark });
    if (problem) problems.push({ code: problem, line: number });
  }
  return { entries, problems };
}

/** The file's text: sorted by position, then id; a line that is not understood stays behind the line it stood behind. */
export function printMarks(entries: readonly Entry[]): string {
  const sorted = sortEntries(entries);
  return sorted.length === 0 ? '' : `${sorted.map((entry) => entry.raw).join('\n')}\n`;
}

/** An entry for a new or changed mark; `known` is the entry it replaces, whose unknown properties stay. */
export function entryOf(mark: Mark, article: string, known: Entry | null = null): Entry {
  return { raw: writeLine(mark, article, known?.raw ?? null), id: mark.id, mark };
}

/** The ids that several entries claim with different words: a person has to choose. */
export function conflictsIn(entries: readonly Entry[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of entries) {
    if (id === null) continue;
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice];
}

/** Ascending by the first target's position, then id. Replies stand with their note. */
export function sortEntries(entries: readonly Entry[]): readonly Entry[] {
  const positions = new Map<string, number>();
  for (const { mark } of entries) {
    const start = mark?.targets[0]?.selector.start;
    if (mark && start !== null && start !== undefined) positions.set(mark.id, start);
  }
  let before: { readonly position: number; readonly id: string } = { position: -1, id: '' };
  const keyed = entries.map((entry, index) => {
    if (entry.mark) before = { position: positionOf(entry.mark, positions), id: entry.mark.id };
    return { entry, index, ...before };
  });
  keyed.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index));
  return keyed.map(({ entry }) => entry);
}

function positionOf(mark: Mark, positions: ReadonlyMap<string, number>): number {
  const parent = mark.decision.kind === 'comment' ? mark.decision.replyTo : null;
  return positions.get(mark.id) ?? (parent === null ? undefined : positions.get(parent)) ?? Number.MAX_SAFE_INTEGER;
}

type Side = 'none' | 'ours' | 'ancestor' | 'theirs';

function* linesOf(text: string): Generator<string> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    yield text.slice(at, end > at && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end);
    at = end + 1;
  }
}

/** The side of a merge that begins with this line; null for a line that is no conflict marker. */
function sideAfter(line: string, side: Side): Side | null {
  if (isMarker(line, '<') && side === 'none') return 'ours';
  if (isMarker(line, '|') && side === 'ours') return 'ancestor';
  if (isMarker(line, '=') && (side === 'ours' || side === 'ancestor')) return 'theirs';
  if (isMarker(line, '>') && side === 'theirs') return 'none';
  return null;
}

function isMarker(line: string, sign: string): boolean {
  return line.startsWith(sign.repeat(7)) && (line.length === 7 || line.charAt(7) === ' ');
}
