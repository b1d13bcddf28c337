import * as vscode from 'vscode';
import { checkedWords, compareWithSource, type Meaning, type QuotesRow, whatChanged } from '../../core/index.ts';
import { type ChosenQuote, chosenQuote, quoteNow } from '../chosenQuote.ts';
import { SHOW_SPANS, toRange } from '../convert.ts';
import { reviewOn } from '../markWords.ts';
import { sourceFile } from '../reviewCard.ts';
import type { Services } from '../services.ts';
import { inform, warn } from '../messages.ts';

const SCHEME = 'copydesk.compare';
const VERDICTS: ReadonlySet<string> = new Set(['copydesk.verified', 'copydesk.disputed', 'copydesk.needsSource']);

interface Compared extends ChosenQuote {
  readonly document: vscode.TextDocument;
  readonly words: string;
}

/** A quote against its transcript or readout, or against the words that were checked, in the built-in diff editor. */
export function registerCompare(services: Services): vscode.Disposable {
  const { marks } = services;
  const texts = new Map<string, string>();
  /** Which quote a diff is about, so that its verdict can be given there. */
  const compared = new Map<string, Compared>();
  let number = 0;

  async function show(own: Compared, left: string, right: string, title: string): Promise<void> {
    number++;
    const uri = (side: string) => vscode.Uri.from({ scheme: SCHEME, path: `/${number}/${side}.txt` });
    for (const [side, text] of [
      ['left', left],
      ['right', right],
    ] as const) {
      texts.set(uri(side).path, text);
      compared.set(uri(side).path, own);
    }
    await vscode.commands.executeCommand('vscode.diff', uri('left'), uri('right'), title);
  }

  async function chosen(row?: QuotesRow): Promise<Compared | undefined> {
    const own = await chosenQuote(services, row);
    if (!own) return undefined;
    const { document } = own.editor;
    const words = own.quote.content.map((span) => document.getText(toRange(document, span))).join(' ');
    return { ...own, document, words };
  }

  /** The keys of the verdicts work in the diff as well: the article is shown again, and its quote gets the verdict. */
  async function giveVerdict(command: unknown): Promise<void> {
    const own = compared.get(vscode.window.activeTextEditor?.document.uri.path ?? '');
    if (!own || typeof command !== 'string' || !VERDICTS.has(command)) return;
    const now = await quoteNow(services, own);
    if (!now) return;
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand(SHOW_SPANS, own.document.uri, now.quote.content, false);
    await vscode.commands.executeCommand(command);
  }

  async function withSource(row?: QuotesRow): Promise<void> {
    const own = await chosen(row);
    const source = own && (await pickSource(sourceOfReview(own)));
    if (!source) return;
    const proofs = compareWithSource(own.words, source);
    const found = proofs.filter((proof) => proof.source !== null);
    if (found.length === 0) {
      void warn(vscode.l10n.t('The source has no sentence like this quote.'));
      return;
    }
    await show(
      own,
      found.map((proof) => proof.source).join('\n'),
      proofs.map((proof) => proof.quote).join('\n'),
      vscode.l10n.t('Source ↔ quote'),
    );
    const lost = found.flatMap(({ change }) => (change ? all(change.lost) : []));
    const gained = found.flatMap(({ change }) => (change ? all(change.gained) : []));
    say(lost, gained, proofs.length - found.length);
  }

  async function sinceChecked(row?: QuotesRow): Promise<void> {
    const own = await chosen(row);
    if (!own) return;
    const { own: review, state } = reviewOn(own.quote, marks.list(own.document));
    if (review?.mark.decision.kind !== 'review' || state !== 'changed') {
      void inform(vscode.l10n.t('This quote has not changed since it was checked.'));
      return;
    }
    const then = checkedWords(review.mark, review.mark.decision).join(' ');
    await show(own, then, own.words, vscode.l10n.t('When checked ↔ now'));
    const change = whatChanged(then, own.words);
    say(all(change.lost), all(change.gained), 0);
  }

  /** The workspace file that the quote's review names already. */
  function sourceOfReview({ document, quote }: Compared): vscode.Uri | null {
    const review = reviewOn(quote, marks.list(document)).own?.mark.decision;
    return review?.kind === 'review' && review.source !== null ? sourceFile(document.uri, review.source) : null;
  }

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme !== SCHEME) return;
      texts.delete(uri.path);
      compared.delete(uri.path);
    }),
    vscode.commands.registerCommand('copydesk.compareWithSource', withSource),
    vscode.commands.registerCommand('copydesk.showChange', sinceChecked),
    vscode.commands.registerCommand('copydesk.verdictOnCompared', giveVerdict),
  );
}

function all({ names, numbers, negations }: Meaning): readonly string[] {
  return [...negations, ...numbers, ...names];
}

/** Lost negations, numbers and names in words: a diff alone is easily overlooked. */
function say(lost: readonly string[], gained: readonly string[], missing: number): void {
  const parts = [
    lost.length > 0 ? vscode.l10n.t('Lost: {0}.', lost.join(', ')) : '',
    gained.length > 0 ? vscode.l10n.t('Put in: {0}.', gained.join(', ')) : '',
    missing > 0 ? vscode.l10n.t('Sentences the source does not have: {0}.', missing) : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) void warn(parts.join(' '));
  else void inform(vscode.l10n.t('No negation, number or name differs.'));
}

async function pickSource(known: vscode.Uri | null): Promise<string | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly read: () => Thenable<string | undefined> })[] = [
    ...(known ? [{ label: vscode.workspace.asRelativePath(known), read: () => textOf(known) }] : []),
    { label: vscode.l10n.t('The text on the clipboard'), read: () => vscode.env.clipboard.readText() },
    { label: vscode.l10n.t('A file …'), read: pickFile },
  ];
  const choice = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Where is the transcript or readout?') });
  return choice?.read();
}

async function pickFile(): Promise<string | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ canSelectMany: false })) ?? [];
  return uri && textOf(uri);
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    const name = vscode.workspace.asRelativePath(uri);
    void warn(vscode.l10n.t('{0} could not be read as text. Choose another file.', name));
    return undefined;
  }
}
