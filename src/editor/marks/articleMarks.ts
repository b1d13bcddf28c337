import * as vscode from 'vscode';
import {
  type Entry,
  entryOf,
  loadMarks,
  type LoadedMarks,
  type Mark,
  type MarksFiles,
  mergeMarks,
  placeMarks,
  readEntries,
  saveMarks,
  type TextChange,
  theirsNow,
} from '../../core/index.ts';
import { articleName, marksUri, workspaceFiles } from './files.ts';
import { createHistory } from './history.ts';
import { rememberWritten } from './lately.ts';
import { createSession, type Exchange, type MarkPut, type Session } from './session.ts';
import { inSlices } from './slices.ts';
import { createTell } from './tell.ts';

/** The marks of one open article: read beside it, followed through its edits, written back without losing anybody's. */
export interface ArticleMarks {
  readonly document: vscode.TextDocument;
  /** Null until the file was read. */
  readonly session: Session | null;
  /** Resolves when the marks are read and placed. */
  readonly ready: Promise<Session>;
  edit(changes: readonly TextChange[]): void;
  /** The article was saved: marks that would not be found again get new selectors. */
  articleSaved(): void;
  /** Somebody else changed the marks file. */
  fileChanged(): void;
  change(label: string, puts: readonly MarkPut[], drops: readonly string[]): Promise<void>;
  choose(label: string, mark: Mark): Promise<void>;
  /** The label of what was undone or done again; undefined when there was nothing, or somebody else decided otherwise since. */
  go(direction: 'undo' | 'redo'): Promise<string | undefined>;
  /** Takes another article's marks; from then on they are this article's. */
  adopt(entries: readonly Entry[]): Promise<void>;
  /** Resolves when everything decided so far is written, or cannot be. */
  flush(): Promise<void>;
  /** Writes what is not written yet straight to the disk: VS Code's own way to it is closed. */
  leave(disk: MarksFiles): Promise<void>;
}

export function openMarks(document: vscode.TextDocument, log: vscode.LogOutputChannel, changed: () => void): ArticleMarks {
  const name = articleName(document.uri);
  const file = marksUri(document.uri).toString();
  const tell = createTell(name, log);
  const history = createHistory();
  const lately = rememberWritten();
  let session: Session | null = null;
  /** What the file held when it was last read or written. */
  let base: readonly Entry[] = [];
  let saving: Promise<void> = Promise.resolve();
  /** Edits that come while the marks are being placed. */
  const waiting: { readonly changes: readonly TextChange[]; readonly text: string }[] = [];

  async function load(): Promise<Session> {
    const text = document.getText();
    let read: LoadedMarks = { entries: [], problems: () => [], text: null, recovered: false };
    try {
      if (!document.isUntitled) read = await loadMarks(workspaceFiles, file);
    } catch (error) {
      tell.failed(vscode.l10n.t('The marks of {0} could not be read.', name), error, readAgain);
    }
    const marks = await inSlices(readEntries(read.entries));
    const placed = await inSlices(placeMarks(text, marks));
    base = read.recovered ? [] : read.entries;
    const made = createSession(name, text, read.entries, placed);
    for (const edit of waiting) made.edit(edit.changes, edit.text);
    session = made;
    tell.strange(read, made.conflicts.length);
    if (read.entries.length > 0) changed();
    return made;
  }

  const ready = load();

  /** Writes behind the save that is under way. */
  function save(): Promise<void> {
    return (saving = saving.then(write));
  }

  async function write(): Promise<void> {
    // An article without a file keeps its marks until it has one.
    if (!session || document.isUntitled || session.entries === base) return;
    const mine = session.entries;
    try {
      const saved = await saveMarks(workspaceFiles, file, base, mine, lately.now());
      lately.wrote(base, mine);
      // What was decided meanwhile stays.
      session.take(
        session.entries === mine ? saved.entries : mergeMarks(mine, session.entries, saved.entries, 'respected').entries,
      );
      base = saved.entries;
      tell.works();
      if (saved.conflicts.length > 0) tell.strange(saved, session.conflicts.length);
      changed();
    } catch (error) {
      if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return tell.readOnly();
      const sentence = vscode.l10n.t('The marks of {0} could not be written; they are kept and written at the next save.', name);
      tell.failed(sentence, error, () => void save());
    }
  }

  async function reload(): Promise<void> {
    const own = await ready;
    try {
      const there = await loadMarks(workspaceFiles, file);
      tell.works();
      if (there.text === null && !there.recovered) {
        if (base.length > 0 && own.entries.length > 0) tell.gone(() => void save());
        base = [];
        return;
      }
      const theirs = theirsNow(there.entries, base, lately.now());
      const merged = mergeMarks(base, own.entries, theirs, 'respected').entries;
      base = there.entries;
      if (!sameLines(merged, own.entries)) {
        own.take(merged);
        if (own.conflicts.length > 0) tell.strange(there, own.conflicts.length);
        changed();
      }
      if (!sameLines(merged, there.entries)) await write();
    } catch (error) {
      tell.failed(vscode.l10n.t('The marks of {0} could not be read again.', name), error, readAgain);
    }
  }

  function readAgain(): void {
    saving = saving.then(reload);
  }

  /** The decision is held from here on; whoever makes it need not wait for the disk. */
  function done(label: string, exchange: Exchange): void {
    history.did({ label, exchange });
    changed();
    void save();
  }

  return {
    document,
    ready,
    get session() {
      return session;
    },
    edit(changes) {
      const text = document.getText();
      if (session) session.edit(changes, text);
      else waiting.push({ changes, text });
    },
    articleSaved() {
      session?.refresh();
      void save();
    },
    fileChanged: readAgain,
    change: async (label, puts, drops) => done(label, (await ready).change(puts, drops)),
    choose: async (label, mark) => done(label, (await ready).choose(mark)),
    async go(direction) {
      const own = await ready;
      const step = history[direction]();
      if (!step) return undefined;
      const [from, to] = direction === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const);
      if (!own.stands(step.exchange, from)) {
        tell.overtaken(step.label);
        return undefined;
      }
      own.restore(step.exchange, to);
      // What comes back has the selectors of an older text; one that is saved waits for no other save.
      if (!document.isDirty) own.refresh();
      changed();
      void save();
      return step.label;
    },
    async adopt(entries) {
      (await ready).take(entries.map((entry) => (entry.mark ? entryOf(entry.mark, name, entry) : entry)));
      changed();
      await save();
    },
    flush: async () => (await ready, saving),
    async leave(disk) {
      if (!session || session.entries === base || document.uri.scheme !== 'file') return;
      await saveMarks(disk, marksUri(document.uri).fsPath, base, session.entries, lately.now());
    },
  };
}

/** The same lines, in whatever order. */
function sameLines(a: readonly Entry[], b: readonly Entry[]): boolean {
  const lines = new Set(a.map(({ raw }) => raw));
  return a.length === b.length && b.every(({ raw }) => lines.has(raw));
}
