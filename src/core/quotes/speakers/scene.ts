import type { Institution, Person, Span } from '../../article.ts';
import type { Cast } from '../../people/people.ts';

/** A name printed in the article: a person's, an institution's, or one that two people share. */
export interface Mention extends Span {
  readonly person: Person | null;
  readonly institution: Institution | null;
  /** The names between which it stays open. */
  readonly open: readonly string[];
  /** All that the article knows of whom it names, but for where: equal faces are the same to whoever looks. */
  readonly face: string;
}

/** What was looked at: facts in the order of the text, offsets and places counted from the passage that looked. */
export interface View {
  /** The place of the first mention looked at. */
  readonly from: number;
  readonly facts: readonly (string | number | null)[];
  readonly asked: readonly (readonly [name: string, face: string | null])[];
}

/**
 * All names of the article in the order of the text, for looking back from any place. It notes what is looked at, so that who asks the
 * same where nothing of that changed need not look again.
 */
export class Scene {
  private readonly mentions: readonly Mention[];
  private readonly people = new Map<string, { readonly person: Person; readonly face: string }>();

  /** The first and the last mention looked at; the places before the first and after the last of all stand for the article's ends. */
  private first = Infinity;
  private last = -Infinity;
  private readonly asked = new Map<string, string | null>();

  constructor(cast: Cast) {
    const mentions: Mention[] = [];
    for (const person of cast.people) {
      const face = faceOf(person);
      this.people.set(person.name, { person, face });
      for (const { start, end } of person.mentions) mentions.push({ start, end, person, institution: null, open: [], face });
    }
    for (const institution of cast.institutions) {
      const face = bodyOf(institution);
      for (const { start, end } of institution.mentions) mentions.push({ start, end, person: null, institution, open: [], face });
    }
    for (const { start, end, candidates } of cast.openMentions)
      mentions.push({ start, end, person: null, institution: null, open: candidates, face: `? ${candidates.join('\n')}` });
    this.mentions = mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  person(name: string | null): Person | null {
    if (name === null) return null;
    const known = this.people.get(name);
    this.asked.set(name, known?.face ?? null);
    return known?.person ?? null;
  }

  /** The mentions that start inside a span. */
  within({ start, end }: Span): readonly Mention[] {
    const from = this.find(start);
    let to = from;
    while (to < this.mentions.length && this.mentions[to]!.start < end) to++;
    this.note(to);
    return this.mentions.slice(from, to);
  }

  /** The mentions before `offset`, the nearest first, at most `count`. */
  *back(offset: number, count: number): Generator<Mention> {
    for (let i = this.find(offset) - 1, left = count; i >= 0 && left > 0; i--, left--) {
      this.note(i - 1);
      yield this.mentions[i]!;
    }
  }

  /** The mentions from `offset` on, the nearest first, at most `count`. */
  *ahead(offset: number, count: number): Generator<Mention> {
    for (let i = this.find(offset), left = count; i < this.mentions.length && left > 0; i++, left--) {
      this.note(i + 1);
      yield this.mentions[i]!;
    }
  }

  /** What was looked at since the last view, as seen from `offset`. */
  takeView(offset: number): View {
    const home = this.firstFrom(offset);
    const seen = this.first <= this.last;
    const from = seen ? this.first - home : 0;
    const view = {
      from,
      facts: seen ? this.factsOf(this.first, this.last + 1, offset) : [],
      asked: [...this.asked],
    };
    this.first = Infinity;
    this.last = -Infinity;
    this.asked.clear();
    return view;
  }

  /** Whether one who looks from `offset` sees the same. */
  shows({ from, facts, asked }: View, offset: number): boolean {
    if (asked.some(([name, face]) => (this.people.get(name)?.face ?? null) !== face)) return false;
    const start = this.firstFrom(offset) + from;
    const { mentions } = this;
    for (let i = 0, at = start; i < facts.length; i += 3, at++) {
      const mention = mentions[at];
      if (!mention) {
        if (facts[i] !== null) return false;
      } else if (facts[i] !== mention.face || facts[i + 1] !== mention.start - offset || facts[i + 2] !== mention.end - offset)
        return false;
    }
    return true;
  }

  private factsOf(from: number, to: number, offset: number): View['facts'] {
    const facts: (string | number | null)[] = [];
    for (let i = from; i < to; i++) {
      const mention = this.mentions[i];
      if (mention) facts.push(mention.face, mention.start - offset, mention.end - offset);
      else facts.push(null, 0, 0);
    }
    return facts;
  }

  private note(place: number): void {
    if (place < this.first) this.first = place;
    if (place > this.last) this.last = place;
  }

  /** As `firstFrom`, noting what tells. */
  private find(offset: number): number {
    const place = this.firstFrom(offset);
    this.note(place - 1);
    this.note(place);
    return place;
  }

  /** Index of the first mention that starts at or after `offset`. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function faceOf({ mentions: _, roles, ...known }: Person): string {
  const offices = roles.map(({ start: _start, end: _end, ...role }) => Object.values(role).join('|'));
  return `person ${[...Object.values(known), ...offices].join('\n')}`;
}

function bodyOf({ mentions: _, ...known }: Institution): string {
  return `institution ${Object.values(known).join('\n')}`;
}
