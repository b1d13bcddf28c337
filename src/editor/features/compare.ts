import * as vscode from 'vscode';
import { compareWithSource, type Meaning, quotesAt, type QuotesRow, whatChanged } from '../../core/index.ts';
import { activeArticle } from '../active.ts';
import { toRange } from '../convert.ts';
import { reviewOn } from '../markWords.ts';
import type { Services } from '../services.ts';

const SCHEME = 'copydesk-compare';

/** A quote against its transcript or readout, or against the words that were checked, in the built-in diff editor. */
export function registerCompare({ documents, marks, files }: Services): vscode.Disposable {
  const texts = new Map<string, string>();
  let number = 0;

  async function show(left: string, right: string, title: string): Promise<void> {
    number++;
    const uri = (side: string) => vscode.Uri.from({ scheme: SCHEME, path: `/${number}/${side}.txt` });
    texts.set(uri('left').path, left).set(uri('right').path, right);
    await vscode.commands.executeCommand('vscode.diff', uri('left'), uri('right'), title);
  }

  async function chosen(row?: QuotesRow) {
    const editor = activeArticle(files);
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return undefined;
    const index = row?.kind === 'quote' ? row.index : quotesAt(article, editor.document.offsetAt(editor.selection.active))[0];
    const quote = index === undefined ? undefined : article.quotes[index];
    if (!quote) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a quote, or select one in the view Quotes, and try again.'),
      );
      return undefined;
    }
    const words = quote.content.map((span) => editor.document.getText(toRange(editor.document, span))).join(' ');
    return { document: editor.document, quote, words };
  }

  async function withSource(row?: QuotesRow): Promise<void> {
    const own = await chosen(row);
    const source = own && (await pickSource());
    if (!source) return;
    const proofs = compareWithSource(own.words, source);
    const found = proofs.filter((proof) => proof.source !== null);
    if (found.length === 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The source has no sentence like this quote.'));
      return;
    }
    await show(
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
      void vscode.window.showInformationMessage(vscode.l10n.t('This quote has not changed since it was checked.'));
      return;
    }
    const then = (review.mark.decision.checked ?? review.mark.targets.map(({ selector }) => selector.exact)).join(' ');
    await show(then, own.words, vscode.l10n.t('When checked ↔ now'));
    const change = whatChanged(then, own.words);
    say(all(change.lost), all(change.gained), 0);
  }

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && texts.delete(uri.path)),
    vscode.commands.registerCommand('copydesk.compareWithSource', withSource),
    vscode.commands.registerCommand('copydesk.showChange', sinceChecked),
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
  if (parts.length > 0) void vscode.window.showWarningMessage(parts.join(' '));
  else void vscode.window.showInformationMessage(vscode.l10n.t('No negation, number or name differs.'));
}

async function pickSource(): Promise<string | undefined> {
  const pasted = { label: vscode.l10n.t('The text on the clipboard'), icon: 'clippy', from: 'clipboard' as const };
  const file = { label: vscode.l10n.t('A file …'), icon: 'file', from: 'file' as const };
  const choice = await vscode.window.showQuickPick([pasted, file], {
    placeHolder: vscode.l10n.t('Where is the transcript or readout?'),
  });
  if (!choice) return undefined;
  if (choice.from === 'clipboard') return vscode.env.clipboard.readText();
  const [uri] = (await vscode.window.showOpenDialog({ canSelectMany: false })) ?? [];
  return uri && (await vscode.workspace.openTextDocument(uri)).getText();
}
