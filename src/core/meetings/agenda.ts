import type { Quote, Span } from '../article.ts';
import { perObject } from '../memo.ts';
import type { Placed, ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { Draft } from './draft.ts';
import type { Party, PartyFinder } from './parties.ts';

/** Adds a topic; one that says the same in other words is merged, and who says so is kept. */
export function addAgenda(draft: Draft, placed: Placed, item: TokenRange, by: readonly string[]): void {
  const start = placed.start + placed.passage.tokens.start[item.from]!;
  const end = placed.start + placed.passage.tokens.end[item.to - 1]!;
  const own = itemWords({ passage: placed.passage, item });
  if (own.list.length === 0) return;
  for (let index = 0; index < draft.agenda.length; index++) {
    if (!isSame(own, draft.agendaWords[index]!)) continue;
    const other = draft.agenda[index]!;
    if (!by.every((party) => other.by.includes(party)))
      draft.agenda[index] = { ...other, by: [...new Set([...other.by, ...by])] };
    return;
  }
  if (draft.agenda.length === MOST) return;
  const text = placed.passage.text.slice(start - placed.start, end - placed.start);
  draft.agenda.push({ text, start, end, by });
  draft.agendaWords.push(own);
}

/** The words of a topic that tell it from others, each once. */
export interface ItemWords {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
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
  const quote = quoteAround(quotes, start, end);
  if (quote?.speaker && quote.source) {
    const person = finder.personNamed(quote.speaker);
    return [person ?? finder.sideNamed(quote.speaker, quote.source)].filter((party) => party !== null);
  }
  return subjects.length === 1 && !subjects[0]!.group ? [subjects[0]!.text] : [];
}

/** The first quote with a speaker whose content holds a span. */
function quoteAround(quotes: readonly Quote[], start: number, end: number): Quote | null {
  const contents = contentsOf(quotes);
  let low = 0;
  let high = contents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (contents[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  let found: QuotedSpan | null = null;
  for (let i = low - 1; i >= 0 && i >= low - REACH; i--) {
    const content = contents[i]!;
    if (content.end >= end && (found === null || content.index < found.index)) found = content;
  }
  return found && quotes[found.index]!;
}

/** How many contents before a place may still reach over it: quotes nest, but never deep. */
const REACH = 16;

interface QuotedSpan extends Span {
  readonly index: number;
}

/** The contents of the quotes that have a speaker, by their start. */
const contentsOf: (quotes: readonly Quote[]) => readonly QuotedSpan[] = perObject((quotes) => {
  const spans: QuotedSpan[] = [];
  for (let index = 0; index < quotes.length; index++) {
    const { content, speaker } = quotes[index]!;
    if (speaker !== null) for (const { start, end } of content) spans.push({ start, end, index });
  }
  return spans.sort((a, b) => a.start - b.start || a.index - b.index);
});

/** The words of a topic, worked out once for each place that it stands in. */
const itemWords = perObject(
  ({ passage: { text, tokens }, item }: { readonly passage: ReadPassage; readonly item: TokenRange }): ItemWords => {
    const set = contentWords(text.slice(tokens.start[item.from], tokens.end[item.to - 1]));
    return { list: [...set], set };
  },
  ({ item }) => item,
);

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
function isSame(a: ItemWords, b: ItemWords): boolean {
  const short = a.list.length <= b.list.length ? a : b;
  const long = short === a ? b : a;
  let shared = 0;
  for (let i = 0; i < short.list.length; i++) if (long.set.has(short.list[i]!)) shared++;
  return shared / short.list.length >= 0.75 && (short.list.length > 1 || long.list.length <= 2);
}
