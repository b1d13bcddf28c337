import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  agreement,
  conflictsIn,
  type Entry,
  type FileProblem,
  finish,
  loadMarks,
  type Mark,
  marksName,
  mergeMarks,
  placeMarks,
  reviewOf,
  saveMarks,
} from '../../core/index.ts';
import { marksFiles } from '../marks-files.ts';
import { readText } from '../read-text.ts';
import { CLEAN, FINDINGS, type Io, UserError } from '../run.ts';

/** `copydesk marks status | merge | agreement`: what became of the marks beside an article, and of two people's marks. */
export function marksCommand(program: Command, io: Io, done: (code: number) => void): void {
  const marks = program.command('marks').description('places, merges and compares the marks kept beside articles');
  marks
    .command('status')
    .description('prints where each mark of an article stands now, and what its review says')
    .argument('<file>', 'the article; its marks are in FILE.marks.jsonl')
    .option('--format <format>', 'text or json', 'text')
    .option('--encoding <name>', 'the encoding of the article', 'utf-8')
    .action(async (file: string, { format, encoding }: { format: string; encoding: string }) => {
      if (format !== 'text' && format !== 'json')
        throw new UserError(`There is no format “${format}”: use --format text or json.`);
      const rows = await statusOf(withoutSuffix(file), encoding, io);
      if (format === 'json') io.stdout.write(`${JSON.stringify({ marks: rows })}\n`);
      else for (const row of rows) io.stdout.write(`${statusLine(row)}\n`);
      done(CLEAN);
    });
  marks
    .command('merge')
    .description('writes the union of two versions of a marks file; prints the ids that both changed differently')
    .argument('<file>', 'where the union goes: a marks file, or the article it belongs to')
    .argument('<ours>', 'a marks file')
    .argument('<theirs>', 'a marks file')
    .action(async (file: string, ours: string, theirs: string) => done(await merge(file, ours, theirs, io)));
  marks
    .command('agreement')
    .description('compares two people’s marks on one article: Cohen’s kappa for each kind of decision')
    .argument('<a>', 'a marks file, or the article it belongs to')
    .argument('<b>', 'a marks file, or the article it belongs to')
    .action(async (a: string, b: string) => {
      const [left, right] = [await readMarks(a, io), await readMarks(b, io)];
      io.stdout.write(`${JSON.stringify({ kinds: agreement(marksOf(left), marksOf(right)) })}\n`);
      done(CLEAN);
    });
}

interface StatusRow {
  readonly id: string;
  readonly state: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly review: string | null;
  /** True where two versions of this mark wait for a person's choice. */
  readonly conflict?: true;
}

async function statusOf(file: string, encoding: string, io: Io): Promise<readonly StatusRow[]> {
  const text = await readText(file, encoding);
  const { entries, problems } = await loadMarks(marksFiles, marksName(file));
  report(marksName(file), problems(), io);
  const conflicts = new Set(conflictsIn(entries));
  const placed = finish(placeMarks(text, marksOf(entries)));
  const notes = new Map(placed.map((own) => [own.mark.id, own]));
  return placed.map((own) => {
    const { mark } = own;
    const replyTo = mark.decision.kind === 'comment' ? mark.decision.replyTo : null;
    const { state, spans } = (replyTo === null ? undefined : notes.get(replyTo)) ?? own;
    const first = state === 'unplaced' ? null : (spans[0] ?? null);
    const conflict = conflicts.has(mark.id) ? ({ conflict: true } as const) : {};
    return {
      id: mark.id,
      state,
      start: first?.start ?? null,
      end: first?.end ?? null,
      review: reviewOf(mark, state),
      ...conflict,
    };
  });
}

function statusLine({ id, state, start, end, review, conflict }: StatusRow): string {
  const place = start === null ? '' : ` ${start}-${end}`;
  return `${id} ${state}${place}${review === null ? '' : ` ${review}`}${conflict ? ' conflict' : ''}`;
}

async function merge(file: string, ours: string, theirs: string, io: Io): Promise<number> {
  const target = await mergeTarget(file);
  const own = await readMarks(ours, io);
  const other = await readMarks(theirs, io);
  const before = await loadMarks(marksFiles, target);
  const { entries } = mergeMarks(before.entries, own, other, 'kept');
  const saved = await saveMarks(marksFiles, target, before.entries, entries).catch((error: unknown) => {
    throw new UserError(
      `${target} could not be written (${error instanceof Error ? error.message : String(error)}): name a place that can.`,
    );
  });
  const conflicts = conflictsIn(saved.entries).map((id) => {
    const versions = saved.entries.filter((entry) => entry.id === id);
    const first = versions.find(({ raw }) => own.some((entry) => entry.raw === raw)) ?? versions[0]!;
    const second = versions.find((entry) => entry !== first && other.some(({ raw }) => raw === entry.raw)) ?? versions.at(-1)!;
    return { id, ours: parsed(first.raw), theirs: parsed(second.raw) };
  });
  io.stdout.write(`${JSON.stringify({ conflicts })}\n`);
  return conflicts.length > 0 ? FINDINGS : CLEAN;
}

/** An article stands for its marks file. What a version control system names otherwise is a marks file when it reads like one. */
async function mergeTarget(file: string): Promise<string> {
  if (file.endsWith('.jsonl') || (await stat(file).catch(() => null)) === null) return file;
  const { text } = await loadMarks(marksFiles, file);
  return text === null || /^\s*(?:$|[{<])/.test(text) ? file : marksName(file);
}

/** The lines of a marks file that must be there. */
async function readMarks(file: string, io: Io): Promise<readonly Entry[]> {
  const direct = file.endsWith('.jsonl') || !(await exists(marksName(file)));
  const name = direct ? file : marksName(file);
  if (!(await exists(name))) throw new UserError(`${name} was not found: check the path.`);
  const { entries, problems } = await loadMarks(marksFiles, name);
  report(name, problems(), io);
  return entries;
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() ?? false;
}

function withoutSuffix(file: string): string {
  return file.endsWith('.marks.jsonl') ? file.slice(0, -'.marks.jsonl'.length) : file;
}

function marksOf(entries: readonly Entry[]): readonly Mark[] {
  return entries.flatMap(({ mark }) => (mark ? [mark] : []));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

const MOST_REPORTED = 5;

function report(name: string, problems: readonly FileProblem[], io: Io): void {
  for (const { code, line } of problems.slice(0, MOST_REPORTED)) io.stderr.write(`${name}, line ${line}: ${PROBLEMS[code]}\n`);
  const more = problems.length - MOST_REPORTED;
  if (more > 0) io.stderr.write(`${name}: ${more} more lines like these.\n`);
}

const PROBLEMS: Readonly<Record<FileProblem['code'], string>> = {
  unreadable: 'not understood, and kept as it is.',
  'newer-version': 'written by a newer version of Copydesk, and kept as it is.',
  'unknown-body': 'a decision this version does not know, kept as it is.',
  'conflict-markers': 'two sides of a merge; both are kept until you choose.',
};
