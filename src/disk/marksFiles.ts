import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { MarksFiles } from '../core/index.ts';

/** Marks files on this machine's disk; names are paths. Bytes that are no UTF-8 throw a TypeError: they could not be written back as they are. */
export const marksOnDisk: MarksFiles = {
  async read(name) {
    try {
      const [bytes, { mtimeMs }] = [await readFile(name), await stat(name)];
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), modified: mtimeMs };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  },
  async write(name, text) {
    // Two programs that wrote into one file at the same time would mix their lines.
    const draft = `${name}-${DRAFT}`;
    try {
      await writeFile(draft, text, 'utf8');
      await rename(draft, name);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
  replace: rename,
  remove: (name) => rm(name, { force: true }),
  pause: () => new Promise((resolve) => setTimeout(resolve, 5 + 20 * Math.random())),
};

/** Tells the files of this run from those of any other. */
const DRAFT = randomUUID().slice(0, 8);
