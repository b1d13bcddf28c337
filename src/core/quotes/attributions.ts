import { perObject } from '../memo.ts';
import type { Passage, ReadPassage } from '../passage.ts';
import { type Marks, type MarkedStretch, pairMarks } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { type Tokens, word } from '../text/tokens.ts';
import type { Attribution, PassageFindings } from './attribution.ts';
import { finalCues } from './finalCues.ts';
import { claimLeftovers, nameBeforeColon } from './leftovers.ts';
import type { QuoteModel } from './model/model.ts';
import { withNested } from './nestedReports.ts';
import { passedOn } from './passedOn.ts';
import { plainReports } from './plainReports.ts';
import { quotedAs } from './quotedAs.ts';
import { repaired } from './repairs.ts';
import { reportsWords } from './reports.ts';
import { attributeByRules } from './rules.ts';

/** The marks of a passage, paired once. */
export const marksOf = perObject(
  (passage: Passage): Marks => pairMarks(passage.tokens),
  ({ tokens }) => tokens,
);

/** Finds who says what in a passage by its own words alone: by the trained weights, or by rules where these are missing. */
export function attributor(model: QuoteModel | null): (passage: ReadPassage) => PassageFindings {
  // Names that are found anew leave the cues where they are.
  const attributionsOf = perObject(
    (passage: Passage) => (model ? model.attribute(passage, marksOf(passage)) : attributeByRules(passage, marksOf(passage))),
    ({ tokens }) => tokens,
  );
  return perObject((passage: ReadPassage) => {
    const marks = marksOf(passage);
    const transcript = nameBeforeColon(passage, marks);
    if (transcript) return { attributions: [transcript], alone: null, announces: null, runsOn: -1, aloneRunsOn: false };
    const byCue = attributionsOf(passage);
    const full = byCue
      .filter((each) => !isDateline(passage, each) && !tellsOnlyWhen(passage, each))
      .map((each) => repaired(passage, each))
      .map((each) => withoutCondition(passage, { ...each, content: trimmedAll(passage, marks, each.content) }))
      .filter((each) => each.content.length > 0 && reportsWords(passage, each, holdsMarks(marks, each.content)));
    const byOrder = [...full, ...finalCues(passage, marks, full)];
    const inOrder = quotedAs(passage, marks, [...byOrder, ...plainReports(passage, marks, byOrder)])
      .map((each) => passedOn(passage, each))
      .sort((a, b) => a.content[0]!.from - b.content[0]!.from);
    const { attributions: claimed, alone } = claimLeftovers(passage, marks, inOrder);
    const attributions = withNested(passage, marks, claimed);
    const unclosed = marks.stretches.find((stretch) => stretch.depth === 0 && mayRunOn(passage, stretch));
    return {
      attributions,
      alone: alone && { from: alone.from, to: alone.to },
      announces: byCue.find(({ content }) => content.length === 0) ?? null,
      runsOn: unclosed ? attributions.findLastIndex(({ content }) => content.some(({ to }) => to === unclosed.to)) : -1,
      aloneRunsOn: alone !== null && mayRunOn(passage, alone),
    };
  });
}

/** Whether a stretch that is not closed may go on in the next paragraph: a whole sentence may, a part of one (`called it “a start`) may not. */
export function mayRunOn({ tokens }: Passage, { open, from, close }: MarkedStretch): boolean {
  return close < 0 && (open === 0 || /^[^\p{Ll}]/u.test(word(tokens, from)));
}

function holdsMarks({ stretches }: Marks, content: readonly TokenRange[]): boolean {
  return content.some(({ from, to }) => stretches.some(({ depth, open, to: end }) => depth === 0 && open < to && from < end));
}

function trimmedAll(passage: Passage, { stretches }: Marks, content: readonly TokenRange[]): TokenRange[] {
  const byOpen = new Map<number, MarkedStretch>();
  const ends = new Set<number>();
  for (const stretch of stretches) {
    if (stretch.depth > 0) continue;
    byOpen.set(stretch.open, stretch);
    ends.add(stretch.to);
  }
  return content.flatMap((range) => trimmed(passage, byOpen, ends, range));
}

/** "KUWAIT: The emir received …" is no word of Kuwait's. */
function isDateline({ tokens }: Passage, { cue, source }: Attribution): boolean {
  if (!cue || !source || source.from !== 0 || source.to !== cue.from || word(tokens, cue.from) !== ':') return false;
  for (let i = 0; i < source.to; i++) if (/\p{Ll}/u.test(word(tokens, i))) return false;
  return true;
}

/** `yesterday at the ceremony` of "The name should change, Premier Koru said yesterday at the ceremony": the words stand before the comma. */
function tellsOnlyWhen({ tokens, sentences }: Passage, { cue, source, content }: Attribution): boolean {
  if (!cue || !source || content.length !== 1 || source.to > cue.from || word(tokens, source.from - 1) !== ',') return false;
  const [{ from, to }] = content as [TokenRange];
  if (from !== cue.to || to - from > 9 || !WHEN.test(word(tokens, from))) return false;
  const sentence = sentences.find((each) => each.from <= from && from < each.to);
  return sentence !== undefined && to >= sentence.to - 1 && source.from - sentence.from > 4;
}

const WHEN = /^(?:yesterday|today|earlier|late|on|at|in|during|after|before|last|this)$/;

/** "said a senior official who asked not to be named": the condition that a source makes is part of the source and nothing it says. */
function withoutCondition({ text, tokens }: Passage, attribution: Attribution): Attribution {
  const { source, content } = attribution;
  const condition = content.find(({ from, to }) =>
    NO_NAME.test(text.slice(tokens.start[from], Math.min(tokens.start[from]! + 40, tokens.end[to - 1]!))),
  );
  if (!condition) return attribution;
  return {
    ...attribution,
    source: source && source.to === condition.from ? { from: source.from, to: condition.to } : source,
    content: content.filter((range) => range !== condition),
  };
}

const NO_NAME = /^(?:not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|anonymity)\b/i;

/** Where the words begin behind `RIYADH — ` or `ANKARA, Feb. 18 — `; 0 where no dateline opens the passage. */
function datelineEnd(tokens: Tokens, to: number): number {
  if (!/^\p{Lu}{3,}$/u.test(word(tokens, 0))) return 0;
  for (let i = 1; i < Math.min(to, 10); i++) if (/^(?:[—–]|--?)$/.test(word(tokens, i))) return i + 1;
  return 0;
}

/** A content without the marks around it and without the conjunction or comma that only joins it to its cue. */
function trimmed(
  { tokens }: Passage,
  byOpen: ReadonlyMap<number, MarkedStretch>,
  ends: ReadonlySet<number>,
  { from, to }: TokenRange,
): TokenRange[] {
  let start = from === 0 ? datelineEnd(tokens, to) : from;
  let end = to;
  while (start < end && /^(?:[,;:—–-]|that)$/i.test(word(tokens, start))) start++;
  while (end > start && /^[,;:—–-]$/.test(word(tokens, end - 1)) && !ends.has(end)) end--;
  const whole = byOpen.get(start);
  if (whole && (whole.close === end - 1 || (whole.close < 0 && end === tokens.count)))
    return whole.to > whole.from ? [{ from: whole.from, to: whole.to }] : [];
  // "Beijing claims as its own what …": a lone pronoun is no content.
  if (end - start === 1 && /^(?:which|what|who|that|it|so|this)$/i.test(word(tokens, start))) return [];
  return end > start ? [{ from: start, to: end }] : [];
}
