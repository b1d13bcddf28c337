import { FIELD, HEAD, RANK, STATUS, STOP } from './lexicon.ts';
import { isDeterminer, readRole, type RolePhrase } from './phrase.ts';
import { readTitleBefore } from './before.ts';
import type { Range, Words } from './words.ts';

const COPULA = new Set(['is', 'was', 'became', 'remains', 'remained']);
const AS_VERBS = new Set(['serves', 'served', 'acts', 'works', 'worked', 'acting', 'serving', 'working', 'doubles']);
const NAMED = new Set([
  'appointed',
  'named',
  'elected',
  'nominated',
  'chosen',
  'sworn',
  'reappointed',
  're-elected',
  'reelected',
  'replaced',
  'designated',
  'listed',
]);

/** ", who is the head of A", "is head of A", "was appointed ambassador to B", "served as chairman". */
export function readClause(words: Words, at: number, end: number, roles: RolePhrase[]): void {
  let i = at;
  if (words.text(i) === ',') i++;
  const relative = words.text(i) === 'who';
  if (relative) i++;
  else if (i > at && !(COPULA.has(words.text(i)) && isDeterminer(words, i + 1))) return;
  const first = words.text(i);
  if (/^(?:also|currently|now|previously|formerly|once|has|had|have)$/.test(first)) i++;
  const verb = words.text(i);
  const past = verb === 'was' || verb === 'served' || verb === 'worked';
  if (verb === 'been' || COPULA.has(verb)) {
    i++;
    while (/^(?:also|currently|now|still|then|been|once|previously|formerly)$/.test(words.text(i))) i++;
    if (NAMED.has(words.text(i)))
      i = words.text(i + 1) === 'in' && words.text(i + 2) === 'as' ? i + 3 : words.text(i + 1) === 'as' ? i + 2 : i + 1;
    else if (AS_VERBS.has(words.text(i)) && words.text(i + 1) === 'as') i += 2;
    else if (words.text(i) === 'as') return;
    else i = becoming(words, i);
  } else if (AS_VERBS.has(verb) && words.text(i + 1) === 'as') i += 2;
  else if (verb === 'heads' || verb === 'leads' || verb === 'chairs') return;
  else return;
  const phrase = readRole(words, i, end);
  if (!phrase || phrase.plural || words.isPerson(phrase.to)) return;
  const { kind } = words.entry(phrase.headTo - 1);
  if (!relative && (kind === null || kind === 'person') && words.entry(phrase.headFrom).kind !== 'officer') return; // "is a gifted child"
  if (
    !relative &&
    phrase.determiner === '' &&
    !words.is(phrase.from, FIELD | RANK | STATUS | HEAD) &&
    !words.capital(phrase.from)
  )
    return;
  const next = words.text(phrase.to);
  if (
    phrase.to < end &&
    !(relative && words.is(phrase.to, STOP)) &&
    !/^(?:[,.;:)–—"”’?!]|''|and|&|who|which|that|when|until|since|before|after|during|while|but|by|last|this|on|in|with|for|-)$/.test(
      next,
    )
  )
    return;
  if (past && !NAMED.has(words.text(i - 1)) && words.text(i - 1) !== 'as' && PAST_STAYS.test(words.slice(phrase.from, phrase.to)))
    return;
  roles.push(phrase);
  // "who is the leader of the Homeland List and a former chief of staff"
  const after = phrase.to + 1;
  const goesOn = isDeterminer(words, after) || words.head(after) || words.is(after, STATUS);
  const second = (next === 'and' || next === '&') && goesOn ? readRole(words, after, end) : null;
  if (second && !second.plural && !words.isPerson(second.to)) roles.push(second);
}

/** "is expected to become the next minister": the token after "become". */
function becoming(words: Words, at: number): number {
  if (
    !/^(?:expected|set|due|slated|likely|poised|tipped|about|scheduled|going)$/.test(words.text(at)) ||
    words.text(at + 1) !== 'to'
  )
    return at;
  return /^(?:become|be|replace)$/.test(words.text(at + 2)) ? at + 3 : at;
}

/** "was the first speaker", "was a victim of": what somebody was in an event is no post. */
const PAST_STAYS = /\b(?:first|last|only|next|best|victim|target|winner|favou?rite)\b/;

/** The role of the sentence from `from` to `to` where it begins with "She is a professor of law", and none but that. */
export function readPronounClause(words: Words, { from, to }: Range): RolePhrase | null {
  if (!/^(?:He|She)$/.test(words.text(from))) return null;
  const verb = from + (/^(?:also|now|currently)$/.test(words.text(from + 1)) ? 2 : 1);
  const after = verb + (/^(?:also|now|currently|still)$/.test(words.text(verb)) ? 2 : 1);
  if (!COPULA.has(words.text(after - 1)) || !/^(?:the|an?)$/.test(words.text(after))) return null;
  const roles: RolePhrase[] = [];
  readClause(words, from + 1, to, roles);
  return roles[0] ?? null;
}

/** The title that "The chief architect was" or "Its chairman is" gives to the name at `name`, or null. */
export function readSubjectBefore(words: Words, name: Range, floor: number, end: number): RolePhrase | null {
  let at = name.from - 1;
  // "was the Canadian, Rita Moll"
  if (words.text(at) === ',' && words.entity(at - 1)?.type === 'norp' && words.text(at - 2) === 'the') at -= 3;
  if (at <= floor || !/^(?:is|was)$/.test(words.text(at)) || (name.to < end && !/^[,.;:)]$/.test(words.text(name.to))))
    return null;
  const title = readTitleBefore(words, at, floor);
  if (!title || title.plural || title.to !== at || PAST_STAYS.test(words.slice(title.from, title.to))) return null;
  const { kind } = words.entry(title.headTo - 1).kind ? words.entry(title.headTo - 1) : words.entry(title.headFrom);
  const known = /^(?:the|its|their|his|her)$/.test(title.determiner) || hasPossessive(words, title);
  return known && kind !== null && kind !== 'person' && title.headFrom > floor && !/^speaker$/.test(words.text(title.headFrom))
    ? title
    : null;
}

export function hasPossessive(words: Words, phrase: RolePhrase): boolean {
  for (let i = phrase.from; i < phrase.headFrom; i++) if (words.possessive(i)) return true;
  return false;
}
