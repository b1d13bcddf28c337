import type { TokenRange } from '../text/sentences.ts';
import { at, capital, Class, has, hasWord, isTime, type Words } from './words.ts';

/** Where a topic stands that a set phrase leads in: tokens from `from` up to at most `to`. */
export interface LedTopic extends TokenRange {
  readonly strength: 'strong' | 'weak';
}

/** A set phrase around the word at `i`, or null where the word stands for something else. */
type Lead = (words: Words, i: number, sentence: TokenRange) => LedTopic | null;

/**
 * Topics led in by a set phrase around a noun, an adjective or a verb that also means other things: "the talks cover fares", "took stock of
 * the harvest", "among the topics were fares", "the importance of fair fares", "keen on new trains", "talks with the governor on the dam".
 */
export function topicAfterLead(words: Words, i: number, sentence: TokenRange): LedTopic | null {
  return LEADS.get(at(words, i))?.(words, i, sentence) ?? null;
}

const EVENT = Class['event-strong'] | Class['event-weak'];

/** "the talks will cover fares", "agreements covering trade". */
const covers: Lead = (words, i, sentence) => {
  for (let j = i - 1; j >= Math.max(sentence.from, i - 8); j--) {
    if (has(words, j, EVENT | Class.issue) || /^agreements?$/.test(at(words, j))) return strong(i + 1, sentence);
    if (has(words, j, Class.clause | Class.speech) || /^[,.;:“”"]$/.test(at(words, j))) return null;
  }
  return null;
};

/** "the dispute featured high in the talks". */
const featured: Lead = (words, i, sentence) => {
  if (!hasWord(words, i + 1, i + 4, /^(?:prominently|high|highly|heavily|strongly)$/)) return null;
  const from = clauseStart(words, sentence.from, i);
  return from < i ? { from, to: i, strength: 'strong' } : null;
};

/** "on the table are fares", "at the top of the agenda is the dam", "topics on the table include fares". */
const onTheTable: Lead = (words, i, sentence) => {
  if (at(words, i - 1) !== 'the') return null;
  const list = /^(?:include|includes|included|including)$/.test(at(words, i + 1));
  const top = /^(?:on|of)$/.test(at(words, i - 2)) && /^(?:is|are|was|were)$/.test(at(words, i + 1));
  const verb = /ed$|ing$|^(?:set|to|not|still|also|now|likely|due)$/.test(at(words, i + 2));
  return list || (top && !verb) ? strong(i + 2, sentence) : null;
};

/** "among the topics were fares", "among issues discussed was the dam". */
const among: Lead = (words, i, sentence) => {
  let issue = false;
  for (let j = i + 1; j < Math.min(sentence.to, i + 9); j++) {
    issue ||= has(words, j, Class.issue);
    if (issue && /^(?:is|are|was|were)$/.test(at(words, j)) && !/^(?:discussed|raised|to)$/.test(at(words, j + 1)))
      return strong(j + 1, sentence);
  }
  return null;
};

/** "discussions ranged from the railway to school fees". */
const ranged: Lead = (words, i, sentence) => (at(words, i + 1) === 'from' ? strong(i + 2, sentence) : null);

/** "the council considered the plan"; "he is considered a rival" tells of none. */
const weighed: Lead = (words, i, sentence) =>
  /^(?:is|was|are|were|be|been|being|widely|long|often|so|now|as|not|,)$/.test(at(words, i - 1)) || !opensPhrase(words, i + 1)
    ? null
    : weak(i + 1, sentence);

/** "will review the law", "to raise the matter of fares". */
const bareVerb: Lead = (words, i, sentence) =>
  /^(?:will|would|to|also|may|could|shall|should|must)$/.test(at(words, i - 1)) && opensPhrase(words, i + 1)
    ? strong(i + 1, sentence)
    : null;

/** "the importance of fair fares", "the need to lower the fares", "the risk of famine". */
const importance: Lead = (words, i, sentence) => {
  if (!/^(?:the|an|urgent|vital|great|utmost|paramount|pressing|of|growing|real|critical)$/.test(at(words, i - 1))) return null;
  return /^(?:of|for|to)$/.test(at(words, i + 1)) ? weak(i + 2, sentence) : null;
};

/** "is ready to supply grain", "were keen on new trains", "interested in buying". */
const keen: Lead = (words, i, sentence) => {
  if (
    !hasWord(
      words,
      Math.max(sentence.from, i - 3),
      i,
      /^(?:is|are|was|were|be|been|being|remains?|stands?|stood|also|and|’s|'s)$/,
    )
  )
    return null;
  return /^(?:to|on|in|for)$/.test(at(words, i + 1)) && !isTime(at(words, i + 2)) ? weak(i + 2, sentence) : null;
};

/** "took stock of the harvest". */
const stock: Lead = (words, i, sentence) =>
  /^(?:take|takes|took|taking)$/.test(at(words, i - 1)) && at(words, i + 1) === 'of' ? strong(i + 2, sentence) : null;

/** "the purpose of the visit is to mend ties", "the goal of the talks was a truce". */
const purpose: Lead = (words, i, sentence) => {
  let event = false;
  for (let j = i + 1; j < Math.min(sentence.to, i + 9); j++) {
    event ||= has(words, j, EVENT);
    if (event && /^(?:is|was|are|were)$/.test(at(words, j))) return weak(at(words, j + 1) === 'to' ? j + 2 : j + 1, sentence);
  }
  return null;
};

/** "the visit aims to mend ties", "talks aimed at ending the strike". */
const aims: Lead = (words, i, sentence) => {
  if (!/^(?:to|at)$/.test(at(words, i + 1))) return null;
  for (let j = i - 1; j >= Math.max(sentence.from, i - 12); j--) {
    if (has(words, j, EVENT)) return strong(i + 2, sentence);
    if (has(words, j, Class.speech) || /^[;:“”"]$/.test(at(words, j))) return null;
  }
  return null;
};

/** "comes as part of efforts to end the blockade". */
const efforts: Lead = (words, i, sentence) =>
  at(words, i - 1) === 'of' && /^(?:part|framework|context)$/.test(at(words, i - 2)) && at(words, i + 1) === 'to'
    ? weak(i + 2, sentence)
    : null;

/** "put forward a plan", "laid out the budget". */
const laidOut: Lead = (words, i, sentence) =>
  /^(?:put|lay|lays|laid|laying|set|sets|putting|setting)$/.test(at(words, i - 1)) &&
  /^(?:a|an|the|its|their|his|her|several)$/.test(at(words, i + 1))
    ? weak(i + 1, sentence)
    : null;

/** "talks with the governor on the dam", "spoke by phone about the floods". */
const partnered: Lead = (words, i, sentence) => {
  if (!/^(?:with|by|between|in|via)$/.test(at(words, i + 1)) || capital(words, i)) return null;
  for (let j = i + 2; j < Math.min(sentence.to, i + 28); j++) {
    const own = at(words, j);
    if (
      /^[.;:“”"]$/.test(own) ||
      has(words, j, Class.clause | Class.speech | Class['topic-verb'] | Class['topic-stress'] | Class['topic-agree'])
    )
      return null;
    if (has(words, j, Class.auxiliary) && !/^['’]s$/.test(own)) return null;
    if (!/^(?:on|about|over|regarding|concerning)$/.test(own)) continue;
    const next = at(words, j + 1);
    const noun = /^(?:the|a|an|its|their|his|her)$/.test(next) ? at(words, j + 2) : next;
    if (
      isTime(next) ||
      isTime(noun) ||
      /^(?:sidelines?|margins?|phone|telephone|eve|side|board|behalf|condition|occasion|invitation|line|which|whom)$/.test(noun)
    )
      continue;
    return /^(?:last|this|early|late|his|her|their)$/.test(next) && isTime(at(words, j + 2)) ? null : strong(j + 1, sentence);
  }
  return null;
};

/** "the question of fares came up". */
const cameUp: Lead = (words, i, sentence) => {
  if (at(words, i + 1) !== 'up' || /^(?:with|to)$/.test(at(words, i + 2))) return null;
  const from = clauseStart(words, sentence.from, i);
  return from < i ? { from, to: i, strength: 'weak' } : null;
};

/** "asked for more wheat". */
const askedFor: Lead = (words, i, sentence) =>
  at(words, i + 1) === 'for' && !/^(?:comment|his|her|a|it|this)$/.test(at(words, i + 2)) ? weak(i + 2, sentence) : null;

/** "gave directives to clear the quay", "reached an agreement to reopen the port". */
const directive: Lead = (words, i, sentence) => {
  if (at(words, i + 1) !== 'to' || !has(words, i + 2, Class.purpose)) return null;
  return hasWord(
    words,
    Math.max(sentence.from, i - 4),
    i,
    /^(?:gave|gives|giving|issued|reached|signed|struck|inked|announced|unveiled)$/,
  )
    ? weak(i + 2, sentence)
    : null;
};

/** "reached a deal on water", "settled a dispute over fares", "the talks come amid a row over fares". */
const deal: Lead = (words, i, sentence) => {
  if (at(words, i + 1) === 'to') return directive(words, i, sentence);
  if (!/^(?:on|over|about)$/.test(at(words, i + 1)) || isTime(at(words, i + 2))) return null;
  return hasWord(
    words,
    Math.max(sentence.from, i - 4),
    i,
    /^(?:reached|struck|signed|reach|sealed|clinched|finali[sz]ed|settled?|resolved?|without|amid|after|on|hammer|negotiated?)$/,
  )
    ? weak(i + 2, sentence)
    : null;
};

/** "a conference titled “Water for all”". */
const titled: Lead = (words, i, sentence) => {
  if (!/^[“"‘']$/.test(at(words, i + 1))) return null;
  for (let j = i - 1; j >= Math.max(sentence.from, i - 5); j--)
    if (has(words, j, EVENT) || /^(?:panel|lecture|webinar|event|programme|program)$/.test(at(words, j)))
      return strong(i + 2, sentence);
  return null;
};

/** "offered to mediate", "offered help with the clean-up". */
const offered: Lead = (words, i, sentence) =>
  at(words, i + 1) === 'to' && has(words, i + 2, Class.purpose) ? weak(i + 2, sentence) : null;

/** "announced the launch of a ferry line". */
const launch: Lead = (words, i, sentence) =>
  at(words, i + 1) === 'of' && hasWord(words, Math.max(sentence.from, i - 3), i, /^(?:announced|announcing|witnessed|discussed)$/)
    ? weak(i + 2, sentence)
    : null;

/** "the focus of the talks was a truce", "a truce was the main topic of discussion", "fares were at the heart of the talks". */
const focus: Lead = (words, i, sentence) => {
  if (at(words, i + 1) === 'on' && /^(?:a|the|special|particular)$/.test(at(words, i - 1))) return weak(i + 2, sentence);
  if (at(words, i + 1) !== 'of') return null;
  for (let j = i + 2; j < Math.min(sentence.to, i + 6); j++) {
    if (!has(words, j, EVENT)) continue;
    if (/^(?:is|was|are|were|will)$/.test(at(words, j + 1))) return strong(at(words, j + 2) === 'be' ? j + 3 : j + 2, sentence);
    for (let verb = i - 1; verb >= Math.max(sentence.from, i - 6); verb--)
      if (/^(?:is|was|are|were)$/.test(at(words, verb))) {
        const from = clauseStart(words, sentence.from, verb);
        return from < verb ? { from, to: verb, strength: 'strong' } : null;
      }
    return null;
  }
  return null;
};

/** "it was decided to lower the tolls". */
const itWasDecided: Lead = (words, i, sentence) =>
  at(words, i - 2) === 'it' && /^(?:was|is)$/.test(at(words, i - 1)) && at(words, i + 1) === 'to' ? weak(i + 2, sentence) : null;

/** "the following sectors: farming, housing". */
const fields: Lead = (words, i, sentence) => (at(words, i + 1) === ':' ? weak(i + 2, sentence) : null);

const LEADS: ReadonlyMap<string, Lead> = new Map(
  (
    [
      [covers, 'cover covers covered covering span spans spanned spanning'],
      [featured, 'featured features figured'],
      [onTheTable, 'table agenda'],
      [among, 'among'],
      [ranged, 'ranged'],
      [weighed, 'studied considered considering weighed weighing assessed assessing evaluated evaluating'],
      [bareVerb, 'review consider assess evaluate study raise'],
      [importance, 'importance need necessity urgency significance imperative danger dangers'],
      [keen, 'ready keen interested willing eager determined'],
      [stock, 'stock'],
      [purpose, 'purpose goal objective'],
      [aims, 'aims aimed intended meant designed'],
      [efforts, 'efforts'],
      [laidOut, 'forward out'],
      [
        partnered,
        'spoke spoken talked talks meeting meetings discussion discussions negotiations conversation conversations call calls consultations dialogue summit',
      ],
      [cameUp, 'came'],
      [askedFor, 'asked'],
      [directive, 'directives instructions plans'],
      [deal, 'deal agreement dispute row'],
      [titled, 'titled entitled'],
      [offered, 'offered'],
      [launch, 'launch'],
      [focus, 'focus topic subject center centre heart'],
      [itWasDecided, 'decided agreed'],
      [fields, 'fields areas sectors spheres'],
    ] as const
  ).flatMap(([lead, list]) => list.split(' ').map((own): [string, Lead] => [own, lead])),
);

function strong(from: number, { to }: TokenRange): LedTopic {
  return { from, to, strength: 'strong' };
}

function weak(from: number, { to }: TokenRange): LedTopic {
  return { from, to, strength: 'weak' };
}

/** A noun phrase begins: "the law", "new sanctions". */
function opensPhrase(words: Words, i: number): boolean {
  return (
    /^\p{L}/u.test(at(words, i)) &&
    !has(
      words,
      i,
      Class['other-preposition'] | Class['place-preposition'] | Class['participant-preposition'] | Class.clause | Class.auxiliary,
    )
  );
}

/** Where the clause of the verb at `i` begins. */
function clauseStart(words: Words, floor: number, i: number): number {
  let from = i;
  while (from > floor && !/^[,;:“”"]$/.test(at(words, from - 1)) && !has(words, from - 1, Class.clause | Class.speech)) from--;
  return from;
}
