import type { TokenRange } from '../text/sentences.ts';
import { LONGEST, phraseEnd } from './topicEnds.ts';
import { isVerbPhrase, split } from './topicLists.ts';
import { DETERMINERS, isGeneral, unwrap } from './topicWrappers.ts';
import { at, capital, Class, has, hasWord, type Words } from './words.ts';

/**
 * Reads the topics that begin at a token: up to the clause's end, cut at the coordinations that part topics, without wrapping words
 * ("ways to", "the importance of").
 */
export function readTopic(words: Words, from: number, to: number): readonly TokenRange[] {
  const start = unwrap(words, from, to);
  if (start >= to || !startsPhrase(words, start)) return [];
  const end = phraseEnd(words, start, to);
  const items: TokenRange[] = [];
  for (const part of split(words, start, end)) {
    const item = trim(words, unwrap(words, part.from, part.to), part.to);
    if (item && saysSomething(words, item)) items.push(item);
  }
  const listed = afterIncluding(words, end, to);
  if (listed === 0) return items;
  // "several issues, including A and B": the list says what they are.
  return [...items.filter((item) => !isGeneral(words, item) || isSorted(words, item)), ...readTopic(words, listed, to)];
}

/** "bilateral issues" say which, "several issues" do not. */
function isSorted(words: Words, { from, to }: TokenRange): boolean {
  return hasWord(words, from, to, /^(?:bilateral|regional|international|economic|global)$/);
}

/** The token after ", including" or ", such as" at a phrase's end, or 0. */
function afterIncluding(words: Words, end: number, to: number): number {
  let i = at(words, end) === ',' ? end + 1 : end;
  if (i >= to) return 0;
  const own = at(words, i);
  if (/^(?:including|namely)$/.test(own)) return i + 1;
  if (/^(?:such|especially|particularly|notably|mainly|chiefly|primarily|foremost|chief|most|in|at|on)$/.test(own)) {
    // "several issues, foremost among them the dam", "topics, at the top of which is the dam"
    if (own === 'such' || own === 'foremost' || own === 'chief')
      return own === 'such' ? (at(words, i + 1) === 'as' ? i + 2 : 0) : afterForemost(words, i + 1, to);
    if (own === 'in') {
      if (at(words, i + 1) === 'particular') return i + 2;
      return at(words, i + 1) === 'addition' && at(words, i + 2) === 'to' && at(words, end) === ',' ? i + 3 : 0;
    }
    if (own === 'at' || own === 'on') return at(words, i + 2) === 'top' ? afterForemost(words, i + 3, to) : 0;
    if (own === 'most') i += at(words, i + 1) === 'notably' || at(words, i + 1) === 'importantly' ? 1 : to;
    return i + 1 < to ? i + 1 : 0;
  }
  return 0;
}

/** "among them the dam", "of which is the dam": the token after the link, or 0. */
function afterForemost(words: Words, from: number, to: number): number {
  if (!/^(?:among|of)$/.test(at(words, from)) || !/^(?:them|these|which|those)$/.test(at(words, from + 1))) return 0;
  const next = /^(?:is|are|was|were|being|,|:)$/.test(at(words, from + 2)) ? from + 3 : from + 2;
  return next < to ? next : 0;
}

function startsPhrase(words: Words, i: number): boolean {
  const own = at(words, i);
  if (!/\p{L}|\d/u.test(own[0] ?? '') && !/^[“"‘']$/.test(own)) return false;
  if (/^(?:by|of|as|in|at|from|with|on|than|over|against|into)$/.test(own)) return false;
  return !has(words, i, Class.speech | Class.auxiliary | Class.clause) || capital(words, i);
}

/** A part without determiners before and loose words after, or null. */
function trim(words: Words, from: number, to: number): TokenRange | null {
  let first = from;
  let last = to;
  while (first < last && /^(?:[“"‘',]|and|or|then)$/.test(at(words, first)) && !/^['’]s$/.test(at(words, first))) first++;
  if (at(words, first) === 'as' && at(words, first + 1) === 'well' && at(words, first + 2) === 'as') first += 3;
  while (first < last && DETERMINERS.has(at(words, first))) first++;
  while (
    last > first &&
    /^(?:[“”"’',.;:-]|and|or|of|in|on|at|to|for|with|by|the|a|an|from|also|both|together|as|well|into|more|than|not|their|its|out|up|those|again)$/.test(
      at(words, last - 1),
    ) &&
    at(words, last - 2) !== '-'
  )
    last--;
  if (at(words, last - 2) === 'with' && /^(?:her|him|them|it|us)$/.test(at(words, last - 1))) last -= 2;
  return last > first ? { from: first, to: last } : null;
}

const EMPTY = new Set(
  'it them this that him her us me you issue issues matter matters topic topics meeting meetings talks things thing details everything something anything what one reporters journalists situation same all more aspect aspects file two three four five priority priorities way forward other others number importance need session together support him themselves each ways views view questions question agreement relations meeting developments point points results result statement plan plans subject subjects media people president minister opinions ideas report parliament areas position stance demand demands conference summit visit forum session stage days weeks months years hours worries differences party'.split(
    ' ',
  ),
);

/** Whether a part says what the topic is. */
function saysSomething(words: Words, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST) return false;
  if (/^(?:them|it|him|he|she|they|himself|themselves|itself)$/.test(at(words, from))) return false;
  // "strengthen them": the topic stands elsewhere.
  if (/^(?:them|it|him|her|this|that|these|those|us)$/.test(at(words, from + 1)) && isVerbPhrase(words, from)) return false;
  let content = 0;
  for (let i = from; i < to; i++)
    if (at(words, i).length > 2 && !has(words, i, Class.auxiliary | Class.filler) && !EMPTY.has(at(words, i))) content++;
  if (content === 0)
    return to - from > 1 && to - from < 8 && /^(?:issues|developments|relations|situation)$/.test(at(words, to - 1))
      ? true
      : false;
  return to - from > 1 || (at(words, from).length > 3 && !EMPTY.has(at(words, from)) && !isBareVerb(words, from));
}

/** "coordinate", "follow": a verb that lost what it speaks of. */
function isBareVerb(words: Words, i: number): boolean {
  return has(words, i, Class.purpose) && !capital(words, i) && at(words, i - 1) === 'to';
}
