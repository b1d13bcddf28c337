import { countryOf } from '../geo/countries.ts';
import type { Passage, ReadPassage } from '../passage.ts';
import type { Marks, MarkedStretch } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { type Tokens, word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { besideMarks } from './besideMarks.ts';
import { isTitle } from './reports.ts';

/** From how many words on a marked stretch is speech though no cue claims it; shorter ones are titles and scare quotes. */
const SPEECH = 4;

/**
 * Gives the marked stretches that no cue claimed to whom they belong: `“A,” he said. “B.”` makes B his too, `“Q” — Name` names its
 * own source, and what the passage begins with is left `alone` for the article to decide.
 */
export function claimLeftovers(
  passage: ReadPassage,
  { stretches }: Marks,
  claimed: readonly Attribution[],
): { attributions: readonly Attribution[]; alone: MarkedStretch | null } {
  const attributions = [...claimed];
  let alone: MarkedStretch | null = null;
  let next = 0;
  for (const stretch of stretches) {
    if (stretch.depth > 0) continue;
    while (next < attributions.length && endOf(attributions[next]!) <= stretch.open) next++;
    if (isClaimed(stretch, attributions, next)) continue;
    const { from, to, open, close } = stretch;
    const named = close >= 0 ? nameAfterDash(passage, close + 1) : null;
    if (named) {
      attributions.splice(next, 0, { ...named, content: [{ from, to }], found: 'name-after-dash' });
      continue;
    }
    const before = next - 1;
    if (before >= 0 && goesOn(passage, attributions[before]!, open)) {
      const own = attributions[before]!;
      attributions[before] = { ...own, content: [...own.content, { from, to }] };
      continue;
    }
    if (before >= 0 && followsReport(passage, attributions[before]!, stretch)) {
      const { source } = attributions[before]!;
      attributions.splice(next, 0, { cue: null, source, content: [{ from, to }], found: 'continued' });
      continue;
    }
    const beside = besideMarks(passage, stretch, attributions);
    if (beside && !isTitle(passage, { ...beside, content: [{ from, to }] })) {
      attributions.splice(next, 0, { ...beside, content: [{ from, to }], found: 'cue' });
      continue;
    }
    // “Nobody left.” is short, but a whole sentence.
    if (
      open === 0 &&
      !/^[([]/.test(word(passage.tokens, from)) &&
      (to - from >= SPEECH || /^[.!?]$/.test(word(passage.tokens, to - 1)))
    )
      alone = stretch;
  }
  return { attributions, alone };
}

function endOf({ content, cue, source }: Attribution): number {
  return Math.max(content[content.length - 1]?.to ?? 0, cue?.to ?? 0, source?.to ?? 0);
}

function startOf({ content, cue, source }: Attribution): number {
  return Math.min(content[0]?.from ?? Infinity, cue?.from ?? Infinity, source?.from ?? Infinity);
}

function isClaimed({ from, to }: MarkedStretch, attributions: readonly Attribution[], next: number): boolean {
  for (let k = Math.max(0, next - 3); k < Math.min(attributions.length, next + 4); k++) {
    const { content, cue, source } = attributions[k]!;
    if (startOf(attributions[k]!) >= to) continue;
    for (const range of [...content, cue, source]) if (range && range.from < to && from < range.to) return true;
  }
  return false;
}

/** Whether a stretch at `open` follows a marked quotation and its cue at once, or after the end of their sentence. */
function goesOn({ tokens }: Passage, before: Attribution, open: number): boolean {
  const last = before.content[before.content.length - 1]!;
  if (!before.cue || !isMark(word(tokens, last.to)) || last.to > before.cue.from) return false;
  for (let i = endOf(before); i < open; i++) if (!/^[.,;:]$/.test(word(tokens, i))) return false;
  return true;
}

/** “We must act.” of `Demir called for talks on Monday. “We must act.”`: a whole sentence of marks right behind one that says who speaks. */
function followsReport(
  { tokens, sentences }: Passage,
  { cue, source }: Attribution,
  { open, from, to, close }: MarkedStretch,
): boolean {
  if (!cue || !source || close < 0 || to - from < SPEECH) return false;
  if (!/^\p{Lu}/u.test(word(tokens, from)) || !/^[.!?]$/.test(word(tokens, to - 1))) return false;
  const ended = sentences.find((each) => each.from <= cue.from && cue.from < each.to);
  return ended !== undefined && ended.to === open && /^[.!?]$/.test(word(tokens, open - 1));
}

function isMark(text: string): boolean {
  return /^(?:["“”»’']|'')$/u.test(text);
}

/** `— Jale Demir` to the paragraph's end, at most twelve tokens; after a colon (`“We shall not wait”: Demir`) nothing but a name. */
function nameAfterDash({ tokens }: Passage, at: number): { source: TokenRange; cue: TokenRange } | null {
  if (!/^(?:[—–―:]|--?)$/u.test(word(tokens, at)) || at + 1 >= tokens.count || tokens.count - at > 13) return null;
  if (word(tokens, at) === ':') for (let i = at + 1; i < tokens.count; i++) if (!/^\p{Lu}/u.test(word(tokens, i))) return null;
  return /^\p{Lu}/u.test(word(tokens, at + 1))
    ? { cue: { from: at, to: at + 1 }, source: { from: at + 1, to: nameEnd({ tokens }, at + 1) } }
    : null;
}

function nameEnd({ tokens }: Pick<Passage, 'tokens'>, from: number): number {
  let to = from + 1;
  while (to < tokens.count && !/^[,(.]$/.test(word(tokens, to))) to++;
  return to;
}

/** `IMF: Not more than half` is a crosshead, and `GOALKEEPERS: Donat (Lisbon), Koru (Izmir)` a list. */
function isLabel(tokens: Tokens, { from, to }: TokenRange): boolean {
  if (to - from <= 6 && !/^[.!?]$/.test(word(tokens, to - 1))) return true;
  let brackets = 0;
  for (let i = from; i < to; i++) if (word(tokens, i) === '(') brackets++;
  return brackets > 1 && brackets * 10 > to - from;
}

/** `WALLACE: …`, `Q: …` at the beginning of a passage: who speaks in a transcript. */
export function nameBeforeColon({ tokens, entities }: ReadPassage, { stretches }: Marks): Attribution | null {
  const first = stretches[0]?.open === 0 ? 1 : 0;
  let colon = first;
  while (colon < tokens.count && colon - first <= 6 && word(tokens, colon) !== ':') {
    if (!/^[\p{Lu}.’'-]+$/u.test(word(tokens, colon))) return null;
    colon++;
  }
  // “KUWAIT: Lawmakers met” is a dateline.
  const name = tokens.text.slice(tokens.start[first], tokens.end[Math.max(first, colon - 1)]);
  if (countryOf(name) || entities.some(({ type, start }) => type === 'location' && start === tokens.start[first])) return null;
  if (colon === first || word(tokens, colon) !== ':' || colon + 1 >= tokens.count || word(tokens, first).length < 2) return null;
  const inner = stretches.find(({ open }) => open === colon + 1);
  const closes = first === 1 && stretches[0]!.close >= 0 ? stretches[0]!.close : tokens.count;
  const content = inner ? { from: inner.from, to: inner.to } : { from: colon + 1, to: closes };
  if (!inner && isLabel(tokens, content)) return null;
  if (content.to <= content.from) return null;
  return {
    source: { from: first, to: colon },
    cue: { from: colon, to: colon + 1 },
    content: [content],
    found: 'name-before-colon',
  };
}
