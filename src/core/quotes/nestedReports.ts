import type { Passage } from '../passage.ts';
import type { Marks, MarkedStretch } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';
import { phraseEnd } from './finalCues.ts';
import { isSubject, subjectBefore } from './verbSubjects.ts';

/**
 * Adds what a speaker reports of somebody else's words, which the trained weights leave out: ‘I will not pay’ of “He said, ‘I will not
 * pay,’ and left,” and `the talks had failed` of `Akar said that Fidan had told her the talks had failed`. In the order of contents.
 */
export function withNested(passage: Passage, { stretches }: Marks, found: readonly Attribution[]): readonly Attribution[] {
  const known = new Set(found.flatMap(({ content }) => content.map(({ from }) => from)));
  const added: Attribution[] = [];
  for (const { found: by, content } of found) {
    if (by !== 'cue' || content.length > 1 || isMarked(stretches, content[0]!)) continue;
    const inner = reportAtHead(passage, content[0]!);
    if (inner && !known.has(inner.content[0]!.from)) added.push(inner);
  }
  for (const stretch of stretches) {
    if (stretch.depth === 0 || stretch.close < 0 || known.has(stretch.from)) continue;
    const outer = found.find(({ content }) => content.some(({ from, to }) => from <= stretch.open && stretch.close < to));
    const around = outer?.content.find(({ from, to }) => from <= stretch.open && stretch.close < to);
    const inner = around ? markedReport(passage, around, stretch) : null;
    if (inner) added.push(inner);
  }
  if (added.length === 0) return found;
  return [...found, ...added].sort((a, b) => a.content[0]!.from - b.content[0]!.from);
}

/** `Fidan had told her the talks had failed`: a name, a verb of saying and what was said. */
export function reportAtHead(
  { tokens }: Passage,
  { from, to }: TokenRange,
  says: (form: string) => boolean = (form) => SAID.test(form),
): Attribution | null {
  const lower = (i: number) => word(tokens, i).toLowerCase();
  const subject = phraseEnd({ tokens }, from, to);
  let verb = from + 1;
  while (verb < subject && !says(lower(verb))) verb++;
  if (verb >= subject) return null;
  let source = verb;
  while (/^(?:had|has|have|also)$/.test(lower(source - 1))) source--;
  let first = verb + 1;
  if (/^(?:tells?|told)$/.test(lower(verb))) while (/^(?:him|her|them|us|me|reporters|journalists)$/.test(lower(first))) first++;
  if (lower(first) === 'that') first++;
  if (
    !isSubject({ tokens }, from, source) ||
    to - first < 3 ||
    /^(?:[^\p{L}\p{N}]|(?:to|so|nothing|no|of|about)$)/u.test(lower(first))
  )
    return null;
  return { cue: { from: source, to: verb + 1 }, source: { from, to: source }, content: [{ from: first, to }], found: 'cue' };
}

/** The cue right before or right behind marks inside marks: `He said, ‘…’`, `‘…,’ he told us`. */
function markedReport(passage: Passage, around: TokenRange, { open, close, from, to }: MarkedStretch): Attribution | null {
  const { tokens } = passage;
  const lower = (i: number) => word(tokens, i).toLowerCase();
  const content = [{ from, to }];
  let verb = open - 1;
  while (verb > around.from && /^[,:]$/.test(word(tokens, verb))) verb--;
  if (verb > around.from && /^(?:me|us|him|her|them)$/.test(lower(verb))) verb--;
  const source = verb > around.from && isVerb(lower(verb)) ? subjectBefore(passage, around.from, verb) : null;
  if (source) return { cue: { from: verb, to: verb + 1 }, source, content, found: 'cue' };
  const next = close + 1;
  if (next + 1 < around.to && /^(?:he|she|they|we|i|it)$/.test(lower(next)) && isVerb(lower(next + 1)))
    return { cue: { from: next + 1, to: next + 2 }, source: { from: next, to: next + 1 }, content, found: 'cue' };
  return null;
}

/** Whether marks stand in or around a content; what the trained weights find in marks is left to them. */
function isMarked(stretches: readonly MarkedStretch[], { from, to }: TokenRange): boolean {
  return stretches.some((stretch) => stretch.open < to && from < stretch.to);
}

/** A verb of speech that is no participle. */
export function isVerb(form: string): boolean {
  return CUE_FORMS.has(form) && !form.endsWith('ing');
}

const SAID = /^(?:sa(?:id|ys)|tells?|told)$/;
