import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntityModel, readQuoteModel, type Resources } from '../core/index.ts';

/** Reads the trained weights that lie beside the program. A file that cannot be used is told in one sentence; the rest goes on without. */
export async function readResources(
  tell: (sentence: string) => void,
  folder = path.join(__dirname, '../models/en'),
): Promise<Resources> {
  const names = path.join(folder, 'entities.bin');
  const entities = readEntityModel(await bytesOf(names));
  if (entities.problem)
    tell(`No names, dates or sums are marked: ${names} is missing or damaged; install Copydesk again to mend it.`);
  const said = path.join(folder, 'quotes.bin');
  const quotes = readQuoteModel(await bytesOf(said));
  if (quotes.problem)
    tell(`Quotes are found by simple rules only: ${said} is missing or damaged; install Copydesk again to mend it.`);
  return { entityModel: entities.model, quoteModel: quotes.model };
}

/** A file's bytes; none where it cannot be read. */
function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch(() => new Uint8Array());
}
