import { type Entry, type FileProblem, parseMarks, printMarks, sortEntries } from './file.ts';
import { type MergeConflict, mergeMarks } from './merge.ts';

/** The files of one folder as saving needs them; names are opaque here. Every call may fail with what its file system throws. */
export interface MarksFiles {
  /** The text and when it was written (any clock, in milliseconds); null when there is no such file. */
  read(name: string): Promise<{ readonly text: string; readonly modified: number } | null>;
  write(name: string, text: string): Promise<void>;
  /** Puts a file in the place of another. */
  replace(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface LoadedMarks {
  readonly entries: readonly Entry[];
  readonly problems: readonly FileProblem[];
  /** The file's text; null when there is none. */
  readonly text: string | null;
  /** True when a save that was broken off was taken up. */
  readonly recovered: boolean;
}

export interface SavedMarks extends LoadedMarks {
  readonly conflicts: readonly MergeConflict[];
}

/** Saving was given up; nothing was lost, since the decisions are still with the caller. */
export class MarksNotSaved extends Error {}

/**
 * Reads a marks file. A save that was broken off left its whole text in `NAME.new`: that is taken where the file is missing or older;
 * marks that only the older file has are kept.
 */
export async function loadMarks(files: MarksFiles, name: string): Promise<LoadedMarks> {
  const [main, fresh] = [await files.read(name), await files.read(newName(name))];
  const parsed = parseMarks(main?.text ?? '');
  const left = fresh && isComplete(fresh.text) && (!main || main.modified <= fresh.modified) ? parseMarks(fresh.text) : null;
  if (!left || fresh!.text === main?.text) return { ...parsed, text: main?.text ?? null, recovered: false };
  const known = new Set(left.entries.map(({ id, raw }) => id ?? raw));
  const kept = parsed.entries.filter(({ id, raw }) => !known.has(id ?? raw));
  return { entries: [...left.entries, ...kept], problems: left.problems, text: main?.text ?? null, recovered: true };
}

/**
 * Writes a marks file so that no decision is lost: reads again and merges by id, writes the whole new text beside the file, puts it in
 * the file's place, and reads it back. Where somebody else wrote meanwhile, it does so again.
 * @param base what the caller last read or wrote, @param ours what the caller has now.
 * @throws MarksNotSaved, or what the file system threw.
 */
export async function saveMarks(
  files: MarksFiles,
  name: string,
  base: readonly Entry[],
  ours: readonly Entry[],
): Promise<SavedMarks> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const there = await loadMarks(files, name);
    // A file that somebody deleted is no decision about each of its marks.
    const known = there.text === null && !there.recovered ? [] : base;
    const merged = mergeMarks(known, ours, there.entries, 'respected');
    const entries = sortEntries(merged.entries);
    const text = printMarks(entries);
    const saved = { ...merged, entries, problems: parseMarks(text).problems, text, recovered: there.recovered };
    if (text === (there.text ?? '') && !there.recovered) return saved;
    if (await replaceText(files, name, there.text, text)) return saved;
  }
  throw new MarksNotSaved(`${name} changes all the time: save again when nothing else writes it.`);
}

const ATTEMPTS = 20;

function newName(name: string): string {
  return `${name}.new`;
}

/** True when the file then holds the text. */
async function replaceText(files: MarksFiles, name: string, before: string | null, text: string): Promise<boolean> {
  await files.write(newName(name), text);
  // A full disk may cut a file short without a word.
  if ((await files.read(newName(name)))?.text !== text)
    throw new MarksNotSaved(`${name} could not be written whole: is the disk full?`);
  if (((await files.read(name))?.text ?? null) !== before) return false;
  try {
    await files.replace(newName(name), name);
  } catch (error) {
    // Another window may have put the same `.new` in place already; what stands there now is looked at again.
    if (await files.read(newName(name))) throw error;
    return false;
  }
  return (await files.read(name))?.text === text;
}

/** A file that was written to its end: every line ends, and every line is whole JSON or a line we keep as it is. */
function isComplete(text: string): boolean {
  if (text === '') return false;
  return text.endsWith('\n') && parseMarks(text).problems.every(({ code }) => code !== 'conflict-markers');
}
