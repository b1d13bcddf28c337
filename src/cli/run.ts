import { Command, CommanderError } from 'commander';
import { analyzeCommand } from './commands/analyze.ts';
import { marksCommand } from './commands/marks.ts';

/** The world as the command line sees it; `process` fits. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: { write(text: string): boolean; once(event: 'drain', listener: () => void): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** An error for people: one sentence that says what to do. */
export class UserError extends Error {}

export const CLEAN = 0;
export const ERROR = 1;
export const FINDINGS = 2;

/** Runs one command. The exit code: 0 clean, 2 findings, 1 error. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = CLEAN;
  const program = new Command('copydesk').description('Annotates news text.').exitOverride();
  program.configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  for (const register of [analyzeCommand, marksCommand]) register(program, io, (result) => (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : ERROR;
    if (!(error instanceof UserError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return ERROR;
  }
}
