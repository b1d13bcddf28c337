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
  private readonly named: Named[];
  private readonly count: number;
  private readonly people = new Map<string, { readonly person: Person; readonly face: string }>();
  private readonly bodies = new Map<string, { readonly institution: Institution; readonly face: string }>();

  /** The first and the last mention looked at; the places before the first and after the last of all stand for the article's ends. */
  private first = Infinity;
  private last = -Infinity;
  private readonly asked = new Map<string, string | null>();

  /** Who is known as in the scene `before` has the same face, so that it need not be put together and compares at once. */
  constructor(cast: Cast, before: Scene | null) {
    const spans: Span[] = [];
    const named: Named[] = [];
    const add = (mentions: readonly Span[], own: Named): void => {
      for (let i = 0; i < mentions.length; i++) {
        spans.push(mentions[i]!);
        named.push(own);
      }
    };
    for (const person of cast.people) {
      const known = before?.people.get(person.name);
      const face = known && isKnownAs(person, known.person) ? known.face : faceOf(person);
      this.people.set(person.name, { person, face });
      add(person.mentions, { person, institution: null, open: [], face });
    }
    for (const institution of cast.institutions) {
      const known = before?.bodies.get(institution.name);
      const face = known && isSameBody(institution, known.institution) ? known.face : bodyOf(institution);
      this.bodies.set(institution.name, { institution, face });
      add(institution.mentions, { person: null, institution, open: [], face });
    }
    for (const mention of cast.openMentions) {
      const { candidates } = mention;
      add([mention], { person: null, institution: null, open: candidates, face: `? ${candidates.join('\n')}` });
    }
    this.count = spans.length;
    const order = inOrder(spans);
    this.starts = new Int32Array(order.length);
    this.ends = new Int32Array(order.length);
    this.named = [];
    for (let place = 0; place < order.length; place++) {
      const index = order[place]!;
      this.starts[place] = spans[index]!.start;
      this.ends[place] = spans[index]!.end;
      this.named.push(named[index]!);
    }
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
  const keys = new Float64Array(spans.length);
  for (let i = 0; i < keys.length; i++) keys[i] = spans[i]!.start * keys.length + i;
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[i] = keys[i]! % keys.length;
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!;
    const { start, end } = spans[index]!;
    let at = i;
    for (; at > 0 && spans[order[at - 1]!]!.start === start && spans[order[at - 1]!]!.end < end; at--) order[at] = order[at - 1]!;
    order[at] = index;
  }
  return order;
}

function faceOf({ name, roles, namesakes }: Person): string {
  const offices = roles.map(({ role, post, status, institution, party }) => [role, post, status, institution, party].join('|'));
  return `person ${[name, namesakes.join(), ...offices].join('\n')}`;
}

function isKnownAs(a: Person, b: Person): boolean {
  return (
    a.name === b.name &&
    isSame(a.namesakes, b.namesakes) &&
    a.roles.length === b.roles.length &&
    a.roles.every((own, i) => {
      const other = b.roles[i]!;
      return (
        own.role === other.role &&
        own.post === other.post &&
        own.status === other.status &&
        own.institution === other.institution &&
        own.party === other.party
      );
    })
  );
}

function bodyOf({ name, aliases, kind, party }: Institution): string {
  return `institution ${[name, aliases.join(), kind, party].join('\n')}`;
}

function isSameBody(a: Institution, b: Institution): boolean {
  return a.name === b.name && a.kind === b.kind && a.party === b.party && isSame(a.aliases, b.aliases);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i]));
}
