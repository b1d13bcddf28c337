import * as vscode from 'vscode';
import type { SettingsSource } from './settings.ts';

/** Which files are read as articles. */
export interface Files extends vscode.Disposable {
  isOn(document: vscode.TextDocument): boolean;
  /** Switches one file on or off, whatever its language and content; remembered for the workspace. */
  switch(document: vscode.TextDocument, on: boolean): void;
  /** For language features: matches every file that may be on. Ask `isOn` before answering. */
  readonly selector: vscode.DocumentSelector;
  readonly onDidChange: vscode.Event<void>;
}

const SWITCHED = 'copydesk.switched';

/** Documents that are no files of anybody's: output, search results, the input box of a commit message, the old side of a diff. */
const NO_ARTICLES = new Set([
  'output',
  'search-editor',
  'vscode-scm',
  'comment',
  'debug',
  'git',
  'vscode',
  'interactive',
  'walkThrough',
  'copydesk.compare',
]);

export function createFiles(settings: SettingsSource, state: vscode.Memento, looksLikeProse: (text: string) => boolean): Files {
  const changed = new vscode.EventEmitter<void>();
  const switched = new Map<string, { on: boolean; language: string }>(
    state.get<[string, { on: boolean; language: string }][]>(SWITCHED, []),
  );
  const prose = new WeakMap<vscode.TextDocument, boolean>();
  const watcher = settings.onDidChange(() => changed.fire());

  /** A file is judged once, when it is first seen with enough text: typing must not switch it on and off. */
  function isProse(document: vscode.TextDocument): boolean {
    const known = prose.get(document);
    if (known !== undefined) return known;
    const text = document.getText(new vscode.Range(0, 0, PROSE_LINES, 0));
    const verdict = looksLikeProse(text);
    if (text.length >= ENOUGH) prose.set(document, verdict);
    return verdict;
  }

  return {
    isOn(document) {
      const choice = switched.get(document.uri.toString());
      if (choice) return choice.on;
      if (NO_ARTICLES.has(document.uri.scheme) || !settings.value.languages.includes(document.languageId)) return false;
      return document.languageId !== 'plaintext' || isProse(document);
    },
    switch(document, on) {
      switched.delete(document.uri.toString());
      switched.set(document.uri.toString(), { on, language: document.languageId });
      for (const oldest of [...switched.keys()].slice(0, -MOST_REMEMBERED)) switched.delete(oldest);
      void state.update(SWITCHED, [...switched]);
      changed.fire();
    },
    get selector() {
      const languages = new Set(settings.value.languages);
      for (const { on, language } of switched.values()) if (on) languages.add(language);
      return [...languages].map((language) => ({ language }));
    },
    onDidChange: changed.event,
    dispose() {
      watcher.dispose();
      changed.dispose();
    },
  };
}

const PROSE_LINES = 400;
const ENOUGH = 400;
const MOST_REMEMBERED = 200;
