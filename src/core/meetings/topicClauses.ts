import type { TokenRange } from '../text/sentences.ts';
import { at, Class, has, hasWord, isTime, type Words } from './words.ts';

/** Where the topic of a whole clause stands: tokens from `from` up to at most `to`. */
export interface ClauseTopic extends TokenRange {
  /** Whether the clause reports what somebody said, so that the one who says it is its subject. */
  readonly reported: boolean;
}

/**
 * Topics that no verb of discussing introduces: what a speaker calls necessary ("it was imperative to lower fares"), what dominates a session, and what stands as its theme.
 */
export function clauseTopic(words: Words, sentence: TokenRange, i: number): ClauseTopic | null {
  if (!has(words, i, Class['topic-clause'])) return null;
  const own = at(words, i);
  if (/^(?:theme|themed|motto|slogan)$/.test(own)) return afterTheme(words, sentence, i);
  if (/^(?:dominated|topped|topping|dominating)$/.test(own)) return beforeDominated(words, sentence, i);
  if (own === 'agenda') return onAgenda(words, sentence, i);
  if (!isReported(words, sentence)) return null;
  const to = /^(?:for|that)$/.test(at(words, i + 1)) ? nextTo(words, i + 2, sentence.to) : i + 1;
  if (at(words, to) !== 'to' || at(words, to + 1) === 'be') return null;
  return /^(?:is|was|be|as|it|are|were|so|very|also)$/.test(at(words, i - 1)) ? reported(to + 1, sentence.to) : null;
}

function reported(from: number, to: number): ClauseTopic {
  return { from, to, reported: true };
}

/** Whether somebody says the sentence: it has a reporting verb or a quotation mark. */
function isReported(words: Words, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++)
    if (has(words, i, Class.speech | Class['topic-stress'] | Class['topic-agree']) || /^[“”"]$/.test(at(words, i))) return true;
  return false;
}

function nextTo(words: Words, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 6); i++) if (at(words, i) === 'to') return i;
  return -1;
}

/** Where the subject of the verb at `i` begins: after "that", a reporting verb or a comma. */
function subjectStart(words: Words, floor: number, i: number): number {
  let from = i;
  while (
    from > floor &&
    !/^[,;:“”"]$/.test(at(words, from - 1)) &&
    !has(words, from - 1, Class.clause | Class.speech | Class['topic-stress']) &&
    !/^(?:and|but)$/.test(at(words, from - 1))
  )
    from--;
  return from;
}

/** "on the theme “Water for all”", "under the theme of clean water". */
function afterTheme(words: Words, sentence: TokenRange, i: number): ClauseTopic | null {
  const next = at(words, i + 1) === 'of' || at(words, i + 1) === ',' || at(words, i + 1) === ':' ? i + 2 : i + 1;
  if (!/^[“"‘']$/.test(at(words, next)) && at(words, i + 1) !== 'of') return null;
  return { from: next, to: sentence.to, reported: false };
}

/** "Fares dominated the meeting", "the budget topped the agenda": what stands before. */
function beforeDominated(words: Words, sentence: TokenRange, i: number): ClauseTopic | null {
  const events = Class['event-strong'] | Class['event-weak'] | Class.issue;
  let event = false;
  for (let j = i + 1; j < Math.min(sentence.to, i + 6); j++)
    event ||= has(words, j, events) || /^(?:briefings?|debate)$/.test(at(words, j));
  if (!event) return null;
  const from = subjectStart(words, sentence.from, i);
  return i > from ? { from, to: i, reported: false } : null;
}

/** "Fares are on the agenda", "high on the agenda was the budget". */
function onAgenda(words: Words, sentence: TokenRange, i: number): ClauseTopic | null {
  if (at(words, i - 1) !== 'the' || at(words, i - 2) !== 'on') return null;
  let next = i + 1;
  while (next < sentence.to && next < i + 8 && !/^(?:was|were|is|are)$/.test(at(words, next)) && !/^[,;.]$/.test(at(words, next)))
    next++;
  if (/^(?:was|were|is|are)$/.test(at(words, next)) && !hasWord(words, next + 1, next + 3, /ed$|^(?:set|to|not)$/))
    return { from: next + 1, to: sentence.to, reported: false };
  let verb = i - 3;
  while (verb > sentence.from && !/^(?:is|are|was|were|be)$/.test(at(words, verb))) {
    if (i - verb > 6 || isTime(at(words, verb))) return null;
    verb--;
  }
  const from = subjectStart(words, sentence.from, verb);
  return verb > from ? { from, to: verb, reported: false } : null;
}
