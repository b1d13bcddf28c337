import * as vscode from 'vscode';
import type { Mark, PlacedMark, Span } from '../../core/index.ts';
import { toRange, toSpan } from '../convert.ts';
import type { Services } from '../services.ts';

/** Notes on spans as threads. VS Code stores none of it and its ranges go stale: threads are made from the marks and kept in step with them. */
export function registerComments({ marks, files }: Services): vscode.Disposable {
  const controller = vscode.comments.createCommentController('copydesk.notes', 'Copydesk');
  controller.options = { prompt: vscode.l10n.t('Note'), placeHolder: vscode.l10n.t('What should be checked or changed?') };
  controller.commentingRangeProvider = {
    // A note stands on words: an empty line offers none.
    provideCommentingRanges: (document) => (files.isOn(document) ? linesWithWords(document) : []),
  };
  /** The threads of each article by the id of their note: a copy of an article has notes of the same ids. */
  const shown = new Map<vscode.TextDocument, Map<string, vscode.CommentThread>>();

  function show(document: vscode.TextDocument): void {
    const placed = document.isClosed ? [] : marks.list(document);
    const notes = placed.filter(({ mark }) => mark.decision.kind === 'comment' && mark.decision.replyTo === null);
    const wanted = new Set(notes.map(({ mark }) => mark.id));
    const threads = shown.get(document) ?? new Map<string, vscode.CommentThread>();
    for (const [id, thread] of threads) {
      if (wanted.has(id)) continue;
      thread.dispose();
      threads.delete(id);
    }
    if (wanted.size === 0) return void shown.delete(document);
    shown.set(document, threads);
    const replies = repliesIn(placed);
    for (const note of notes) showNote(document, threads, note, replies.get(note.mark.id) ?? []);
  }

  function showNote(
    document: vscode.TextDocument,
    threads: Map<string, vscode.CommentThread>,
    { mark, spans }: PlacedMark,
    replies: readonly Mark[],
  ): void {
    const [span] = spans;
    const range = span ? toRange(document, span) : undefined;
    const comments = [mark, ...replies].map((own) => commentOf(own));
    let thread = threads.get(mark.id);
    if (!thread) {
      thread = controller.createCommentThread(document.uri, range ?? new vscode.Range(0, 0, 0, 0), comments);
      threads.set(mark.id, thread);
    }
    if (range && !thread.range?.isEqual(range)) thread.range = range;
    if (!sameComments(thread.comments, comments)) thread.comments = comments;
    const resolved = mark.decision.kind === 'comment' && mark.decision.resolved;
    const state = resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
    thread.contextValue = resolved ? 'resolved' : 'open';
    thread.label = span ? '' : vscode.l10n.t('The words of this note are gone');
  }

  async function add({ thread, text }: vscode.CommentReply): Promise<void> {
    const document = vscode.workspace.textDocuments.find((own) => own.uri.toString() === thread.uri.toString());
    if (!document || !text.trim()) return;
    const note = idOf(document, thread);
    if (note !== undefined) {
      await marks.add(document, vscode.l10n.t('Reply'), { kind: 'comment', text, replyTo: note, resolved: false }, []);
      return;
    }
    const span = wordsIn(document, thread.range);
    thread.dispose();
    if (span) await marks.add(document, vscode.l10n.t('Note'), { kind: 'comment', text, replyTo: null, resolved: false }, [span]);
  }

  async function settle(thread: vscode.CommentThread, resolved: boolean): Promise<void> {
    const found = noteOf(thread);
    if (found?.mark.decision.kind !== 'comment') return;
    const label = resolved ? vscode.l10n.t('Resolve note') : vscode.l10n.t('Reopen note');
    await marks.update(found.document, label, found.mark, { ...found.mark.decision, resolved });
  }

  function noteOf(thread: vscode.CommentThread): { readonly mark: Mark; readonly document: vscode.TextDocument } | undefined {
    for (const document of shown.keys()) {
      const id = idOf(document, thread);
      const mark = id === undefined ? undefined : marks.list(document).find((placed) => placed.mark.id === id)?.mark;
      if (mark) return { mark, document };
    }
    return undefined;
  }

  function idOf(document: vscode.TextDocument, thread: vscode.CommentThread): string | undefined {
    return [...(shown.get(document) ?? [])].find(([, own]) => own === thread)?.[0];
  }

  async function remove(thread: vscode.CommentThread): Promise<void> {
    const found = noteOf(thread);
    if (!found) return thread.dispose();
    const replies = marks
      .list(found.document)
      .flatMap(({ mark }) => (mark.decision.kind === 'comment' && mark.decision.replyTo === found.mark.id ? [mark.id] : []));
    await marks.remove(found.document, vscode.l10n.t('Delete note'), [found.mark.id, ...replies]);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Articles that were edited since their notes were shown: one edit may change several. */
  const edited = new Set<vscode.TextDocument>();
  const showAll = () => vscode.workspace.textDocuments.filter((document) => files.isOn(document)).forEach(show);
  showAll();
  return vscode.Disposable.from(
    controller,
    vscode.commands.registerCommand('copydesk.comment.add', add),
    vscode.commands.registerCommand('copydesk.comment.reply', add),
    vscode.commands.registerCommand('copydesk.comment.resolve', (thread: vscode.CommentThread) => settle(thread, true)),
    vscode.commands.registerCommand('copydesk.comment.reopen', (thread: vscode.CommentThread) => settle(thread, false)),
    vscode.commands.registerCommand('copydesk.comment.delete', remove),
    marks.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!shown.has(document)) return;
      edited.add(document);
      clearTimeout(timer);
      timer = setTimeout(() => {
        edited.forEach(show);
        edited.clear();
      }, 100);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

/** The replies to each note. */
function repliesIn(placed: readonly PlacedMark[]): ReadonlyMap<string, readonly Mark[]> {
  const replies = new Map<string, Mark[]>();
  for (const { mark } of placed) {
    if (mark.decision.kind !== 'comment' || mark.decision.replyTo === null) continue;
    const own = replies.get(mark.decision.replyTo);
    if (own) own.push(mark);
    else replies.set(mark.decision.replyTo, [mark]);
  }
  return replies;
}

/** Runs of lines between empty ones. */
function linesWithWords(document: vscode.TextDocument): vscode.Range[] {
  const runs: vscode.Range[] = [];
  let first: number | null = null;
  for (let line = 0; line <= document.lineCount; line++) {
    const words = line < document.lineCount && !document.lineAt(line).isEmptyOrWhitespace;
    if (words) first ??= line;
    else if (first !== null) {
      runs.push(new vscode.Range(first, 0, line - 1, document.lineAt(line - 1).text.length));
      first = null;
    }
  }
  return runs;
}

/** Words of a marks file as text alone: no links, no images, no commands. */
function commentOf(mark: Mark): vscode.Comment {
  const text = mark.decision.kind === 'comment' ? mark.decision.text : '';
  return {
    body: new vscode.MarkdownString().appendText(text),
    mode: vscode.CommentMode.Preview,
    author: { name: mark.creator ?? vscode.l10n.t('Note') },
    ...(mark.created === null || Number.isNaN(Date.parse(mark.created)) ? {} : { timestamp: new Date(mark.created) }),
  };
}

function sameComments(a: readonly vscode.Comment[], b: readonly vscode.Comment[]): boolean {
  const text = ({ body }: vscode.Comment) => (typeof body === 'string' ? body : body.value);
  return a.length === b.length && a.every((own, index) => text(own) === text(b[index]!));
}

/** The words that were selected, or the line's words where VS Code gives whole lines. */
function wordsIn(document: vscode.TextDocument, range: vscode.Range | undefined): Span | undefined {
  if (!range) return undefined;
  const selection = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
  const within = selection && !selection.isEmpty && range.intersection(selection) ? selection : undefined;
  const whole = within ?? (range.isEmpty ? document.lineAt(range.start.line).range : range);
  const span = toSpan(document, whole);
  const words = document.getText(whole);
  const trimmed = {
    start: span.start + words.length - words.trimStart().length,
    end: span.end - words.length + words.trimEnd().length,
  };
  return trimmed.start < trimmed.end ? trimmed : undefined;
}
