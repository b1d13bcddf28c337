import { type CountryMention, findCountries } from '../geo/mentions.ts';
import type { EntityMention, ReadPassage } from '../passage.ts';
import { type Tokens, word } from '../text/tokens.ts';
import { type Entry, HEAD, HONORIFIC, lookUp, STOP } from './lexicon.ts';

/** A half-open range of token indices. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A passage's tokens as the role grammar reads them: each word with its entity and its classes, looked up once. */
export class Words {
  readonly tokens: Tokens;
  readonly count: number;
  readonly entities: readonly EntityMention[];
  /** Token ranges of the entities. */
  readonly ranges: readonly Range[];
  readonly countries: readonly CountryMention[];
  private readonly entityAt: Int32Array;
  private readonly entries: (Entry | undefined)[];

  constructor(readonly passage: ReadPassage) {
    this.tokens = passage.tokens;
    this.count = passage.tokens.count;
    this.entities = passage.entities;
    this.entries = new Array<Entry | undefined>(this.count);
    this.entityAt = new Int32Array(this.count).fill(-1);
    const ranges: Range[] = [];
    let at = 0;
    for (const [index, entity] of passage.entities.entries()) {
      while (at < this.count && this.tokens.end[at]! <= entity.start) at++;
      const from = at;
      let to = from;
      while (to < this.count && this.tokens.start[to]! < entity.end) to++;
      if (!this.isAbbreviatedTitle(entity, from, to)) this.entityAt.fill(index, from, to);
      ranges.push({ from, to });
      at = to;
    }
    this.ranges = ranges;
    this.countries = findCountries(passage.tokens);
  }

  /** "by Sen. Lee": the title alone, taken for a name. */
  private isAbbreviatedTitle({ type }: EntityMention, from: number, to: number): boolean {
    return (
      type === 'person' && to === from + 1 && ABBREVIATED_TITLE.test(this.text(from)) && this.text(to) === '.' && this.touches(to)
    );
  }

  text(i: number): string {
    return word(this.tokens, i);
  }

  slice(from: number, to: number): string {
    const words = to > from ? this.tokens.text.slice(this.tokens.start[from], this.tokens.end[to - 1]) : '';
    return /[\r\n\u2028\u2029]/.test(words) ? words.replace(/\s+/g, ' ') : words;
  }

  entry(i: number): Entry {
    return i < 0 || i >= this.count ? OUTSIDE : (this.entries[i] ??= lookUp(this.text(i)));
  }

  is(i: number, classes: number): boolean {
    return (this.entry(i).classes & classes) !== 0;
  }

  /** The entity of a token, or null. */
  entity(i: number): EntityMention | null {
    const index = i < 0 || i >= this.count ? -1 : this.entityAt[i]!;
    return index < 0 ? null : this.entities[index]!;
  }

  isPerson(i: number): boolean {
    return this.entity(i)?.type === 'person';
  }

  /** The token range of the entity that a token lies in. */
  range(i: number): Range | null {
    const index = i < 0 || i >= this.count ? -1 : this.entityAt[i]!;
    return index < 0 ? null : this.ranges[index]!;
  }

  /** Whether the token touches the one before it. */
  touches(i: number): boolean {
    return i > 0 && i < this.count && this.tokens.spaced[i] === 0;
  }

  /** A word that begins with a capital, or has a letter without case. */
  capital(i: number): boolean {
    const first = this.text(i)[0];
    return first !== undefined && first !== first.toLowerCase();
  }

  /** A word of letters in lower case. */
  lower(i: number): boolean {
    const first = this.text(i)[0];
    return first !== undefined && first !== first.toUpperCase();
  }

  /** "'s" or "’s", or the bare apostrophe of a plural, touching its word. */
  possessive(i: number): boolean {
    const own = this.text(i);
    return (own === "'s" || own === '’s' || own === "'" || own === '’') && this.touches(i);
  }

  /** A noun that heads a role; unlisted ones in lower case by their ending: "weightlifter", "seismologist". */
  head(i: number): boolean {
    if (this.is(i, HEAD)) return true;
    const unlisted = (this.lower(i) || i === 0) && !this.is(i, STOP) && this.entity(i) === null;
    return unlisted && endsLikeHead(i === 0 ? this.text(i).toLowerCase() : this.text(i));
  }

  honorific(i: number): boolean {
    return this.is(i, HONORIFIC) && this.capital(i);
  }
}

const ABBREVIATED_TITLE = /^(?:Sens?|Reps?|Govs?|Pres|Revs?|Gens?|Lts?|Cols?|Capts?|Profs?|Drs?|Sgts?|Supt|Atty)$/;

const OUTSIDE: Entry = { classes: STOP, kind: null };

const NO_HEADS = new Set(
  (
    'after over under either neither rather whether however never ever another other later earlier together further former greater larger smaller ' +
    'longer older younger higher lower newer closer order offer deliver enter answer cover discover gather honor monitor favor refer suffer prefer differ ' +
    'transfer trigger counter encounter register administer render tender surrender hinder wonder ponder consider remember letter matter power paper ' +
    'number center water tower computer weather dinner winter summer october september november december river corner manner chapter quarter error ' +
    'factor sector motor floor door color labor humor rumor terror mirror better latter inner outer upper per tor major minor senior junior prior ' +
    'interior exterior superior inferior liquor tenor horror vapor harbor neighbor border daughter laughter thunder shoulder folder ladder'
  ).split(' '),
);

function endsLikeHead(word: string): boolean {
  return word.length >= 6 && /(?:[a-z](?:er|or|ist|eer)|ician|woman|[a-z]men)$/.test(word) && !NO_HEADS.has(word);
}
