import type * as vscode from 'vscode';
import type { Article, Decision, Span } from '../../../core/index.ts';

/** Where something is to be corrected. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly article: Article;
  readonly place: Span;
}

/** A decision, and what it is about. */
export interface Made {
  readonly decision: Decision;
  readonly spans: readonly Span[];
}

/** One thing that a person may put right at a place. */
export interface Correction {
  readonly id: string;
  readonly title: string;
  /** Asks what it needs to know; undefined when the person gave up. */
  readonly decide: (place: Place) => Promise<Made | undefined>;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A correction that needs to ask nothing. */
export function simply(id: string, title: string, decision: Decision, spans?: readonly Span[]): Correction {
  return { id, title, decide: ({ place }) => Promise.resolve({ decision, spans: spans ?? [place] }) };
}
