import * as vscode from 'vscode';
import { withoutLinks } from './plainText.ts';

/** The messages to people, shown here and nowhere else: whatever words of an article or a marks file stand in them, they hold no link. */

/** Resolves with the button that was chosen; undefined when the message was put away. */
type Choice = Thenable<string | undefined>;

export function inform(sentence: string, ...buttons: readonly string[]): Choice {
  return vscode.window.showInformationMessage(withoutLinks(sentence), ...buttons);
}

export function warn(sentence: string, ...buttons: readonly string[]): Choice {
  return vscode.window.showWarningMessage(withoutLinks(sentence), ...buttons);
}

export function alarm(sentence: string, ...buttons: readonly string[]): Choice {
  return vscode.window.showErrorMessage(withoutLinks(sentence), ...buttons);
}
