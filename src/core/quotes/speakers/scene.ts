import type { Institution, Person, Span } from '../../article.ts';
import type { Cast } from '../../people/people.ts';

/** A name printed in the article: a person's, an institution's, or one that two people share. */
export interface Mention extends Span {
  readonly person: Person | null;
  readonly institution: Institution | null;
  /** The names between which it stays open. */
  readonly open: readonly string[];
}

/** All names of the article in the order of the text, for looking back from any place. */
export class Scene {
  readonly mentions: readonly Mention[];

  private readonly people: ReadonlyMap<string, Person>;

  constructor(cast: Cast) {
    this.people = new Map(cast.people.map((person) => [person.name, person]));
    const mentions: Mention[] = [];
    for (const person of cast.people)
      for (const { start, end } of person.mentions) mentions.push({ start, end, person, institution: null, open: [] });
    for (const institution of cast.institutions)
      for (const { start, end } of institution.mentions) mentions.push({ start, end, person: null, institution, open: [] });
    for (const { start, end, candidates } of cast.openMentions)
      mentions.push({ start, end, person: null, institution: null, open: candidates });
    this.mentions = mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  person(name: string | null): Person | null {
    return name === null ? null : (this.people.get(name) ?? null);
  }

  /** Index of the first mention that starts at or after `offset`. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The mentions that start inside a span. */
  within({ start, end }: Span): readonly Mention[] {
    const from = this.firstFrom(start);
    let to = from;
    while (to < this.mentions.length && this.mentions[to]!.start < end) to++;
    return this.mentions.slice(from, to);
  }

  /** The mentions before `offset`, the nearest first, at most `count`. */
  *back(offset: number, count: number): Generator<Mention> {
    for (let i = this.firstFrom(offset) - 1, left = count; i >= 0 && left > 0; i--, left--) yield this.mentions[i]!;
  }

  /** The mentions from `offset` on, the nearest first, at most `count`. */
  *ahead(offset: number, count: number): Generator<Mention> {
    for (let i = this.firstFrom(offset), left = count; i < this.mentions.length && left > 0; i++, left--) yield this.mentions[i]!;
  }
}
