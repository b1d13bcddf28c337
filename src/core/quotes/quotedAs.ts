import type { Passage } from '../passage.ts';
import type { Marks } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';

/** How far apart "quoted" and "as saying" may stand. */
const REACH = 16;

/**
 * `TASS quoted Akar as saying that …` and `“…,” Akar was quoted by TASS as saying`: Akar speaks, via TASS. The words say so by their
 * order, so what the trained weights made of the same sentence gives way.
 */
export function quotedAs(passage: Passage, marks: Marks, found: readonly Attribution[]): readonly Attribution[] {
  const { tokens } = passage;
  let attributions = found;
  for (const sentence of passage.sentences) {
    for (let saying = sentence.from + 4; saying < sentence.to; saying++) {
      if (word(tokens, saying) !== 'saying' || word(tokens, saying - 1) !== 'as') continue;
      const own = readQuoted(passage, marks, sentence, saying);
      if (!own) continue;
      const whole = { from: Math.min(own.source!.from, own.cue!.from), to: saying + 1 };
      attributions = [
        ...attributions.filter(
          ({ cue, content }) => ![...content, cue].some((range) => range && range.from < whole.to && whole.from < range.to),
        ),
        own,
      ];
    }
  }
  return attributions;
}

function readQuoted(passage: Passage, marks: Marks, sentence: TokenRange, saying: number): Attribution | null {
  const { tokens } = passage;
  let quoted = saying - 2;
  while (quoted > Math.max(sentence.from, saying - REACH) && !/^(?:quoted|quotes|cited|cites)$/.test(word(tokens, quoted)))
    quoted--;
  if (!/^(?:quoted|quotes|cited|cites)$/.test(word(tokens, quoted))) return null;
  let verb = quoted;
  while (/^(?:was|were|is|are|has|have|had|been|also|later)$/.test(word(tokens, verb - 1))) verb--;
  const passive =
    /^(?:was|were|is|are|been)$/.test(word(tokens, quoted - 1)) || /^(?:was|were|is|are|been)$/.test(word(tokens, quoted - 2));
  const subject = { from: subjectFrom(passage, sentence, verb), to: verb };
  if (subject.to === subject.from) return null;
  const after = mediumBehind(passage, saying + 1, sentence.to);
  const comma = word(tokens, saying - 2) === ',' ? 1 : 0;
  const between = { from: quoted + 1 + (passive && word(tokens, quoted + 1) === 'by' ? 1 : 0), to: saying - 1 - comma };
  const rest = after ? after.to : saying + 1;
  const content = contentBefore(passage, marks, subject.from) ?? contentAfter(passage, marks, rest, sentence.to);
  if (!content) return null;
  if (!passive)
    return between.to > between.from
      ? { cue: { from: quoted, to: quoted + 1 }, source: between, content: [content], found: 'cue', via: subject }
      : null;
  const via = after ?? (between.to > between.from ? between : null);
  return { cue: { from: verb, to: saying + 1 }, source: subject, content: [content], found: 'cue', ...(via ? { via } : {}) };
}

/** Where the subject before a verb begins: behind a comma, a mark or at the sentence's begin. */
function subjectFrom({ tokens }: Passage, sentence: TokenRange, verb: number): number {
  let from = verb;
  while (from > sentence.from && verb - from < 10 && !/^(?:[,;:]|["”’»“]|'')$/.test(word(tokens, from - 1))) from--;
  return from;
}

/** `by TASS` behind "as saying". */
function mediumBehind({ tokens }: Passage, from: number, end: number): TokenRange | null {
  if (word(tokens, from) !== 'by') return null;
  let to = from + 1;
  while (to < end && to - from < 7 && !/^(?:[,.;:]|that|on|in|["“”]|'')$/.test(word(tokens, to))) to++;
  return to > from + 1 ? { from: from + 1, to } : null;
}

/** What stands before the subject: a marked stretch, or a clause up to the comma. */
function contentBefore(passage: Passage, { stretches }: Marks, subject: number): TokenRange | null {
  const comma = word(passage.tokens, subject - 1) === ',' ? 1 : 0;
  const stretch = stretches.find(({ depth, close }) => depth === 0 && close >= 0 && close === subject - 1 - comma);
  if (stretch) return { from: stretch.from, to: stretch.to };
  const sentence = passage.sentences.find(({ from, to }) => from < subject && subject < to);
  return comma && sentence && subject - 1 - sentence.from >= 3 ? { from: sentence.from, to: subject - 1 } : null;
}

function contentAfter({ tokens }: Passage, { stretches }: Marks, from: number, end: number): TokenRange | null {
  while (from < end && /^(?:[,:]|that)$/.test(word(tokens, from))) from++;
  const stretch = stretches.find(({ depth, open }) => depth === 0 && open === from);
  if (stretch && (stretch.to >= end - 2 || word(tokens, from - 1) !== 'that')) return { from: stretch.from, to: stretch.to };
  const to = /^[.!?]$/.test(word(tokens, end - 1)) ? end - 1 : end;
  return to - from >= 3 ? { from, to } : null;
}
