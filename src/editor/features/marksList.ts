import * as vscode from 'vscode';
import type { PlacedMark } from '../../core/index.ts';
import { activeArticle } from '../active.ts';
import { toRange } from '../convert.ts';
import { decisionWords } from '../markWords.ts';
import type { Services } from '../services.ts';
import { inform } from '../messages.ts';

/** All marks of the article with their state. A mark without a place shows its best guess, and is put there only by a person. */
export function registerMarksList({ marks, files }: Services): vscode.Disposable {
  async function show(): Promise<void> {
    const editor = activeArticle(files);
    if (!editor) return;
    const { document } = editor;
    await marks.ready(document);
    const items = [...marks.list(document)].sort(byState).map((own) => itemOf(own));
    if (items.length === 0) {
      void inform(vscode.l10n.t('This article has no marks yet.'));
      return;
    }
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Marks'), matchOnDetail: true });
    if (chosen) await act(editor, chosen.own);
  }

  async function act(editor: vscode.TextEditor, own: PlacedMark): Promise<void> {
    const { document } = editor;
    const [span] = own.spans;
    const guess = span ? null : marks.guess(document, own.mark.id);
    const target = span ?? guess;
    if (target) {
      const range = toRange(document, target);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    const here = vscode.l10n.t('Place it on the selection');
    const gone = vscode.l10n.t('Delete the mark');
    if (span) {
      const choice = await inform(decisionWords(own.mark.decision), gone);
      if (choice === gone) await marks.remove(document, gone, [own.mark.id]);
      return;
    }
    const sentence = guess
      ? vscode.l10n.t('The best guess for “{0}” is selected.', own.mark.targets[0]?.selector.exact ?? '')
      : vscode.l10n.t('“{0}” is nowhere in the article. Select where it belongs.', own.mark.targets[0]?.selector.exact ?? '');
    const choice = await inform(sentence, here, gone);
    if (choice === gone) await marks.remove(document, gone, [own.mark.id]);
    if (choice !== here || editor.selection.isEmpty) return;
    const place = { start: document.offsetAt(editor.selection.start), end: document.offsetAt(editor.selection.end) };
    const { decision } = own.mark;
    // Placing says nothing about the words: a tick stays with the words it was given for.
    const kept =
      decision.kind === 'review'
        ? { ...decision, checked: decision.checked ?? own.mark.targets.map(({ selector }) => selector.exact) }
        : decision;
    await marks.update(document, here, own.mark, kept, [place]);
  }

  async function choose(): Promise<void> {
    const document = activeArticle(files)?.document;
    if (!document) return;
    await marks.ready(document);
    for (const id of marks.conflicts(document)) {
      const versions = marks.list(document).filter(({ mark }) => mark.id === id);
      const items = versions.map((own) => ({
        ...itemOf(own),
        description: [own.mark.creator, own.mark.modified].filter(Boolean).join(', '),
      }));
      const words = versions[0]?.mark.targets[0]?.selector.exact ?? '';
      const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which one holds for “{0}”?', words) });
      if (!chosen) return;
      await marks.choose(document, chosen.own.mark);
    }
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.showMarks', show),
    vscode.commands.registerCommand('copydesk.chooseVersion', choose),
  );
}

function byState(a: PlacedMark, b: PlacedMark): number {
  const order = { unplaced: 0, changed: 1, found: 2 };
  return order[a.state] - order[b.state] || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0);
}

function itemOf(own: PlacedMark): vscode.QuickPickItem & { readonly own: PlacedMark } {
  const state = {
    found: '',
    changed: vscode.l10n.t('its words changed'),
    unplaced: vscode.l10n.t('its words are gone'),
  }[own.state];
  return { label: decisionWords(own.mark.decision), description: state, detail: own.mark.targets[0]?.selector.exact ?? '', own };
}
