import * as vscode from 'vscode';
import type { Decision, PlacedMark, Quote, Span, Verdict } from '../core/index.ts';
import { entityTypeName, outlinePartName, quoteTypeName } from './wording.ts';

/** What a quote's review amounts to: a verdict, or that it no longer holds. */
export type ReviewState = Verdict | 'changed';

export function verdictName(state: ReviewState): string {
  switch (state) {
    case 'unchecked':
      return vscode.l10n.t('unchecked');
    case 'verified':
      return vscode.l10n.t('verified');
    case 'disputed':
      return vscode.l10n.t('disputed');
    case 'needs-source':
      return vscode.l10n.t('needs a source');
    case 'changed':
      return vscode.l10n.t('changed since checked');
  }
}

/** True when a mark's words share more than half of their length with these spans. */
export function isOn({ mark, spans }: PlacedMark, content: readonly Span[]): boolean {
  const own = spans.filter((span, index): span is Span => span !== null && mark.targets[index]?.role === 'content');
  let common = 0;
  for (const a of own) for (const b of content) common += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const length = (list: readonly Span[]) => list.reduce((sum, { start, end }) => sum + end - start, 0);
  return common > 0 && common * 2 > Math.max(length(own), length(content));
}

/** The review of a quote among the article's marks, and what it amounts to. */
export function reviewOn(
  quote: Quote,
  placed: readonly PlacedMark[],
): { readonly own: PlacedMark | null; readonly state: ReviewState } {
  const own = placed.find((mark) => mark.mark.decision.kind === 'review' && isOn(mark, quote.content)) ?? null;
  return { own, state: own ? stateOf(own) : 'unchecked' };
}

export function stateOf({ mark, state }: PlacedMark): ReviewState {
  if (mark.decision.kind !== 'review') return 'unchecked';
  return state === 'found' ? mark.decision.verdict : 'changed';
}

/** A decision in a few words, for lists. */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case 'entity':
      return decision.type === 'not-an-entity' ? vscode.l10n.t('not a name') : entityTypeName(decision.type);
    case 'quote':
      return decision.type === 'not-a-quote' ? vscode.l10n.t('not a quote') : quoteTypeName(decision.type);
    case 'identity':
      return vscode.l10n.t('is {0}', decision.name ?? decision.directoryId ?? '');
    case 'speaker':
      return vscode.l10n.t('speaker: {0}', decision.speaker ?? vscode.l10n.t('not known'));
    case 'role':
      return [decision.role, decision.institution, decision.party].filter((part) => part !== undefined).join(', ');
    case 'outline':
      return outlineWords(decision);
    case 'review':
      return verdictName(decision.verdict);
    case 'comment':
      return decision.text;
    case 'disable':
      return vscode.l10n.t('check off: {0}', decision.rule);
    case 'unknown':
      return vscode.l10n.t('not known to this version');
  }
}

function outlineWords({ part, action, value }: Extract<Decision, { kind: 'outline' }>): string {
  const name = value === null ? outlinePartName(part) : `${outlinePartName(part)} “${value}”`;
  switch (action) {
    case 'add':
      return vscode.l10n.t('added to the outline: {0}', name);
    case 'remove':
      return vscode.l10n.t('removed from the outline: {0}', name);
    case 'reword':
      return vscode.l10n.t('reworded in the outline: {0}', name);
    case 'move':
      return vscode.l10n.t('moved to another meeting: {0}', name);
  }
}
