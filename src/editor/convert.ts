import * as vscode from 'vscode';
import { type Card, type Evidence, type Role, type Span } from '../core/index.ts';
import { whyWords } from './why.ts';
import {
  dateWords,
  institutionKindName,
  mentionsCounted,
  moneyWords,
  quotesCounted,
  quoteTypeName,
  roleStatusName,
  speakerKindName,
} from './wording.ts';

/** The command that a card's links run: (uri, start, end) jumps to that place. */
export const REVEAL = 'copydesk.reveal';

/** The command that rows of views run: (uri, spans, preserveFocus) goes to the first span and marks them all. */
export const SHOW_SPANS = 'copydesk.showSpans';

export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/**
 * A card as Markdown that reads well aloud: a heading line, then one fact a line. Words of the article go in as text only, links are
 * ours alone and can run nothing but the jump, and no card holds HTML or an image.
 */
export function toMarkdown(card: Card, uri: vscode.Uri): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(
    lines(card, new Writer(uri))
      .filter((line) => line !== '')
      .join('\n\n'),
  );
  markdown.isTrusted = { enabledCommands: [REVEAL] };
  markdown.supportHtml = false;
  return markdown;
}

/** Article text as Markdown that shows exactly that text: every ASCII punctuation mark escaped, controls and direction overrides dropped. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .trim();
}

class Writer {
  constructor(private readonly uri: vscode.Uri) {}

  /** The sentence that says so, as a link to its place. */
  link({ start, end, sentence }: Evidence): string {
    const argument = encodeURIComponent(JSON.stringify([this.uri.toString(), start, end])).replace(/[()]/g, (bracket) =>
      bracket === '(' ? '%28' : '%29',
    );
    return `[${escapeMarkdown(sentence)}](command:${REVEAL}?${argument} "${vscode.l10n.t('Go to this place')}")`;
  }
}

function lines(card: Card, writer: Writer): readonly string[] {
  switch (card.kind) {
    case 'person':
      return personLines(card, writer);
    case 'institution':
      return [
        heading(card.name, card.body ? institutionKindName(card.body) : vscode.l10n.t('institution')),
        card.party ? vscode.l10n.t('Party: {0}', escapeMarkdown(card.party)) : '',
        card.aliases.length > 0 ? vscode.l10n.t('Also printed as: {0}', list(card.aliases)) : '',
        card.people.length > 0
          ? vscode.l10n.t('People: {0}', card.people.map(({ name, post }) => escapeMarkdown(`${name} (${post})`)).join('; '))
          : '',
        counts(card),
        card.first ? vscode.l10n.t('First named here: {0}', writer.link(card.first)) : '',
      ];
    case 'open':
      return [
        heading(card.name, vscode.l10n.t('person')),
        vscode.l10n.t('Could be {0}. The article does not say which.', list(card.candidates, 'disjunction')),
      ];
    case 'quote':
      return quoteLines(card, writer);
    case 'date':
      return [
        heading(card.words, vscode.l10n.t('date')),
        card.value ? escapeMarkdown(dateWords(card.value)) : vscode.l10n.t('Its value is not known.'),
        dateReason(card),
      ];
    case 'money':
      return [
        heading(card.words, vscode.l10n.t('money')),
        card.value ? escapeMarkdown(moneyWords(card.value)) : vscode.l10n.t('Its value is not known.'),
      ];
    case 'place':
      return placeLines(card, card.reading?.is === 'party' ? vscode.l10n.t('party') : vscode.l10n.t('place'));
    case 'group':
      return placeLines(card, vscode.l10n.t('nationality or group'));
  }
}

function personLines(card: Extract<Card, { kind: 'person' }>, writer: Writer): readonly string[] {
  return [
    heading(card.name, vscode.l10n.t('person')),
    card.roles.length === 0 ? vscode.l10n.t('The article gives no role.') : '',
    ...card.roles.flatMap(({ role, evidence }) => [
      roleLine(role),
      vscode.l10n.t('Where it says so: {0}', writer.link(evidence)),
    ]),
    counts(card),
    card.otherForms.length > 0 ? vscode.l10n.t('Also printed as: {0}', list(card.otherForms)) : '',
    card.namesakes.length > 0 ? vscode.l10n.t('Not to be confused with {0}.', list(card.namesakes)) : '',
    card.first && card.roles.length === 0 ? vscode.l10n.t('First named here: {0}', writer.link(card.first)) : '',
  ];
}

function roleLine(role: Role): string {
  const status = roleStatusName(role);
  const parts = [
    `${escapeMarkdown(role.role)}${status ? ` (${status})` : ''}`,
    role.institution ? vscode.l10n.t('institution: {0}', escapeMarkdown(role.institution)) : '',
    role.party ? vscode.l10n.t('party: {0}', escapeMarkdown(role.party)) : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function quoteLines(card: Extract<Card, { kind: 'quote' }>, writer: Writer): readonly string[] {
  return [
    heading(card.speaker ?? vscode.l10n.t('Speaker not known'), quoteTypeName(card.type)),
    card.role
      ? escapeMarkdown(card.role)
      : card.speakerKind && card.speakerKind !== 'person'
        ? speakerKindName(card.speakerKind)
        : '',
    card.candidates.length > 0 ? vscode.l10n.t('It stays open between {0}.', list(card.candidates)) : '',
    `> ${quoted(card)}`,
    card.cue ? vscode.l10n.t('Cue: {0}', escapeMarkdown(card.cue)) : '',
    card.source && card.sourceWords !== card.speaker
      ? vscode.l10n.t('Source: {0}', writer.link({ ...card.source, sentence: card.sourceWords ?? '' }))
      : '',
    card.via ? vscode.l10n.t('Via {0}: a second-hand quote.', escapeMarkdown(card.via)) : '',
    card.within === null
      ? ''
      : card.within === ''
        ? vscode.l10n.t('Inside another quote.')
        : vscode.l10n.t('Inside a quote of {0}.', escapeMarkdown(card.within)),
    vscode.l10n.t('Why: {0}', escapeMarkdown(whyWords(card.why))),
  ];
}

/** The whole quote; printed marks belong to it, the words of an indirect quote stand without. */
function quoted({ type, pieces }: Extract<Card, { kind: 'quote' }>): string {
  const words = pieces.map(escapeMarkdown).join(' […] ');
  return type === 'direct' ? `“${words}”` : words;
}

function dateReason(card: Extract<Card, { kind: 'date' }>): string {
  if (card.articleDate === null) return card.value ? '' : vscode.l10n.t('The article has no date to count from.');
  return vscode.l10n.t('The article is dated {0}.', escapeMarkdown(dateWords(card.articleDate)));
}

function placeLines(card: Extract<Card, { kind: 'place' | 'group' }>, what: string): readonly string[] {
  const { words, country, reading, mentions } = card;
  return [
    heading(words, what),
    country ? vscode.l10n.t('Belongs to {0}.', escapeMarkdown(country)) : '',
    reading?.is === 'party'
      ? vscode.l10n.t(
          'Here it acts or is dealt with, and stands for its government or people, as “{0}” tells.',
          escapeMarkdown(reading.sign),
        )
      : '',
    reading?.is === 'place' ? vscode.l10n.t('Here it is where something is, as “{0}” tells.', escapeMarkdown(reading.sign)) : '',
    mentionsCounted(mentions),
  ];
}

function counts(card: { readonly mentions: number; readonly quotes: number }): string {
  return `${mentionsCounted(card.mentions)}, ${quotesCounted(card.quotes)}`;
}

function heading(name: string, what: string): string {
  return `**${escapeMarkdown(name)}** (${what})`;
}

function list(items: readonly string[], type: Intl.ListFormatOptions['type'] = 'conjunction'): string {
  return new Intl.ListFormat(vscode.env.language, { type }).format(items.map(escapeMarkdown));
}
