import type { Article, Span } from '../article.ts';

/** The analysis as the JSON value that other programs rely on: fields may be added, never changed or dropped. */
export function toJson(article: Article, id: string): Record<string, unknown> {
  return {
    id,
    structure: article.structure.map(({ kind, start, end }) => ({ kind, start, end })),
    entities: article.entities.map(({ start, end, type, value }) => ({ start, end, type, value })),
    people: article.people.map(({ name, mentions, roles }) => ({
      name,
      mentions: mentions.map(pair),
      roles: roles.map(({ role, post, status, institution, party, start, end }) => ({
        role,
        post,
        status,
        institution,
        party,
        start,
        end,
      })),
    })),
    institutions: article.institutions.map(({ name, aliases, kind, party, mentions }) => ({
      name,
      aliases,
      kind,
      party,
      mentions: mentions.map(pair),
    })),
    quotes: article.quotes.map((quote) => ({
      type: quote.type,
      content: quote.content.map(pair),
      cue: quote.cue && pair(quote.cue),
      source: quote.source && pair(quote.source),
      speaker: quote.speaker,
      speakerKind: quote.speakerKind,
      candidates: quote.candidates,
      via: quote.via,
      within: quote.within,
      why: quote.why,
    })),
    meetings: article.meetings.map(({ name, status, when, date, where, parties, announced, delegates, agenda }) => ({
      name,
      status,
      when,
      date,
      where,
      parties,
      announced: announced?.count ?? null,
      delegates: delegates.map(({ party, post, person, start, end }) => ({ party, post, person, start, end })),
      agenda: agenda.map(({ text, start, end, by }) => ({ text, start, end, by })),
    })),
  };
}

function pair({ start, end }: Span): readonly [number, number] {
  return [start, end];
}
