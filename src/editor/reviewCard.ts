import * as vscode from 'vscode';
import { checkedWords, type Mark, type PlacedMark, sourceOf } from '../core/index.ts';
import { escapeMarkdown } from './convert.ts';
import { stateOf, verdictName } from './markWords.ts';

/** The command that a review's link to a workspace file runs: (article's uri, path). */
export const OPEN_SOURCE = 'copydesk.openSource';

/**
 * A review as Markdown: the verdict, by whom and when, the source, the note. All words of the marks file go in as text; a link is made
 * only of an https address or a path inside the workspace, and only where the workspace is trusted.
 */
export function reviewMarkdown(placed: PlacedMark, article: vscode.Uri): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(
    reviewLines(placed, article)
      .filter((line) => line !== '')
      .join('\n\n'),
  );
  markdown.isTrusted = vscode.workspace.isTrusted ? { enabledCommands: [OPEN_SOURCE] } : false;
  markdown.supportHtml = false;
  return markdown;
}

/** Where a source inside the workspace of the article lies. */
export function sourceFile(article: vscode.Uri, source: string): vscode.Uri | null {
  const folder = vscode.workspace.getWorkspaceFolder(article)?.uri;
  const read = sourceOf(source);
  if (!folder || read?.kind !== 'file') return null;
  const file = vscode.Uri.joinPath(folder, read.path);
  return file.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) ? file : null;
}

function reviewLines(placed: PlacedMark, article: vscode.Uri): readonly string[] {
  const { mark } = placed;
  const { decision } = mark;
  if (decision.kind !== 'review') return [];
  const { source, timestamp, translatedFrom, note } = decision;
  const state = stateOf(placed);
  return [
    `**${vscode.l10n.t('Review: {0}', verdictName(state))}**${madeBy(mark)}`,
    state === 'changed'
      ? vscode.l10n.t('When it was {0}: {1}', verdictName(decision.verdict), quoted(checkedWords(mark, decision)))
      : '',
    source === null
      ? ''
      : timestamp === null
        ? vscode.l10n.t('Checked against: {0}', sourceLink(source, article))
        : vscode.l10n.t('Checked against: {0}, at {1}', sourceLink(source, article), escapeMarkdown(timestamp)),
    translatedFrom === null ? '' : vscode.l10n.t('Translated from: {0}', escapeMarkdown(translatedFrom)),
    note === null ? '' : vscode.l10n.t('Note: {0}', escapeMarkdown(note)),
  ];
}

function quoted(words: readonly string[]): string {
  return `“${words.map(escapeMarkdown).join(' […] ')}”`;
}

function madeBy({ creator, modified }: Mark): string {
  const time = modified === null ? NaN : Date.parse(modified);
  const when = Number.isNaN(time)
    ? ''
    : new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  const parts = [creator ?? '', when].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.map(escapeMarkdown).join(', ')})`;
}

function sourceLink(source: string, article: vscode.Uri): string {
  const words = escapeMarkdown(source);
  const read = sourceOf(source);
  if (!read || !vscode.workspace.isTrusted) return words;
  if (read.kind === 'web') return `[${words}](${read.address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  if (!sourceFile(article, source)) return words;
  const argument = encodeURIComponent(JSON.stringify([article.toString(), read.path]));
  return `[${words}](command:${OPEN_SOURCE}?${argument.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
