import * as vscode from 'vscode';
import { type Article, type Quote, quoteText, type SpeakerKind } from '../core/index.ts';

/** Who a person says the speaker of a quote is; a null name means that the speaker is not known. */
export interface SpeakerDecision {
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
}

/** What a person decided about open articles, laid over what the analysis finds. Holds for the session, with undo. */
export interface Decisions extends vscode.Disposable {
  changeSpeaker(document: vscode.TextDocument, quote: QuoteKey, decision: SpeakerDecision): void;
  /** Takes the last decision about this document back; false when there is none. */
  undo(document: vscode.TextDocument): boolean;
  /** The article with the document's decisions laid over it. */
  apply(document: vscode.TextDocument, article: Article): Article;
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** Names a quote by its words, so that edits elsewhere do not lose the decision: the `nth` quote with exactly this text, from 0. */
export interface QuoteKey {
  readonly text: string;
  readonly nth: number;
}

export function createDecisions(): Decisions {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const byDocument = new Map<string, { readonly key: QuoteKey; readonly decision: SpeakerDecision }[]>();
  const closing = vscode.workspace.onDidCloseTextDocument((document) => byDocument.delete(document.uri.toString()));
  return {
    changeSpeaker(document, key, decision) {
      const uri = document.uri.toString();
      byDocument.set(uri, [...(byDocument.get(uri) ?? []), { key, decision }]);
      changed.fire(document);
    },
    undo(document) {
      const taken = byDocument.get(document.uri.toString())?.pop();
      if (taken) changed.fire(document);
      return taken !== undefined;
    },
    apply(document, article) {
      const made = byDocument.get(document.uri.toString());
      if (!made?.length) return article;
      const latest = new Map(made.map(({ key, decision }) => [keyText(key), decision]));
      const keys = quoteKeys(article);
      const quotes = article.quotes.map((quote, index) => decided(quote, latest.get(keyText(keys[index]!))));
      return { ...article, quotes };
    },
    onDidChange: changed.event,
    dispose() {
      closing.dispose();
      changed.dispose();
    },
  };
}

/** The keys of an article's quotes, in their order. */
export function quoteKeys(article: Article): readonly QuoteKey[] {
  const seen = new Map<string, number>();
  return article.quotes.map((quote) => {
    const text = quoteText(article, quote);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return { text, nth };
  });
}

function keyText({ text, nth }: QuoteKey): string {
  return `${nth} ${text}`;
}

function decided(quote: Quote, decision: SpeakerDecision | undefined): Quote {
  if (!decision) return quote;
  return { ...quote, speaker: decision.name, speakerKind: decision.kind, candidates: [], why: { code: 'decided', data: {} } };
}
