import type { TokenRange } from '../text/sentences.ts';
import type { TopicSentence } from './topics.ts';
import type { Kinds, TopicSite } from './topicSites.ts';
import { familyOf } from './wordFamilies.ts';
import { at, capital, Class, type ClassName, has, isTime, isTopicParticle, type Words } from './words.ts';

/** What tells whether a phrase is a topic, as the first word of its lines in `data/en/topic-weights.txt`. */
export const FEATURES = [
  'always',
  'before',
  'two-before',
  'verb',
  'pair',
  'verb-before',
  'noun-before',
  'first-verb',
  'lead-before',
  'lead-distance',
  'class-before',
  'class-verb',
  'class-left',
  'first',
  'first-class',
  'form-before',
  'place',
  'member',
  'head',
  'about',
  'length',
  'prepositions',
  'joined',
  'verbs',
  'next',
  'next-class',
  'after-class',
  'names',
  'holds',
  'block',
  'opens',
  'tells',
  'since',
  'subject',
  'subject-since',
  'told',
  'meetings',
] as const;
export type Feature = (typeof FEATURES)[number];
/** Takes one feature: its kind with one or two words that fill it. */
export type Sink = (feature: Feature, a: string, b: string) => void;

const CLASSES = Object.entries(Class) as readonly (readonly [ClassName, number])[];
const LEADS = CLASSES.filter(([name]) => /^(?:topic-|issue|frame|aim|event-)/.test(name));
const LEAD = LEADS.reduce((bits, [, bit]) => bits | bit, 0);
/** How far a word may stand before the phrase that it leads to. */
const REACH = 25;
/** Letters by which forms of one verb are known: `discu`. */
const STEM = 5;

/** What a sentence tells. */
export function sentenceFeatures(words: Words, { from, to, block, hasEvent }: TopicSentence, add: Sink): void {
  add('always', '', '');
  add('block', block, '');
  add('opens', at(words, from), '');
  let told = 0;
  for (let i = from; i < to; i++) {
    const own = at(words, i);
    if (own === 'they' || own === 'both' || own === 'sides') told |= 1;
    else if (own === 'should' || own === 'must' || own === 'need' || own === 'needs' || own === 'would') told |= 2;
    else if (own === 'will' || own === 'upcoming' || own === 'scheduled' || own === 'expected') told |= 4;
    if (has(words, i, Class['event-strong'])) told |= 8;
    if (has(words, i, Class['topic-verb'])) told |= 16;
  }
  if (hasEvent) told |= 32;
  for (let k = 0; k < TOLD.length; k++) if (told & (1 << k)) add('tells', TOLD[k]!, '');
}

const TOLD = ['both', 'must', 'will', 'event-word', 'topic-verb', 'event'];

/** What leads up to a phrase. */
export function siteFeatures(words: Words, { from }: TokenRange, kinds: Kinds, site: TopicSite, add: Sink): void {
  const { at: first, before } = site;
  const left = before >= from ? at(words, before) : '';
  add('before', left, '');
  add('two-before', before > from ? at(words, before - 1) : '', left);
  let verb = -1;
  for (let i = before; i >= Math.max(from, first - 14) && verb < 0; i--) if (kinds[i - from] === 'verb') verb = i;
  const governing = at(words, verb);
  // "discussed trade": the verb itself leads up to the phrase; "spoke about trade": its preposition does.
  const link = verb === before ? '=' : left;
  const stem = governing.slice(0, STEM);
  add('verb', stem, '');
  add('verb-before', stem, link);
  let noun = '';
  for (let i = before; i >= Math.max(from, before - 3) && noun === ''; i--) if (kinds[i - from] === 'noun') noun = at(words, i);
  add('noun-before', noun, left);
  let main = from;
  while (main < first && !(kinds[main - from] === 'verb' && !at(words, main).endsWith('ing'))) main++;
  add('first-verb', main < first ? at(words, main) : '', '');
  addLeads(words, from, site, left, add);
  const leads = words.classes[before] ?? 0;
  const governs = words.classes[verb] ?? 0;
  const own = words.classes[first]!;
  for (const [name, bit] of CLASSES) {
    if (before >= from && leads & bit) add('class-before', name, '');
    if (governs & bit) add('class-verb', name, link);
    if (own & bit) add('first-class', name, '');
  }
  add('first', at(words, first), '');
  add(
    'form-before',
    kinds[first - from] === 'verb' ? (at(words, first).endsWith('ing') ? 'gerund' : 'verb') : 'noun',
    verb === before ? '=' : left,
  );
  if (isTopicParticle(at(words, before - 1), left)) add('pair', '', '');
  for (let i = before - 2; i > Math.max(from, before - 6); i--) if (isTopicParticle(at(words, i), left)) add('pair', 'apart', '');
}

function addLeads(words: Words, from: number, { at: first, before }: TopicSite, left: string, add: Sink): void {
  const nearest = leadBefore(words, from, first);
  let bits = 0;
  for (let i = nearest; i >= Math.max(from, first - REACH); i--) bits |= words.classes[i]!;
  const name = LEADS.find(([, bit]) => has(words, nearest, bit))?.[0] ?? '';
  add('lead-before', name, nearest === before ? '=' : left);
  add('lead-distance', nearest < 0 ? '0' : bucket(first - nearest), '');
  for (const [each, bit] of LEADS) if (bits & bit) add('class-left', each, '');
}

/** Whether a sentence has any word that leads to topics. */
export function holdsLead(words: Words, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (has(words, i, LEAD)) return true;
  return false;
}

/** The nearest word before a phrase that leads to topics, or -1. */
export function leadBefore(words: Words, from: number, first: number): number {
  for (let i = first - 1; i >= Math.max(from, first - REACH); i--) if (has(words, i, LEAD)) return i;
  return -1;
}

/** What a phrase is like, one of those that `readTopic` found at a site. */
export function itemFeatures(
  words: Words,
  sentence: TokenRange,
  kinds: Kinds,
  { from, to }: TokenRange,
  place: number,
  size: number,
  add: Sink,
): void {
  add('place', place < 3 ? String(place) : '3', size < 5 ? String(size) : '5');
  if (place > 0) add('member', at(words, from), '');
  add('length', bucket(to - from), kinds[from - sentence.from] === 'verb' ? 'verb' : 'noun');
  let prepositions = 0;
  let joined = 0;
  let verbs = 0;
  let names = 0;
  let nouns = 0;
  let held = 0;
  let head = '';
  for (let i = from; i < to; i++) {
    const kind = kinds[i - sentence.from];
    const own = at(words, i);
    if (kind === 'preposition' || own === 'to') prepositions++;
    if (own === 'and' || own === ',') joined++;
    if (kind === 'verb' && i > from) verbs++;
    if (kind === 'noun') {
      nouns++;
      if (prepositions === 0) head = own;
      add('about', familyOf(own), '');
    }
    if (kind === 'pronoun') held |= 1;
    if (isTime(own)) held |= 2;
    if (capital(words, i)) names++;
  }
  add('head', familyOf(head), '');
  add('prepositions', bucket(Math.min(4, prepositions)), '');
  add('joined', bucket(Math.min(4, joined)), '');
  add('verbs', String(Math.min(2, verbs)), '');
  add('names', String(Math.min(3, names)), nouns === 0 && kinds[from - sentence.from] !== 'verb' ? 'only' : '');
  if (held & 1) add('holds', 'pronoun', '');
  if (held & 2) add('holds', 'time', '');
  add('next', to < sentence.to ? at(words, to) : '', '');
  let after = 0;
  for (let i = to; i < Math.min(sentence.to, to + 4); i++) after |= words.classes[i]!;
  const next = to < sentence.to ? words.classes[to]! : 0;
  for (const [name, bit] of CLASSES) {
    if (next & bit) add('next-class', name, '');
    if (after & bit && bit & LEAD) add('after-class', name, '');
  }
}

/** A count as one of a few sizes: `4-5`. */
export function bucket(count: number): string {
  if (count <= 3) return COUNTS[count]!;
  if (count <= 5) return '4-5';
  if (count <= 8) return '6-8';
  if (count <= 12) return '9-12';
  return count <= 18 ? '13-18' : '19+';
}

const COUNTS = ['0', '1', '2', '3'];
