import * as vscode from 'vscode';
import { HIGHLIGHT_KINDS, type HighlightKind } from '../../core/index.ts';
import type { Services } from '../services.ts';

/** A list with a tick for each kind of highlight; what is chosen goes into the user's settings, as the settings page would do it. */
export function registerChooseHighlights({ settings }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.chooseHighlights', async () => {
    const items = HIGHLIGHT_KINDS.map((kind) => ({
      label: nameOf(kind),
      highlight: kind,
      picked: settings.value.highlight[kind],
    }));
    const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: vscode.l10n.t('What is highlighted?') });
    if (picked) await settings.setHighlight(new Set(picked.map(({ highlight }) => highlight)));
  });
}

function nameOf(kind: HighlightKind): string {
  switch (kind) {
    case 'person':
      return vscode.l10n.t('People');
    case 'organization':
      return vscode.l10n.t('Organisations');
    case 'place':
      return vscode.l10n.t('Places');
    case 'group':
      return vscode.l10n.t('Nationalities and groups');
    case 'date':
      return vscode.l10n.t('Dates');
    case 'money':
      return vscode.l10n.t('Money');
    case 'directQuote':
      return vscode.l10n.t('Direct quotes');
    case 'mixedQuote':
      return vscode.l10n.t('Partial quotes');
    case 'indirectQuote':
      return vscode.l10n.t('Indirect quotes');
    case 'cue':
      return vscode.l10n.t('Cues');
    case 'source':
      return vscode.l10n.t('Sources');
  }
}
