import type { Article, Person, Quote } from '../article.ts';

/** The party a person stands for: that of the first current role that names one, else of any role; null when the article gives none. */
export function partyOfPerson(person: Person): string | null {
  const withParty = person.roles.filter(({ party }) => party !== null);
  return (withParty.find(({ status }) => status !== 'former') ?? withParty[0])?.party ?? null;
}

/** The party of every person and institution that has one. */
export function partiesByName(article: Article): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { name, party } of article.institutions) if (party !== null) known.set(name, party);
  for (const person of article.people) {
    const party = partyOfPerson(person);
    if (party !== null) known.set(person.name, party);
  }
  return known;
}

/** The party behind each speaker's name, for a whole article at once. */
export function partiesOfSpeakers(article: Article): (quote: Quote) => string | null {
  const known = partiesByName(article);
  return ({ speaker, speakerKind }) => {
    if (speaker === null) return null;
    return speakerKind === 'party' ? speaker : (known.get(speaker) ?? null);
  };
}

/** How many quotes each speaker has. */
export function quoteCounts(article: Article): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of article.quotes) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}
