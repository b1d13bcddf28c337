import type { MarksFiles } from '../core/index.ts';
import { marksOnDisk } from '../disk/marksFiles.ts';
import { cannotRead } from './read-text.ts';
import { UserError } from './run.ts';

/** Marks files on this machine's disk, with a sentence for people where one cannot be read; names are paths. */
export const marksFiles: MarksFiles = {
  ...marksOnDisk,
  async read(name) {
    try {
      return await marksOnDisk.read(name);
    } catch (error) {
      if (error instanceof TypeError) throw new UserError(`${name} is not UTF-8 text: restore it from your version control.`);
      throw new UserError(cannotRead(name, error));
    }
  },
};
