import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntityModel, type Resources } from '../core/index.ts';

/** Reads the trained weights that lie beside the program. A file that cannot be used is told in one sentence; the rest goes on without. */
export async function readResources(tell: (sentence: string) => void): Promise<Resources> {
  const file = path.join(__dirname, '../models/en/entities.bin');
  const { model, problem } = readEntityModel(await readFile(file).catch(() => new Uint8Array()));
  if (problem) tell(`No names, dates or sums are marked: ${file} is missing or damaged; install Copydesk again to mend it.`);
  return { entityModel: model };
}
