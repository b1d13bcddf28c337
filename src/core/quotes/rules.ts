import type { Passage } from '../passage.ts';
import { type Marks, type MarkedStretch, isDoubleMark } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';

/**
 * Attributions by cue verbs and word order alone, for a passage whose trained weights are missing: `“A,” said Akar`,
 * `Akar said that A`, `A, Akar said.`, `According to Akar, A.`
 */
export function attributeByRules(passage: Passage, marks: Marks): readonly Attribution[] {
  const outer = marks.stretches.filter(({ depth }) => depth === 0);
  const inside = new Int32Array(passage.tokens.count).fill(-1);
  for (const [index, stretch] of outer.entries())
    inside.fill(index, stretch.open, stretch.close < 0 ? stretch.to : stretch.close + 1);
  const reader = new RuleReader(passage, outer, inside);
  return passage.sentences.flatMap((sentence) => reader.read(sentence));
}

class RuleReader {
  private readonly taken = new Set<MarkedStretch>();

  constructor(
    private readonly passage: Passage,
    private readonly outer: readonly MarkedStretch[],
    private readonly inside: Int32Array,
  ) {}

  read(sentence: TokenRange): Attribution[] {
    const cue = this.cueIn(sentence);
    if (!cue) return [];
    const source = cue.according ? this.phraseAfter(cue.to, sentence.to) : this.sourceOf(cue, sentence);
    if (!source) return [];
    const content = this.contentOf(cue, source, sentence);
    return content.length === 0 ? [] : [{ cue: { from: cue.from, to: cue.to }, source, content, found: 'cue' }];
  }

  private lower(i: number): string {
    return word(this.passage.tokens, i).toLowerCase();
  }

  private cueIn({ from, to }: TokenRange): { from: number; to: number; according: boolean } | null {
    for (let i = from; i < to; i++) {
      if (this.inside[i]! >= 0) continue;
      if (this.lower(i) === 'according' && this.lower(i + 1) === 'to') return { from: i, to: i + 2, according: true };
      if (i > from && CUE_FORMS.has(this.lower(i)) && !NO_VERB_AFTER.has(this.lower(i - 1)))
        return { from: i, to: i + 1, according: false };
      if (i === from && CUE_FORMS.has(this.lower(i)) && i > 0 && this.inside[i - 1]! >= 0)
        return { from: i, to: i + 1, according: false };
    }
    return null;
  }

  private sourceOf(cue: { from: number; to: number }, sentence: TokenRange): TokenRange | null {
    const before = this.phraseBefore(cue.from, sentence.from);
    if (before) return before;
    return this.phraseAfter(cue.to, sentence.to);
  }

  private phraseBefore(cue: number, from: number): TokenRange | null {
    let to = cue;
    while (to > from && AUXILIARY.has(this.lower(to - 1))) to--;
    let start = to;
    while (start > from && this.inside[start - 1]! < 0 && !BOUNDARY.has(this.lower(start - 1))) start--;
    // "Akar, the minister, said": the phrase between two commas describes the name before it.
    if (start === to && start > from && word(this.passage.tokens, start - 1) === ',') {
      let comma = start - 2;
      while (comma > from && word(this.passage.tokens, comma) !== ',' && this.inside[comma]! < 0) comma--;
      if (comma > from && word(this.passage.tokens, comma) === ',') {
        to = comma;
        start = comma;
        while (start > from && this.inside[start - 1]! < 0 && !BOUNDARY.has(this.lower(start - 1))) start--;
      }
    }
    return start < to && to - start <= 15 ? { from: start, to } : null;
  }

  private phraseAfter(from: number, end: number): TokenRange | null {
    let to = from;
    while (to < end && this.inside[to]! < 0 && !BOUNDARY.has(this.lower(to)) && !ENDS.has(this.lower(to))) to++;
    return to > from && to - from <= 15 ? { from, to } : null;
  }

  private contentOf(cue: { from: number; to: number }, source: TokenRange, sentence: TokenRange): TokenRange[] {
    const from = Math.min(cue.from, source.from);
    const to = Math.max(cue.to, source.to);
    const marked: TokenRange[] = [];
    const before = from > 0 ? this.inside[from - 1]! : -1;
    if (before >= 0) this.take(before, marked);
    let next = to;
    while (next < this.passage.tokens.count && CONNECTS.has(this.lower(next))) next++;
    const after = next < this.passage.tokens.count ? this.inside[next]! : -1;
    if (after >= 0 && !isDoubleMark(word(this.passage.tokens, to))) this.take(after, marked);
    else if (after >= 0) this.take(after, marked);
    if (marked.length > 0) return marked;
    if (this.lower(to) === 'that') return trimmed(this.passage, to + 1, sentence.to);
    if (to < sentence.to - 2) return trimmed(this.passage, to, sentence.to);
    return trimmed(this.passage, sentence.from, from);
  }

  private take(index: number, into: TokenRange[]): void {
    const stretch = this.outer[index]!;
    if (this.taken.has(stretch)) return;
    this.taken.add(stretch);
    into.push({ from: stretch.from, to: stretch.to });
  }
}

/** Without punctuation at either end. */
function trimmed({ tokens }: Passage, from: number, to: number): TokenRange[] {
  while (from < to && /^[,.;:—–-]$/u.test(word(tokens, from))) from++;
  while (to > from && /^[,.;:—–-]$/u.test(word(tokens, to - 1))) to--;
  return to - from >= 2 ? [{ from, to }] : [];
}

const NO_VERB_AFTER = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'this',
  'that',
  'of',
  'to',
  'in',
  'some',
  'any',
  'for',
]);
const AUXILIARY = new Set([
  'has',
  'have',
  'had',
  'also',
  'later',
  'then',
  'was',
  'is',
  'are',
  'were',
  'earlier',
  'previously',
  'reportedly',
]);
const BOUNDARY = new Set([
  ',',
  ';',
  ':',
  '.',
  '—',
  '–',
  '(',
  ')',
  'and',
  'but',
  'that',
  'as',
  'while',
  'when',
  'which',
  'who',
  '"',
  '”',
  "''",
]);
const ENDS = new Set(['on', 'in', 'at', 'during', 'after', 'told', 'to', 'about', 'if', 'it', 'he', 'she', 'they']);
const CONNECTS = new Set([
  ',',
  '.',
  ':',
  'that',
  '—',
  '–',
  'on',
  'in',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);
