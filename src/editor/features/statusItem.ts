import * as vscode from 'vscode';
import { reviewOn } from '../markWords.ts';
import type { Services } from '../services.ts';
import { quotesCounted } from '../wording.ts';

/** One status bar item: what was found in the article that is shown, or why nothing is. */
export function registerStatusItem({ documents, marks, files }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Copydesk';

  function show(text: string, tooltip: string, command: string | undefined): void {
    item.text = `$(quote) ${text}`;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: `Copydesk: ${text}`, ...(command ? { role: 'button' } : {}) };
    item.show();
  }

  async function update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) {
      item.hide();
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      const size = await sizeOf(tab);
      if (size > LARGEST && !vscode.window.activeTextEditor && tab === vscode.window.tabGroups.activeTabGroup.activeTab)
        show(
          vscode.l10n.t('file too large'),
          vscode.l10n.t('VS Code gives files over 50 MB to no extension. Split the file to have it read.'),
          undefined,
        );
      return;
    }
    if (!files.isOn(document)) return item.hide();
    const analysed = documents.current(document);
    if (!analysed) return show(vscode.l10n.t('reading…'), vscode.l10n.t('Copydesk reads this article.'), 'copydesk.quotes.focus');
    const { quotes } = analysed.article;
    const open = quotes.filter(({ speaker }) => speaker === null).length;
    const placed = marks.list(document);
    const unchecked = quotes.filter((quote) => ['unchecked', 'changed'].includes(reviewOn(quote, placed).state)).length;
    const parts = [
      quotesCounted(quotes.length),
      open === 0 ? '' : vscode.l10n.t('{0} without speaker', open),
      quotes.length === 0 ? '' : unchecked === 0 ? vscode.l10n.t('all checked') : vscode.l10n.t('{0} unchecked', unchecked),
    ];
    const text = parts.filter((part) => part !== '').join(', ');
    show(text, vscode.l10n.t('Copydesk reads this file as an article. Select to see its quotes.'), 'copydesk.quotes.focus');
  }

  void update();
  return vscode.Disposable.from(
    item,
    marks.onDidChange((document) => document === vscode.window.activeTextEditor?.document && void update()),
    documents.onDidAnalyze((document) => document === vscode.window.activeTextEditor?.document && void update()),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.window.tabGroups.onDidChangeTabs(() => !vscode.window.activeTextEditor && void update()),
    files.onDidChange(() => void update()),
  );
}

/** Files over 50 MB reach no extension. */
const LARGEST = 50 * 1024 * 1024;

/** Such a file is open in a tab, but no editor of it is ever announced. */
async function sizeOf(tab: vscode.Tab | undefined): Promise<number> {
  const input = tab?.input;
  if (!(input instanceof vscode.TabInputText)) return 0;
  try {
    return (await vscode.workspace.fs.stat(input.uri)).size;
  } catch {
    return 0; // not on any disk
  }
}
