import * as vscode from 'vscode';
import type { Article, Quote, QuotesRow, SpeakerKind } from '../../core/index.ts';
import { chosenQuote, quoteNow } from '../chosenQuote.ts';
import { isOn } from '../markWords.ts';
import type { Services } from '../services.ts';
import { speakerKindName } from '../wording.ts';

/** Puts the speaker of a quote right: one key, then a person, institution or party of the article, "not known", or any other name. */
export function registerChangeSpeaker(services: Services): vscode.Disposable {
  const { marks } = services;
  async function change(row?: QuotesRow): Promise<void> {
    const chosen = await chosenQuote(services, row);
    const decision = chosen && (await chooseSpeaker(chosen.article, chosen.quote));
    const now = decision && (await quoteNow(services, chosen));
    if (!now) return;
    const { document } = now.editor;
    const { content } = now.quote;
    const known = marks.list(document).find((mark) => mark.mark.decision.kind === 'speaker' && isOn(mark, content));
    const made = { kind: 'speaker', speaker: decision.name, ...(decision.kind ? { speakerKind: decision.kind } : {}) } as const;
    const label = vscode.l10n.t('Change speaker');
    if (known) await marks.update(document, label, known.mark, made, content);
    else await marks.add(document, label, made, content);
  }

  return vscode.commands.registerCommand('copydesk.changeSpeaker', change);
}

/** Who a person says the speaker of a quote is; a null name means that the speaker is not known. */
interface SpeakerDecision {
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
}

interface SpeakerItem extends vscode.QuickPickItem {
  readonly decision?: SpeakerDecision;
}

/** A quick pick that takes free text as well: what is typed is offered as a name of its own. */
function chooseSpeaker(article: Article, quote: Quote): Promise<SpeakerDecision | undefined> {
  const pick = vscode.window.createQuickPick<SpeakerItem>();
  const items = speakerItems(article, quote);
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

function speakerItems(article: Article, quote: Quote): readonly SpeakerItem[] {
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
