import * as vscode from 'vscode';
import { HIGHLIGHT_KINDS, type HighlightKind } from '../core/index.ts';
import { type Settings, settingsOf } from './settingsValue.ts';

export interface SettingsSource extends vscode.Disposable {
  readonly value: Settings;
  readonly onDidChange: vscode.Event<Settings>;
  /** Writes the kinds that the user has just chosen. */
  setHighlight(kinds: ReadonlySet<HighlightKind>): Promise<void>;
}

/** The only reader of settings; a change takes effect at once. */
export function watchSettings(): SettingsSource {
  const changed = new vscode.EventEmitter<Settings>();
  let value = read();
  const watcher = vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('copydesk')) return;
    value = read();
    changed.fire(value);
  });
  return {
    get value() {
      return value;
    },
    onDidChange: changed.event,
    async setHighlight(kinds) {
      const highlight = Object.fromEntries(HIGHLIGHT_KINDS.map((kind) => [kind, kinds.has(kind)]));
      await vscode.workspace.getConfiguration('copydesk').update('highlight', highlight, vscode.ConfigurationTarget.Global);
    },
    dispose() {
      watcher.dispose();
      changed.dispose();
    },
  };
}

function read(): Settings {
  const configuration = vscode.workspace.getConfiguration('copydesk');
  return settingsOf((name) => configuration.get(name));
}
