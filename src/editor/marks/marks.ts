import * as vscode from 'vscode';
import {
  type Decision,
  type Decisions,
  type Entry,
  lfText,
  type Mark,
  type PlacedMark,
  selectorOf,
  type Span,
  type TargetRole,
} from '../../core/index.ts';
import type { Files } from '../files.ts';
import { type ArticleMarks, openMarks } from './articleMarks.ts';
import { marksUri, ownDisk } from './files.ts';
import { NO_DECISIONS } from './session.ts';

/** A span that a mark is about, with its part in it. */
export interface MarkSpan extends Span {
  readonly role?: TargetRole;
}

/** The marks of all open articles. */
export interface Marks extends vscode.Disposable {
  /** The marks that are placed by now; empty before the file was read. */
  list(document: vscode.TextDocument): readonly PlacedMark[];
  decisions(document: vscode.TextDocument): Decisions;
  /** Ids of which two versions wait for a person's choice. */
  conflicts(document: vscode.TextDocument): readonly string[];
  /** Where the target `index` of a mark, which has no place, may have stood. */
  guess(document: vscode.TextDocument, id: string, index: number): Span | null;
  /** Reads the marks of a document if that was not done yet. */
  ready(document: vscode.TextDocument): Promise<void>;
  /** A new mark at these places. */
  add(document: vscode.TextDocument, label: string, decision: Decision, spans: readonly MarkSpan[]): Promise<Mark>;
  /** Changes the decision of a mark, and with `spans` its places; a target whose span is null stays as it is. */
  update(
    document: vscode.TextDocument,
    label: string,
    mark: Mark,
    decision: Decision,
    spans?: readonly (MarkSpan | null)[],
  ): Promise<void>;
  remove(document: vscode.TextDocument, label: string, ids: readonly string[]): Promise<void>;
  /** Keeps one of the versions of a mark in conflict. */
  choose(document: vscode.TextDocument, mark: Mark): Promise<void>;
  /** The label of what was undone or done again; undefined when there was nothing. */
  undo(document: vscode.TextDocument): Promise<string | undefined>;
  redo(document: vscode.TextDocument): Promise<string | undefined>;
  /** Resolves when everything decided so far is written, or cannot be. */
  flush(document: vscode.TextDocument): Promise<void>;
  /** The window closes: the same for all articles that are open, also when VS Code's file system answers no more. */
  leave(): Promise<void>;
  /** Takes another article's marks along: after Save As, a copy, or a move that nobody told us of. */
  adopt(document: vscode.TextDocument, entries: readonly Entry[]): Promise<void>;
  entries(document: vscode.TextDocument): readonly Entry[];
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  /** A document was closed; its marks can be asked for one last time, with the selectors of its last text. */
  readonly onWillForget: vscode.Event<vscode.TextDocument>;
}

export interface Needs {
  readonly files: Files;
  readonly log: vscode.LogOutputChannel;
  /** The name that goes into marks; null unless the person switched it on. */
  readonly creator: () => string | null;
}

export function createMarks({ files, log, creator }: Needs): Marks {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const forgetting = new vscode.EventEmitter<vscode.TextDocument>();
  const opened = new Map<string, ArticleMarks>();

  const of = (document: vscode.TextDocument) => opened.get(document.uri.toString());
  const sessionOf = (document: vscode.TextDocument) => of(document)?.session ?? null;

  function open(document: vscode.TextDocument): ArticleMarks {
    const known = of(document);
    // A document that was closed and opened again is another object.
    if (known?.document === document) return known;
    const own = openMarks(document, log, () => changed.fire(document));
    opened.set(document.uri.toString(), own);
    return own;
  }

  function targetsOf(
    document: vscode.TextDocument,
    spans: readonly (MarkSpan | null)[],
    known: Mark['targets'] = [],
  ): Mark['targets'] {
    const text = lfText(document.getText());
    return spans.flatMap(
      (span, index) => (span ? { role: span.role ?? 'content', selector: selectorOf(text, span) } : known[index]) ?? [],
    );
  }

  const showVisible = () => {
    for (const { document } of vscode.window.visibleTextEditors) if (files.isOn(document)) open(document);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.marks.jsonl');
  const changedOutside = (uri: vscode.Uri) => {
    for (const own of opened.values()) if (marksUri(own.document.uri).toString() === uri.toString()) own.fileChanged();
  };
  const subscriptions = vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changedOutside),
    watcher.onDidCreate(changedOutside),
    watcher.onDidDelete(changedOutside),
    vscode.window.onDidChangeVisibleTextEditors(showVisible),
    files.onDidChange(showVisible),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const changes = contentChanges.map(({ rangeOffset: start, rangeLength, text }) => ({
        start,
        end: start + rangeLength,
        text,
      }));
      of(document)?.edit(changes);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => of(document)?.articleSaved()),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A language that changes is told as a closing, but the article stays open and keeps what was decided.
      if (of(document)?.document !== document || !document.isClosed) return;
      sessionOf(document)?.refresh();
      forgetting.fire(document);
      opened.delete(document.uri.toString());
    }),
  );
  showVisible();

  return {
    list: (document) => sessionOf(document)?.list() ?? [],
    decisions: (document) => sessionOf(document)?.decisions() ?? NO_DECISIONS,
    conflicts: (document) => sessionOf(document)?.conflicts ?? [],
    guess: (document, id, index) => sessionOf(document)?.guess(id, index) ?? null,
    entries(document) {
      // Nobody has saved an untitled article, so that its selectors may be those of an older text.
      if (document.isUntitled) sessionOf(document)?.refresh();
      return sessionOf(document)?.entries ?? [];
    },
    ready: async (document) => void (await open(document).ready),
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
      await open(document).change(label, [{ mark, spans }], []);
      return mark;
    },
    update(document, label, mark, decision, spans) {
      const targets = spans ? targetsOf(document, spans, mark.targets) : mark.targets;
      const put = { ...mark, decision, targets, modified: new Date().toISOString(), creator: creator() ?? mark.creator };
      return open(document).change(label, [{ mark: put, spans: spans ?? null }], []);
    },
    remove: (document, label, ids) => open(document).change(label, [], ids),
    choose: (document, mark) => open(document).choose(vscode.l10n.t('Choose a version'), mark),
    undo: (document) => open(document).go('undo'),
    redo: (document) => open(document).go('redo'),
    flush: (document) => open(document).flush(),
    async leave() {
      // A command that was given a moment ago gets to its decision first.
      await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
      const all = [...opened.values()];
      await Promise.allSettled(all.map((own) => own.flush()));
      const disk = await ownDisk();
      if (disk) await Promise.allSettled(all.map((own) => own.leave(disk)));
    },
    adopt: (document, entries) => open(document).adopt(entries),
    onDidChange: changed.event,
    onWillForget: forgetting.event,
    dispose() {
      subscriptions.dispose();
      changed.dispose();
      forgetting.dispose();
    },
  };
}

const A_MOMENT = 100;
