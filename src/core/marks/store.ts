import type { Entry } from './entry.ts';
import { type FileProblem, parseMarks, printMarks, sortEntries } from './file.ts';
import { type MergeConflict, mergeMarks } from './merge.ts';

/** The files of one folder as saving needs them; names are opaque here. Every call may fail with what its file system throws. */
export interface MarksFiles {
  /** The text and when it was written (any clock, in milliseconds); null when there is no such file. */
  read(name: string): Promise<{ readonly text: string; readonly modified: number } | null>;
  write(name: string, text: string): Promise<void>;
  /** Puts a file in the place of another. */
  replace(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Waits a moment, so that another window can finish what it is writing. */
  pause(): Promise<void>;
}

export interface LoadedMarks {
  readonly entries: readonly Entry[];
  /** What is not understood, and kept. Asking reads every line. */
  readonly problems: () => readonly FileProblem[];
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
  const first = await readWhole(files, name);
  const fresh = await files.read(newName(name));
  // While another window puts its file in place, neither may be seen for a moment.
  const main = first || fresh ? first : await readWhole(files, name);
  const parsed = parseMarks(main?.text ?? '');
  const left = fresh && isComplete(fresh.text) && (!main || main.modified <= fresh.modified) ? parseMarks(fresh.text) : null;
  if (!left || fresh!.text === main?.text)
    return { entries: parsed.entries, problems: parsed.problems, text: main?.text ?? null, recovered: false };
  const known = new Set(left.entries.map(({ id, raw }) => id ?? raw));
  const kept = parsed.entries.filter(({ id, raw }) => !known.has(id ?? raw));
  return { entries: [...left.entries, ...kept], problems: left.problems, text: main?.text ?? null, recovered: true };
}

/** A file whose last line has no end is being written by somebody: it is read again a few times, then taken as it is. */
async function readWhole(files: MarksFiles, name: string): ReturnType<MarksFiles['read']> {
  for (let round = 0; ; round++) {
    const file = await files.read(name);
    if (!file || !isTorn(file.text) || round === PATIENCE) return file;
    await files.pause();
  }
}

const PATIENCE = 10;

/** What the caller wrote a moment ago: another window that was writing at that moment may have put an older file in its place. */
export interface Lately {
  /** Ids of the lines it wrote. */
  readonly written: ReadonlySet<string>;
  /** Lines that it replaced or removed. */
  readonly replaced: ReadonlySet<string>;
}

const NOTHING_LATELY: Lately = { written: new Set(), replaced: new Set() };

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
  lately: Lately = NOTHING_LATELY,
): Promise<SavedMarks> {
  let disturbed = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const there = await loadMarks(files, name);
    // A file that somebody deleted is no decision about each of its marks.
    const known = there.text === null && !there.recovered ? [] : base;
    const merged = mergeMarks(known, ours, theirsNow(there.entries, known, lately, disturbed), 'respected');
    const entries = sortEntries(merged.entries);
    const text = printMarks(entries);
    const saved = { ...merged, entries, problems: parseMarks(text).problems, text, recovered: there.recovered };
    if (text === (there.text ?? '') && !there.recovered) return saved;
    const replaced = await replaceText(files, name, there.text, text);
    if (replaced === 'yes') return saved;
    disturbed ||= replaced === 'by another';
    await files.pause();
  }
  throw new MarksNotSaved(`${name} changes all the time: save again when nothing else writes it.`);
}

/**
 * The other side of a merge. Lines the caller wrote a moment ago are not taken for deleted where they are missing, nor older ones for
 * a new decision; while two write at the same time no line is.
 */
export function theirsNow(there: readonly Entry[], base: readonly Entry[], lately: Lately, disturbed = false): readonly Entry[] {
  const present = there.filter(({ raw }) => !lately.replaced.has(raw));
  const ids = new Set(present.map(({ id }) => id));
  const missing = base.filter(({ id }) => id !== null && !ids.has(id) && (disturbed || lately.written.has(id)));
  return [...present, ...missing];
}

const ATTEMPTS = 20;

function newName(name: string): string {
  return `${name}.new`;
}

/** Whether the file then holds the text, was changed before it could be, or holds what another window was writing at that moment. */
async function replaceText(
  files: MarksFiles,
  name: string,
  before: string | null,
  text: string,
): Promise<'yes' | 'no' | 'by another'> {
  await files.write(newName(name), text);
  const written = (await files.read(newName(name)))?.text ?? null;
  // A full disk may cut a file short without a word; whole lines, any other text, or none, are another window's work.
  if (written !== null && written !== text && text.startsWith(written) && !written.endsWith('\n'))
    throw new MarksNotSaved(`${name} could not be written whole: is the disk full?`);
  if (written !== text || ((await files.read(name))?.text ?? null) !== before) return 'no';
  try {
    await files.replace(newName(name), name);
  } catch (error) {
    // Another window may have put the same `.new` in place already; what stands there now is looked at again.
    if (await files.read(newName(name))) throw error;
    return 'no';
  }
  return (await files.read(name))?.text === text ? 'yes' : 'by another';
}

/** True for a text that ends in the middle of a line. */
function isTorn(text: string): boolean {
  return text !== '' && !text.endsWith('\n') && !text.endsWith('}');
}

/** A file that was written to its end: every line ends, and every line is whole JSON or a line we keep as it is. */
function isComplete(text: string): boolean {
  return text.endsWith('\n') && !parseMarks(text).conflict;
}
