import * as vscode from 'vscode';
import {
  type Article,
  type Decision,
  type EntityType,
  type OutlinePart,
  type Quote,
  type QuoteType,
  quotesAt,
  type Span,
} from '../../core/index.ts';
import { activeArticle } from '../active.ts';
import { toRange, toSpan } from '../convert.ts';
import { registerForArticles } from '../registration.ts';
import type { Services } from '../services.ts';

/** Corrections of what the analysis found, by code action, context menu, palette and key; each is one decision in the marks file. */
export function registerCorrect({ documents, marks, files }: Services): vscode.Disposable {
  async function run(document: vscode.TextDocument, place: Span, correction: Correction, article: Article): Promise<void> {
    const made = await correction.decide({ document, article, place });
    if (made) await marks.add(document, correction.title, made.decision, made.spans);
  }

  async function choose(): Promise<void> {
    const editor = activeArticle(files);
    const article = editor && (await documents.upToDate(editor.document));
    if (!article) return;
    const place = snapped(editor.document, editor.selection, article);
    const items = correctionsAt(article, place).map((correction) => ({ label: correction.title, correction }));
    const words = editor.document.getText(toRange(editor.document, place));
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Correct “{0}”', words),
      matchOnDescription: true,
    });
    if (chosen) await run(editor.document, place, chosen.correction, article);
  }

  async function apply(uri: vscode.Uri, place: Span, id: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find((own) => own.uri.toString() === uri.toString());
    const article = document && (await documents.upToDate(document));
    const correction = article && correctionsAt(article, place).find((own) => own.id === id);
    if (document && correction) await run(document, place, correction, article);
  }

  const actions: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, _context, token) {
      const article = await documents.upToDate(document, token);
      if (!article) return [];
      const place = snapped(document, range, article);
      if (place.start === place.end) return [];
      return correctionsAt(article, place).map(({ id, title }) => {
        const action = new vscode.CodeAction(title, KIND);
        action.command = { command: 'copydesk.applyCorrection', title, arguments: [document.uri, place, id] };
        return action;
      });
    },
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.correct', choose),
    vscode.commands.registerCommand('copydesk.applyCorrection', apply),
    registerForArticles(files, (selector) =>
      vscode.languages.registerCodeActionsProvider(selector, actions, { providedCodeActionKinds: [KIND] }),
    ),
  );
}

const KIND = vscode.CodeActionKind.RefactorRewrite.append('copydesk');

interface Place {
  readonly document: vscode.TextDocument;
  readonly article: Article;
  readonly place: Span;
}

interface Made {
  readonly decision: Decision;
  readonly spans: readonly Span[];
}

interface Correction {
  readonly id: string;
  readonly title: string;
  /** Asks what it needs to know; undefined when the person gave up. */
  readonly decide: (place: Place) => Promise<Made | undefined>;
}

/** What may be corrected at a place: the nearest thing first. */
function correctionsAt(article: Article, place: Span): readonly Correction[] {
  const person = article.people.find(({ mentions }) => mentions.some((mention) => overlaps(mention, place)));
  const entity = article.entities.some((own) => overlaps(own, place));
  const quote = quotesAt(article, place.start)[0];
  return [
    markAs(),
    ...(entity ? [notAnEntity(false), notAnEntity(true)] : []),
    sameAs(article),
    ...(person ? ROLE_FIELDS.map(roleField) : []),
    ...(quote === undefined ? QUOTE_TYPES.map(quoteOf) : quoteCorrections(article, quote)),
    ...outlineCorrections(article, place),
  ];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const TYPES: readonly EntityType[] = [
  'person',
  'organization',
  'location',
  'facility',
  'norp',
  'date',
  'money',
  'product',
  'misc',
];

function markAs(): Correction {
  return {
    id: 'entity',
    title: vscode.l10n.t('This is a person, an organisation, a place …'),
    async decide({ document, place }) {
      const type = (await vscode.window.showQuickPick(TYPES.map((own) => ({ label: typeName(own), type: own }))))?.type;
      if (!type) return undefined;
      const words = document.getText(toRange(document, place));
      const count = document.getText().split(words).length - 1;
      const here = { label: vscode.l10n.t('Only here'), every: false };
      const all = { label: vscode.l10n.t('Here and wherever “{0}” stands ({1})', words, count), every: true };
      const extent = count > 1 ? await vscode.window.showQuickPick([all, here]) : here;
      return extent && { decision: { kind: 'entity', type, every: extent.every }, spans: [place] };
    },
  };
}

function notAnEntity(every: boolean): Correction {
  return {
    id: every ? 'nothing-anywhere' : 'nothing',
    title: every ? vscode.l10n.t('This is no name, nor anywhere else in the article') : vscode.l10n.t('This is no name here'),
    decide: ({ place }) => Promise.resolve({ decision: { kind: 'entity', type: 'not-an-entity', every }, spans: [place] }),
  };
}

function typeName(type: EntityType): string {
  switch (type) {
    case 'person':
      return vscode.l10n.t('Person');
    case 'organization':
      return vscode.l10n.t('Organisation');
    case 'location':
      return vscode.l10n.t('Place');
    case 'facility':
      return vscode.l10n.t('Building or facility');
    case 'norp':
      return vscode.l10n.t('Nationality, religious or political group');
    case 'date':
      return vscode.l10n.t('Date');
    case 'money':
      return vscode.l10n.t('Amount of money');
    case 'product':
      return vscode.l10n.t('Product');
    case 'misc':
      return vscode.l10n.t('Other name');
  }
}

function sameAs(article: Article): Correction {
  return {
    id: 'same-as',
    title: vscode.l10n.t('Same person as …'),
    async decide({ place }) {
      const other = { label: vscode.l10n.t('Another name …'), name: null };
      const names = article.people.map(({ name, roles }) => ({ label: name, description: roles[0]?.role ?? '', name }));
      const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly name: string | null }>([
        ...names,
        other,
      ]);
      const name = chosen && (chosen.name ?? (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Who is it?') }))?.trim());
      return name ? { decision: { kind: 'identity', name, directoryId: null }, spans: [place] } : undefined;
    },
  };
}

const ROLE_FIELDS = ['role', 'institution', 'party'] as const;

function roleField(field: (typeof ROLE_FIELDS)[number]): Correction {
  const titles = {
    role: vscode.l10n.t('The role is …'),
    institution: vscode.l10n.t('The institution is …'),
    party: vscode.l10n.t('The party is …'),
  };
  return {
    id: field,
    title: titles[field],
    async decide({ article, place }) {
      const person = article.people.find(({ mentions }) => mentions.some((mention) => overlaps(mention, place)));
      const value = (await vscode.window.showInputBox({ prompt: titles[field], value: person?.roles[0]?.[field] ?? '' }))?.trim();
      return value ? { decision: { kind: 'role', [field]: value }, spans: [place] } : undefined;
    },
  };
}

const QUOTE_TYPES: readonly QuoteType[] = ['direct', 'mixed', 'indirect'];

function quoteOf(type: QuoteType): Correction {
  const titles = {
    direct: vscode.l10n.t('This is a direct quote'),
    mixed: vscode.l10n.t('This is a partly quoted statement'),
    indirect: vscode.l10n.t('This is an indirect quote'),
  };
  return {
    id: `quote-${type}`,
    title: titles[type],
    decide: ({ place }) => Promise.resolve({ decision: { kind: 'quote', type }, spans: [place] }),
  };
}

function quoteCorrections(article: Article, index: number): readonly Correction[] {
  const quote = article.quotes[index]!;
  const next = article.quotes.find((own, other) => other > index && own.within === null);
  const join = (other: Quote): Correction => ({
    id: 'join',
    title: vscode.l10n.t('This and the next quote are one'),
    decide: () => Promise.resolve({ decision: { kind: 'quote', type: quote.type }, spans: [...quote.content, ...other.content] }),
  });
  return [
    {
      id: 'not-a-quote',
      title: vscode.l10n.t('This is not a quote'),
      decide: () => Promise.resolve({ decision: { kind: 'quote', type: 'not-a-quote' }, spans: quote.content }),
    },
    ...(next ? [join(next)] : []),
  ];
}

function outlineCorrections(article: Article, place: Span): readonly Correction[] {
  const add = (part: OutlinePart, title: string): Correction => ({
    id: `add-${part}`,
    title,
    async decide({ document }) {
      const value = await vscode.window.showInputBox({ prompt: title, value: document.getText(toRange(document, place)) });
      if (!value?.trim()) return undefined;
      const delegate = part === 'delegate' ? await vscode.window.showInputBox({ prompt: vscode.l10n.t('The party is …') }) : null;
      return { decision: outline(part, 'add', value.trim(), delegate ?? null), spans: [place] };
    },
  });
  const standing = partsAt(article, place);
  return [
    ...standing.flatMap((part) => existing(article, part)),
    add('meeting', vscode.l10n.t('Add as a meeting to the outline')),
    ...(article.meetings.length > 0
      ? [
          add('party', vscode.l10n.t('Add as a party of the meeting')),
          add('delegate', vscode.l10n.t('Add as a delegate of the meeting')),
          add('agenda', vscode.l10n.t('Add to the agenda of the meeting')),
        ]
      : []),
  ];
}

function partsAt({ meetings }: Article, place: Span): readonly OutlinePart[] {
  const at = (spans: readonly Span[]) => spans.some((span) => overlaps(span, place));
  const parts: readonly (readonly [OutlinePart, boolean])[] = [
    ['meeting', at(meetings)],
    ['party', meetings.some(({ partySpans }) => at(partySpans))],
    ['delegate', meetings.some(({ delegates }) => at(delegates))],
    ['agenda', meetings.some(({ agenda }) => at(agenda))],
  ];
  return parts.flatMap(([part, there]) => (there ? [part] : []));
}

function existing(article: Article, part: OutlinePart): readonly Correction[] {
  const names = {
    meeting: vscode.l10n.t('meeting'),
    party: vscode.l10n.t('party'),
    delegate: vscode.l10n.t('delegate'),
    agenda: vscode.l10n.t('agenda item'),
  };
  const name = names[part];
  const remove: Correction = {
    id: `remove-${part}`,
    title: vscode.l10n.t('Remove this {0} from the outline', name),
    decide: ({ place }) => Promise.resolve({ decision: outline(part, 'remove', null), spans: [place] }),
  };
  const reword: Correction = {
    id: `reword-${part}`,
    title: vscode.l10n.t('Reword this {0} in the outline …', name),
    async decide({ place }) {
      const value = (await vscode.window.showInputBox({ prompt: vscode.l10n.t('As the outline should say it') }))?.trim();
      return value ? { decision: outline(part, 'reword', value), spans: [place] } : undefined;
    },
  };
  const move: Correction = {
    id: `move-${part}`,
    title: vscode.l10n.t('Move this {0} to another meeting …', name),
    async decide({ place }) {
      const meeting = await vscode.window.showQuickPick(article.meetings.map((own) => own.name));
      return meeting ? { decision: { ...outline(part, 'move', null), meeting }, spans: [place] } : undefined;
    },
  };
  return part === 'meeting' || article.meetings.length < 2 ? [remove, reword] : [remove, reword, move];
}

function outline(
  part: OutlinePart,
  action: 'add' | 'remove' | 'reword' | 'move',
  value: string | null,
  party: string | null = null,
): Extract<Decision, { kind: 'outline' }> {
  return { kind: 'outline', part, action, value, meeting: null, party, person: null };
}

/** The selection on whole words without outer blanks; without a selection the name, or the word, at the cursor. */
function snapped(document: vscode.TextDocument, range: vscode.Range, article: Article): Span {
  if (range.isEmpty) {
    const at = document.offsetAt(range.start);
    const named = article.entities.find(({ start, end }) => start <= at && at <= end);
    if (named) return { start: named.start, end: named.end };
    const word = document.getWordRangeAtPosition(range.start);
    return toSpan(document, word ?? range);
  }
  const first = document.getWordRangeAtPosition(range.start);
  const last = document.getWordRangeAtPosition(range.end);
  const start = first && !first.end.isEqual(range.start) ? first.start : range.start;
  const end = last && !last.start.isEqual(range.end) ? last.end : range.end;
  const span = toSpan(document, new vscode.Range(start, end));
  const words = document.getText(new vscode.Range(start, end));
  return { start: span.start + words.length - words.trimStart().length, end: span.end - words.length + words.trimEnd().length };
}
