import * as vscode from 'vscode';
import { HIGHLIGHT_KINDS, type HighlightKind, type Highlights, highlightsOf, type Span, within } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Services } from '../services.ts';

/**
 * Draws entities and quotes. VS Code moves what is drawn along with the text while someone types; it is replaced only when a new
 * analysis is there, so nothing flickers. Only what is near the visible lines is drawn.
 */
export function registerHighlights({ documents, files, settings, focus }: Services): vscode.Disposable {
  const types = new Map(HIGHLIGHT_KINDS.map((kind) => [kind, vscode.window.createTextEditorDecorationType(STYLES[kind])]));
  const drawn = new WeakMap<vscode.TextEditor, { readonly highlights: Highlights; readonly window: vscode.Range }>();
  let memory: { readonly article: object; readonly only: string | null; readonly highlights: Highlights } | null = null;

  function highlightsFor(document: vscode.TextDocument): Highlights | null {
    const part = documents.visiblePart(document);
    const analysed = part ?? documents.current(document);
    if (analysed?.version !== document.version) return null;
    const only = focus.of(document);
    if (memory?.article !== analysed.article || memory.only !== only)
      memory = { article: analysed.article, only, highlights: shifted(highlightsOf(analysed.article, only), part?.start ?? 0) };
    return memory.highlights;
  }

  function draw(editor: vscode.TextEditor, again: boolean): void {
    const { document } = editor;
    if (!files.isOn(document)) return clear(editor);
    const highlights = highlightsFor(document);
    if (!highlights) return;
    const visible = editor.visibleRanges.reduce<vscode.Range | undefined>((all, range) => all?.union(range) ?? range, undefined);
    if (!visible) return;
    const before = drawn.get(editor);
    if (!again && before?.highlights === highlights && before.window.contains(visible)) return;
    const window = document.validateRange(
      new vscode.Range(Math.max(0, visible.start.line - MARGIN), 0, visible.end.line + MARGIN, 0),
    );
    const end = document.lineAt(window.end.line).range.end;
    const span = { start: document.offsetAt(window.start), end: document.offsetAt(end) };
    for (const [kind, type] of types) {
      const spans = settings.value.highlight[kind] ? within(highlights[kind], span) : [];
      editor.setDecorations(
        type,
        spans.map((own) => toRange(document, own)),
      );
    }
    drawn.set(editor, { highlights, window: new vscode.Range(window.start, end) });
  }

  function clear(editor: vscode.TextEditor): void {
    if (!drawn.delete(editor)) return;
    for (const type of types.values()) editor.setDecorations(type, []);
  }

  const drawAll = (again: boolean) => vscode.window.visibleTextEditors.forEach((editor) => draw(editor, again));
  drawAll(true);
  return vscode.Disposable.from(
    ...types.values(),
    documents.onDidAnalyze((document) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor, true);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => drawAll(false)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => draw(textEditor, false)),
    settings.onDidChange(() => drawAll(true)),
    files.onDidChange(() => drawAll(true)),
    focus.onDidChange(() => drawAll(true)),
  );
}

function shifted(highlights: Highlights, by: number): Highlights {
  if (by === 0) return highlights;
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  return Object.fromEntries(HIGHLIGHT_KINDS.map((kind) => [kind, highlights[kind].map(move)])) as unknown as Highlights;
}

/** Lines drawn above and below the visible ones, so that scrolling shows no bare text. */
const MARGIN = 120;

/**
 * Kinds differ in the form of their line as well as in colour: people solid, organisations double, places dotted, groups dashed;
 * dates and money stand in boxes; quotes have a tint under the whole words, and a line of their own where no marks are printed.
 */
const STYLES: Readonly<Record<HighlightKind, vscode.DecorationRenderOptions>> = {
  person: line('person', 'solid', 2),
  organization: line('organization', 'double', 3),
  place: line('place', 'dotted', 2),
  group: line('group', 'dashed', 2),
  date: box('date', 'dotted'),
  money: box('money', 'solid'),
  directQuote: quote('directQuote', 'solid'),
  mixedQuote: quote('mixedQuote', 'dashed'),
  indirectQuote: quote('indirectQuote', 'dotted'),
  cue: { rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed, fontStyle: 'italic', fontWeight: 'bold' },
  source: {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    backgroundColor: new vscode.ThemeColor('copydesk.sourceBackground'),
  },
};

function line(name: string, style: string, width: number): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    borderColor: new vscode.ThemeColor(`copydesk.${name}`),
    borderStyle: style,
    borderWidth: `0 0 ${width}px 0`,
  };
}

function box(name: string, style: string): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    borderColor: new vscode.ThemeColor(`copydesk.${name}`),
    borderStyle: style,
    borderWidth: '1px',
    borderRadius: '3px',
  };
}

function quote(name: string, style: string): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    backgroundColor: new vscode.ThemeColor(`copydesk.${name}Background`),
    textDecoration: `underline ${style} 1px var(--vscode-copydesk-quoteLine); text-underline-offset: 3px`,
    overviewRulerColor: new vscode.ThemeColor('copydesk.quoteLine'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
}
