import * as vscode from 'vscode';
import type { Article, Span } from '../../../core/index.ts';
import { toSpan } from '../../convert.ts';

/** A selection on whole words without outer blanks; without a selection the name, or the word, at the cursor. */
export function snapped(document: vscode.TextDocument, range: vscode.Range, article: Article): Span {
  if (range.isEmpty) {
    const at = document.offsetAt(range.start);
    const named = article.entities.find(({ start, end }) => start <= at && at <= end);
    if (named) return { start: named.start, end: named.end };
    return toSpan(document, document.getWordRangeAtPosition(range.start) ?? range);
  }
  const first = document.getWordRangeAtPosition(range.start);
  const last = document.getWordRangeAtPosition(range.end);
  const start = first && !first.end.isEqual(range.start) ? first.start : range.start;
  const end = last && !last.start.isEqual(range.end) ? last.end : range.end;
  const span = toSpan(document, new vscode.Range(start, end));
  const words = document.getText(new vscode.Range(start, end));
  return { start: span.start + words.length - words.trimStart().length, end: span.end - words.length + words.trimEnd().length };
}
