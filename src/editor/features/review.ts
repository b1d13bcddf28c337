import * as vscode from 'vscode';
import {
  type Article,
  type Mark,
  type PlacedMark,
  type Quote,
  type QuotesRow,
  type ReviewDecision,
  sourceOf,
  type Verdict,
} from '../../core/index.ts';
import { type ChosenQuote, chosenQuote, quoteNow } from '../chosenQuote.ts';
import { SHOW_SPANS, toRange } from '../convert.ts';
import { reviewOn, verdictName } from '../markWords.ts';
import type { Services } from '../services.ts';
import { counted } from '../wording.ts';
import { inform } from '../messages.ts';

/** The review of quotes: one key for each verdict, which leads to the next quote that is not checked, one for source and note. */
export function registerReview(services: Services): vscode.Disposable {
  const { active, documents, marks } = services;
  async function chosen(row?: QuotesRow): Promise<Chosen | undefined> {
    const own = await chosenQuote(services, row);
    return own && { ...own, known: reviewOn(own.quote, marks.list(own.editor.document)).own };
  }

  async function give(verdict: Verdict, row?: QuotesRow): Promise<void> {
    const own = await chosen(row);
    if (!own) return;
    const { document } = own.editor;
    const label = vscode.l10n.t('Quote {0}', verdictName(verdict));
    if (verdict === 'unchecked') {
      if (own.known) await takeBack(own, own.known.mark, label);
    } else await put(own, label, { ...decisionOf(own.known), verdict, checked: wordsOf(document, own.quote) });
    const open = unchecked(own.article, marks.list(document));
    // From a row of the view nobody wants to be taken away from that row.
    if (row || verdict === 'unchecked') return say(counted(open.length, ...uncheckedWords(label, open.length)));
    const next = open.find(({ content }) => content[0]!.start > own.quote.content[0]!.start) ?? open[0];
    if (!next) return say(vscode.l10n.t('{0}. Every quote of this article is checked.', label));
    await show(document, next);
    say(vscode.l10n.t('{0}. {1}', label, placeWords(own.article, next, open.length)));
  }

  async function show(document: vscode.TextDocument, quote: Quote): Promise<void> {
    await vscode.commands.executeCommand(SHOW_SPANS, document.uri, quote.content, false);
  }

  function put({ editor: { document }, quote, known }: Chosen, label: string, decision: ReviewDecision): Promise<unknown> {
    return known
      ? marks.update(document, label, known.mark, decision, quote.content)
      : marks.add(document, label, decision, quote.content);
  }

  /** Source and note are not taken back with the verdict. */
  async function takeBack({ editor: { document }, quote, known }: Chosen, mark: Mark, label: string): Promise<void> {
    const decision = decisionOf(known);
    const { source, timestamp, translatedFrom, note } = decision;
    const bare = [source, timestamp, translatedFrom, note].every((part) => part === null);
    if (bare) await marks.remove(document, label, [mark.id]);
    else await marks.update(document, label, mark, { ...decision, verdict: 'unchecked', checked: null }, quote.content);
  }

  async function goToNext(): Promise<void> {
    const editor = active.editor;
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    await marks.ready(editor.document);
    const open = unchecked(article, marks.list(editor.document));
    const at = editor.document.offsetAt(editor.selection.active);
    const next = open.find(({ content }) => content[0]!.start > at) ?? open[0];
    if (!next) {
      void inform(vscode.l10n.t('Every quote of this article is checked.'));
      return;
    }
    await show(editor.document, next);
    say(placeWords(article, next, open.length));
  }

  async function details(row?: QuotesRow): Promise<void> {
    const own = await chosen(row);
    if (!own) return;
    const before = decisionOf(own.known);
    const source = await ask(vscode.l10n.t('Source: an https address or a file of this workspace'), before.source, (value) =>
      value.trim() === '' || sourceOf(value)
        ? null
        : vscode.l10n.t('Write an address that begins with https://, or a path inside the workspace.'),
    );
    if (source === undefined) return;
    const timestamp = await ask(vscode.l10n.t('Where in the source, for example 00:12:31'), before.timestamp);
    if (timestamp === undefined) return;
    const translatedFrom = await ask(
      vscode.l10n.t('Language of the original if this is a translation, for example tr'),
      before.translatedFrom,
    );
    if (translatedFrom === undefined) return;
    const note = await ask(vscode.l10n.t('Note'), before.note);
    if (note === undefined) return;
    const now = await quoteNow(services, own);
    if (!now) return;
    const { document } = now.editor;
    const label = vscode.l10n.t('Source and note');
    // A verdict that was given while the questions were open stands, and a source makes no verdict on other words.
    const { own: known } = reviewOn(now.quote, marks.list(document));
    const decision = { ...decisionOf(known), source, timestamp, translatedFrom, note };
    if (known) await marks.update(document, label, known.mark, decision);
    else await marks.add(document, label, decision, now.quote.content);
  }

  const verdicts: readonly (readonly [string, Verdict])[] = [
    ['copydesk.verified', 'verified'],
    ['copydesk.disputed', 'disputed'],
    ['copydesk.needsSource', 'needs-source'],
    ['copydesk.unchecked', 'unchecked'],
  ];
  return vscode.Disposable.from(
    ...verdicts.map(([command, verdict]) => vscode.commands.registerCommand(command, (row?: QuotesRow) => give(verdict, row))),
    vscode.commands.registerCommand('copydesk.nextUnchecked', goToNext),
    vscode.commands.registerCommand('copydesk.reviewDetails', details),
  );
}

interface Chosen extends ChosenQuote {
  readonly known: PlacedMark | null;
}

function say(words: string): void {
  vscode.window.setStatusBarMessage(words, 6_000);
}

function uncheckedWords(label: string, count: number): [string, string] {
  return [vscode.l10n.t('{0}, {1} quote unchecked', label, count), vscode.l10n.t('{0}, {1} quotes unchecked', label, count)];
}

function placeWords(article: Article, quote: Quote, open: number): string {
  const speaker = quote.speaker ?? vscode.l10n.t('speaker not known');
  const number = article.quotes.indexOf(quote) + 1;
  return vscode.l10n.t('Quote {0} of {1}, {2}: {3} unchecked', number, article.quotes.length, speaker, open);
}

/** Quotes to look at, in their order: those without a verdict, and those whose words changed since. */
function unchecked(article: Article, placed: readonly PlacedMark[]): readonly Quote[] {
  return article.quotes.filter((quote) => {
    const { state } = reviewOn(quote, placed);
    return state === 'unchecked' || state === 'changed';
  });
}

function decisionOf(known: PlacedMark | null): ReviewDecision {
  if (known?.mark.decision.kind === 'review') return known.mark.decision;
  return { kind: 'review', verdict: 'unchecked', checked: null, source: null, timestamp: null, translatedFrom: null, note: null };
}

function wordsOf(document: vscode.TextDocument, quote: Quote): readonly string[] {
  return quote.content.map((span) => document.getText(toRange(document, span)).replace(/\r\n?/g, '\n'));
}

/** Undefined when the person gave up; null for nothing. */
async function ask(
  prompt: string,
  value: string | null,
  validateInput?: (value: string) => string | null,
): Promise<string | null | undefined> {
  const answer = await vscode.window.showInputBox({
    prompt,
    value: value ?? '',
    ignoreFocusOut: true,
    ...(validateInput ? { validateInput } : {}),
  });
  return answer === undefined ? undefined : answer.trim() || null;
}
