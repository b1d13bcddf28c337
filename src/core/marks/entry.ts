import type { Mark } from './mark.ts';
import { type LineProblem, type ReadLine, readLine } from './read.ts';
import { LINE_HEAD, writeLine } from './write.ts';

/** One line of a marks file. `raw` is written back byte for byte until a person changes the mark. */
export interface Entry {
  readonly raw: string;
  readonly id: string | null;
  /** Null for a line that is kept but not understood. */
  readonly mark: Mark | null;
  /** True for a line that is no annotation any more: whatever id it still shows, it is no version of that mark. */
  readonly damaged: boolean;
}

/** A line of a file. It is read when it is first asked for: opening a file of 50,000 lines must not wait for all of them. */
export class Line implements Entry {
  private known: ReadLine | undefined;

  constructor(readonly raw: string) {}

  get id(): string | null {
    return idAtHead(this.raw) ?? this.read().id;
  }

  get mark(): Mark | null {
    return this.read().mark;
  }

  get damaged(): boolean {
    return this.read().problem === 'unreadable';
  }

  get problem(): LineProblem | null {
    return this.read().problem;
  }

  private read(): ReadLine {
    return (this.known ??= readWithHead(this.raw));
  }
}

/** An entry for a new or changed mark; `known` is the entry it replaces, whose unknown properties stay. */
export function entryOf(mark: Mark, article: string, known: Entry | null = null): Entry {
  return { raw: writeLine(mark, article, known?.raw ?? null), id: mark.id, mark, damaged: false };
}

/** Reads the marks of those lines that are understood, one line for each step. */
export function* readEntries(entries: readonly Entry[]): Generator<void, readonly Mark[]> {
  const marks: Mark[] = [];
  for (const { mark } of entries) {
    if (mark) marks.push(mark);
    yield;
  }
  return marks;
}

/** The id of a line that begins as we write lines. */
function idAtHead(raw: string): string | null {
  if (!raw.startsWith(LINE_HEAD)) return null;
  const id = raw.slice(LINE_HEAD.length, raw.indexOf('"', LINE_HEAD.length));
  return id.includes('\\') ? null : id;
}

/** A line with two ids is nobody's mark. */
function readWithHead(raw: string): ReadLine {
  const line = readLine(raw);
  const id = idAtHead(raw);
  return id === null || line.id === null || line.id === id ? line : { mark: null, id, problem: 'unreadable' };
}
