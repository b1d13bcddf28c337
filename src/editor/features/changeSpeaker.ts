import * as vscode from 'vscode';
import { type Article, quotesAt, type QuotesRow, type SpeakerKind } from '../../core/index.ts';
import { quoteKeys, type SpeakerDecision } from '../decisions.ts';
import { activeArticle } from '../active.ts';
import type { Services } from '../services.ts';
import { speakerKindName } from '../wording.ts';

/** Puts the speaker of a quote right: one key, then a person, institution or party of the article, "not known", or any other name. */
export function registerChangeSpeaker({ documents, decisions, files }: Services): vscode.Disposable {
  async function change(row?: QuotesRow): Promise<void> {
    const editor = activeArticle(files);
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    const index = row?.kind === 'quote' ? row.index : quotesAt(article, editor.document.offsetAt(editor.selection.active))[0];
    const key = index === undefined ? undefined : quoteKeys(article)[index];
    if (!key || index === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a quote, or select one in the view Quotes, and try again.'),
      );
      return;
    }
    const decision = await chooseSpeaker(article, index);
    if (decision) decisions.changeSpeaker(editor.document, key, decision);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.changeSpeaker', change),
    vscode.commands.registerCommand('copydesk.undoDecision', () => {
      const document = activeArticle(files)?.document;
      if (document && !decisions.undo(document))
        vscode.window.setStatusBarMessage(vscode.l10n.t('There is no decision to undo in this article.'), 4_000);
    }),
  );
}

interface SpeakerItem extends vscode.QuickPickItem {
  readonly decision?: SpeakerDecision;
}

/** A quick pick that takes free text as well: what is typed is offered as a name of its own. */
function chooseSpeaker(article: Article, index: number): Promise<SpeakerDecision | undefined> {
  const pick = vscode.window.createQuickPick<SpeakerItem>();
  const items = speakerItems(article, index);
  pick.title = vscode.l10n.t('Who says this?');
  pick.placeholder = vscode.l10n.t('Choose a speaker, or type a name');
  pick.matchOnDescription = true;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const name = value.trim();
    // The words before the name keep it behind what matches from the list: the pick sorts labels that begin with what is typed first.
    const folded = name.toLocaleLowerCase();
    const known = name === '' || items.some(({ label }) => label.toLocaleLowerCase() === folded);
    const other = {
      label: vscode.l10n.t('Another speaker: {0}', name),
      alwaysShow: true,
      decision: { name, kind: 'description' as const },
    };
    pick.items = known ? items : [...items, other];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.decision);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function speakerItems(article: Article, index: number): readonly SpeakerItem[] {
  const quote = article.quotes[index]!;
  const named = new Map<string, SpeakerItem>();
  const add = (name: string, kind: SpeakerKind, description: string) => {
    if (!named.has(name)) named.set(name, { label: name, description, decision: { name, kind } });
  };
  // The candidates come first: they are what the choice is mostly about.
  for (const name of quote.candidates) add(name, 'person', vscode.l10n.t('candidate'));
  for (const { name, roles } of article.people) add(name, 'person', roles[0]?.role ?? speakerKindName('person'));
  for (const { name } of article.institutions) add(name, 'institution', speakerKindName('institution'));
  for (const { parties } of article.meetings) for (const party of parties) add(party, 'party', speakerKindName('party'));
  for (const { speaker, speakerKind } of article.quotes)
    if (speaker && speakerKind) add(speaker, speakerKind, speakerKindName(speakerKind));
  const unknown: SpeakerItem = {
    label: vscode.l10n.t('Not known'),
    iconPath: new vscode.ThemeIcon('question'),
    decision: { name: null, kind: null },
  };
  const current = quote.speaker === null ? undefined : named.get(quote.speaker);
  if (current) named.set(quote.speaker!, { ...current, iconPath: new vscode.ThemeIcon('check') });
  return [...named.values(), { label: '', kind: vscode.QuickPickItemKind.Separator }, unknown];
}
