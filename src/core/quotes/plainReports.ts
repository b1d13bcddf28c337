import type { ReadPassage } from '../passage.ts';
import type { Marks } from '../text/quotationMarks.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';
import { isVerb, reportAtHead } from './nestedReports.ts';

/**
 * Reports that the trained weights left out though their word order cannot be read otherwise: `Demir said that the talks had failed.`,
 * `In May, he stressed, the talks had failed.`, `…, adding the road would open.` Only in sentences without quotation marks.
 */
export function plainReports(passage: ReadPassage, { stretches }: Marks, found: readonly Attribution[]): readonly Attribution[] {
  return passage.sentences.flatMap((sentence) => {
    if (stretches.some((stretch) => stretch.open < sentence.to && stretch.to > sentence.from)) return [];
    const own = found.filter((each) => parts(each).some((range) => range.from < sentence.to && sentence.from < range.to));
    const one = own.length === 0 ? (atHead(passage, sentence) ?? inTheMiddle(passage, sentence)) : null;
    if (one) return [one];
    const added = adding(passage, sentence, own);
    return added ? [added] : [];
  });
}

/** `Demir said that …`; without "that" only behind the plainest verb. */
function atHead(passage: ReadPassage, { from, to }: TokenRange): Attribution | null {
  const { tokens } = passage;
  if (!holdsSaidOrThat(passage, from, Math.min(to, from + 12))) return null;
  const end = contentEnd(passage, to);
  const report = reportAtHead(passage, { from, to: end }, isVerb);
  if (!report) return null;
  const { cue, content } = report;
  const that = word(tokens, content[0]!.from - 1) === 'that';
  if (/^reject/.test(word(tokens, cue!.to - 1))) return null; // "rejected that argument"
  return that || /^said$/.test(word(tokens, cue!.to - 1)) ? report : null;
}

/** Most sentences hold neither word near their head, and are not looked at further. */
function holdsSaidOrThat({ tokens }: ReadPassage, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (tokens.end[i]! - tokens.start[i]! === 4 && /^(?:said|that)$/.test(word(tokens, i))) return true;
  return false;
}

/** `Under these plans, he stressed, the road would open.` */
function inTheMiddle(passage: ReadPassage, { from, to }: TokenRange): Attribution | null {
  const { tokens } = passage;
  for (let i = from + 2; i + 6 < to; i++) {
    if (tokens.end[i]! - tokens.start[i]! > 1 || word(tokens, i) !== ',' || word(tokens, i + 3) !== ',') continue;
    if (!/^(?:he|she|they|it)$/.test(word(tokens, i + 1)) || !isVerb(word(tokens, i + 2))) continue;
    const content = [
      { from, to: i },
      { from: i + 4, to: contentEnd(passage, to) },
    ];
    return { cue: { from: i + 2, to: i + 3 }, source: { from: i + 1, to: i + 2 }, content, found: 'cue' };
  }
  return null;
}

/** `Demir said the law stood, adding the road would open.` */
function adding(passage: ReadPassage, { to }: TokenRange, own: readonly Attribution[]): Attribution | null {
  const { tokens } = passage;
  const last = own[own.length - 1];
  if (!last?.source || !last.cue) return null;
  const end = Math.max(...parts(last).map((range) => range.to));
  if (word(tokens, end) !== ',') return null;
  const form = word(tokens, end + 1).toLowerCase();
  const that = word(tokens, end + 2) === 'that' ? 1 : 0;
  if (!form.endsWith('ing') || !CUE_FORMS.has(form) || (!that && form !== 'adding')) return null;
  const from = end + 2 + that;
  const content = { from, to: contentEnd(passage, to) };
  if (content.to - from < 3) return null;
  return { cue: { from: end + 1, to: end + 2 }, source: last.source, content: [content], found: 'cue' };
}

function parts({ cue, source, content }: Attribution): readonly TokenRange[] {
  return [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])];
}

/** Where a sentence ends but for its full stop. */
function contentEnd({ tokens }: ReadPassage, to: number): number {
  return /^[.!?]$/.test(word(tokens, to - 1)) ? to - 1 : to;
}
