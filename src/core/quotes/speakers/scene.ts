import type { Institution, Person, Span } from '../../article.ts';
import type { Cast } from '../../people/people.ts';

/** A name printed in the article: a person's, an institution's, or one that two people share. */
export interface Mention extends Span, Named {}

/** What is named. */
interface Named {
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
  /** All mentions by their place, each made when it is first looked at; where they stand, and what else they are. */
  private readonly made: Mention[] = [];
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly named: readonly Named[];
  private readonly count: number;
  private readonly people = new Map<string, { readonly person: Person; readonly face: string }>();

  /** The first and the last mention looked at; the places before the first and after the last of all stand for the article's ends. */
  private first = Infinity;
  private last = -Infinity;
  private readonly asked = new Map<string, string | null>();

  constructor(cast: Cast) {
    const spans: Span[] = [];
    const named: Named[] = [];
    const add = (mentions: readonly Span[], own: Named): void => {
      for (let i = 0; i < mentions.length; i++) {
        spans.push(mentions[i]!);
        named.push(own);
      }
    };
    for (const person of cast.people) {
      const face = faceOf(person);
      this.people.set(person.name, { person, face });
      add(person.mentions, { person, institution: null, open: [], face });
    }
    for (const institution of cast.institutions)
      add(institution.mentions, { person: null, institution, open: [], face: bodyOf(institution) });
    for (const mention of cast.openMentions) {
      const { candidates } = mention;
      add([mention], { person: null, institution: null, open: candidates, face: `? ${candidates.join('\n')}` });
    }
    this.count = spans.length;
    const order = inOrder(spans);
    this.starts = Int32Array.from(order, (i) => spans[i]!.start);
    this.ends = Int32Array.from(order, (i) => spans[i]!.end);
    this.named = Array.from(order, (i) => named[i]!);
  }

  private mention(place: number): Mention {
    return (this.made[place] ??= { start: this.starts[place]!, end: this.ends[place]!, ...this.named[place]! });
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
    const mentions: Mention[] = [];
    for (; to < this.count && this.starts[to]! < end; to++) mentions.push(this.mention(to));
    this.note(to);
    return mentions;
  }

  /** The mentions before `offset`, the nearest first, at most `count`. */
  *back(offset: number, count: number): Generator<Mention> {
    for (let i = this.find(offset) - 1, left = count; i >= 0 && left > 0; i--, left--) {
      this.note(i - 1);
      yield this.mention(i);
    }
  }

  /** The mentions from `offset` on, the nearest first, at most `count`. */
  *ahead(offset: number, count: number): Generator<Mention> {
    for (let i = this.find(offset), left = count; i < this.count && left > 0; i++, left--) {
      this.note(i + 1);
      yield this.mention(i);
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
    for (let i = 0; i < asked.length; i++) if ((this.people.get(asked[i]![0])?.face ?? null) !== asked[i]![1]) return false;
    if (facts.length === 0) return true;
    const { starts, ends, named, count } = this;
    for (let i = 0, at = this.firstFrom(offset) + from; i < facts.length; i += 3, at++) {
      if (at < 0 || at >= count) {
        if (facts[i] !== null) return false;
      } else if (facts[i + 1] !== starts[at]! - offset || facts[i + 2] !== ends[at]! - offset || facts[i] !== named[at]!.face)
        return false;
    }
    return true;
  }

  private factsOf(from: number, to: number, offset: number): View['facts'] {
    const facts: (string | number | null)[] = [];
    for (let i = from; i < to; i++) {
      if (i >= 0 && i < this.count) facts.push(this.named[i]!.face, this.starts[i]! - offset, this.ends[i]! - offset);
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
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The indices of spans by their starts, of two that start together the longer first. */
function inOrder(spans: readonly Span[]): Uint32Array {
  // Numbers are sorted in a tenth of the time that objects are: first the start, behind it the index.
  const keys = Float64Array.from(spans, ({ start }, i) => start * spans.length + i).sort();
  const order = Uint32Array.from(keys, (key) => key % spans.length);
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!;
    const { start, end } = spans[index]!;
    let at = i;
    for (; at > 0 && spans[order[at - 1]!]!.start === start && spans[order[at - 1]!]!.end < end; at--) order[at] = order[at - 1]!;
    order[at] = index;
  }
  return order;
}

function faceOf({ mentions: _, roles, ...known }: Person): string {
  const offices = roles.map(({ start: _start, end: _end, ...role }) => Object.values(role).join('|'));
  return `person ${[...Object.values(known), ...offices].join('\n')}`;
}

function bodyOf({ mentions: _, ...known }: Institution): string {
  return `institution ${Object.values(known).join('\n')}`;
}
