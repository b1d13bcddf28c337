import { type Entry, Line } from './entry.ts';
import type { Mark } from './mark.ts';
import type { LineProblem } from './read.ts';
import { LINE_HEAD } from './write.ts';

export interface FileProblem {
  readonly code: LineProblem | 'conflict-markers';
  /** From 1. */
  readonly line: number;
}

/** A marks file. Two entries of one id are a conflict: both are kept until a person chooses. */
export interface MarksFile {
  readonly entries: readonly Entry[];
  /** True where git's conflict markers stand between the lines. */
  readonly conflict: boolean;
  /** What is not understood, and kept. Asking reads every line. */
  readonly problems: () => readonly FileProblem[];
}

/** The name of an article's marks file: `story.txt` → `story.txt.marks.jsonl`. */
export function marksName(article: string): string {
  return `${article}.marks.jsonl`;
}

/**
 * Takes a marks file apart into lines, each of which is read when it is asked for. Never fails. Git's conflict markers are taken away
 * and the lines of both sides kept, once where they are equal; the common ancestor that git may print between them is not.
 */
export function parseMarks(text: string): MarksFile {
  const entries: Line[] = [];
  const numbers: number[] = [];
  const markers: FileProblem[] = [];
  const isNew = newcomers();
  let side: Side = 'none';
  let number = 0;
  for (const raw of linesOf(text)) {
    number++;
    const next: Side | null = raw.startsWith('{') ? null : sideAfter(raw, side);
    if (next === 'ours') markers.push({ code: 'conflict-markers', line: number });
    side = next ?? side;
    if (next || side === 'ancestor' || isBlank(raw) || !isNew(raw)) continue;
    entries.push(new Line(raw));
    numbers.push(number);
  }
  const unread = (): readonly FileProblem[] =>
    entries.flatMap(({ problem: code }, index) => (code ? [{ code, line: numbers[index]! }] : []));
  return { entries, conflict: markers.length > 0, problems: () => [...markers, ...unread()].sort((a, b) => a.line - b.line) };
}

/** The file's text: sorted by position, then id; a line that is not understood stays behind the line it stood behind. */
export function printMarks(entries: readonly Entry[]): string {
  const sorted = sortEntries(entries);
  return sorted.length === 0 ? '' : `${sorted.map((entry) => entry.raw).join('\n')}\n`;
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
  if (twice.size === 0) return [];
  const versions = new Map<string, number>();
  for (const { id, damaged } of entries)
    if (id !== null && twice.has(id) && !damaged) versions.set(id, (versions.get(id) ?? 0) + 1);
  return [...twice].filter((id) => (versions.get(id) ?? 0) > 1);
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

function isBlank(line: string): boolean {
  return !line.startsWith('{') && line.trim() === '';
}

/** Lines that were not there before. Comparing whole lines would cost as much as reading the file, so those of one id are compared. */
function newcomers(): (raw: string) => boolean {
  const seen = new Map<number, string | Set<string>>();
  return (raw) => {
    const key = printOfId(raw);
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, raw);
      return true;
    }
    const lines = typeof known === 'string' ? new Set([known]) : known;
    seen.set(key, lines);
    const count = lines.size;
    return lines.add(raw).size > count;
  };
}

/** A number made of the letters where our lines have their id; equal for equal lines, whoever wrote them. */
function printOfId(raw: string): number {
  const end = Math.min(raw.length, LINE_HEAD.length + ID_LENGTH);
  let print = 0;
  for (let at = Math.min(LINE_HEAD.length, raw.length >> 1); at < end; at++)
    print = (Math.imul(print, 31) + raw.charCodeAt(at)) | 0;
  return print;
}

const ID_LENGTH = 'urn:uuid:00000000-0000-4000-8000-000000000000'.length;

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
