import type { TokenRange } from '../text/sentences.ts';
import { at, Class, has, type Words } from './words.ts';

/** Steps over what wraps a topic without saying it: "ways to", "a number of issues including", "the importance of". */
export function unwrap(words: Words, from: number, to: number): number {
  let i = from;
  for (;;) {
    while (
      i < to &&
      (DETERMINERS.has(at(words, i)) || /^(?:also|mainly|mostly|specifically|particularly|especially|only)$/.test(at(words, i)))
    )
      i++;
    const next = afterWrapper(words, i, to);
    if (next <= i || next >= to) return i;
    i = next;
  }
}

/** What stands before a noun without saying more of it. */
export const DETERMINERS = new Set(
  'the a an its their his her our this these those several various many some both all any and'.split(' '),
);
const QUANTITIES = /^(?:number|range|series|host|multitude|variety|array|raft|set|wide|broad|full|package|list)$/;
/** "ways to", "efforts to". */
export const WAYS =
  /^(?:ways?|means|mechanisms?|avenues|prospects|possibilit(?:y|ies)|steps|methods|modalities|measures|efforts|plans|potential|opportunities)$/;
/** Nouns that stand for any topic. */
export const ISSUES = /^(?:issues?|matters?|questions?|topics?|subjects?|dossiers|files?|points|aspects|facets)$/;
const FRAMES =
  /^(?:importance|dangers?|risks?|needs?|necessity|significance|urgency|imperative|depth|strength|centrality|commitment|readiness|willingness|desire|intentions?|determination|keenness|respect|eagerness|aspirations?|concerns?|hopes?|support|interest)$/;

/** The token after a wrapper that begins at `i`, or `i` where none does. */
function afterWrapper(words: Words, i: number, to: number): number {
  const own = at(words, i);
  if (/^(?:discuss|review|examine|debate|consider|hear)$/.test(own)) return i + 1;
  if (/^(?:cooperate|coordinate|collaborate|work)$/.test(own) && /^(?:with|together|closely)$/.test(at(words, i + 1)))
    return afterCompany(words, i, to);
  // "agreed to continue talks on the tunnel"
  if (/^(?:continue|hold|resume|start|begin|pursue|open)$/.test(own)) {
    const link = /^(?:talks|negotiations|discussions|consultations|dialogue|meetings)$/.test(at(words, i + 1))
      ? at(words, i + 2)
      : '';
    return /^(?:on|about|over|to|regarding)$/.test(link) ? i + 3 : i;
  }
  if (own === 'how' || own === 'whether') return at(words, i + 1) === 'to' ? i + 2 : i;
  if (own === 'to' && i < to) return i + 1;
  if (QUANTITIES.test(own)) {
    let next = i + 1;
    while (next < to && QUANTITIES.test(at(words, next))) next++;
    return at(words, next) === 'of' ? next + 1 : i;
  }
  const link = at(words, i + 1);
  const second = at(words, i + 2);
  // "joint efforts to", "possible ways of": one adjective may stand before the wrapping noun.
  if (
    !WAYS.test(own) &&
    !FRAMES.test(own) &&
    (WAYS.test(link) || FRAMES.test(link)) &&
    /^(?:joint|possible|mutual|new|different|effective|best|strong|full|deep|grave|serious|utmost|urgent|practical|their|continued|growing|’s|'s)$/.test(
      own,
    )
  )
    return afterWrapper(words, i + 1, to);
  // "important matters like fares and tolls"
  if (GENERAL.test(own) && ISSUES.test(link) && /^(?:like|including|such)$/.test(second)) return afterWrapper(words, i + 1, to);
  if (WAYS.test(own) && /^(?:of|to|for)$/.test(link)) return i + 2;
  if (FRAMES.test(own) && /^(?:of|to|for|about|over|in|at|on)$/.test(link))
    return link === 'of' && /^(?:readi|willing|keen|determ|eager|desire)/.test(own) ? i : i + 2;
  if (!ISSUES.test(own)) return i;
  if (/^(?:including|on|about|regarding|concerning|like)$/.test(link)) return i + 2;
  if (/^(?:related|relating|pertaining|pertinent|relevant|linked)$/.test(link) && second === 'to') return i + 3;
  if (link === 'such' && second === 'as') return i + 3;
  if (link === 'ranging' && second === 'from') return i + 3;
  return link === 'of' &&
    !/^(?:mutual|common|shared|joint|bilateral|regional|concern|interest|national|international)$/.test(second)
    ? i + 2
    : i;
}

/** "work with local officials to clear the drains": the token after the "to" or "in". */
function afterCompany(words: Words, i: number, to: number): number {
  for (let next = i + 2; next < Math.min(to, i + 14); next++) {
    if (/^(?:to|in|on)$/.test(at(words, next))) return next + 1;
    if (/^[,.;:“”"]$/.test(at(words, next)) || has(words, next, Class.clause)) return i;
  }
  return i;
}

const GENERAL =
  /^(?:other|several|various|many|key|main|important|major|different|common|mutual|shared|joint|bilateral|regional|international|global|topical|pressing|current|domestic|related|relevant|some|number|interest|concern|common|of|and)$/;

/** "regional issues" where a list follows; "supply chain issues" says what they are. */
export function isGeneral(words: Words, { from, to }: TokenRange): boolean {
  if (!ISSUES.test(at(words, to - 1)) && !ISSUES.test(at(words, from))) return false;
  for (let i = from; i < to; i++) if (!GENERAL.test(at(words, i)) && !ISSUES.test(at(words, i))) return false;
  return true;
}
