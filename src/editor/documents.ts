import * as vscode from 'vscode';
import { type Analyzer, type Article, type Decisions } from '../core/index.ts';
import type { Files } from './files.ts';
import type { Marks } from './marks/index.ts';

/** An article as analysed at one version of its document. */
export interface Analysed {
  readonly version: number;
  /** With the person's decisions laid over it. */
  readonly article: Article;
}

/** The one cache of analyses. Documents that are shown, or asked for, are kept analysed while they are open. */
export interface Documents extends vscode.Disposable {
  /** The newest analysis there is; it may be of an older version while the user types. */
  current(document: vscode.TextDocument): Analysed | undefined;
  /** What is found in the visible part of a long text alone, until the whole of it is read. */
  visiblePart(document: vscode.TextDocument): VisiblePart | undefined;
  /** The analysis of the document as it is now; undefined when it is no article, was closed or changed, or nobody waits any more. */
  upToDate(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Article | undefined>;
  /** There is a new analysis of the document, or none any more. */
  readonly onDidAnalyze: vscode.Event<vscode.TextDocument>;
}

/** An analysis of a part of a text; its offsets count from `start`. */
export interface VisiblePart extends Analysed {
  readonly start: number;
}

export interface Needs {
  readonly files: Files;
  readonly marks: Pick<Marks, 'decisions' | 'onDidChange' | 'ready'>;
  readonly log: vscode.LogOutputChannel;
  /** Makes an analyser; each document gets one of its own, which remembers the passages it has read. */
  readonly createAnalyzer: () => Promise<Analyzer>;
}

export function createDocuments({ files, marks, log, createAnalyzer }: Needs): Documents {
  const analyzed = new vscode.EventEmitter<vscode.TextDocument>();
  const entries = new Map<string, Entry>();

  function entryOf(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    let entry = entries.get(key);
    // A document that was closed and opened again is another object.
    if (entry?.document !== document) entries.set(key, (entry = { document, cost: 0 }));
    return entry;
  }

  function forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const entry = entries.get(key);
    if (!entry) return;
    clearTimeout(entry.timer);
    entries.delete(key);
    analyzed.fire(document);
  }

  function schedule(document: vscode.TextDocument, soon: boolean): void {
    if (document.isClosed || !files.isOn(document)) return forget(document);
    const entry = entryOf(document);
    if (isUpToDate(entry) || (entry.running === document.version && entry.decided === marks.decisions(document))) return;
    clearTimeout(entry.timer);
    // While someone types, the pause that is waited for grows with what an analysis costs.
    entry.timer = setTimeout(() => void run(entry), soon ? 0 : Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, entry.cost * 2)));
  }

  function isUpToDate({ document, analysed, with: decided }: Entry): boolean {
    return analysed?.version === document.version && decided === marks.decisions(document);
  }

  async function run(entry: Entry): Promise<void> {
    const { document } = entry;
    const version = document.version;
    entry.running = version;
    const decisions = (entry.decided = marks.decisions(document));
    const wanted = () =>
      entries.get(document.uri.toString()) === entry &&
      document.version === version &&
      entry.decided === decisions &&
      !document.isClosed;
    try {
      const analyzer = (entry.analyzer ??= await createAnalyzer());
      if (!wanted()) return;
      const text = document.getText();
      if (text.length > LONG && !entry.analysed) {
        const part = visibleSpan(document, text);
        const read = part && (await inSlices(analyzer.steps(text.slice(part.start, part.end)), wanted));
        if (!wanted()) return;
        entry.part = read ? { version, article: read.article, start: part.start } : undefined;
        analyzed.fire(document);
      }
      const result = await inSlices(analyzer.steps(text, { decisions }), wanted);
      if (!result || !wanted()) return;
      entry.cost = result.cost;
      entry.analysed = { version, article: result.article };
      entry.with = decisions;
      entry.part = undefined;
      analyzed.fire(document);
    } catch (error) {
      entry.failed = version;
      // The analysis does not fail by design; if it does, the old result stays and the log says why.
      log.error('The analysis failed.', error instanceof Error ? error : String(error));
      analyzed.fire(document);
    } finally {
      if (entry.running === version && entry.decided === decisions) entry.running = undefined;
    }
  }

  const showVisible = () => vscode.window.visibleTextEditors.forEach(({ document }) => schedule(document, true));
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(showVisible),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (entries.has(document.uri.toString()) || isVisible(document)) schedule(document, false);
    }),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidOpenTextDocument((document) => isVisible(document) && schedule(document, true)),
    files.onDidChange(() => {
      for (const { document } of [...entries.values()]) schedule(document, true);
      showVisible();
    }),
    marks.onDidChange((document) => entries.has(document.uri.toString()) && schedule(document, true)),
  );
  showVisible();

  return {
    current: (document) => {
      const entry = entries.get(document.uri.toString());
      return entry?.document === document ? entry.analysed : undefined;
    },
    visiblePart: (document) => {
      const entry = entries.get(document.uri.toString());
      return entry?.document === document ? entry.part : undefined;
    },
    async upToDate(document, token) {
      if (document.isClosed) return undefined;
      // An answer without what a person decided would be wrong, however soon it came.
      if (files.isOn(document)) await marks.ready(document);
      const { version } = document;
      const now = () => {
        const entry = entries.get(document.uri.toString());
        return entry?.document === document && document.version === version && isUpToDate(entry)
          ? entry.analysed?.article
          : undefined;
      };
      const known = now();
      // Nothing is ever announced of a document that was closed meanwhile.
      if (known || document.isClosed || !files.isOn(document)) return known;
      return new Promise((resolve) => {
        const settle = (article: Article | undefined) => {
          waiting.dispose();
          resolve(article);
        };
        const waiting = vscode.Disposable.from(
          analyzed.event((other) => {
            const entry = entries.get(document.uri.toString());
            if (other === document && (now() || !entry || entry.failed === version)) settle(now());
          }),
          vscode.workspace.onDidChangeTextDocument((change) => {
            if (change.document === document && document.version !== version) settle(undefined);
          }),
          ...(token ? [token.onCancellationRequested(() => settle(undefined))] : []),
        );
        schedule(document, true);
      });
    },
    onDidAnalyze: analyzed.event,
    dispose() {
      subscriptions.dispose();
      for (const { timer } of entries.values()) clearTimeout(timer);
      entries.clear();
      analyzed.dispose();
    },
  };
}

interface Entry {
  readonly document: vscode.TextDocument;
  analyzer?: Analyzer;
  analysed?: Analysed;
  /** The decisions that `analysed` was made with, and those that the newest run is made with. */
  with?: Decisions;
  decided?: Decisions;
  part?: VisiblePart | undefined;
  /** A version whose analysis went wrong. */
  failed?: number;
  /** The version that is being analysed. */
  running?: number | undefined;
  timer?: ReturnType<typeof setTimeout>;
  /** Milliseconds of work that the last analysis took. */
  cost: number;
}

/** UTF-16 units from which on a first look at the visible part is worth its work. */
const LONG = 150_000;
/** Of the visible part at most this much is read: a line may be as long as the file. */
const LONGEST_PART = 40_000;
const SHORTEST_WAIT = 50;
const LONGEST_WAIT = 500;
/** Milliseconds of work after which the extension host gets to do other things. */
const SLICE = 8;

/** Runs an analysis without blocking the host; null when it was not wanted any more. */
async function inSlices(
  steps: Generator<void, Article>,
  wanted: () => boolean,
): Promise<{ readonly article: Article; readonly cost: number } | null> {
  let cost = 0;
  for (;;) {
    const began = performance.now();
    do {
      const step = steps.next();
      if (step.done) return { article: step.value, cost: cost + performance.now() - began };
    } while (performance.now() - began < SLICE);
    cost += performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) {
      steps.return(undefined as never);
      return null;
    }
  }
}

/** What an editor shows of the document, with some lines around it. */
function visibleSpan(document: vscode.TextDocument, text: string): { readonly start: number; readonly end: number } | null {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.visibleRanges[0];
  if (!visible) return null;
  const start = document.offsetAt(new vscode.Position(Math.max(0, visible.start.line - LINES_AROUND), 0));
  const end = document.offsetAt(new vscode.Position(Math.min(document.lineCount - 1, visible.end.line + LINES_AROUND), 0));
  return { start, end: Math.min(text.length, start + LONGEST_PART, Math.max(end, document.offsetAt(visible.end))) };
}

const LINES_AROUND = 30;

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}
