import * as vscode from 'vscode';
import type { LoadedMarks } from '../../core/index.ts';
import { alarm, inform, warn } from '../messages.ts';

/** What people are told about a marks file: one message for one trouble, the rest goes to the log. */
export interface Tell {
  /** Reading or writing failed; said once until it works again. */
  failed(sentence: string, error: unknown, tryAgain: () => void): void;
  works(): void;
  /** The article lies where nothing can be written; said once. */
  readOnly(): void;
  /** What is strange in the file that was read. */
  strange(read: Pick<LoadedMarks, 'problems' | 'recovered'>, conflicts: number): void;
  /** A decision is not undone, or done again, because somebody else changed the same mark. */
  overtaken(label: string): void;
  /** The file went away; its marks are still here. */
  gone(writeAgain: () => void): void;
}

/** @param name of the article. */
export function createTell(name: string, log: vscode.LogOutputChannel): Tell {
  let told = false;
  return {
    failed(sentence, error, tryAgain) {
      log.error(sentence, error instanceof Error ? error : String(error));
      if (told) return;
      told = true;
      const why = error instanceof Error ? error.message : String(error);
      void alarm(`${sentence} ${why}`, vscode.l10n.t('Try again')).then((choice) => {
        if (!choice) return;
        // Whoever asks for another attempt is told when that fails as well.
        told = false;
        tryAgain();
      });
    },
    works: () => void (told = false),
    readOnly() {
      if (told) return;
      told = true;
      void warn(
        vscode.l10n.t(
          '{0} lies where nothing can be written: its marks last while this window is open. Save a copy elsewhere to keep them.',
          name,
        ),
      );
    },
    strange({ problems, recovered }, conflicts) {
      const unread = problems();
      for (const { code, line } of unread.slice(0, MOST_LOGGED)) log.warn(`${name}.marks.jsonl, line ${line}: ${code}`);
      if (conflicts > 0) offerChoice(name, conflicts);
      else if (recovered) void inform(vscode.l10n.t('{0}: a save of its marks that was broken off was taken up.', name));
      else if (unread.length > 0)
        void warn(
          vscode.l10n.t('{0}: {1} lines of its marks are not understood; they are kept as they are.', name, unread.length),
        );
    },
    overtaken(label) {
      void inform(
        vscode.l10n.t('“{0}” stays as it is: somebody else changed the same mark of {1} since. Decide anew.', label, name),
      );
    },
    gone(writeAgain) {
      const sentence = vscode.l10n.t('The marks file of {0} was deleted; its marks are still in this window.', name);
      void warn(sentence, vscode.l10n.t('Write it again')).then((choice) => choice && writeAgain());
    },
  };
}

const MOST_LOGGED = 100;

function offerChoice(name: string, conflicts: number): void {
  const sentence = vscode.l10n.t('{0}: {1} marks have two versions; both are kept until you choose.', name, conflicts);
  void warn(sentence, vscode.l10n.t('Choose')).then(
    (choice) => choice && vscode.commands.executeCommand('copydesk.chooseVersion'),
  );
}
