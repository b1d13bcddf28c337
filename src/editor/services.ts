import type * as vscode from 'vscode';
import type { Active } from './active.ts';
import type { Documents } from './documents.ts';
import type { Files } from './files.ts';
import type { Focus } from './focus.ts';
import type { Marks } from './marks/index.ts';
import type { SettingsSource } from './settings.ts';

/** What every feature is given. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly active: Active;
  readonly documents: Documents;
  readonly files: Files;
  readonly settings: SettingsSource;
  readonly marks: Marks;
  readonly focus: Focus;
  readonly log: vscode.LogOutputChannel;
}
