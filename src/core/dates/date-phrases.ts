import { type Tokens, word } from '../text/tokens.ts';
import type { DateForm, Direction, PartOf } from './dates.ts';
import { directionBefore } from './tense.ts';

/** A printed date: tokens `from` to `to` (half-open). `form` is null for ranges and what else has no one value. */
export interface DatePhrase {
  readonly from: number;
  readonly to: number;
  readonly form: DateForm | null;
}

/**
 * Finds the dates printed in a range of tokens: `on [Tuesday]`, `in [early May]`, `[25 April 2023]`, `[earlier this month]`, `[two weeks ago]`.
 * A year alone is one after "in", "since" and the like, or where `bareYears` says that the whole range is a date.
 */
export function findDatePhrases(tokens: Tokens, from: number, to: number, bareYears = false): readonly DatePhrase[] {
  const phrases: DatePhrase[] = [];
  for (let i = from; i < to; i++) {
    const kind = STARTS.get(lower(tokens, i)) ?? (isDigit(tokens, i) ? 'number' : undefined);
    if (kind === undefined) continue;
    const phrase = new Reader(tokens, i, to, from, bareYears).read();
    if (!phrase) continue;
    phrases.push(phrase);
    i = phrase.to - 1;
  }
  return phrases;
}

const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [[name, i + 1] as const, [name.slice(0, 3), i + 1] as const]),
).set('sept', 9);
const WEEKDAYS = new Map(
  'sunday monday tuesday wednesday thursday friday saturday'
    .split(' ')
    .flatMap((name, i) => [[name, i] as const, [name.slice(0, 3), i] as const]),
)
  .set('tues', 2)
  .set('thurs', 4);
const DAYS = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const UNITS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year'> = new Map<string, 'day' | 'week' | 'month' | 'year'>(
  (['day', 'week', 'month', 'year'] as const).flatMap((unit) => [[unit, unit] as const, [`${unit}s`, unit] as const]),
);
const PARTS = new Map<string, PartOf>([
  ['early', 'early'],
  ['earlier', 'early'],
  ['beginning', 'early'],
  ['start', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
  ['later', 'late'],
  ['end', 'late'],
]);
const RELATIVE = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);
const NUMBERS = new Map(
  'a one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((name, i) => [name, Math.max(1, i)] as const)
    .concat([['an', 1]]),
);
const YEAR_CUES = new Set(['in', 'since', 'until', 'till', 'by', 'from', 'during', 'of', 'before', 'after', 'for', 'to']);
const RANGE_MARKS = new Set(['-', '–', '—', '/', 'to', 'through', 'until', 'till', 'and']);

const STARTS = new Map<string, 'word'>(
  [MONTHS, WEEKDAYS, DAYS, PARTS, RELATIVE, NUMBERS].flatMap((map) => [...map.keys()].map((key) => [key, 'word'] as const)),
);

/** Reads one phrase that begins at a token. */
class Reader {
  private at: number;

  constructor(
    private readonly tokens: Tokens,
    private readonly from: number,
    private readonly end: number,
    private readonly floor: number,
    private readonly bareYears: boolean,
  ) {
    this.at = from;
  }

  read(): DatePhrase | null {
    const part = this.part();
    const relative = this.relative();
    const form = this.core(part, relative);
    return form === undefined ? null : { from: this.from, to: this.at, form };
  }

  /** "early", "mid-", "the end of", "earlier": null where none stands here. */
  private part(): PartOf | null {
    const part = PARTS.get(this.word()) ?? null;
    if (part === null) return null;
    this.at++;
    if (this.word() === '-' || this.word() === 'of' || this.word() === 'in') this.at++;
    if (this.word() === 'the') this.at++;
    return part;
  }

  private relative(): number | null {
    const relative = RELATIVE.get(this.word());
    if (relative === undefined) return null;
    this.at++;
    return relative;
  }

  /** `undefined` where no date stands here, null where one stands that has no one value. */
  private core(part: PartOf | null, relative: number | null): DateForm | null | undefined {
    const own = this.word();
    const days = DAYS.get(own);
    if (days !== undefined && relative === null) {
      this.at++;
      return { kind: 'offset', unit: 'day', count: days, part: null };
    }
    const unit = UNITS.get(own) ?? (own === 'weekend' ? 'week' : undefined);
    if (unit !== undefined) return this.relativeUnit(unit, part, relative);
    if (this.isName(WEEKDAYS)) return this.weekday(relative);
    if (this.isName(MONTHS)) return this.month(part, relative);
    if (isDigit(this.tokens, this.at)) return relative === null ? this.number(part) : undefined;
    if (NUMBERS.has(own) && relative === null && part === null) return this.ago();
    return undefined;
  }

  private relativeUnit(
    unit: 'day' | 'week' | 'month' | 'year',
    part: PartOf | null,
    relative: number | null,
  ): DateForm | null | undefined {
    if (relative === null || unit === 'day' || this.word().endsWith('s')) return undefined; // "early days", "the past weeks"
    this.at++;
    // "earlier this month" and "later this year" say no more than the month and the year.
    const loose = PARTS.has(lower(this.tokens, this.from)) && /^(?:earlier|later)$/.test(lower(this.tokens, this.from));
    return { kind: 'offset', unit, count: relative, part: loose ? null : part };
  }

  private ago(): DateForm | undefined {
    const count = NUMBERS.get(this.word()) ?? Number(this.word());
    const unit = UNITS.get(lower(this.tokens, this.at + 1));
    if (unit === undefined || lower(this.tokens, this.at + 2) !== 'ago' || !(count < 10_000)) return undefined;
    this.at += 3;
    return { kind: 'offset', unit, count: -count, part: null };
  }

  private weekday(relative: number | null): DateForm | null {
    const weekday = WEEKDAYS.get(this.word())!;
    this.at += lower(this.tokens, this.at + 1) === '.' && word(this.tokens, this.at).length <= 5 ? 2 : 1;
    const back = this.at;
    if (this.word() === ',') this.at++;
    if (this.word() === 'the') this.at++;
    const dated = this.isName(MONTHS)
      ? this.month(null, null)
      : isDigit(this.tokens, this.at)
        ? this.number(null, false)
        : undefined;
    if (dated?.kind === 'day') return dated;
    this.at = back;
    if (this.range()) return null;
    return { kind: 'weekday', weekday, direction: this.direction(relative) };
  }

  /** "May", "May 9", "May 9, 2023", "May 2023", "Sept. 10 (Monday), 2018". */
  private month(part: PartOf | null, relative: number | null): DateForm | null | undefined {
    const month = MONTHS.get(this.word())!;
    // "May I ask" is no month.
    if (month === 5 && this.at === this.floor && !/^\d/.test(word(this.tokens, this.at + 1)) && !this.bareYears) return undefined;
    this.skipDot();
    const day = this.dayNumber();
    if (day === null) {
      const before = this.at;
      if (this.word() === ',' || this.word() === 'of') this.at++;
      const year = this.year();
      if (year === null) this.at = before;
      if (this.range()) return null;
      return { kind: 'month', year, month, part, direction: this.direction(relative) };
    }
    this.at++;
    if (this.range()) return null;
    const year = this.yearAfterDay();
    return { kind: 'day', year, month, day, direction: this.direction(relative) };
  }

  /** Steps over a month's name and the dot of "Sept."; the dot after "July" ends a sentence. */
  private skipDot(): void {
    const short = this.word().length <= 4 && !/^(?:may|june|july)$/.test(this.word());
    this.at++;
    if (short && this.word() === '.' && !this.tokens.spaced[this.at]) this.at++;
  }

  /** The year of "May 9, 2023" and "Sept. 10 (Monday), 2018". */
  private yearAfterDay(): number | null {
    const back = this.at;
    if (this.word() === '(' && WEEKDAYS.has(lower(this.tokens, this.at + 1)) && word(this.tokens, this.at + 2) === ')')
      this.at += 3;
    if (this.word() === ',') this.at++;
    const year = this.year();
    if (year === null) this.at = back;
    return year;
  }

  private number(part: PartOf | null, yearsToo = true): DateForm | null | undefined {
    const ago = this.ago();
    if (ago) return ago;
    const own = word(this.tokens, this.at);
    const iso = this.isoDate();
    if (iso) return iso;
    const day = this.dayNumber();
    if (day !== null) {
      const next = lower(this.tokens, this.at + 1) === 'of' ? this.at + 2 : this.at + 1;
      if (isName(this.tokens, next, MONTHS)) {
        const month = MONTHS.get(lower(this.tokens, next))!;
        // "May 12 to 17 July": the range's other end stands before it.
        const ranged =
          this.at > this.floor && RANGE_MARKS.has(lower(this.tokens, this.at - 1)) && isDigit(this.tokens, this.at - 2);
        this.at = next;
        this.skipDot();
        const year = this.yearAfterDay();
        return ranged || this.range() ? null : { kind: 'day', year, month, day, direction: this.direction(null) };
      }
      return undefined;
    }
    if (!yearsToo || !/^[12]\d{3}$/.test(own)) return undefined;
    const cued = this.bareYears || part !== null || YEAR_CUES.has(lower(this.tokens, this.from - 1));
    if (!cued) return undefined;
    this.at++;
    if (this.word() === 's' && !this.tokens.spaced[this.at]) return null; // the 1960s
    if (this.range()) return null;
    return { kind: 'year', year: Number(own), part };
  }

  /** 2023-04-25 */
  private isoDate(): DateForm | null {
    const { tokens, at } = this;
    const parts = [at, at + 2, at + 4].map((i) => word(tokens, i));
    if (word(tokens, at + 1) !== '-' || word(tokens, at + 3) !== '-' || tokens.spaced[at + 1] || tokens.spaced[at + 4])
      return null;
    if (!/^\d{4} \d\d \d\d$/.test(parts.join(' '))) return null;
    this.at += 5;
    const [year, month, day] = parts.map(Number) as [number, number, number];
    return { kind: 'day', year, month, day, direction: { sign: 0, strict: false } };
  }

  /** The day of the month printed at the reader's place: 9, 9th. */
  private dayNumber(): number | null {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(this.at < this.end ? word(this.tokens, this.at) : '');
    const day = match ? Number(match[1]) : 0;
    return day >= 1 && day <= 31 ? day : null;
  }

  private year(): number | null {
    const own = this.at < this.end ? word(this.tokens, this.at) : '';
    if (!/^[12]\d{3}$/.test(own)) return null;
    this.at++;
    return Number(own);
  }

  /** Whether the phrase goes on to a second end ("July 10 to 17", "2021-22"); takes it in. */
  private range(): boolean {
    if (!RANGE_MARKS.has(this.word())) return false;
    const next = this.at + 1;
    if (next >= this.end) return false;
    const dated = /^\d{1,4}(?:st|nd|rd|th)?$/i.test(word(this.tokens, next)) || isName(this.tokens, next, MONTHS);
    if (!dated && !(isName(this.tokens, next, WEEKDAYS) && this.word() !== 'and')) return false;
    this.at = next + 1;
    if (isName(this.tokens, this.at, MONTHS)) this.at++;
    else if (/^\d{1,2}$/.test(word(this.tokens, this.at)) && isName(this.tokens, next, MONTHS)) this.at++;
    this.yearAfterDay();
    return true;
  }

  private direction(relative: number | null): Direction {
    if (relative === -1 || relative === 1) return { sign: relative, strict: true };
    return { sign: directionBefore(this.tokens, this.from, this.to()), strict: false };
  }

  private to(): number {
    return this.at;
  }

  private isName(names: ReadonlyMap<string, number>): boolean {
    return this.at < this.end && isName(this.tokens, this.at, names);
  }

  private word(): string {
    return this.at < this.end ? lower(this.tokens, this.at) : '';
  }
}

/** Months and weekdays are written with a capital: "march" and "may" are verbs, "sun" a star. */
function isName(tokens: Tokens, i: number, names: ReadonlyMap<string, number>): boolean {
  const own = word(tokens, i);
  return names.has(own.toLowerCase()) && own[0] !== own[0]!.toLowerCase();
}

function lower(tokens: Tokens, i: number): string {
  return word(tokens, i).toLowerCase();
}

function isDigit(tokens: Tokens, i: number): boolean {
  const unit = i < tokens.count ? tokens.text.charCodeAt(tokens.start[i]!) : 0;
  return unit >= 0x30 && unit <= 0x39;
}
