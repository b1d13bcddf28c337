import type { TokenRange } from '../text/sentences.ts';
import { at, capital, Class, has, isTime, isTopicParticle, type Words } from './words.ts';
import { clauseTopic } from './topicClauses.ts';
import { purposeAfter, topicAfterFrame } from './topicFrames.ts';
import { topicAfterLead } from './topicLeads.ts';
import { readTopic } from './topicPhrase.ts';

/** What makes a phrase a topic: the verb or noun (tokens) that introduces it, and who or what its subject is. */
export interface TopicMention {
  /** The introducing word: `discussed`. */
  readonly cue: number;
  /** Strong cues ("discussed", "talks on") tell of a meeting by themselves, weak ones ("stressed") only from a participant's mouth. */
  readonly strength: 'strong' | 'weak';
  /** "Trade was discussed": no subject says who did. */
  readonly passive: boolean;
  /** What a speaker says must be done: who says it is the subject. */
  readonly reported: boolean;
  /** The topics: `strengthening security in Syria`. */
  readonly items: readonly TokenRange[];
}

const MET = Class['event-verb'] | Class['event-strong'] | Class['receive-verb'];
const ANY =
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'] |
  Class['topic-particle'] |
  Class['topic-frame'] |
  Class.aim |
  Class.aiming |
  Class.issue |
  Class['topic-clause'] |
  Class['topic-lead'] |
  Class['event-verb'] |
  Class['event-strong'] |
  Class['receive-verb'];
const TRIGGERS = Class['topic-verb'] | Class['topic-stress'] | Class['topic-agree'];

/** Finds the topics of one sentence by their introducing verbs and nouns. */
export function findTopics(words: Words, sentence: TokenRange): readonly TopicMention[] {
  const found: TopicMention[] = [];
  let free = sentence.from;
  for (let i = sentence.from; i < sentence.to; i++) {
    const trigger = i < free || !has(words, i, ANY) ? null : triggerAt(words, sentence, i);
    if (!trigger) continue;
    const read = readTopic(words, trigger.from, trigger.to);
    // "stressed that Peru and Chile had agreed": who acts is no topic.
    const told = trigger.reported && trigger.to < sentence.to ? read.filter((item) => !isName(words, item)) : read;
    const items = told.filter(({ to }) => to > free); // "The importance of the link was stressed" tells it once.
    if (items.length === 0) continue;
    found.push({
      cue: i,
      strength: trigger.strength,
      passive: trigger.to < sentence.to && !trigger.reported,
      reported: trigger.reported === true,
      items,
    });
    free = Math.max(i + 1, ...items.map(({ to }) => to));
  }
  return found;
}

/** Whether all of a phrase's words but the smallest begin with capitals. */
function isName(words: Words, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (!capital(words, i) && !/^(?:and|of|the|,|['’]s)$/.test(at(words, i))) return false;
  return true;
}

interface Trigger {
  readonly from: number;
  readonly to: number;
  readonly strength: 'strong' | 'weak';
  readonly reported?: boolean;
}

function triggerAt(words: Words, sentence: TokenRange, i: number): Trigger | null {
  return wordTrigger(words, sentence, i) ?? (has(words, i, Class['topic-lead']) ? topicAfterLead(words, i, sentence) : null);
}

function wordTrigger(words: Words, sentence: TokenRange, i: number): Trigger | null {
  const strong = (from: number): Trigger => ({ from, to: sentence.to, strength: 'strong' });
  const weak = (from: number): Trigger => ({ from, to: sentence.to, strength: 'weak' });
  const clause = clauseTopic(words, sentence, i);
  if (clause) return { ...clause, strength: 'weak' };
  const particle = afterParticle(words, i);
  if (particle > 0) return isWeakParticle(words, i) ? weak(particle) : strong(particle);
  if (listedIssues(words, i) > 0) return weak(listedIssues(words, i));
  const framed = topicAfterFrame(words, i, sentence.from, sentence.to);
  if (framed > 0) return weak(framed);
  if (has(words, i, MET) && !has(words, i + 1, Class['topic-verb'])) {
    const purpose = purposeAfter(words, i + 1, sentence.to);
    if (purpose > 0) return strong(purpose);
  }
  const that = has(words, i, Class['topic-stress'] | Class['topic-agree']) ? afterThat(words, sentence, i) : null;
  if (that) return that;
  if (at(words, i - 1) === '-') return null;
  const passive =
    has(words, i, TRIGGERS) || /^(?:signed|approved|adopted|tabled)$/.test(at(words, i))
      ? passiveSubject(words, sentence, i)
      : null;
  if (passive) return passive;
  if (!has(words, i, TRIGGERS)) return null;
  if (isNounHere(words, i)) return null;
  if (has(words, i, Class['topic-verb']))
    return speaksTo(words, i)
      ? null
      : strong(afterAside(words, afterPartner(words, afterTime(words, afterAdverbs(words, i + 1)), sentence.to), sentence.to));
  const agreed = has(words, i, Class['topic-agree']) ? afterAgreed(words, i + 1, sentence.to) : 0;
  if (agreed > 0) return at(words, i).startsWith('agree') ? strong(agreed) : weak(agreed);
  const stressed = has(words, i, Class['topic-stress']) ? afterStressed(words, i, sentence.to) : 0;
  return stressed > 0 ? weak(stressed) : null;
}

/** "stressed that fair fares matter", "voiced concern that tolls would rise": its subject; "decided that the town would open a port": its verb. */
function afterThat(words: Words, sentence: TokenRange, i: number): Trigger | null {
  let that = i + 1;
  while (
    that < Math.min(sentence.to, i + 7) &&
    at(words, that) !== 'that' &&
    (THOUGHT.test(at(words, that)) ||
      /^(?:the|a|an|their|its|his|her|our|’s|'s)$|ly$|^(?:grave|deep|serious|strong|growing)$/.test(at(words, that)))
  )
    that++;
  if (at(words, that) !== 'that' || (that > i + 1 && !THOUGHT.test(at(words, that - 1)))) return null;
  let to = that + 1;
  while (to < sentence.to && !has(words, to, Class.auxiliary | Class.clause | Class.speech) && !/^[.;:“”"]$/.test(at(words, to)))
    to++;
  if (!has(words, to, Class.auxiliary) || to - that < 3 || to - that > 18) return null;
  if (has(words, i, Class['topic-agree']) && /^(?:would|will|should|must)$/.test(at(words, to)) && at(words, to + 1) !== 'be')
    return { from: to + 1, to: sentence.to, strength: 'weak', reported: true };
  return { from: that + 1, to, strength: 'weak', reported: true };
}

const THOUGHT =
  /^(?:concerns?|fears?|views?|recognition|hopes?|belief|conviction|need|understanding|confidence|worry|worries|alarm|regret|opinion)$/;

/** "talks on", "focused mainly on", "exchanged views on": the token after the particle, or 0. A date is no topic: "talks on Monday". */
function afterParticle(words: Words, i: number): number {
  const next = afterAdverbs(words, i + 1);
  if (!isPhrase(words, i, next) || isTime(at(words, next + 1)) || isTime(at(words, next + 2))) return 0;
  return next + 1;
}

function isPhrase(words: Words, i: number, next: number): boolean {
  return has(words, i, Class['topic-particle']) && isTopicParticle(at(words, i), at(words, next));
}

function isWeakParticle(words: Words, i: number): boolean {
  return /^(?:call|spoke|talk|speak|stance|position|progress|referred|insist|emphasis|stress|cooperate|collaborate|opposed|looked|dealt|dealing|pressed|pressing|pushed|pushing|inquired|enquired|protested|resolution|asked|voted|brought|bring|appeal|lobbied|argued|hearing)/.test(
    at(words, i),
  );
}

/** "issues including A and B", "topics discussed included A". */
function listedIssues(words: Words, i: number): number {
  if (!has(words, i, Class.issue)) return 0;
  const next = /^(?:discussed|raised|covered|tackled|addressed)$/.test(at(words, i + 1)) ? i + 2 : i + 1;
  const link = at(words, next);
  if (link === 'such' && at(words, next + 1) === 'as') return next + 2;
  if (/^(?:include|includes|included|including)$/.test(link)) return next + 1;
  return next > i + 1 && /^(?:were|was|are)$/.test(link) ? next + 1 : 0;
}

/** "Refugees and trade were also discussed", "the importance of the talks was stressed". */
function passiveSubject(words: Words, sentence: TokenRange, i: number): Trigger | null {
  if (at(words, i).endsWith('ing') || (at(words, i - 2) === 'it' && /^(?:was|is)$/.test(at(words, i - 1)))) return null;
  let verb = i - 1;
  while (verb > sentence.from && /(?:ly|also|been|being)$/.test(at(words, verb))) verb--;
  if (!/^(?:was|were|is|are|be|been)$/.test(at(words, verb))) return null;
  if (
    /^(?:in|by|with)$/.test(at(words, i + 1)) &&
    has(words, i, Class['topic-stress']) &&
    !/^stress|^emphas|^under|^raised/.test(at(words, i))
  )
    return null;
  while (verb > sentence.from && (has(words, verb - 1, Class.auxiliary) || /ly$|^(?:also|not)$/.test(at(words, verb - 1))))
    verb--;
  const from = passiveStart(words, sentence.from, verb);
  if (verb - from < 1 || verb - from > 30) return null;
  return { from, to: verb, strength: has(words, i, Class['topic-verb']) ? 'strong' : 'weak' };
}

/** Where "trade, visas and fishing" begins before "were discussed": a list runs over its commas, an opening "On Monday," does not belong to it. */
function passiveStart(words: Words, floor: number, verb: number): number {
  let from = verb;
  let start = verb;
  let joined = false;
  while (
    from > floor &&
    !has(words, from - 1, Class.clause | Class.speech | Class.auxiliary) &&
    !/^[;:“"]$/.test(at(words, from - 1))
  ) {
    from--;
    if (at(words, from) === 'and') joined = true;
    if (at(words, from) === ',') {
      if (!joined) return start;
      continue;
    }
    start = from;
  }
  // "On Monday, trade and visas were discussed"
  if (has(words, start, Class['place-preposition'] | Class['other-preposition']) || /^(?:on|during|at)$/.test(at(words, start)))
    for (let i = start; i < verb; i++) if (at(words, i) === ',') return i + 1;
  return start;
}

/** "the debate", "a support": the same word as a noun. */
function isNounHere(words: Words, i: number): boolean {
  return (
    /^(?:debate|stress|support|highlights|agree|address|raised)$/.test(at(words, i)) &&
    /^(?:the|a|an|its|their|his|her|this|no)$/.test(at(words, i - 1))
  );
}

function afterAdverbs(words: Words, i: number): number {
  while (
    /^(?:also|again|once|further|both|(?!supply$|family$|assembly$|reply$|ally$|monopoly$|rally$|italy$|july$)\w+ly)$/.test(
      at(words, i),
    )
  )
    i++;
  return i;
}

/** "on Monday", "last week": the token after it. */
function afterTime(words: Words, i: number): number {
  const next = /^(?:on|last|this|early|late)$/.test(at(words, i)) ? i + 1 : i;
  return isTime(at(words, next)) ? next + 1 : i;
}

/** "discussed with the head of the Harbour Board and the envoy to Peru the …": the token after the partner. */
function afterPartner(words: Words, i: number, end: number): number {
  if (at(words, i) !== 'with') return i;
  let last = i;
  for (let next = i + 1; next < Math.min(end, i + 40); next++) {
    const own = at(words, next);
    if (/^[.;:“”"]$/.test(own) || has(words, next, Class.clause | Class.speech | Class.auxiliary))
      return last > i + 1 ? last + 1 : i;
    const partner = capital(words, next) || has(words, next, Class.leader) || own === ')';
    if (partner) last = next;
    else if (/^(?:ways|means|issues|how|several|various|bilateral|possible)$/.test(own) && last > i) return next;
    else if (
      last > i &&
      /^(?:the|a|an|their)$/.test(own) &&
      at(words, next - 1) !== 'of' &&
      at(words, next - 1) !== 'and' &&
      at(words, next - 1) !== 'with' &&
      at(words, next - 1) !== 'to' &&
      at(words, next - 1) !== 'for'
    ) {
      if (!capital(words, next + 1) && !has(words, next + 1, Class.leader)) return next;
    } else if (last > i && next - last > 4) return last + 1;
  }
  return last > i ? last + 1 : i;
}

/** "discussed in a meeting in Cairo on Monday a host of issues", "discuss for the first time a disputed election": the token after the aside. */
function afterAside(words: Words, i: number, end: number): number {
  if (!/^(?:in|at|during|for|on|by)$/.test(at(words, i))) return i;
  for (let next = i + 2; next < Math.min(end, i + 14); next++) {
    if (/^[,.;:“”"]$/.test(at(words, next)) || has(words, next, Class.clause | Class.speech)) return i;
    if (/^(?:in|at|during|for|on|of|with|by|the|a|an|first)$/.test(at(words, next - 1))) continue;
    if (/^(?:a|an|the|ways|means|issues|how|several|various|bilateral|their)$/.test(at(words, next))) return next;
  }
  return i;
}

/** "agreed on Monday to strengthen …", "agreed to …": the token after "to" or "on"; 0 for "agreed that" and a bare "agreed". */
function afterAgreed(words: Words, i: number, end: number): number {
  for (let next = i; next < Math.min(end, i + 9); next++) {
    const own = at(words, next);
    if (own === 'to') return next + 1;
    if (has(words, next, Class.clause | Class.speech) || /^[.;:“"]$/.test(own)) return 0;
  }
  return 0;
}

const DIRECT =
  /^(?:stress|emphasi|underlin|underscor|highlight|condemn|denounc|oppos|reject|outlin|rais|propos|request|demand|advocat|recommend|suggest|seek|sought)/;

/** "addressed the conference", "addressing a rally": its audience is no topic. */
function speaksTo(words: Words, i: number): boolean {
  if (!at(words, i).startsWith('address')) return false;
  for (let j = i + 1; j < i + 7; j++) {
    if (has(words, j, Class['event-strong'] | Class['event-weak'])) return true;
    if (
      /^(?:rally|nation|crowd|parliament|assembly|audience|reporters|journalists|media|students|supporters|council|ceremony)$/.test(
        at(words, j),
      )
    )
      return true;
    if (!/^\p{L}/u.test(at(words, j)) || has(words, j, Class['other-preposition'] | Class['place-preposition'])) return false;
  }
  return false;
}

/** The token after the next "to", if one is near; else 0. */
function afterTo(words: Words, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 6); i++) if (at(words, i) === 'to') return i + 1;
  return 0;
}

/** "stressed the importance of …", "voiced concern about …", "raised …": where the topic begins, or 0. */
function afterStressed(words: Words, i: number, end: number): number {
  let next = afterAdverbs(words, i + 1);
  // "reiterated to the envoy the ministry's support for …"
  if (at(words, next) === 'to')
    for (next += 2; next < Math.min(end, i + 9) && !/^(?:the|its|their|his|her)$/.test(at(words, next)); next++);
  for (let steps = 0; steps < 5 && next < end; steps++, next++) {
    if (has(words, next, Class.frame)) {
      const link = at(words, next + 1);
      // "the keenness of Peru to expand trade"
      if (link === 'of' && /^(?:keenn|readi|willing|determ|desire|commit|interest|eager|intent|wish)/.test(at(words, next)))
        return afterTo(words, next + 2, end);
      if (/^(?:of|to|for|in|about|over|on|against|with|at|regarding)$/.test(link)) return next + 2;
      break;
    }
    if (
      !/^(?:the|its|their|his|her|a|an|both|strong|deep|full|continued|grave|serious|great|keen|continuing|growing|urgent|and|’s|'s)$/.test(
        at(words, next),
      ) &&
      !capital(words, next)
    )
      break;
  }
  const adverbs = afterAdverbs(words, i + 1);
  const object = at(words, adverbs) === 'on' ? adverbs + 1 : adverbs;
  // "sought to discuss fares": the next verb tells the topic.
  if (at(words, object) === 'to' && has(words, object + 1, Class['topic-verb'])) return 0;
  if (!DIRECT.test(at(words, i)) || has(words, object, Class.clause) || /^[,.;:“"]$/.test(at(words, object))) return 0;
  return object;
}
