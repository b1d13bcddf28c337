import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntityModel, readQuoteModel, type Resources } from '../core/index.ts';

/** Reads the trained weights that lie beside the program. A file that cannot be used is told in one sentence; the rest goes on without. */
export async function readResources(tell: (sentence: string) => void): Promise<Resources> {
  const folder = path.join(__dirname, '../models/en');
  const entities = readEntityModel(await bytesOf(path.join(folder, 'entities.bin')));
  if (entities.problem)
    tell(`No names, dates or sums are marked: ${folder}/entities.bin is missing or damaged; install Copydesk again to mend it.`);
  const quotes = readQuoteModel(await bytesOf(path.join(folder, 'quotes.bin')));
  if (quotes.problem)
    tell(`Quotes are found by simple rules only: ${folder}/quotes.bin is missing or damaged; install Copydesk again to mend it.`);
  return { entityModel: entities.model, quoteModel: quotes.model };
}

/** A file's bytes; none where it cannot be read. */
function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch(() => new Uint8Array());
}
