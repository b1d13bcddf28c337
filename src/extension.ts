import type * as vscode from 'vscode';

/** Composition root for VS Code, desktop and web. */
export function activate(_context: vscode.ExtensionContext): void {}
