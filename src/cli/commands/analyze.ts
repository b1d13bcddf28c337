import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { type Analyzer, createAnalyzer, toJson } from '../../core/index.ts';
import { readResources } from '../models.ts';
import { CLEAN, ERROR, type Io, UserError } from '../run.ts';

/** `copydesk analyze FILE` prints one analysis; `copydesk analyze --jsonl` answers every input line with one. */
export function analyzeCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('analyze')
    .description('prints the analysis of an article as JSON')
    .argument('[file]', 'the article, as UTF-8 text')
    .option('--jsonl', 'reads {"id","text"} lines from standard input and writes one analysis a line')
    .option('--date <day>', 'the article’s date, ISO 8601')
    .action(async (file: string | undefined, options: { jsonl?: boolean; date?: string }) => {
      const analyzer = createAnalyzer(await readResources((sentence) => io.stderr.write(`${sentence}\n`)));
      if (options.jsonl) return done(await analyzeStream(analyzer, io));
      if (!file) throw new UserError('Name an article file, or use --jsonl to read articles from standard input.');
      const text = decode(await readFile(file), file);
      io.stdout.write(`${JSON.stringify(toJson(analyzer.analyze(text, { date: options.date ?? null }), file))}\n`);
      done(CLEAN);
    });
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${file} is not UTF-8 text: name its encoding with --encoding.`);
  }
}

async function analyzeStream(analyzer: Analyzer, io: Io): Promise<number> {
  let code = CLEAN;
  let number = 0;
  for await (const line of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) {
    number++;
    if (!line.trim()) continue;
    const request = parseRequest(line);
    if (typeof request === 'string') code = ERROR;
    const answer =
      typeof request === 'string'
        ? { line: number, error: request }
        : toJson(analyzer.analyze(request.text, { date: request.date }), request.id);
    if (!io.stdout.write(`${JSON.stringify(answer)}\n`)) await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
  }
  return code;
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
    value = JSON.parse(line);
  } catch {
    return 'The line is not JSON: write one {"id","text"} object a line.';
  }
  if (typeof value !== 'object' || value === null) return 'The line is not an object: write one {"id","text"} object a line.';
  const { id, text, date } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof text !== 'string') return 'The object needs "id" and "text", both strings.';
  return { id, text, date: typeof date === 'string' ? date : null };
}
