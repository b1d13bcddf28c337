import * as vscode from 'vscode';
import { checkedWords, type PlacedMark } from '../../core/index.ts';
import { toRange, toSpan } from '../convert.ts';
import { decisionWords } from '../markWords.ts';
import type { Services } from '../services.ts';
import { inform } from '../messages.ts';

/** All marks of the article with their state. A mark without a place shows its best guess, and is put there only by a person. */
export function registerMarksList({ active, marks }: Services): vscode.Disposable {
  async function show(): Promise<void> {
    const editor = active.editor;
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
    const { id, targets } = own.mark;
    // Of a mark on several pieces the first that is gone; the others stay where they are.
    const missing = own.spans.indexOf(null);
    const guess = missing < 0 ? null : marks.guess(document, id, missing);
    const target = missing < 0 ? own.spans[0] : guess;
    if (target) {
      const range = toRange(document, target);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    const here = vscode.l10n.t('Place it on the selection');
    const gone = vscode.l10n.t('Delete the mark');
    if (missing < 0) {
      const choice = await inform(decisionWords(own.mark.decision), gone);
      if (choice === gone) await marks.remove(document, gone, [id]);
      return;
    }
    const words = targets[missing]?.selector.exact ?? '';
    const sentence = guess
      ? vscode.l10n.t('The best guess for “{0}” is selected.', words)
      : vscode.l10n.t('“{0}” is nowhere in the article. Select where it belongs.', words);
    const choice = await inform(sentence, here, gone);
    if (choice === gone) await marks.remove(document, gone, [id]);
    if (choice !== here || editor.selection.isEmpty) return;
    // A message may stand for long; the mark is taken as it is now.
    const now = marks.list(document).find(({ mark }) => mark.id === id);
    if (now?.spans[missing] !== null) return;
    const place = toSpan(document, editor.selection);
    const spans = now.mark.targets.map(({ role }, index) => {
      const span = index === missing ? place : (now.spans[index] ?? null);
      return span && { ...span, role };
    });
    const { decision } = now.mark;
    // Placing says nothing about the words: a tick stays with the words it was given for.
    const kept = decision.kind === 'review' ? { ...decision, checked: checkedWords(now.mark, decision) } : decision;
    await marks.update(document, here, now.mark, kept, spans);
  }

  async function choose(): Promise<void> {
    const document = active.document;
    if (!document) return;
    await marks.ready(document);
    const open = marks.conflicts(document);
    if (open.length === 0) void inform(vscode.l10n.t('No mark of this article has two versions.'));
    for (const id of open) {
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
