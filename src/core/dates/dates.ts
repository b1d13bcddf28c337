import {
  addMonths,
  civilDay,
  dayNumber,
  digits,
  existingDay,
  isoDay,
  isoMonth,
  isoWeek,
  parseIsoDay,
  weekdayOf,
} from './calendar.ts';

export type PartOf = 'early' | 'mid' | 'late';

/** Which way a date lies from the article's: "last" and a past tense −1, "next" and "will" +1, not said 0. `strict` leaves out the article's own. */
export interface Direction {
  readonly sign: -1 | 0 | 1;
  readonly strict: boolean;
}

/** What a printed date says before it is set against the article's date. */
export type DateForm =
  /** "25 April 2023", "April 25". */
  | {
      readonly kind: 'day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly direction: Direction;
    }
  /** "May", "last December", "early May 2023". */
  | {
      readonly kind: 'month';
      readonly year: number | null;
      readonly month: number;
      readonly part: PartOf | null;
      readonly direction: Direction;
    }
  /** "2011", "late 2022". */
  | { readonly kind: 'year'; readonly year: number; readonly part: PartOf | null }
  /** "Tuesday" (2), "next Friday". */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly direction: Direction }
  /** "yesterday", "last week", "earlier this month", "two years ago": `count` units from the article's own. */
  | {
      readonly kind: 'offset';
      readonly unit: 'day' | 'week' | 'month' | 'year';
      readonly count: number;
      readonly part: PartOf | null;
    };

/**
 * The value of a date with its precision kept: "2023-04-25", "2023-W17" (ISO week, for "next week"), "2023-05", "2023-05/early", "2023",
 * "2023/late". Null where only the article's date could tell and it is not known, and for days that do not exist.
 */
export function dateValue(form: DateForm, articleDate: string | null): string | null {
  const today = articleDate === null ? null : parseIsoDay(articleDate);
  switch (form.kind) {
    case 'day':
      return dayValue(form, today && dayNumber(today));
    case 'month': {
      const year = form.year ?? (today && yearOfMonth(form.month, form.direction, today.year, today.month));
      return year === null ? null : withPart(isoMonth(year, form.month), form.part);
    }
    case 'year':
      return withPart(digits(form.year, 4), form.part);
    case 'weekday':
      return today && isoDay(civilDay(weekdayFrom(form.weekday, form.direction, dayNumber(today))));
    case 'offset':
      return today && offsetValue(form, today);
  }
}

function dayValue(form: DateForm & { kind: 'day' }, today: number | null): string | null {
  if (form.year !== null) {
    const known = existingDay(form.year, form.month, form.day);
    return known && isoDay(known);
  }
  if (today === null) return null;
  const { year } = civilDay(today);
  let best: number | null = null;
  for (const candidate of [year - 1, year, year + 1]) {
    const day = existingDay(candidate, form.month, form.day);
    if (!day) continue;
    const number = dayNumber(day);
    if (best === null || cost(number - today, form.direction, 45) < cost(best - today, form.direction, 45)) best = number;
  }
  return best === null ? null : isoDay(civilDay(best));
}

function yearOfMonth(month: number, direction: Direction, year: number, ownMonth: number): number {
  const own = year * 12 + ownMonth;
  let best = year;
  for (const candidate of [year - 1, year + 1]) {
    if (cost(candidate * 12 + month - own, direction, 2) < cost(best * 12 + month - own, direction, 2)) best = candidate;
  }
  return best;
}

/**
 * How unlikely a distance (in days or months, positive in the future) is. Without a word that says so, news looks back, but not past a
 * date that is near: in July "on August 2" is days away, "in November" is the last one.
 */
function cost(distance: number, direction: Direction, near: number): number {
  const wrongSide =
    direction.sign !== 0 && (distance === 0 ? direction.strict : Math.sign(distance) !== direction.sign) ? 100_000 : 0;
  const farAhead = direction.sign === 0 && distance > near ? 1_000 : 0;
  return Math.abs(distance) + wrongSide + farAhead;
}

/** Without another word a weekday in the news is the latest such day, the article's own included. */
function weekdayFrom(weekday: number, { sign, strict }: Direction, today: number): number {
  if (sign > 0) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    return today + (ahead === 0 && strict ? 7 : ahead);
  }
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return today - (back === 0 && strict ? 7 : back);
}

function offsetValue(
  { unit, count, part }: DateForm & { kind: 'offset' },
  today: { year: number; month: number; day: number },
): string {
  switch (unit) {
    case 'day':
      return isoDay(civilDay(dayNumber(today) + count));
    case 'week':
      return isoWeek(dayNumber(today) + 7 * count);
    case 'month': {
      const { year, month } = addMonths(today.year, today.month, count);
      return withPart(isoMonth(year, month), part);
    }
    case 'year':
      return withPart(digits(today.year + count, 4), part);
  }
}

function withPart(value: string, part: PartOf | null): string {
  return part === null ? value : `${value}/${part}`;
}
