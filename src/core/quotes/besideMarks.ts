import type { Passage, ReadPassage } from '../passage.ts';
import type { MarkedStretch } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';
import { phraseEnd } from './finalCues.ts';
import { isSubject, subjectBefore } from './verbSubjects.ts';

/**
 * The verb of speech right beside a marked stretch that the trained weights left out, and its subject: `“The talks,” said critics, “have
 * failed.”`, `Demir left early, tweeting, “Nobody listened.”`
 */
export function besideMarks(
  passage: ReadPassage,
  stretch: MarkedStretch,
  found: readonly Attribution[],
): { cue: TokenRange; source: TokenRange } | null {
  if (stretch.to - stretch.from < 2) return null;
  return behind(passage, stretch) ?? before(passage, stretch, found);
}

/** `said critics`, `critics said` right behind the marks. */
function behind(passage: Passage, { close, to }: MarkedStretch): { cue: TokenRange; source: TokenRange } | null {
  const { tokens } = passage;
  if (close < 0 || close + 2 >= tokens.count) return null;
  const at = word(tokens, close + 1) === ',' ? close + 2 : close + 1;
  if (at === close + 1 && !/^[,?!—–-]/.test(word(tokens, to - 1))) return null;
  const end = Math.min(tokens.count, at + 12);
  if (isVerb(lower(passage, at))) {
    const source = phraseEnd(passage, at + 1, end, true);
    return source > at + 1 ? { cue: { from: at, to: at + 1 }, source: { from: at + 1, to: source } } : null;
  }
  const source = phraseEnd(passage, at, end);
  for (let verb = at + 1; verb <= source && verb < end; verb++)
    if (isVerb(lower(passage, verb)))
      return isSubject(passage, at, verb) ? { cue: { from: verb, to: verb + 1 }, source: { from: at, to: verb } } : null;
  return null;
}

/** `tweeting, “`, `Protesters chanted, “`: a participle borrows the subject of its sentence, another verb has its own right before it. */
function before(
  passage: ReadPassage,
  { open }: MarkedStretch,
  found: readonly Attribution[],
): { cue: TokenRange; source: TokenRange } | null {
  const { tokens, sentences } = passage;
  let verb = open - 1;
  if (/^[,:]$/.test(word(tokens, verb))) verb--;
  if (/^(?:me|us|him|her|them|that)$/.test(lower(passage, verb))) verb--;
  const form = verb > 0 ? lower(passage, verb) : '';
  if (!CUE_FORMS.has(form)) return null;
  const sentence = sentences.find(({ from, to }) => from <= verb && verb < to);
  if (!sentence) return null;
  const cue = { from: verb, to: verb + 1 };
  if (!form.endsWith('ing') && word(tokens, verb - 1) !== 'and') {
    const source = subjectBefore(passage, sentence.from, verb);
    return source && { cue, source };
  }
  const spoken = found.findLast((each) => each.source && each.source.from >= sentence.from && each.source.to <= verb)?.source;
  const source = spoken ?? firstName(passage, sentence);
  return source && source.to <= verb ? { cue, source } : null;
}

/** The person or body whose name a sentence begins with. */
function firstName({ tokens, entities }: ReadPassage, { from }: TokenRange): TokenRange | null {
  const name = entities.find(({ type, start }) => start === tokens.start[from] && (type === 'person' || type === 'organization'));
  let to = from;
  while (name && to < tokens.count && tokens.end[to]! <= name.end) to++;
  return to > from ? { from, to } : null;
}

function lower({ tokens }: Passage, i: number): string {
  return word(tokens, i).toLowerCase();
}

function isVerb(form: string): boolean {
  return CUE_FORMS.has(form) && !form.endsWith('ing');
}
