import * as vscode from 'vscode';
import type { Span } from '../../core/index.ts';
import { REVEAL, SHOW_SPANS, toRange } from '../convert.ts';

/** Jumps of cards and views: the cursor goes to the first span, and all spans are marked until it moves on. */
export function registerReveal(): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
    outlineColor: new vscode.ThemeColor('contrastActiveBorder'),
    outlineWidth: '1px',
    outlineStyle: 'dotted',
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  let marked: { readonly editor: vscode.TextEditor; readonly at: vscode.Position } | null = null;

  function unmark(): void {
    marked?.editor.setDecorations(mark, []);
    marked = null;
  }

  async function reveal(uri: vscode.Uri, spans: readonly Span[], preserveFocus: boolean): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, {
      preserveFocus,
      preview: false,
      ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}),
    });
    const ranges = spans.map((span) => toRange(document, span));
    const first = ranges[0];
    if (!first) return;
    unmark();
    editor.selection = new vscode.Selection(first.start, first.start);
    editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(mark, ranges);
    marked = { editor, at: first.start };
  }

  return vscode.Disposable.from(
    mark,
    // Links in cards: only numbers and a URI, whatever stands in the article.
    vscode.commands.registerCommand(REVEAL, (uri: unknown, start: unknown, end: unknown) => {
      if (typeof uri !== 'string' || typeof start !== 'number' || typeof end !== 'number') return;
      return reveal(vscode.Uri.parse(uri), [{ start, end }], false);
    }),
    vscode.commands.registerCommand(SHOW_SPANS, (uri: vscode.Uri, spans: readonly Span[], preserveFocus: boolean = true) =>
      reveal(uri, spans, preserveFocus),
    ),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (marked?.editor === textEditor && !selections[0]?.active.isEqual(marked.at)) unmark();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && marked?.editor.document === document) unmark();
    }),
  );
}
