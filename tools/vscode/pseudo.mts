// A language made up from the English words, so that a word that never passed through a translation stands out on the screen.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';

/** What VS Code calls the made-up language. */
export const PSEUDO = 'qps-ploc';

/** Writes the bundles of the made-up language beside the English ones of the extension in this folder of installed extensions. */
export function addPseudoLanguage(folder: string): void {
  const name = readdirSync(folder).find((own) => own.startsWith('copydesk.'));
  if (name === undefined) throw new Error('The installed extension has no folder; install this version of VS Code anew.');
  const extension = path.join(folder, name);
  for (const [english, made] of [
    ['package.nls.json', `package.nls.${PSEUDO}.json`],
    ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${PSEUDO}.json`],
  ] as const) {
    const words = JSON.parse(readFileSync(path.join(extension, english), 'utf8')) as Record<string, string>;
    writeFileSync(path.join(extension, made), JSON.stringify(getL10nPseudoLocalized(words)));
  }
}

/** Words in plain ASCII letters, as the made-up language has none. */
export function plainWords(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])/gu) ?? [];
}
