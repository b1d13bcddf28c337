import * as vscode from 'vscode';
import type { Resources } from '../core/index.ts';
import { warn } from './messages.ts';

/**
 * Reads the trained weights once, when the first article is opened. A file that is missing or damaged costs its findings, is told
 * once, and everything else goes on.
 */
export function resourceLoader(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): () => Promise<Resources> {
  let loaded: Promise<Resources> | undefined;
  return () => (loaded ??= load(vscode.Uri.joinPath(extensionUri, 'models', 'en'), log));
}

async function load(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<Resources> {
  const { readEntityModel, readQuoteModel } = await import('../core/index.ts');
  const { model, problem } = readEntityModel(await read(vscode.Uri.joinPath(folder, 'entities.bin'), log));
  if (problem !== null) {
    log.error(`The weights for names cannot be used: ${problem}.`);
    void warn(
      vscode.l10n.t(
        'Copydesk cannot find names: its file of weights is missing or damaged. Install the extension again; quotes and structure still work.',
      ),
    );
  }
  const quotes = readQuoteModel(await read(vscode.Uri.joinPath(folder, 'quotes.bin'), log));
  if (quotes.problem !== null) {
    log.error(`The weights for quotes cannot be used: ${quotes.problem}.`);
    void warn(
      vscode.l10n.t(
        'Copydesk finds quotes by simple rules only: its file of weights is missing or damaged. Install the extension again to mend it.',
      ),
    );
  }
  return { entityModel: model, quoteModel: quotes.model };
}

/** The file's bytes; none where it cannot be read. */
async function read(file: vscode.Uri, log: vscode.LogOutputChannel): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    return new Uint8Array();
  }
}
