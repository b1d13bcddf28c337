import * as vscode from 'vscode';
import { type Article, outlineView, type OutlineRow, type Quote, quoteText, shorten, type Span } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import { outlineWords } from '../rows.ts';
import type { Services } from '../services.ts';

/** The editor's own Outline, breadcrumbs and Go to Symbol: the article's parts with their quotes; its meetings, people and institutions. */
export function registerSymbols({ documents, marks, files }: Services): vscode.Disposable {
  return registerForArticles(files, registerProvider, marks.onDidChange);

  /** VS Code asks a provider again only when the text has changed, so that a correction needs a new one. */
  function registerProvider(selector: vscode.DocumentSelector): vscode.Disposable {
    return vscode.languages.registerDocumentSymbolProvider(
      selector,
      {
        async provideDocumentSymbols(document, token) {
          const article = await documents.upToDate(document, token);
          if (!article) return [];
          const found = outlineView(article).flatMap((section) => (section.section === 'timeline' ? [] : section.rows));
          return [...parts(document, article), ...found.flatMap((row) => symbols(document, row))];
        },
      },
      { label: 'Copydesk' },
    );
  }
}

/** Headline and crossheads, each with what stands under it up to the next one, and the quotes therein. */
function parts(document: vscode.TextDocument, article: Article): vscode.DocumentSymbol[] {
  const front = article.structure.find(({ kind }) => kind === 'frontmatter')?.end ?? 0;
  const heads = article.structure.filter(({ kind, start }) => (kind === 'headline' || kind === 'crosshead') && start >= front);
  const symbols = heads.map((head, index) => {
    const end = Math.max(head.end, heads[index + 1]?.start ?? article.text.length);
    const name = shorten(article.text.slice(head.start, head.end), LONGEST) || ' ';
    const range = toRange(document, { start: head.start, end });
    return new vscode.DocumentSymbol(name, '', vscode.SymbolKind.String, range, toRange(document, head));
  });
  const loose: vscode.DocumentSymbol[] = [];
  let under = -1;
  for (const { quote, at } of startsOf(article)) {
    while (under + 1 < heads.length && heads[under + 1]!.start <= at) under++;
    const symbol = quoteSymbol(document, article, quote);
    const parent = symbols[under];
    if (!parent) loose.push(symbol);
    else {
      parent.children.push(symbol);
      parent.range = covering(parent.range, [symbol]);
    }
  }
  return [...loose, ...symbols];
}

/** The quotes by where they start. */
function startsOf(article: Article): readonly { readonly quote: Quote; readonly at: number }[] {
  const starts = article.quotes.flatMap((quote) => (quote.content[0] ? [{ quote, at: quote.content[0].start }] : []));
  return starts.sort((a, b) => a.at - b.at);
}

function quoteSymbol(document: vscode.TextDocument, article: Article, quote: Quote): vscode.DocumentSymbol {
  const name = shorten(quoteText(article, quote), LONGEST) || ' ';
  const first = quote.content[0]!;
  const whole = { start: first.start, end: quote.content.at(-1)!.end };
  return new vscode.DocumentSymbol(
    name,
    quote.speaker ?? vscode.l10n.t('speaker not known'),
    vscode.SymbolKind.Field,
    toRange(document, whole),
    toRange(document, first),
  );
}

const LONGEST = 80;

/** A row without evidence of its own is left out, and its children stand in its place. */
function symbols(document: vscode.TextDocument, row: OutlineRow): vscode.DocumentSymbol[] {
  const children = row.rows.flatMap((child) => symbols(document, child));
  const first: Span | undefined = row.spans[0];
  const kind = KINDS[row.kind];
  if (!first || kind === null) return children;
  const { label, description } = symbolWords(row);
  const selection = toRange(document, first);
  const symbol = new vscode.DocumentSymbol(label || ' ', description, kind, covering(selection, children), selection);
  symbol.children = children;
  return [symbol];
}

/** Go to Symbol shows no descriptions, so that a delegate without a name goes by the post. */
function symbolWords(row: OutlineRow): { readonly label: string; readonly description: string } {
  if (row.kind !== 'delegate' || row.delegate.person !== null) return outlineWords(row);
  return { label: vscode.l10n.t('{0} (not named)', row.delegate.post), description: row.delegate.party };
}

/** VS Code wants a parent's range to hold its children's, and throws when the selection does not lie inside the range. */
function covering(own: vscode.Range, children: readonly vscode.DocumentSymbol[]): vscode.Range {
  return children.reduce((all, child) => all.union(child.range), own);
}

const KINDS: Readonly<Record<OutlineRow['kind'], vscode.SymbolKind | null>> = {
  section: null,
  meeting: vscode.SymbolKind.Event,
  count: null,
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
