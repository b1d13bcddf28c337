import type { Passage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS, DEED_FORMS, STANCE_FORMS } from './cueVerbs.ts';
import { isVoice } from './voices.ts';

/**
 * Whether an attribution reports words: `praised the agency’s support`, `was expected to attend`, `expressed his gratitude` do not,
 * though the taggers' training articles count them; `praised the agency as “a lifeline”` does. `marked` says whether a quotation mark
 * stands in or at the content.
 */
export function reportsWords(passage: Passage, attribution: Attribution, marked: boolean): boolean {
  const { cue, source, content } = attribution;
  if (!cue || content.length === 0) return true;
  const { tokens } = passage;
  if (marked) return !isTitle(passage, attribution);
  if (!isSpeech(passage, cue, source, content[0]!)) return false;
  let participle = false;
  if (content.length === 1 && content[0]!.to - content[0]!.from === 1) return false; // "said so", "called Zameer"
  if (/^of$/i.test(word(tokens, cue.to - 1)) && !/^(?:accus|warn|inform|notif|convict|complain)/i.test(word(tokens, cue.from)))
    return false;
  for (let i = cue.from; i < cue.to; i++) {
    const form = word(tokens, i).toLowerCase();
    if (STANCE_FORMS.has(form) && !opensClause(passage, cue, content[0]!)) return false;
    if (form.endsWith('ing')) participle = true;
    if (UNSAID.has(form)) return false;
  }
  if (!source && !participle) return false;
  const first = content[0]!;
  for (let i = first.from; i < Math.min(first.to, first.from + 5); i++) {
    if (/^(?:of|for|in|to|with)$/.test(word(tokens, i))) break;
    if (FEELINGS.has(word(tokens, i).toLowerCase())) return false;
  }
  for (let i = cue.from; i < cue.to; i++) if (FEELINGS.has(word(tokens, i).toLowerCase())) return false;
  return true;
}

/**
 * Whether words without marks are reported by a verb of speech, or by another verb of which somebody is the subject: `signed a contract`
 * and `the storm showed its force` report nothing, `signed that the road was free` and `polls show a lead` do.
 */
function isSpeech(passage: Passage, cue: TokenRange, source: TokenRange | null, first: TokenRange): boolean {
  const { tokens } = passage;
  // “This caused a shake-up”
  if (source && source.to - source.from === 1 && /^(?:this|that|these|those|there|here)$/i.test(word(tokens, source.from)))
    return false;
  let deed = false;
  for (let i = cue.from; i < cue.to; i++) {
    const form = word(tokens, i).toLowerCase();
    if (CUE_FORMS.has(form) || SAYING.test(form)) return true;
    if (DEED_FORMS.has(form)) deed = true;
  }
  if (word(tokens, first.from) === 'that' || word(tokens, first.from - 1) === 'that') return true;
  return !deed && (!source || isVoice(passage, source));
}

/** What is said in: `issued a statement`, `according to`. */
const SAYING = /^(?:according|statement|letter|complaint|warning|apology|argument|[:—–-])$/;

/** “The Long Road” of "they watched “The Long Road”": a few capitalised words that no verb of speech introduces. */
export function isTitle({ tokens }: Passage, { cue, content }: Pick<Attribution, 'cue' | 'content'>): boolean {
  const [{ from, to }] = content as [TokenRange];
  if (content.length > 1 || to - from > 6 || !/["”’']/.test(word(tokens, to))) return false;
  for (let i = cue!.from; i < cue!.to; i++) {
    const form = word(tokens, i).toLowerCase();
    if (CUE_FORMS.has(form) && !WORKS.has(form)) return false;
  }
  let capitals = 0;
  for (let i = from; i < to; i++) {
    if (/^\p{Lu}/u.test(word(tokens, i))) capitals++;
    else if (!/^(?:of|the|and|in|for|to|a|on|[,.:!?-])$/.test(word(tokens, i))) return false;
  }
  return capitals > 1;
}

/** What is done with a book, a song or a film: `wrote “The Long Road”, a novel`. */
const WORKS = new Set([
  'write',
  'writes',
  'wrote',
  'written',
  'read',
  'reads',
  'reading',
  'publish',
  'published',
  'present',
  'presented',
]);

/** "would ask", "has seldom called for", "has been accused": nobody has said anything yet, or nobody knows who. */
const UNSAID = new Set([
  'not',
  'n’t',
  "n't",
  'never',
  'seldom',
  'rarely',
  'would',
  'might',
  'may',
  'should',
  'will',
  'been',
  'tried',
  'intended',
]);
const FEELINGS = new Set([
  'gratitude',
  'appreciation',
  'thanks',
  'condolences',
  'sympathy',
  'congratulations',
  'greetings',
  'welcome',
  'praise',
]);

/** "He fears that prices will rise": a clause with its own conjunction is a report after all. */
function opensClause({ tokens }: Passage, cue: TokenRange, first: TokenRange): boolean {
  if (first.from < cue.from) return false;
  for (let i = Math.max(cue.to - 1, first.from - 1); i <= first.from; i++)
    if (/^(?:that|whether|how|why)$/i.test(word(tokens, i))) return true;
  return false;
}
