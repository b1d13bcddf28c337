import * as vscode from 'vscode';
import type { Span } from '../core/index.ts';
import { SHOW_SPANS } from './convert.ts';
import type { Services } from './services.ts';

/** What a tree shows: rows with ids that stay the same between analyses, their evidence and their children. */
export interface TreeRow {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly rows: readonly TreeRow[];
}

export interface TreeOptions<R extends TreeRow> {
  readonly view: string;
  /** The rows for the article that is shown. */
  rows(document: vscode.TextDocument): readonly R[];
  /** A row's looks and words; id, state and the jump are the tree's own business. */
  item(row: R): vscode.TreeItem;
  isOpen(row: R): boolean;
  /** The line above the rows while highlights and quotes are limited to one name; it stands there also where no row is left. */
  limited(name: string, rows: readonly R[]): string;
  /** The line beside the view's title. */
  description?(document: vscode.TextDocument, rows: readonly R[]): string | undefined;
}

export interface Tree<R extends TreeRow> extends vscode.Disposable {
  refresh(): void;
  readonly view: vscode.TreeView<R>;
  /** The article that is shown. */
  readonly document: vscode.TextDocument | null;
}

/** A view of the article in the active editor that knows nothing of what it shows. */
export function createTree<R extends TreeRow>(
  { active, documents, files, settings, focus }: Services,
  options: TreeOptions<R>,
): Tree<R> {
  const changed = new vscode.EventEmitter<void>();
  const parents = new Map<R, R>();
  let shown: vscode.TextDocument | null = null;
  let rows: readonly R[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const provider: vscode.TreeDataProvider<R> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...((row ? row.rows : rows) as readonly R[])],
    getParent: (row) => parents.get(row),
    getTreeItem(row) {
      const item = options.item(row);
      // A row that had nothing below it counts as closed, and would stay so with the next article, were it the same row.
      item.id = row.rows.length === 0 ? `${row.id}/` : row.id;
      item.collapsibleState =
        row.rows.length === 0
          ? vscode.TreeItemCollapsibleState.None
          : options.isOpen(row)
            ? vscode.TreeItemCollapsibleState.Expanded
            : vscode.TreeItemCollapsibleState.Collapsed;
      if (shown && row.spans.length > 0)
        item.command = { command: SHOW_SPANS, title: vscode.l10n.t('Show in the Article'), arguments: [shown.uri, row.spans] };
      return item;
    },
  };
  const view = vscode.window.createTreeView(options.view, { treeDataProvider: provider, showCollapseAll: true });

  function refresh(): void {
    clearTimeout(timer);
    timer = undefined;
    shown = active.document;
    rows = shown && documents.current(shown) ? options.rows(shown) : [];
    parents.clear();
    const link = (parent: R) => {
      for (const row of parent.rows as readonly R[]) {
        parents.set(row, parent);
        link(row);
      }
    };
    rows.forEach(link);
    const name = shown && focus.of(shown);
    view.message = shown && name && documents.current(shown) ? options.limited(name, rows) : '';
    view.description = shown && documents.current(shown) ? (options.description?.(shown, rows) ?? '') : '';
    changed.fire();
  }

  /** While someone types, a view that is rebuilt at every pause is a nuisance. */
  function soon(): void {
    timer ??= setTimeout(refresh, 200);
  }

  function follow(editor: vscode.TextEditor): void {
    if (!settings.value.followCursor || !view.visible || editor.document !== shown) return;
    const row = rowAt(rows, editor.document.offsetAt(editor.selection.active));
    if (!row || view.selection[0]?.id === row.id) return;
    // The rows may be replaced while VS Code looks for this one; then the next move of the cursor finds it.
    view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
  }

  refresh();
  const subscriptions = vscode.Disposable.from(
    view,
    changed,
    documents.onDidAnalyze((document) => {
      if (document === shown || document === vscode.window.activeTextEditor?.document) soon();
    }),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidCloseTextDocument((document) => document === shown && soon()),
    files.onDidChange(soon),
    focus.onDidChange(soon),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Selections made by a row's own jump must not move the tree away from that row.
      if (kind !== undefined && kind !== vscode.TextEditorSelectionChangeKind.Command) follow(textEditor);
    }),
  );
  return {
    view,
    refresh,
    get document() {
      return shown;
    },
    dispose() {
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** The row whose evidence holds the offset most closely. */
function rowAt<R extends TreeRow>(rows: readonly R[], offset: number): R | null {
  let best: R | null = null;
  let length = Infinity;
  const look = (row: R) => {
    for (const { start, end } of row.spans)
      if (start <= offset && offset <= end && end - start < length) {
        best = row;
        length = end - start;
      }
    (row.rows as readonly R[]).forEach(look);
  };
  rows.forEach(look);
  return best;
}
