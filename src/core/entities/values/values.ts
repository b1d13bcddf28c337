import type { Money } from '../../article.ts';
import { perObject } from '../../memo.ts';
import type { ReadPassage } from '../../passage.ts';
import { type Tokens, word } from '../../text/tokens.ts';
import { findDatePhrases } from '../../dates/date-phrases.ts';
import { type DateForm, dateValue } from '../../dates/dates.ts';
import { moneyValue } from './money.ts';

/** What a passage alone tells of an entity's value: it stays, whatever the article's date turns out to be. */
export type ValueForm = DateForm | Money | null;

/**
 * The value of an entity: of a date its ISO 8601 value against the article's date, of money its amount; null for other types and where the
 * value is unknown.
 */
export function valueOf(form: ValueForm, date: string | null): string | Money | null {
  return form !== null && 'kind' in form ? dateValue(form, date) : form;
}

/** The forms of a passage's values, one for each of its entities, in order. */
export const readForms = perObject((passage: ReadPassage): readonly ValueForm[] =>
  passage.entities.map(({ type, start, end }) => {
    if (type === 'money') return moneyValue(passage.text.slice(start, end));
    return type === 'date' ? dateForm(passage.tokens, start, end) : null;
  }),
);

/** How many tokens before and after a date may belong to it: "at the beginning of [May]", "[May 9], 2023". */
const BEFORE = 3;
const AFTER = 3;

/** The form of the date at a span; words around it that belong to it count ("last [December]", "early [May]"). */
function dateForm(tokens: Tokens, start: number, end: number): DateForm | null {
  let from = tokenAt(tokens, start);
  if (word(tokens, from).toLowerCase() === 'the') from++;
  let to = from;
  while (to < tokens.count && tokens.start[to]! < end) to++;
  for (let first = Math.max(0, from - BEFORE); first <= from; first++) {
    const [phrase] = findDatePhrases(tokens, first, Math.min(tokens.count, to + AFTER), true);
    // One end of a range ("from [2006] to 2007") has a value of its own.
    if (phrase?.form && phrase.from <= from && phrase.to >= to) return phrase.form;
  }
  if (word(tokens, to) === 's') return null; // the 1960s
  const [own] = findDatePhrases(tokens, from, to, true);
  return own && own.from === from && own.to === to ? own.form : null;
}

/** The first token that ends after an offset, by halves. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
