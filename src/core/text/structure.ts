import type { Block, BlockKind, Span } from '../article.ts';
import { finish } from '../memo.ts';
import { findCaption, findCreditLine } from './caption.ts';
import { findDateline } from './dateline.ts';
import { findDay } from './day.ts';
import { type FrontMatter, readFrontMatter } from './frontmatter.ts';
import { isBareSource, isByline, isCrosshead, isDayLine, isHeadline, isSourceLine, isUrl, stripMarks } from './line-kinds.ts';
import { findLines } from './lines.ts';
import { isLong, splitLong } from './split-long.ts';
import { unwrap } from './unwrap.ts';

/**
 * Tells a text's blocks apart, without any mark-up: by what a line says (`By Jale Demir`, `… (Photo: AA)`), by how it ends, and by what stands
 * beside it. Blocks come in the order of the text. Three kinds lie inside another block: the front matter's values inside the front matter, a
 * dateline that opens a paragraph, and a caption's credit; every other block stands on its own. Linear in the text's length.
 */
export function findStructure(text: string, front: FrontMatter = readFrontMatter(text)): readonly Block[] {
  return finish(structureSteps(text, front));
}

/** The same in steps. */
export function* structureSteps(text: string, front: FrontMatter): Generator<void, readonly Block[]> {
  const spans = unwrap(text, findLines(text, front.end)).map((span) => stripMarks(text, span));
  yield;
  const kinds = yield* findKinds(text, spans, front);
  const blocks: Block[] = front.end > 0 ? frontBlocks(front) : [];
  let datelines = 0;
  const colonAllowed = !isTranscript(text, spans);
  for (let index = 0; index < spans.length; index++) {
    if (index % SOME === 0) yield;
    const kind = kinds[index]!;
    const span = spans[index]!;
    const { start, end } = span;
    if (kind !== 'paragraph' || !isLong(span)) blocks.push({ kind, start, end });
    else for (const part of splitLong(text, span)) blocks.push({ kind, ...part });
    if (kind === 'caption') {
      const credit = findCaption(text, span)?.credit;
      if (credit) blocks.push({ kind: 'credit', ...credit });
    }
    if (kind === 'paragraph' && datelines < DATELINE_PARAGRAPHS) {
      const dateline = findDateline(text, span, colonAllowed && datelines === 0);
      datelines = dateline ? DATELINE_PARAGRAPHS : datelines + 1;
      if (dateline) blocks.push({ kind: 'dateline', ...dateline });
    }
  }
  return blocks;
}

/**
 * The day the article is dated, ISO 8601: from the front matter, else what the caller knows, else a full date in a dateline or byline;
 * null when none of them says it.
 */
export function articleDate(text: string, structure: readonly Block[], front: FrontMatter, known: string | null): string | null {
  const own = front.fields.date && findDay(front.fields.date.value);
  if (own) return own;
  if (known) return findDay(known);
  for (const { kind, start, end } of structure) {
    const day = kind === 'dateline' || kind === 'byline' ? findDay(text.slice(start, end)) : null;
    if (day) return day;
  }
  return null;
}

/** A dateline opens one of the first paragraphs or none. */
const DATELINE_PARAGRAPHS = 3;

function frontBlocks({ start, end, fields }: FrontMatter): Block[] {
  const values: Block[] = [];
  for (const kind of ['headline', 'byline', 'dateline', 'source'] as const) {
    const value = fields[kind];
    if (value) values.push({ kind, start: value.start, end: value.end });
  }
  return [{ kind: 'frontmatter', start, end }, ...values.sort((a, b) => a.start - b.start)];
}

function* findKinds(text: string, spans: readonly Span[], front: FrontMatter): Generator<void, readonly BlockKind[]> {
  const kinds: BlockKind[] = [];
  for (let index = 0; index < spans.length; index++) {
    kinds.push(ownKind(text, spans[index]!, index, spans.length));
    if (index % SOME === 0) yield;
  }
  markHead(text, spans, kinds, front.fields.headline?.value ?? null);
  markCrossheads(text, spans, kinds);
  for (let i = spans.length - 1; i > 0 && kinds[i] !== 'source' && isBareSource(text, spans[i]!); i--) kinds[i] = 'source';
  return kinds;
}

/** Lines that are looked at in one step. */
const SOME = 64;

/** How near to the top an agency's name at the end makes a caption: further down it closes a paragraph. */
const CAPTION_ZONE = 5;

/** The kind that a block's own words tell. */
function ownKind(text: string, span: Span, index: number, count: number): BlockKind {
  if (isUrl(text, span) || isSourceLine(text, span)) return 'source';
  if (isByline(text, span)) return 'byline';
  if (isDayLine(text, span)) return 'dateline';
  if (findCreditLine(text, span)) return 'credit';
  const caption = findCaption(text, span);
  if (caption && (caption.certain || (index > 0 && index < CAPTION_ZONE && index < count - 1))) return 'caption';
  return 'paragraph';
}

/** Headline and standfirst: the first lines, if what follows them shows that the article proper has not begun. */
function markHead(text: string, spans: readonly Span[], kinds: BlockKind[], frontHeadline: string | null): void {
  let at = nextParagraph(kinds, 0);
  const first = spans[at];
  if (!first) return;
  const repeated = frontHeadline !== null && text.slice(first.start, first.end) === frontHeadline;
  const body = spans[nextParagraph(kinds, at + 1)];
  const titled = repeated || (frontHeadline === null && body !== undefined && isHeadline(text, first, body));
  if (titled) {
    kinds[at] = 'headline';
    at = nextParagraph(kinds, at + 1);
  }
  const second = spans[at];
  const after = nextParagraph(kinds, at + 1);
  if (!second || !spans[after] || second.end - second.start > LONGEST_STANDFIRST) return;
  if (opensWithMark(text, second) || findDateline(text, second, false) || !isOneSentence(text, second)) return;
  const open = !endsSentence(text, second) && second.end - second.start > 40;
  const below = kinds[at + 1];
  const apart = below === 'caption' || below === 'byline' || below === 'dateline' || (below === 'credit' && titled);
  const datelined = (titled || frontHeadline !== null) && findDateline(text, spans[after], false) !== null;
  if (open || apart || datelined) kinds[at] = 'standfirst';
}

const LONGEST_STANDFIRST = 320;

function nextParagraph(kinds: readonly BlockKind[], from: number): number {
  let at = from;
  while (at < kinds.length && kinds[at] !== 'paragraph') at++;
  return at;
}

/** A crosshead stands between two paragraphs; short lines in a row are a list, a poem or a transcript. */
function markCrossheads(text: string, spans: readonly Span[], kinds: BlockKind[]): void {
  const isCandidate = (i: number): boolean => i < spans.length && kinds[i] === 'paragraph' && isCrosshead(text, spans[i]!);
  let before = false;
  let candidate = isCandidate(1);
  for (let i = 1; i + 1 < spans.length; i++) {
    const next = isCandidate(i + 1);
    if (candidate && !before && !next && kinds[i - 1] !== 'headline' && kinds[i + 1] !== 'source') kinds[i] = 'crosshead';
    before = candidate;
    candidate = next;
  }
}

/** "MERKEL: …" more than once: then a name in capitals with a colon is a speaker, no place. */
function isTranscript(text: string, spans: readonly Span[]): boolean {
  let labels = 0;
  for (const { start } of spans.slice(0, 40)) if (/^\p{Lu}[\p{Lu} .'’-]{1,40}:/u.test(text.slice(start, start + 44))) labels++;
  return labels > 1;
}

function opensWithMark(text: string, { start }: Span): boolean {
  return '"“”„«‘\''.includes(text[start]!);
}

function isOneSentence(text: string, { start, end }: Span): boolean {
  return !/[a-z\d)”"’][.!?][”"’)]{0,2}\s+["“‘(]?\p{Lu}/u.test(text.slice(start, end));
}

function endsSentence(text: string, { end }: Span): boolean {
  const last = text[end - 1]!;
  return '.!?…'.includes('”"’\')»'.includes(last) ? (text[end - 2] ?? '') : last);
}
