import type {
  Article,
  Institution,
  InstitutionKind,
  Money,
  Person,
  Quote,
  QuoteType,
  Role,
  Span,
  SpeakerKind,
  Why,
} from '../article.ts';
import { datePhraseAt } from './datePhrase.ts';
import { type Evidence, evidenceAt, printed } from './excerpt.ts';
import { placeCard, type PlaceCard } from './place.ts';
import { mentionsOf, personByRoleAt, quotesAt, quoteSpans, type Subject, subjectAt } from './subject.ts';

/** What a hover says, as plain data; worded and laid out at the edge. `span` is the printed place the card belongs to. */
export type Card = PersonCard | InstitutionCard | OpenCard | QuoteCard | DateCard | MoneyCard | PlaceCard;

export interface PersonCard {
  readonly kind: 'person';
  readonly span: Span;
  readonly name: string;
  /** Each role with the sentence that prints it; empty when the article gives none. */
  readonly roles: readonly RoleLine[];
  readonly mentions: number;
  readonly quotes: number;
  /** Where the article first names the person. */
  readonly first: Evidence | null;
  /** Other printed forms of the name: `Akar`. */
  readonly otherForms: readonly string[];
  readonly namesakes: readonly string[];
}

export interface RoleLine {
  readonly role: Role;
  readonly evidence: Evidence;
}

export interface InstitutionCard {
  readonly kind: 'institution';
  readonly span: Span;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What sort of body it is; null where its name does not tell. */
  readonly body: InstitutionKind | null;
  readonly party: string | null;
  /** Who speaks or stands for it in the article. */
  readonly people: readonly { readonly name: string; readonly post: string }[];
  readonly mentions: number;
  readonly quotes: number;
  readonly first: Evidence | null;
}

export interface OpenCard {
  readonly kind: 'open';
  readonly span: Span;
  readonly name: string;
  readonly candidates: readonly string[];
}

export interface QuoteCard {
  readonly kind: 'quote';
  readonly span: Span;
  /** Index in the article's quotes. */
  readonly index: number;
  readonly type: QuoteType;
  /** The pieces of the whole quote, in order. */
  readonly pieces: readonly string[];
  readonly speaker: string | null;
  readonly speakerKind: SpeakerKind | null;
  /** The speaker's role where the speaker is a person with one. */
  readonly role: string | null;
  readonly cue: string | null;
  readonly source: Evidence | null;
  /** The printed words that name the source: `his Russian counterpart`. */
  readonly sourceWords: string | null;
  readonly candidates: readonly string[];
  readonly via: string | null;
  /** Who is quoted around this quote, when it is nested; "" when that speaker is unknown. */
  readonly within: string | null;
  readonly why: Why;
}

export interface DateCard {
  readonly kind: 'date';
  readonly span: Span;
  readonly words: string;
  readonly value: string | null;
  /** The day the article is dated, which "Tuesday" was worked out from. */
  readonly articleDate: string | null;
}

export interface MoneyCard {
  readonly kind: 'money';
  readonly span: Span;
  readonly words: string;
  readonly value: Money | null;
}

/** The cards for an offset, the nearest first: on `Akar` in `said Akar` the person's, then the quote's. */
export function cardsAt(article: Article, offset: number): readonly Card[] {
  const cards: Card[] = [];
  const subject = subjectAt(article, offset);
  const card = subject ? subjectCard(article, subject) : datePhraseCard(article, offset);
  if (card) cards.push(card);
  const byRole = personByRoleAt(article, offset);
  if (byRole && subject?.kind !== 'person') cards.push(personCard(article, byRole.person, byRole.span));
  for (const index of quotesAt(article, offset)) cards.push(quoteCard(article, index, offset));
  return cards;
}

export function personCard(article: Article, person: Person, span: Span): PersonCard {
  const first = person.mentions[0];
  return {
    kind: 'person',
    span,
    name: person.name,
    roles: person.roles.map((role) => ({ role, evidence: evidenceAt(article, role) })),
    mentions: person.mentions.length,
    quotes: quotesOf(article, person.name),
    first: first ? evidenceAt(article, first) : null,
    otherForms: [...new Set(person.mentions.map((mention) => printed(article, mention)))].filter((form) => form !== person.name),
    namesakes: person.namesakes,
  };
}

export function quoteCard(article: Article, index: number, offset: number): QuoteCard {
  const quote = article.quotes[index]!;
  const outer = quote.within === null ? undefined : article.quotes[quote.within];
  return {
    kind: 'quote',
    span: quoteSpans(quote).find((span) => span.start <= offset && offset <= span.end) ??
      quote.content[0] ?? { start: offset, end: offset },
    index,
    type: quote.type,
    pieces: quote.content.map((piece) => printed(article, piece)),
    speaker: quote.speaker,
    speakerKind: quote.speakerKind,
    role: roleOf(article, quote.speaker),
    cue: quote.cue && printed(article, quote.cue),
    source: quote.source && evidenceAt(article, quote.source),
    sourceWords: quote.source && printed(article, quote.source),
    candidates: quote.candidates,
    via: quote.via,
    within: outer ? (outer.speaker ?? '') : null,
    why: quote.why,
  };
}

function subjectCard(article: Article, subject: Subject): Card | null {
  switch (subject.kind) {
    case 'person':
      return personCard(article, subject.person, subject.span);
    case 'institution':
      return institutionCard(article, subject.institution, subject.span);
    case 'open':
      return { kind: 'open', span: subject.span, name: printed(article, subject.span), candidates: subject.mention.candidates };
    case 'entity':
      return entityCard(article, subject);
  }
}

function institutionCard(article: Article, institution: Institution, span: Span): InstitutionCard {
  const first = institution.mentions[0];
  return {
    kind: 'institution',
    span,
    name: institution.name,
    aliases: institution.aliases,
    body: institution.kind,
    party: institution.party,
    people: article.people.flatMap((person) =>
      person.roles
        .filter((role) => role.institution === institution.name)
        .map((role) => ({ name: person.name, post: role.post })),
    ),
    mentions: institution.mentions.length,
    quotes: quotesOf(article, institution.name),
    first: first ? evidenceAt(article, first) : null,
  };
}

function entityCard(article: Article, subject: Extract<Subject, { kind: 'entity' }>): Card | null {
  const { entity, span } = subject;
  const words = printed(article, entity);
  switch (entity.type) {
    case 'date':
      return {
        kind: 'date',
        span,
        words,
        value: typeof entity.value === 'string' ? entity.value : null,
        articleDate: article.date,
      };
    case 'money':
      return { kind: 'money', span, words, value: typeof entity.value === 'object' ? entity.value : null };
    case 'location':
    case 'facility':
    case 'norp':
      return placeCard(article, entity, span, mentionsOf(article, subject).length);
    case 'person':
    case 'organization':
    case 'product':
    case 'misc':
      return null;
  }
}

function datePhraseCard(article: Article, offset: number): DateCard | null {
  const phrase = datePhraseAt(article, offset);
  if (!phrase) return null;
  const { span, value } = phrase;
  return { kind: 'date', span, words: printed(article, span), value, articleDate: article.date };
}

function roleOf(article: Article, speaker: string | null): string | null {
  const person = speaker === null ? undefined : article.people.find(({ name }) => name === speaker);
  return person?.roles[0]?.role ?? null;
}

function quotesOf(article: Article, speaker: string): number {
  return article.quotes.filter((quote: Quote) => quote.speaker === speaker).length;
}
