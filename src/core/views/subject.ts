import type { Article, Entity, Institution, OpenMention, Person, Quote, Span } from '../article.ts';
import { printed, touches } from './excerpt.ts';

/** What a place in the article is about: on `Akar` the person Hulusi Akar, on `Tuesday` the date. `span` is what the cursor stands on. */
export type Subject =
  | { readonly kind: 'person'; readonly span: Span; readonly person: Person }
  | { readonly kind: 'institution'; readonly span: Span; readonly institution: Institution }
  | { readonly kind: 'open'; readonly span: Span; readonly mention: OpenMention }
  | { readonly kind: 'entity'; readonly span: Span; readonly entity: Entity };

/** The subject at an offset, or null where the article names nobody and nothing. */
export function subjectAt(article: Article, offset: number): Subject | null {
  for (const person of article.people) {
    const span = spanAt(person.mentions, offset);
    if (span) return { kind: 'person', span, person };
  }
  for (const institution of article.institutions) {
    const span = spanAt(institution.mentions, offset);
    if (span) return { kind: 'institution', span, institution };
  }
  const mention = spanAt(article.openMentions, offset);
  if (mention) return { kind: 'open', span: mention, mention };
  const entity = spanAt(article.entities, offset);
  if (entity) return { kind: 'entity', span: entity, entity };
  return null;
}

/** Every mention of the subject, in order. An entity that is neither person nor institution is matched by its printed words and type. */
export function mentionsOf(article: Article, subject: Subject): readonly Span[] {
  switch (subject.kind) {
    case 'person':
      return subject.person.mentions;
    case 'institution':
      return subject.institution.mentions;
    case 'open':
      return [subject.span];
    case 'entity': {
      const words = printed(article, subject.entity);
      return article.entities.filter((entity) => entity.type === subject.entity.type && printed(article, entity) === words);
    }
  }
}

/** The person whose role is printed here: on `Turkish Defence Minister` Hulusi Akar. */
export function personByRoleAt(article: Article, offset: number): { readonly person: Person; readonly span: Span } | null {
  for (const person of article.people) {
    const span = spanAt(person.roles, offset);
    if (span) return { person, span };
  }
  return null;
}

/** Indices of the quotes at an offset (content, cue or source), the innermost first. */
export function quotesAt(article: Article, offset: number): readonly number[] {
  const found: { readonly index: number; readonly length: number }[] = [];
  article.quotes.forEach((quote, index) => {
    const span = spanAt(quoteSpans(quote), offset);
    if (span) found.push({ index, length: span.end - span.start });
  });
  return found.sort((a, b) => a.length - b.length).map(({ index }) => index);
}

/** Everything a quote consists of, in no special order. */
export function quoteSpans(quote: Quote): readonly Span[] {
  return [...quote.content, ...(quote.cue ? [quote.cue] : []), ...(quote.source ? [quote.source] : [])];
}

/** A span that holds the offset, else one that ends at it. */
function spanAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  return spans.find((span) => span.start <= offset && offset < span.end) ?? spans.find((span) => touches(span, offset));
}
