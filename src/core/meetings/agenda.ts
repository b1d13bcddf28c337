import type { Quote, Span } from '../article.ts';
import type { Placed } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Draft } from './draft.ts';
import type { Party, PartyFinder } from './parties.ts';

/** Adds a topic; one that says the same in other words is merged, and who says so is kept. */
export function addAgenda(draft: Draft, placed: Placed, item: TokenRange, by: readonly string[]): void {
  const start = placed.start + placed.passage.tokens.start[item.from]!;
  const end = placed.start + placed.passage.tokens.end[item.to - 1]!;
  const text = placed.passage.text.slice(start - placed.start, end - placed.start);
  const own = contentWords(text);
  if (own.size === 0) return;
  for (const [index, other] of draft.agenda.entries()) {
    if (!isSame(own, contentWords(other.text))) continue;
    draft.agenda[index] = { ...other, by: [...new Set([...other.by, ...by])] };
    return;
  }
  if (draft.agenda.length < MOST) draft.agenda.push({ text, start, end, by });
}

/** More than an outline can show. */
const MOST = 24;

/** Who says that this was on the table: the speaker of the quote around it, or the one party that raised it. */
export function bySource(
  quotes: readonly Quote[],
  { start, end }: Span,
  subjects: readonly Party[],
  finder: PartyFinder,
): readonly string[] {
  const quote = quotes.find(
    (each) => each.content.some((span) => span.start <= start && span.end >= end) && each.speaker !== null,
  );
  if (quote?.speaker && quote.source) {
    const person = finder.personNamed(quote.speaker);
    return [person ?? finder.sideNamed(quote.speaker, quote.source)].filter((party) => party !== null);
  }
  return subjects.length === 1 ? [subjects[0]!.text] : [];
}

const STOP = new Set(
  'the a an of for in on and to s its their his her with at by over about between new two both further more'.split(' '),
);

function contentWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) if (!STOP.has(match[0])) found.add(stem(match[0]));
  return found;
}

/** "normalising" and "normalisation", "refugee" and "refugees" count as one word. */
function stem(own: string): string {
  return own.length > 6 ? own.slice(0, Math.max(5, own.length - 4)) : own.replace(/s$/, '');
}

/** Two topics are the same where most of the shorter one's words are the longer one's. */
function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const each of short) if (long.has(each)) shared++;
  return shared / short.size >= 0.75 && (short.size > 1 || long.size <= 2);
}
