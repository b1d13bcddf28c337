import * as vscode from 'vscode';
import {
  type Quote,
  quoteLabel,
  type QuoteFilter,
  type QuoteOrder,
  type QuoteRow,
  quotesView,
  type QuotesRow,
  type QuoteType,
  type SpeakerKind,
} from '../../core/index.ts';
import { reviewOn, type ReviewState, verdictName } from '../markWords.ts';
import { reviewMarkdown } from '../reviewCard.ts';
import type { Services } from '../services.ts';
import { createTree } from '../tree.ts';
import { counted, quotesCounted, quoteTypeName } from '../wording.ts';

/** The view Quotes: who says what, by speaker, by party or in the article's order. */
export function registerQuotesTree(services: Services): vscode.Disposable {
  const { documents, marks, focus } = services;
  let order: QuoteOrder = 'speaker';
  let types: QuoteFilter['types'] = ALL_TYPES;

  const tree = createTree<QuotesRow>(services, {
    view: 'copydesk.quotes',
    rows: (document) => quotesView(documents.current(document)!.article, order, { types, only: focus.of(document) }),
    limited: (name, rows) =>
      rows.length > 0 ? vscode.l10n.t('Only quotes of {0} are listed.', name) : vscode.l10n.t('No quote of {0} to list.', name),
    item: (row) => (row.kind === 'quote' ? reviewed(quoteItem(row, order), row) : groupItem(row)),
    isOpen: () => true,
    description(document, rows) {
      const { quotes } = documents.current(document)!.article;
      const listed = rows.flatMap((row) => (row.kind === 'quote' ? [row] : row.rows));
      const open = listed.filter(({ quote }) => quote.speaker === null).length;
      if (quotes.length === 0) return undefined;
      const count =
        listed.length === quotes.length
          ? quotesCounted(quotes.length)
          : counted(
              quotes.length,
              vscode.l10n.t('{0} of {1} quote', listed.length, quotes.length),
              vscode.l10n.t('{0} of {1} quotes', listed.length, quotes.length),
            );
      return open === 0 ? count : vscode.l10n.t('{0}, {1} without speaker', count, open);
    },
  });

  /** What its review says goes into the row, its sound and its tooltip. */
  function reviewed(item: vscode.TreeItem, row: QuoteRow): vscode.TreeItem {
    const { document } = tree;
    const { own, state } = document ? reviewOn(row.quote, marks.list(document)) : NOT_REVIEWED;
    item.accessibilityInformation = { label: spoken(row, verdictName(state)) };
    if (!document || !own) return item;
    item.tooltip = reviewMarkdown(own, document.uri).appendMarkdown('\n\n---\n\n').appendText(row.text);
    if (state === 'unchecked') return item;
    item.description = [item.description, verdictName(state)].filter(Boolean).join(', ');
    item.iconPath = new vscode.ThemeIcon(VERDICT_ICONS[state]);
    return item;
  }

  function setOrder(next: QuoteOrder): void {
    order = next;
    void vscode.commands.executeCommand('setContext', 'copydesk.quoteOrder', order);
    tree.refresh();
  }

  async function filter(): Promise<void> {
    const items = ALL_TYPES.map((type) => ({ label: quoteTypeName(type), type, picked: types.includes(type) }));
    const picked = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title: vscode.l10n.t('Which quotes are listed?'),
    });
    if (!picked) return;
    types = picked.map(({ type }) => type);
    tree.refresh();
  }

  setOrder(order);
  return vscode.Disposable.from(
    tree,
    vscode.commands.registerCommand('copydesk.quotes.bySpeaker', () => setOrder('speaker')),
    vscode.commands.registerCommand('copydesk.quotes.byParty', () => setOrder('party')),
    vscode.commands.registerCommand('copydesk.quotes.inOrder', () => setOrder('position')),
    vscode.commands.registerCommand('copydesk.quotes.filter', filter),
  );
}

const ALL_TYPES: QuoteFilter['types'] = ['direct', 'mixed', 'indirect'];

const ICONS: Readonly<Record<QuoteType, string>> = { direct: 'quote', mixed: 'quote', indirect: 'comment' };

function quoteItem(row: QuoteRow, order: QuoteOrder): vscode.TreeItem {
  const { quote } = row;
  const speaker = speakerOf(quote);
  const item = new vscode.TreeItem(quoteLabel(row));
  // Under a speaker's own row the name would only be said twice; what stays open is said everywhere.
  const open = quote.candidates.length > 0 ? quote.candidates.join(' / ') : speaker;
  item.description =
    quote.speaker === null
      ? order === 'speaker' && quote.candidates.length === 0
        ? ''
        : open
      : order === 'speaker'
        ? ''
        : quote.speaker;
  item.iconPath = quote.speaker
    ? new vscode.ThemeIcon(ICONS[quote.type])
    : new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = `${speaker}: ${row.text}`;
  item.contextValue = 'quote';
  return item;
}

function speakerOf({ speaker }: Quote): string {
  return speaker ?? vscode.l10n.t('speaker not known');
}

/** The row as a screen reader says it. */
function spoken({ quote, number, of, text }: QuoteRow, review: string): string {
  const type = quoteTypeName(quote.type);
  return quote.speaker === null
    ? vscode.l10n.t('Quote {0} of {1}, {2}, {3}, speaker not known: {4}', number, of, type, review, text)
    : vscode.l10n.t('Quote {0} of {1}, {2}, {3}, speaker {4}: {5}', number, of, type, review, quote.speaker, text);
}

const NOT_REVIEWED = { own: null, state: 'unchecked' } as const;

const VERDICT_ICONS: Readonly<Record<Exclude<ReviewState, 'unchecked'>, string>> = {
  verified: 'pass',
  disputed: 'error',
  'needs-source': 'link',
  changed: 'history',
};

const SPEAKER_ICONS: Readonly<Record<SpeakerKind, string>> = {
  person: 'person',
  institution: 'library',
  party: 'globe',
  description: 'account',
};

function iconOf(row: Exclude<QuotesRow, { kind: 'quote' }>): string {
  if (row.name === null) return 'question';
  return row.kind === 'party' ? 'globe' : SPEAKER_ICONS[row.rows[0]?.quote.speakerKind ?? 'description'];
}

function groupItem(row: Exclude<QuotesRow, { kind: 'quote' }>): vscode.TreeItem {
  const unknown = row.kind === 'speaker' ? vscode.l10n.t('Speaker not known') : vscode.l10n.t('No party given');
  const item = new vscode.TreeItem(row.name ?? unknown);
  const count = row.rows.length;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(iconOf(row));
  item.contextValue = row.name === null ? 'unknown' : 'focusable';
  item.accessibilityInformation = {
    label: `${row.name ?? unknown}, ${counted(count, vscode.l10n.t('{0} quote', count), vscode.l10n.t('{0} quotes', count))}`,
  };
  return item;
}
