import type { Article, Span } from '../article.ts';
import { findDatePhrases } from '../dates/date-phrases.ts';
import { dateValue } from '../dates/dates.ts';
import { tokenize } from '../text/tokens.ts';

/** Characters on each side of the offset that are looked at. */
const REACH = 200;

/**
 * The date printed at an offset that is no entity, for it tells a day or a month only to those who know the article's date:
 * "earlier this month", "last week". Its value is ISO 8601, null where the article's date is not known.
 */
export function datePhraseAt(article: Article, offset: number): { readonly span: Span; readonly value: string | null } | null {
  const start = Math.max(article.text.lastIndexOf('\n', offset - 1) + 1, offset - REACH);
  const lineEnd = article.text.indexOf('\n', offset);
  const end = Math.min(lineEnd < 0 ? article.text.length : lineEnd, offset + REACH);
  const tokens = tokenize(article.text.slice(start, end));
  for (const { from, to, form } of findDatePhrases(tokens, 0, tokens.count)) {
    const span = { start: start + tokens.start[from]!, end: start + tokens.end[to - 1]! };
    if (form && span.start <= offset && offset <= span.end) return { span, value: dateValue(form, article.date) };
  }
  return null;
}
