/**
 * Reads a full calendar day out of a short text and gives it as ISO 8601: `2023-04-25`, `25 April 2023`, `Tuesday, April 25th, 2023 14:05`,
 * `25.04.2023`, `2023/04/25`. Without a year, or with figures that could be read two ways (`04/05/2023`), the answer is null.
 */
export function findDay(text: string): string | null {
  const words = text.slice(0, LONGEST).match(/\d+|[A-Za-z]+|[./-]/g) ?? [];
  for (let i = 0; i < words.length; i++) {
    const day = figures(words, i) ?? dayMonthYear(words, i) ?? monthDayYear(words, i);
    if (day) return day;
  }
  return null;
}

/** Whether a text is a day in ISO 8601, with or without a time behind it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{2,15}(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) && findDay(text) !== null;
}

const LONGEST = 300;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = 'january february march april may june july august september october november december sept'.split(' ');

/** `2023-04-25`, `2023/04/25`, `25.04.2023`. */
function figures(words: readonly string[], i: number): string | null {
  const [a, first, b, second, c] = words.slice(i, i + 5);
  if (!a || !b || !c || first !== second || !first || !'./-'.includes(first)) return null;
  if (a.length === 4) return iso(a, b, c);
  if (c.length !== 4) return null;
  if (first === '.' || Number(a) > 12) return iso(c, b, a);
  return Number(b) > 12 ? iso(c, a, b) : null;
}

/** `25 April 2023`, `25th of Apr. 2023`. */
function dayMonthYear(words: readonly string[], i: number): string | null {
  const rest = words.slice(i + 1, i + 6).filter((word) => !/^(?:st|nd|rd|th|of|\.)$/i.test(word));
  const month = monthOf(rest[0]);
  return month ? iso(rest[1], month, words[i]) : null;
}

/** `April 25, 2023`, `Apr. 25th 2023`. */
function monthDayYear(words: readonly string[], i: number): string | null {
  const month = monthOf(words[i]);
  if (!month) return null;
  const rest = words.slice(i + 1, i + 6).filter((word) => !/^(?:st|nd|rd|th|\.)$/i.test(word));
  return iso(rest[1], month, rest[0]);
}

function monthOf(word: string | undefined): string | null {
  const lower = word?.toLowerCase() ?? '';
  const index = MONTHS.indexOf(lower.slice(0, 3));
  return index >= 0 && (lower.length === 3 || FULL_MONTHS.includes(lower)) ? String(index + 1) : null;
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (!year || !month || !day || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 12 || d < 1 || d > daysIn(Number(year), m)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
