import type { Command } from 'commander';
import {
  type Analyzer,
  conflictsIn,
  createAnalyzer,
  type Decisions,
  decisionsOf,
  finish,
  isDay,
  loadMarks,
  marksName,
  placeMarks,
  readEntries,
  toJson,
} from '../../core/index.ts';
import { marksFiles } from '../marks-files.ts';
import { readResources } from '../models.ts';
import { readLines } from '../read-lines.ts';
import { readText } from '../read-text.ts';
import { CLEAN, ERROR, type Io, UserError } from '../run.ts';

interface Options {
  readonly jsonl?: boolean;
  readonly date?: string;
  readonly encoding: string;
  readonly marks?: boolean;
}

/** `copydesk analyze FILE` prints one analysis; `copydesk analyze --jsonl` answers every input line with one. */
export function analyzeCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('analyze')
    .description('prints the analysis of an article as JSON')
    .argument('[file]', 'the article, as text')
    .option('--jsonl', 'reads {"id","text","date"} lines from standard input and writes one analysis a line')
    .option('--date <day>', 'the article’s date, ISO 8601, where its front matter gives none')
    .option('--encoding <name>', 'the encoding of the file', 'utf-8')
    .option('--marks', 'lays the marks beside the file over the analysis: what a person decided stands')
    .action(async (file: string | undefined, { jsonl, date, encoding, marks }: Options) => {
      if (jsonl && file) throw new UserError('Give either an article file or --jsonl, not both.');
      if (jsonl && marks)
        throw new UserError('--marks needs an article file: texts from standard input have no marks beside them.');
      if (!jsonl && !file) throw new UserError('Name an article file, or use --jsonl to read articles from standard input.');
      if (date !== undefined && !isDay(date)) throw new UserError(`“${date}” is no date: write it as in --date 2023-04-25.`);
      const text = file && (await readText(file, encoding));
      const analyzer = createAnalyzer(await readResources((sentence) => io.stderr.write(`${sentence}\n`)));
      if (text === undefined) return done(await analyzeStream(analyzer, io, date ?? null));
      const decisions = marks ? await decisionsBeside(file!, text) : [];
      await write(io, toJson(analyzer.analyze(text, { date: date ?? null, decisions }), file!));
      done(CLEAN);
    });
}

/** What the marks beside an article decide; those that are unplaced, or in conflict, decide nothing. */
async function decisionsBeside(file: string, text: string): Promise<Decisions> {
  const { entries } = await loadMarks(marksFiles, marksName(file));
  const open = new Set(conflictsIn(entries));
  const placed = finish(placeMarks(text, finish(readEntries(entries))));
  return decisionsOf(placed.filter(({ mark }) => !open.has(mark.id)));
}

async function analyzeStream(analyzer: Analyzer, io: Io, date: string | null): Promise<number> {
  let code = CLEAN;
  let number = 0;
  for await (const line of readLines(io.stdin)) {
    number++;
    if (!line.trim()) continue;
    const request = parseRequest(line);
    if (typeof request === 'string') {
      code = ERROR;
      await write(io, { line: number, error: request });
    } else {
      await write(io, toJson(analyzer.analyze(request.text, { date: request.date ?? date }), request.id));
    }
  }
  return code;
}

/** Writes one object a line and waits while the reader is behind. */
async function write(io: Io, value: object): Promise<void> {
  if (!io.stdout.write(`${JSON.stringify(value)}\n`)) await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
}

interface Request {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
}

/** A line's request, or the sentence that says what is wrong with it. */
function parseRequest(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'The line is not JSON: write one {"id","text"} object a line.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The line is not an object: write one {"id","text"} object a line.';
  const { id, text, date } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof text !== 'string') return 'The object needs "id" and "text", both strings.';
  return { id, text, date: typeof date === 'string' ? date : null };
}
