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
  const prints: number[] = [];
  const markers: FileProblem[] = [];
  let side: Side = 'none';
  let number = 0;
  let end = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; start = end + 1) {
    number++;
    const border = text.indexOf('\n', start);
    end = border < 0 ? text.length : border;
    const raw = text.slice(start, end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    if (text.charCodeAt(start) !== BRACE) {
      const next = sideAfter(raw, side);
      if (next === 'ours') markers.push({ code: 'conflict-markers', line: number });
      side = next ?? side;
      if (next || raw.trim() === '') continue;
    }
    if (side === 'ancestor') continue;
    entries.push(new Line(raw));
    numbers.push(number);
    prints.push(printOfId(text, start, start + raw.length));
  }
  const isRepeated = repeatedLines(entries, prints);
  const kept = isRepeated ? entries.filter((_, index) => !isRepeated[index]) : entries;
  const lineNumbers = isRepeated ? numbers.filter((_, index) => !isRepeated[index]) : numbers;
  const unread = (): readonly FileProblem[] =>
    kept.flatMap(({ problem: code }, index) => (code ? [{ code, line: lineNumbers[index]! }] : []));
  return {
    entries: kept,
    conflict: markers.length > 0,
    problems: () => [...markers, ...unread()].sort((a, b) => a.line - b.line),
  };
}

const BRACE = 0x7b;
const CARRIAGE_RETURN = 0x0d;

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

/**
 * For each line whether an equal one stands before it; null where none is repeated. Comparing whole lines would cost as much as reading the
 * file, so those of one print are compared.
 */
function repeatedLines(lines: readonly Line[], prints: readonly number[]): readonly boolean[] | null {
  const sorted = Int32Array.from(prints).sort();
  const several = new Set(sorted.filter((print, index) => print === sorted[index - 1]));
  if (several.size === 0) return null;
  const seen = new Set<string>();
  return lines.map(({ raw }, index) => several.has(prints[index]!) && seen.size === seen.add(raw).size);
}

/** A number made of the letters where our lines have their id; equal for equal lines, whoever wrote them. */
function printOfId(text: string, start: number, end: number): number {
  const last = Math.min(end, start + LINE_HEAD.length + ID_LENGTH);
  let print = 0;
  for (let at = start + Math.min(LINE_HEAD.length, (end - start) >> 1); at < last; at++)
    print = (Math.imul(print, 31) + text.charCodeAt(at)) | 0;
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
