import * as vscode from 'vscode';
import { outlineView, type OutlineRow } from '../../core/index.ts';
import { outlineWords } from '../rows.ts';
import type { Services } from '../services.ts';
import { createTree } from '../tree.ts';

/** The view Outline: meetings with parties, delegates and agenda; people by party; institutions; dated events. */
export function registerOutlineTree(services: Services): vscode.Disposable {
  const { documents } = services;
  return createTree<OutlineRow>(services, {
    view: 'copydesk.outline',
    limited: (name) => vscode.l10n.t('Only {0} is highlighted.', name),
    rows: (document) => outlineView(documents.current(document)!.article),
    item(row) {
      const { label, description, icon, spoken, tooltip } = outlineWords(row);
      const item = new vscode.TreeItem(label);
      item.description = description;
      item.iconPath = new vscode.ThemeIcon(icon);
      item.accessibilityInformation = { label: spoken ?? (description ? `${label}, ${description}` : label) };
      item.tooltip = tooltip ?? (description ? `${label}: ${description}` : label);
      item.contextValue = focusable(row) ? 'focusable' : row.kind;
      return item;
    },
    isOpen: (row) =>
      row.kind === 'section' ||
      (row.kind === 'meeting' && row.meeting.status === 'held') ||
      row.kind === 'side' ||
      row.kind === 'party',
  });
}

function focusable(row: OutlineRow): boolean {
  if (row.kind === 'side') return row.name !== null;
  if (row.kind === 'delegate') return row.delegate.person !== null;
  return row.kind === 'person' || row.kind === 'institution' || row.kind === 'party';
}
