import type { TokenRange } from '../text/sentences.ts';
import { at, capital, Class, has, isTime, type Words } from './words.ts';

/** The most tokens a topic has before it is no longer a phrase. */
const LONGEST = 26;

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
  return [...items.filter((item) => !isGeneral(words, item)), ...readTopic(words, listed, to)];
}

const GENERAL =
  /^(?:other|several|various|many|key|main|important|major|different|common|mutual|shared|joint|bilateral|regional|international|global|topical|pressing|current|domestic|related|relevant|some|number|interest|concern|common|of|and)$/;

/** "regional issues" where a list follows; "supply chain issues" says what they are. */
function isGeneral(words: Words, { from, to }: TokenRange): boolean {
  if (!ISSUES.test(at(words, to - 1)) && !ISSUES.test(at(words, from))) return false;
  for (let i = from; i < to; i++) if (!GENERAL.test(at(words, i)) && !ISSUES.test(at(words, i))) return false;
  return true;
}

/** The token after ", including" or ", such as" at a phrase's end, or 0. */
function afterIncluding(words: Words, end: number, to: number): number {
  const i = at(words, end) === ',' ? end + 1 : end;
  if (i >= to) return 0;
  if (/^(?:including|namely)$/.test(at(words, i))) return i + 1;
  return at(words, i) === 'such' && at(words, i + 1) === 'as' ? i + 2 : 0;
}

/** Steps over what wraps a topic without saying it: "ways to", "a number of issues including", "the importance of". */
function unwrap(words: Words, from: number, to: number): number {
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

const DETERMINERS = new Set(
  'the a an its their his her our this these those several various many some both all any and'.split(' '),
);
const QUANTITIES = /^(?:number|range|series|host|multitude|variety|array|raft|set|wide|broad|full|package|list)$/;
const WAYS =
  /^(?:ways?|means|mechanisms?|avenues|prospects|possibilit(?:y|ies)|steps|methods|modalities|measures|efforts|plans|potential|opportunities)$/;
const ISSUES = /^(?:issues?|matters?|questions?|topics?|subjects?|dossiers|files?|points|aspects)$/;
const FRAMES =
  /^(?:importance|dangers?|risks?|needs?|necessity|significance|urgency|imperative|commitment|readiness|willingness|desire|intentions?|determination|keenness|respect|eagerness|aspirations?|concerns?|hopes?|support|interest)$/;

/** The token after a wrapper that begins at `i`, or `i` where none does. */
function afterWrapper(words: Words, i: number, to: number): number {
  const own = at(words, i);
  if (/^(?:discuss|review|examine|debate|consider|hear)$/.test(own)) return i + 1;
  if (/^(?:cooperate|coordinate|collaborate|work)$/.test(own) && /^(?:with|together|closely)$/.test(at(words, i + 1)))
    return afterCompany(words, i, to);
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

function startsPhrase(words: Words, i: number): boolean {
  const own = at(words, i);
  if (!/\p{L}|\d/u.test(own[0] ?? '') && !/^[“"‘']$/.test(own)) return false;
  if (/^(?:by|of|as|in|at|from|with|on|than|over|against|into)$/.test(own)) return false;
  return !has(words, i, Class.speech | Class.auxiliary | Class.clause) || capital(words, i);
}

/** Where the clause of a topic ends. */
function phraseEnd(words: Words, from: number, to: number): number {
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
  if (own === 'as' && at(words, i + 1) === 'well' && at(words, i + 2) === 'as') return false;
  if (/^(?:who|what|when|where|which|whose)$/.test(own) && /^(?:over|about|on)$/.test(at(words, i - 1))) return false;
  if (STOPS.has(own)) return !(own === 'such' && AREAS.test(at(words, i - 1))) && !(own === 'as' && AREAS.test(at(words, i - 2)));
  const next = at(words, i + 1);
  if (own === 'that') return !/^(?:of)$/.test(next);
  if (own === 'to') return has(words, i + 1, Class.purpose) && !TAKES_TO.has(at(words, i - 1)) && i > from + 1;
  if (own === 'on' || own === 'in' || own === 'at' || own === 'during' || own === 'by') {
    if (isTime(next) || isTime(at(words, i + 2))) return /^(?:on|in|by)$/.test(own);
    if (own === 'by' && isGerund(words, i + 1)) return true;
    if (own === 'in' && next === 'cooperation' && at(words, i + 2) === 'with') return true;
    const noun = /^(?:the|a|an|his|her|their|its|this|that)$/.test(next) ? i + 2 : i + 1;
    if (
      /^(?:statement|sidelines|tweet|press|briefing|phone|telephone|joint|interview|speech|remarks|presence)$/.test(
        at(words, noun),
      )
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

/** Cuts a phrase at the commas and "and"s that part topics. */
function split(words: Words, from: number, to: number): TokenRange[] {
  const parts: TokenRange[] = [];
  let start = from;
  for (let i = from + 1; i < to - 1; i++) {
    const own = at(words, i);
    let next = 0;
    if (own === 'and' || own === '&') next = i + 1;
    else if (own === ',') next = /^(?:and|or)$/.test(at(words, i + 1)) ? i + 2 : i + 1;
    else if (own === 'as' && at(words, i + 1) === 'well' && at(words, i + 2) === 'as') next = i + 3;
    else if (own === 'along' && at(words, i + 1) === 'with') next = i + 2;
    if (next === i + 3 && next < to) {
      parts.push({ from: start, to: i });
      start = next;
      i = next;
      continue;
    }
    if (next === 0 || next >= to || !partsTopics(words, start, i, next, to)) continue;
    parts.push({ from: start, to: i });
    start = next;
    i = next;
  }
  parts.push({ from: start, to });
  return parts;
}

const PREPOSITION =
  /^(?:of|in|on|for|with|between|against|to|from|about|over|regarding|concerning|among|towards?|into|under|at|by|within|across)$/;

/**
 * Whether what stands left and right of an "and" or comma are two topics. "ties between Ankara and Damascus", "political, economic and
 * cultural ties", "cooperation in trade and energy" are one; "the war in Ukraine and ways to end it", "climate change, trade and security" are not.
 */
function partsTopics(words: Words, from: number, cut: number, next: number, to: number): boolean {
  const gerund = isGerund(words, from);
  // "open a bank and train its staff" are two, "strengthen and deepen ties" is one.
  if (isVerbPhrase(words, from) && isVerbPhrase(words, next) && cut - from > 1 && !PREPOSITION.test(at(words, next + 1)))
    return true;
  if (gerund && isGerund(words, next) && at(words, next + 1) !== ',') return true;
  let preposition = 0;
  let between = false;
  for (let i = from + 1; i < cut; i++) {
    if (!PREPOSITION.test(at(words, i))) continue;
    preposition = i;
    between = /^(?:between|among)$/.test(at(words, i));
  }
  if (between) return false;
  const own = at(words, next);
  if (WAYS.test(own) || own === 'how' || ISSUES.test(own)) return true;
  if (/^(?:its|their|his|her)$/.test(own))
    return preposition > 0 && !/^(?:of|for)$/.test(at(words, preposition)) ? true : preposition === 0 && !gerund;
  if (/^(?:the|a|an)$/.test(own)) {
    if (capital(words, next + 1) && capital(words, cut - 1)) return false; // "China and the Solomon Islands"
    return gerund ? at(words, next + 2) === 'of' : headFollows(words, next + 1, to);
  }
  if (preposition > 0 || gerund || isVerbPhrase(words, from)) return false;
  if (isAdjective(words, cut - 1)) return false;
  // "threats and opportunities in the gulf", "trade and transit of oil": what follows belongs to both.
  if (cut - from <= 2 && at(words, cut) === 'and' && cut === firstJoin(words, from, to) && PREPOSITION.test(at(words, next + 1)))
    return false;
  // Without a preposition on the left, members of a list are topics: "climate change, public health and trade".
  return to > next && (cut - from > 1 || listAhead(words, next, to));
}

function firstJoin(words: Words, from: number, to: number): number {
  for (let i = from; i < to; i++) if (/^(?:and|,)$/.test(at(words, i))) return i;
  return to;
}

/** "the NOUN of …", "the NOUN in …": a phrase of its own follows. */
function headFollows(words: Words, i: number, to: number): boolean {
  for (let j = i; j < Math.min(to, i + 6); j++) {
    if (PREPOSITION.test(at(words, j)) || at(words, j) === 'related') return true;
    if (/^(?:,|and)$/.test(at(words, j))) return j > i + 1;
  }
  return to - i >= 2;
}

function listAhead(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (at(words, i) === 'and' || at(words, i) === ',') return true;
  return from < to;
}

function isGerund(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    own.length > 5 &&
    own.endsWith('ing') &&
    !/^(?:during|including|regarding|concerning|meeting|building|training|housing|something|anything|nothing|everything|funding|banking|shipping|spring|standing|ongoing|following|manufacturing|engineering|farming|fishing|mining|understanding|pending|existing|growing|emerging|trafficking|smuggling|financing|hearing)$/.test(
      own,
    )
  );
}

/** "strengthen ties": an infinitive without its "to". */
function isVerbPhrase(words: Words, i: number): boolean {
  return has(words, i, Class.purpose) && !capital(words, i);
}

function isAdjective(words: Words, i: number): boolean {
  const own = at(words, i);
  return (
    own.length > 4 &&
    /(?:al|ic|ive|ary|ous|ful|ant|ent|able|ible|ish|ese|ian|lateral|ist|ean)$/.test(own) &&
    !NOT_ADJECTIVES.has(own)
  );
}

const NOT_ADJECTIVES = new Set(
  'government development environment investment management agreement parliament movement settlement treatment employment disarmament withdrawal proposal referendum music traffic climate terrorist referral arrival renewal approval survival trial capital festival hospital material journal goal deal crisis initiative olive incentive narrative republic public topic logic statistic arctic fabric president student incident accident content event moment payment unemployment procurement enrichment statement document element equipment'.split(
    ' ',
  ),
);

/** A part without determiners before and loose words after, or null. */
function trim(words: Words, from: number, to: number): TokenRange | null {
  let first = from;
  let last = to;
  while (first < last && /^(?:[“"‘',]|and|or|then)$/.test(at(words, first)) && !/^['’]s$/.test(at(words, first))) first++;
  while (
    last > first &&
    /^(?:[“”"’',.;:-]|and|or|of|in|on|at|to|for|with|by|the|a|an|from|also|both|together|as|well|into|more|than|not|their|its)$/.test(
      at(words, last - 1),
    )
  )
    last--;
  return last > first ? { from: first, to: last } : null;
}

const EMPTY = new Set(
  'it them this that him her us me you issue issues matter matters topic topics meeting meetings talks things thing details everything something anything what one reporters journalists situation same all more aspect aspects file two three four five priority priorities way forward other others number importance need session together support him themselves each ways views view questions question agreement relations meeting developments point points results result statement plan plans subject subjects media people president minister opinions ideas report parliament areas position stance demand demands'.split(
    ' ',
  ),
);

/** Whether a part says what the topic is. */
function saysSomething(words: Words, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST) return false;
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
