import type * as vscode from 'vscode';
import { looksLikeProse } from './core/index.ts';
import { createActive } from './editor/active.ts';
import { createDocuments } from './editor/documents.ts';
import { registerFeatures } from './editor/features/index.ts';
import { createFiles } from './editor/files.ts';
import { createFocus } from './editor/focus.ts';
import { createLog } from './editor/log.ts';
import { createMarks } from './editor/marks/index.ts';
import { resourceLoader } from './editor/resources.ts';
import { watchSettings } from './editor/settings.ts';

/** What must be done before the extension host ends; VS Code hands nothing to `deactivate`. */
const lastThings: (() => Promise<void>)[] = [];

/** Composition root for VS Code, desktop and web. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const settings = watchSettings();
  const files = createFiles(settings, context.workspaceState, looksLikeProse);
  const marks = createMarks({ files, log, creator: () => settings.value.reviewer });
  lastThings.push(() => marks.leave());
  const active = createActive(files);
  const focus = createFocus();
  const resources = resourceLoader(context.extensionUri, log);
  // The analysis is a file of its own in the desktop's bundle: only the first article loads it.
  const createAnalyzer = async () => (await import('./core/index.ts')).createAnalyzer(await resources());
  const documents = createDocuments({ files, marks, log, createAnalyzer });
  const services = { extensionUri: context.extensionUri, active, documents, files, settings, marks, focus, log };
  context.subscriptions.push(registerFeatures(services), documents, active, focus, marks, files, settings, log);
}

/** A verdict given just before the window closes is still written. */
export async function deactivate(): Promise<void> {
  for (const finish of lastThings.splice(0)) await finish();
}
