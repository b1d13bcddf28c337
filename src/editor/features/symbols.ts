import * as vscode from 'vscode';
import { type Article, outlineView, type OutlineRow, type Span } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import { outlineWords } from '../rows.ts';
import type { Services } from '../services.ts';

/** The editor's own Outline, breadcrumbs and Go to Symbol: the article's crossheads, meetings, people, institutions and quotes. */
export function registerSymbols({ documents, files }: Services): vscode.Disposable {
  return registerForArticles(files, (selector) =>
    vscode.languages.registerDocumentSymbolProvider(
      selector,
      {
        async provideDocumentSymbols(document, token) {
          const article = await documents.upToDate(document, token);
          return article ? symbolsOf(document, article) : [];
        },
      },
      { label: 'Copydesk' },
    ),
  );
}

function symbolsOf(document: vscode.TextDocument, article: Article): vscode.DocumentSymbol[] {
  return outlineView(article).flatMap((section) => section.rows.flatMap((row) => symbols(document, row)));
}

/** A row without evidence of its own is left out, and its children stand in its place. */
function symbols(document: vscode.TextDocument, row: OutlineRow): vscode.DocumentSymbol[] {
  const children = row.rows.flatMap((child) => symbols(document, child));
  const first = row.spans[0];
  const kind = KINDS[row.kind];
  if (!first || kind === null) return children;
  const { label, description } = outlineWords(row);
  const selection = toRange(document, first);
  // VS Code wants a parent's range to hold its children's, and throws when the selection does not lie inside the range.
  const range = children.reduce((all, child) => all.union(child.range), toRange(document, extent(row.spans)));
  const symbol = new vscode.DocumentSymbol(label || ' ', description, kind, range, selection);
  symbol.children = children;
  return [symbol];
}

const KINDS: Readonly<Record<OutlineRow['kind'], vscode.SymbolKind | null>> = {
  section: null,
  meeting: vscode.SymbolKind.Event,
  party: vscode.SymbolKind.Namespace,
  delegate: vscode.SymbolKind.Object,
  agenda: vscode.SymbolKind.Array,
  topic: vscode.SymbolKind.String,
  side: null,
  person: vscode.SymbolKind.Class,
  role: vscode.SymbolKind.Property,
  institution: vscode.SymbolKind.Interface,
  event: vscode.SymbolKind.Constant,
};

function extent(spans: readonly Span[]): Span {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { start, end };
}
