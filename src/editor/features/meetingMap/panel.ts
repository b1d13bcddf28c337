import * as vscode from 'vscode';
import { meetingMaps } from '../../../core/index.ts';
import { REVEAL } from '../../convert.ts';
import type { Services } from '../../services.ts';
import { drawMaps, type Figure } from './figure.ts';
import { exportedSvg, page } from './page.ts';
import { alarm } from '../../messages.ts';

/** The command Show Meeting Map: the meetings of the article as a picture beside it, which follows the article while it is edited. */
export function registerMeetingMap({ active, documents }: Services): vscode.Disposable {
  const panels = new Map<string, vscode.WebviewPanel>();

  function show(): void {
    const { document } = active;
    if (!document) return;
    const key = document.uri.toString();
    const open = panels.get(key);
    if (open) return open.reveal(undefined, false);
    const panel = openPanel(document);
    panels.set(key, panel);
    panel.onDidDispose(() => panels.delete(key));
  }

  function openPanel(document: vscode.TextDocument): vscode.WebviewPanel {
    const title = vscode.l10n.t('Meeting Map: {0}', nameOf(document.uri));
    const panel = vscode.window.createWebviewPanel(
      'copydesk.meetingMap',
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      {
        enableScripts: true,
        localResourceRoots: [],
      },
    );
    let article = documents.current(document)?.article;
    let figure: Figure | null = null;
    let sent = '';
    const send = (again: boolean) => {
      const maps = article ? meetingMaps(article) : [];
      figure = maps.length > 0 ? drawMaps(maps) : null;
      const html = figure
        ? svg(figure)
        : `<p>${vscode.l10n.t('No meeting with parties, delegates or an agenda was found in this article.')}</p>`;
      if (html === sent && !again) return;
      sent = html;
      void panel.webview.postMessage({ html, empty: figure === null });
    };
    const subscriptions = vscode.Disposable.from(
      // An article that is closed and opened again is another document; while it is closed its last picture stays.
      documents.onDidAnalyze((other) => {
        const analysed = other.uri.toString() === document.uri.toString() ? documents.current(other) : undefined;
        if (!analysed) return;
        article = analysed.article;
        send(false);
      }),
      panel.webview.onDidReceiveMessage(async (message: unknown) => {
        const { kind, start, end } = message as { kind?: unknown; start?: unknown; end?: unknown };
        if (kind === 'ready') send(true);
        if (kind === 'reveal') await vscode.commands.executeCommand(REVEAL, document.uri.toString(), start, end);
        if (kind === 'export' && figure) await save(document.uri, exportedSvg(figure));
      }),
    );
    panel.onDidDispose(() => void subscriptions.dispose());
    panel.webview.html = page(crypto.randomUUID());
    return panel;
  }

  return vscode.Disposable.from(vscode.commands.registerCommand('copydesk.showMeetingMap', show), {
    dispose: () =>
      [...panels.values()].forEach((panel) => {
        panel.dispose();
      }),
  });
}

function svg({ markup, width, height }: Figure): string {
  const label = vscode.l10n.t('Meetings with their parties, delegates, agenda and quotes');
  return `<svg role="group" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${markup}</svg>`;
}

async function save(article: vscode.Uri, content: string): Promise<void> {
  const suggested =
    article.scheme === 'untitled' ? undefined : article.with({ path: `${article.path.replace(/\.[^./]*$/, '')}.map.svg` });
  const target = await vscode.window.showSaveDialog({
    ...(suggested ? { defaultUri: suggested } : {}),
    filters: { SVG: ['svg'] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  } catch {
    void alarm(vscode.l10n.t('The map could not be written to {0}. Choose a folder that can be written to.', target.fsPath));
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
