import * as vscode from 'vscode';
import type { OutlineRow, QuotesRow } from '../../core/index.ts';
import type { Services } from '../services.ts';

/** Limits highlights and quotes to one person, institution or party of a view, and lifts the limit. */
export function registerFocus({ active, focus }: Services): vscode.Disposable {
  function choose(name: string | null): void {
    const { document } = active;
    if (document) focus.set(document, name !== null && focus.of(document) === name ? null : name);
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.focus', (row?: OutlineRow | QuotesRow) => row && choose(nameOf(row))),
    vscode.commands.registerCommand('copydesk.clearFocus', () => choose(null)),
  );
}

function nameOf(row: OutlineRow | QuotesRow): string | null {
  switch (row.kind) {
    case 'person':
      return row.person.name;
    case 'institution':
      return row.institution.name;
    case 'party':
    case 'side':
    case 'speaker':
      return row.name;
    case 'delegate':
      return row.delegate.person;
    case 'section':
    case 'meeting':
    case 'count':
    case 'agenda':
    case 'topic':
    case 'role':
    case 'event':
    case 'quote':
      return null;
  }
}
