import { isGerund } from './topicLists.ts';
import { DETERMINERS } from './topicWrappers.ts';
import { at, capital, Class, has, isTime, type Words } from './words.ts';

/** The most tokens a topic has before it is no longer a phrase. */
export const LONGEST = 26;

/** Where the clause of a topic ends. */
export function phraseEnd(words: Words, from: number, to: number): number {
  let i = from;
  if (/^[“"‘']$/.test(at(words, i))) i++;
  for (; i < to && i - from < LONGEST; i++) {
    const own = at(words, i);
    if (i > from && endsPhrase(words, from, i, to)) break;
    if (own === ',' && !continuesList(words, i, to)) break;
  }
  return i;
}

function endsPhrase(words: Words, from: number, i: number, to: number): boolean {
  const own = at(words, i);
  if (/^[“”"]$/.test(own)) return !insideShortQuote(words, from, i, to);
  if (/^(?:[.;:!?—–(…]|--)$/.test(own)) return !(own === '(' && at(words, i + 2) === ')');
  if (own === ')') return at(words, i - 2) !== '(';
  if (/^(?:yesterday|today|tomorrow|tonight)$/.test(own)) return true;
  if (has(words, i, Class['topic-verb'] | Class['topic-agree']) && /ed$/.test(own) && !DETERMINERS.has(at(words, i - 1)))
    return true;
  if (has(words, i, Class.speech) && own !== 'according' && !capital(words, i)) return own !== 'reports' && own !== 'states';
  if (/^(?:opened|began|begin|started|ended|concluded|resumed|failed|collapsed|continued|took|broke)$/.test(own)) return true;
  if (own === 'as' && (at(words, i + 1) === 'well' || at(words, i - 1) === 'well')) return false;
  if (/^(?:who|what|when|where|which|whose)$/.test(own) && /^(?:over|about|on)$/.test(at(words, i - 1))) return false;
  if (STOPS.has(own)) return !(own === 'such' && AREAS.test(at(words, i - 1))) && !(own === 'as' && AREAS.test(at(words, i - 2)));
  const next = at(words, i + 1);
  if (own === 'that') return !/^(?:of)$/.test(next);
  if (own === 'to')
    return has(words, i + 1, Class.purpose) && !TAKES_TO.has(at(words, i - 1)) && at(words, i - 1) !== 'and' && i > from + 1;
  if (own === 'on' || own === 'in' || own === 'at' || own === 'during' || own === 'by') {
    if (isTime(next) || isTime(at(words, i + 2))) return /^(?:on|in|by)$/.test(own);
    if (own === 'by' && isGerund(words, i + 1)) return true;
    if (own === 'in' && next === 'cooperation' && at(words, i + 2) === 'with') return true;
    const noun = /^(?:the|a|an|his|her|their|its|this|that)$/.test(next) ? i + 2 : i + 1;
    if (
      /^(?:statement|sidelines|tweet|press|briefing|phone|telephone|joint|interview|speech|remarks)$/.test(at(words, noun)) ||
      (at(words, noun) === 'presence' && at(words, noun + 1) === 'of')
    )
      return true;
    if (has(words, noun, Class['event-strong']) && own !== 'on') return true;
    return (
      own === 'in' &&
      /^(?:which|order|light|addition|return|line|response|view|exchange|accordance|coordination|particular)$/.test(next)
    );
  }
  if (own === 'with')
    return (
      /^(?:the aim|a view|his|her|their counterpart)$/.test(`${next} ${at(words, i + 2)}`) ||
      has(words, i + 2, Class.leader) ||
      /^(?:host|hosts|guest|guests|colleague|colleagues)$/.test(at(words, i + 2)) ||
      /^(?:a|participation)$/.test(next) ||
      at(words, i + 2) === 'participation'
    );
  if (own === 'and' || own === 'but' || own === 'or') return startsClause(words, i + 1, to);
  return has(words, i, Class.auxiliary) && !/^(?:'s|’s|have|has|be|being|may|might|do)$/.test(own) && !capital(words, i);
}

const AREAS = /^(?:areas|fields|sectors|spheres)$/;
const STOPS = new Set(
  'which who whom whose where when while after before as amid following since because although though if unless until but during according especially particularly notably through thus thereby so whereby despite given considering based including namely alongside ahead using adding noting saying stressing emphasising emphasizing highlighting pointing expressing calling besides unlike without aimed aiming such via'.split(
    ' ',
  ),
);
const TAKES_TO = new Set(
  'preparations license licence permission mandate power call calls request demand initiative programme program project strategy campaign bill law ways means need needs necessity efforts effort commitment plan plans decision intention ability right invitation attempts attempt willingness readiness desire determination steps bid move access approach proposal opportunity opportunities how refusal pledge pledges together capacity agreement continue work not'.split(
    ' ',
  ),
);

/** “stressed the importance of the "effective" partnership”: a mark whose partner is near, both inside the phrase. */
function insideShortQuote(words: Words, from: number, i: number, to: number): boolean {
  for (let j = i + 1; j < Math.min(to, i + 5); j++)
    if (/^[”"]$/.test(at(words, j))) return j + 1 < to && !/^[.,;:]$/.test(at(words, j + 1));
  for (let j = i - 1; j >= Math.max(from, i - 6); j--) if (/^[“"]$/.test(at(words, j))) return true;
  return false;
}

/** "… and said", "… and they agreed", "… and will": a second verb, not a second topic. */
function startsClause(words: Words, i: number, to: number): boolean {
  if (i >= to || at(words, i) === 'not') return true;
  if (/^(?:they|he|she|it|we|i|that|to|also|then|has|have|had|is|was|were|will|would|said)$/.test(at(words, i)))
    return at(words, i) !== 'to' || false;
  const verb = Class.speech | Class['topic-verb'] | Class['topic-stress'] | Class['topic-agree'] | Class['event-verb'];
  if (has(words, i, verb) && !capital(words, i) && /(?:ed|met|ing)$/.test(at(words, i))) return true;
  if (/(?:\wed)$/.test(at(words, i)) && /^(?:the|a|to|that|for|on|his|her|their|its|in)$/.test(at(words, i + 1))) return true;
  if (IRREGULAR_PAST.test(at(words, i))) return true;
  return has(words, i, Class['topic-particle']) && /(?:ed|spoke|went)$/.test(at(words, i));
}

const IRREGULAR_PAST =
  /^(?:became|began|took|went|made|gave|held|met|left|kept|led|saw|came|got|won|lost|sent|found|brought|bought|drew|fell|grew|knew|rose|shook|spent|stood|swore|thought|threw|wrote)$/;

/** Whether the comma at `i` parts two members of a list: an "and" follows before the clause ends, and what follows is no aside. */
function continuesList(words: Words, i: number, to: number): boolean {
  const next = at(words, i + 1);
  if (next === 'and' || next === 'as') return next === 'as' ? at(words, i + 2) === 'well' : !startsClause(words, i + 2, to);
  if (STOPS.has(next) || /^(?:he|she|they|it|we|i|with|in|at|on|by|to|an?|according|not|for|from)$/.test(next)) return false;
  if (has(words, i + 1, Class.speech)) return false;
  for (let j = i + 1; j < Math.min(to, i + 16); j++) {
    const own = at(words, j);
    if (/^[.;:!?—–“”"()]$/.test(own) || has(words, j, Class.speech) || (has(words, j, Class.auxiliary) && !/^['’]s$/.test(own)))
      return false;
    if (STOPS.has(own) && own !== 'as' && own !== 'such') return false;
    if (own === 'and' || (own === 'as' && at(words, j + 1) === 'well' && at(words, j + 2) === 'as'))
      return !startsClause(words, j + 1, to);
  }
  return false;
}
