import type { Person, Quote } from '../../article.ts';
import type { Cast } from '../../people/people.ts';
import type { PlacedAttribution } from '../quotes.ts';

/** An attribution with its speaker. */
export interface Spoken extends Pick<Quote, 'speaker' | 'speakerKind' | 'candidates' | 'why'> {
  readonly placed: PlacedAttribution;
}

/** Resolves the sources of an article's attributions, in order, to the people and institutions they stand for. */
export function resolveSpeakers(attributions: readonly PlacedAttribution[], cast: Cast): readonly Spoken[] {
  let last: Person | null = null;
  return attributions.map((placed): Spoken => {
    const { source } = placed.attribution;
    if (!source) return { placed, speaker: null, speakerKind: null, candidates: [], why: { code: 'no-source', data: {} } };
    const { tokens } = placed.passage;
    const start = tokens.start[source.from]!;
    const end = tokens.end[source.to - 1]!;
    const words = tokens.text.slice(start, end);
    const inSource = ({ start: from, end: to }: { start: number; end: number }) =>
      from < placed.start + end && to > placed.start + start;
    const person = cast.people.find(({ mentions }) => mentions.some(inSource));
    if (person) {
      last = person;
      return {
        placed,
        speaker: person.name,
        speakerKind: 'person',
        candidates: [],
        why: { code: 'named', data: { source: words } },
      };
    }
    if (/^(?:he|she)$/i.test(words) && last)
      return {
        placed,
        speaker: last.name,
        speakerKind: 'person',
        candidates: [],
        why: { code: 'pronoun', data: { source: words } },
      };
    const institution = cast.institutions.find(({ mentions }) => mentions.some(inSource));
    if (institution)
      return {
        placed,
        speaker: institution.name,
        speakerKind: 'institution',
        candidates: [],
        why: { code: 'named', data: { source: words } },
      };
    return {
      placed,
      speaker: words,
      speakerKind: 'description',
      candidates: [],
      why: { code: 'description', data: { source: words } },
    };
  });
}
