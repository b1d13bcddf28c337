import * as vscode from 'vscode';
import {
  type Decision,
  type Decisions,
  type Entry,
  lfText,
  loadMarks,
  type LoadedMarks,
  type Mark,
  type PlacedMark,
  placeMarks,
  readEntries,
  saveMarks,
  selectorOf,
  type Span,
  type TargetRole,
} from '../../core/index.ts';
import type { Files } from '../files.ts';
import { articleName, marksUri, workspaceFiles } from './files.ts';
import { createHistory, type History, type Step } from './history.ts';
import { createSession, mergedWith, type Session } from './session.ts';

/** A span that a mark is about, with its part in it. */
export interface MarkSpan extends Span {
  readonly role?: TargetRole;
}

/** The marks of open articles: read beside the article, followed through edits, written back without losing anybody's. */
export interface Marks extends vscode.Disposable {
  /** The marks that are placed by now; empty before the file was read. */
  list(document: vscode.TextDocument): readonly PlacedMark[];
  decisions(document: vscode.TextDocument): Decisions;
  /** Ids of which two versions wait for a person's choice. */
  conflicts(document: vscode.TextDocument): readonly string[];
  /** Where a mark without a place may have stood. */
  guess(document: vscode.TextDocument, id: string): Span | null;
  /** Reads the marks of a document if that was not done yet. */
  ready(document: vscode.TextDocument): Promise<void>;
  /** A new mark at these places. */
  add(document: vscode.TextDocument, label: string, decision: Decision, spans: readonly MarkSpan[]): Promise<Mark>;
  /** Changes the decision of a mark, and with `spans` its places. */
  update(
    document: vscode.TextDocument,
    label: string,
    mark: Mark,
    decision: Decision,
    spans?: readonly MarkSpan[],
  ): Promise<void>;
  remove(document: vscode.TextDocument, label: string, ids: readonly string[]): Promise<void>;
  /** Keeps one of the versions of a mark in conflict. */
  choose(document: vscode.TextDocument, mark: Mark): Promise<void>;
  /** The label of what was undone or done again; undefined when there was nothing. */
  undo(document: vscode.TextDocument): Promise<string | undefined>;
  redo(document: vscode.TextDocument): Promise<string | undefined>;
  /** Resolves when everything decided so far is written, or cannot be. */
  flush(document: vscode.TextDocument): Promise<void>;
  /** Takes another article's marks along: after Save As, or a move that nobody told us of. */
  adopt(document: vscode.TextDocument, entries: readonly Entry[]): Promise<void>;
  entries(document: vscode.TextDocument): readonly Entry[];
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  /** A document was closed; its marks can be asked for one last time. */
  readonly onWillForget: vscode.Event<vscode.TextDocument>;
}

export interface Needs {
  readonly files: Files;
  readonly log: vscode.LogOutputChannel;
  /** The name that goes into marks; null unless the person switched it on. */
  readonly creator: () => string | null;
}

interface Open {
  readonly document: vscode.TextDocument;
  readonly history: History;
  session: Session | null;
  /** What the file held when it was last read or written. */
  base: readonly Entry[];
  loading: Promise<void>;
  saving: Promise<void>;
  /** Edits that came while the marks were being placed. */
  waiting: { changes: readonly { start: number; end: number; text: string }[]; text: string }[] | null;
  /** Ids written lately, with the time: another window that was writing at the same moment must not make them vanish. */
  readonly fresh: Map<string, number>;
  failed: boolean;
}

const GRACE = 5_000;

export function createMarks({ files, log, creator }: Needs): Marks {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const forgetting = new vscode.EventEmitter<vscode.TextDocument>();
  const opened = new Map<string, Open>();

  function open(document: vscode.TextDocument): Open {
    const key = document.uri.toString();
    const known = opened.get(key);
    if (known && known.document === document) return known;
    const own: Open = {
      document,
      history: createHistory(),
      session: null,
      base: [],
      loading: Promise.resolve(),
      saving: Promise.resolve(),
      waiting: [],
      fresh: new Map(),
      failed: false,
    };
    opened.set(key, own);
    own.loading = load(own);
    return own;
  }

  async function load(own: Open): Promise<void> {
    const { document } = own;
    const text = document.getText();
    own.waiting = [];
    let read: LoadedMarks = { entries: [], problems: () => [], text: null, recovered: false };
    try {
      if (!document.isUntitled) read = await loadMarks(workspaceFiles, marksUri(document.uri).toString());
    } catch (error) {
      tell(own, error, vscode.l10n.t('The marks of {0} could not be read.', articleName(document.uri)));
    }
    const marks = await inSlices(readEntries(read.entries));
    const placed = await inSlices(placeMarks(text, marks));
    own.base = read.recovered ? [] : read.entries;
    own.session = createSession(articleName(document.uri), text, read.entries, placed);
    for (const edit of own.waiting) own.session.edit(edit.changes, edit.text);
    own.waiting = null;
    report(own, read);
    if (read.entries.length > 0) changed.fire(document);
  }

  async function loaded(document: vscode.TextDocument): Promise<Open & { session: Session }> {
    const own = open(document);
    await own.loading;
    return own as Open & { session: Session };
  }

  /** Writes behind the save that is under way; a document without a file keeps its marks until it has one. */
  function save(own: Open): Promise<void> {
    return (own.saving = own.saving.then(() => write(own)));
  }

  async function write(own: Open): Promise<void> {
    const { document, session } = own;
    if (!session || document.isUntitled || session.entries === own.base) return;
    const mine = session.entries;
    try {
      const saved = await saveMarks(workspaceFiles, marksUri(document.uri).toString(), own.base, mine);
      const known = new Set(own.base.map(({ raw }) => raw));
      const time = Date.now();
      for (const { id, raw } of mine) if (id !== null && !known.has(raw)) own.fresh.set(id, time);
      session.take(session.entries === mine ? saved.entries : mergedWith(mine, session, saved.entries));
      own.base = saved.entries;
      own.failed = false;
      if (saved.conflicts.length > 0) report(own, saved);
      changed.fire(document);
    } catch (error) {
      tell(
        own,
        error,
        vscode.l10n.t(
          'The marks of {0} could not be written; they are kept and written at the next save.',
          articleName(document.uri),
        ),
      );
    }
  }

  /** The file was changed by somebody else. */
  async function reload(own: Open): Promise<void> {
    await own.loading;
    const { session, document } = own;
    if (!session) return;
    try {
      const there = await loadMarks(workspaceFiles, marksUri(document.uri).toString());
      if (there.text === null && !there.recovered) own.base = [];
      else {
        const now = Date.now();
        const theirs = new Set(there.entries.map(({ id }) => id));
        const settled = own.base.filter(({ id }) => id === null || theirs.has(id) || now - (own.fresh.get(id) ?? 0) > GRACE);
        const merged = mergedWith(settled, session, there.entries);
        if (merged.length === session.entries.length && merged.every(({ raw }, index) => raw === session.entries[index]!.raw)) {
          own.base = there.entries;
          return;
        }
        session.take(merged);
        own.base = there.entries;
        report(own, there);
        changed.fire(document);
        if (merged.length !== there.entries.length) await write(own);
      }
    } catch (error) {
      tell(own, error, vscode.l10n.t('The marks of {0} could not be read again.', articleName(document.uri)));
    }
  }

  /** One message until writing works again; the rest goes to the log. */
  function tell(own: Open, error: unknown, sentence: string): void {
    log.error(sentence, error instanceof Error ? error : String(error));
    if (own.failed) return;
    own.failed = true;
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window
      .showErrorMessage(`${sentence} ${why}`, vscode.l10n.t('Try again'))
      .then((choice) => (choice ? save(own) : undefined));
  }

  function report(own: Open, { problems, recovered }: Pick<LoadedMarks, 'problems' | 'recovered'>): void {
    const name = articleName(own.document.uri);
    const unread = problems();
    for (const { code, line } of unread) log.warn(`${name}.marks.jsonl, line ${line}: ${code}`);
    const conflicts = own.session?.conflicts.length ?? 0;
    if (conflicts > 0) {
      const choose = vscode.l10n.t('Choose');
      void vscode.window
        .showWarningMessage(
          vscode.l10n.t('{0}: {1} marks have two versions; both are kept until you choose.', name, conflicts),
          choose,
        )
        .then((choice) => choice && vscode.commands.executeCommand('copydesk.chooseVersion'));
    } else if (recovered)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0}: a save of its marks that was broken off was taken up.', name),
      );
    else if (unread.length > 0)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0}: {1} lines of its marks are not understood; they are kept as they are.', name, unread.length),
      );
  }

  async function change(
    document: vscode.TextDocument,
    label: string,
    puts: readonly { mark: Mark; spans: readonly Span[] | null }[],
    drops: readonly string[],
  ): Promise<void> {
    const own = await loaded(document);
    const before = new Map<string, Mark | null>();
    const after = new Map<string, Mark | null>();
    for (const { mark } of puts) {
      before.set(mark.id, markOf(own, mark.id));
      after.set(mark.id, mark);
    }
    for (const id of drops) {
      before.set(id, markOf(own, id));
      after.set(id, null);
    }
    own.history.did({ label, before, after });
    own.session.change(puts, drops);
    changed.fire(document);
    await save(own);
  }

  function markOf(own: Open, id: string): Mark | null {
    return own.session?.entries.find((entry) => entry.id === id)?.mark ?? null;
  }

  async function goTo(
    document: vscode.TextDocument,
    step: Step | undefined,
    side: 'before' | 'after',
  ): Promise<string | undefined> {
    if (!step) return undefined;
    const own = await loaded(document);
    const states = [...step[side]];
    own.session.change(
      states.flatMap(([, mark]) => (mark ? [{ mark, spans: null }] : [])),
      states.flatMap(([id, mark]) => (mark ? [] : [id])),
    );
    changed.fire(document);
    await save(own);
    return step.label;
  }

  function targetsOf(document: vscode.TextDocument, spans: readonly MarkSpan[]): Mark['targets'] {
    const text = lfText(document.getText());
    return spans.map((span) => ({ role: span.role ?? 'content', selector: selectorOf(text, span) }));
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**/*.marks.jsonl');
  const changedOutside = (uri: vscode.Uri) => {
    for (const own of opened.values()) {
      if (marksUri(own.document.uri).toString() === uri.toString()) own.saving = own.saving.then(() => reload(own));
    }
  };
  const showVisible = () => {
    for (const { document } of vscode.window.visibleTextEditors) if (files.isOn(document)) open(document);
  };
  const subscriptions = vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changedOutside),
    watcher.onDidCreate(changedOutside),
    watcher.onDidDelete(changedOutside),
    vscode.window.onDidChangeVisibleTextEditors(showVisible),
    files.onDidChange(showVisible),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const own = opened.get(document.uri.toString());
      if (!own || contentChanges.length === 0) return;
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      }));
      if (own.waiting) own.waiting.push({ changes, text: document.getText() });
      else own.session?.edit(changes, document.getText());
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const own = opened.get(document.uri.toString());
      if (!own?.session) return;
      own.session.refresh();
      void save(own);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const own = opened.get(document.uri.toString());
      if (own?.document !== document) return;
      forgetting.fire(document);
      opened.delete(document.uri.toString());
    }),
  );
  showVisible();

  return {
    list: (document) => opened.get(document.uri.toString())?.session?.list() ?? [],
    decisions: (document) => opened.get(document.uri.toString())?.session?.decisions() ?? NO_DECISIONS,
    conflicts: (document) => opened.get(document.uri.toString())?.session?.conflicts ?? [],
    guess: (document, id) => opened.get(document.uri.toString())?.session?.guess(id) ?? null,
    entries: (document) => opened.get(document.uri.toString())?.session?.entries ?? [],
    ready: async (document) => void (await loaded(document)),
    async add(document, label, decision, spans) {
      const now = new Date().toISOString();
      const mark: Mark = {
        id: `urn:uuid:${crypto.randomUUID()}`,
        created: now,
        modified: now,
        creator: creator(),
        decision,
        targets: targetsOf(document, spans),
      };
      await change(document, label, [{ mark, spans }], []);
      return mark;
    },
    update(document, label, mark, decision, spans) {
      const targets = spans ? targetsOf(document, spans) : mark.targets;
      const put = { ...mark, decision, targets, modified: new Date().toISOString(), creator: creator() ?? mark.creator };
      return change(document, label, [{ mark: put, spans: spans ?? null }], []);
    },
    remove: (document, label, ids) => change(document, label, [], ids),
    choose: (document, mark) => change(document, vscode.l10n.t('Choose a version'), [{ mark, spans: null }], []),
    undo: async (document) => goTo(document, (await loaded(document)).history.undo(), 'before'),
    redo: async (document) => goTo(document, (await loaded(document)).history.redo(), 'after'),
    flush: async (document) => (await loaded(document)).saving,
    async adopt(document, entries) {
      const own = await loaded(document);
      own.session.take(entries);
      changed.fire(document);
      await save(own);
    },
    onDidChange: changed.event,
    onWillForget: forgetting.event,
    dispose() {
      subscriptions.dispose();
      changed.dispose();
      forgetting.dispose();
    },
  };
}

const NO_DECISIONS: Decisions = [];

/** Milliseconds of work after which the extension host gets to do other things. */
const SLICE = 8;

async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const began = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - began < SLICE);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
