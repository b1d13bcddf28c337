import type { BlockKind } from '../article.ts';
import type { TokenRange } from '../text/sentences.ts';
import { holdsLead, itemFeatures, leadBefore, sentenceFeatures, type Sink, siteFeatures } from './topicFeatures.ts';
import { readTopic } from './topicPhrase.ts';
import { type Kinds, kindsOf, topicSites } from './topicSites.ts';
import { topicScale } from './topicWeights.ts';
import { at, Class, has, type Words } from './words.ts';

/** A phrase that may say what was on the table. */
export interface TopicMention {
  /** The word that leads to it, `discussed`; its own first token where none does. */
  readonly cue: number;
  /** "Trade was discussed": what would be the subject is the topic. */
  readonly passive: boolean;
  /** `strengthening security in Syria`. */
  readonly item: TokenRange;
  /** How much its own sentence speaks for it, as a logit; what stands around the sentence adds to it. */
  readonly score: number;
}

/** A sentence and what is known of it before its topics are. */
export interface TopicSentence extends TokenRange {
  readonly block: BlockKind;
  /** Whether it tells of a meeting. */
  readonly hasEvent: boolean;
}

/** Where a place scores below this no phrase is read: phrases take most of the time, and none of those there proved a topic. */
const LEAST_SITE = 0;
/** How many tokens may stand before a subject. */
const OPENING = 3;
/** Topics below this are forgotten at once: the article around a sentence cannot make up for more. */
const LEAST = -2;
/** What a plain sentence weighs at least; the articles that the scale was learnt from hold too few of them to teach it so. */
const OUTRIGHT = 2;

/** Finds the phrases of one sentence that may be topics, none of them across another. Its time grows with the sentence's length. */
export function findTopics(words: Words, sentence: TopicSentence): readonly TopicMention[] {
  const scale = topicScale();
  const found: TopicMention[] = [];
  let own = 0;
  forTopics(words, sentence, {
    sentence: (features) => {
      features(scale.add);
      own = scale.take();
    },
    site: (features) => {
      features(scale.add);
      return scale.take() + own;
    },
    least: LEAST_SITE,
    item: (topic, base, features) => {
      features(scale.add);
      const learnt = base + scale.take();
      const score = topic.passive && isToldOutright(words, topic.item.to, sentence.to) ? Math.max(learnt, OUTRIGHT) : learnt;
      if (score >= LEAST) found.push({ ...topic, score });
    },
  });
  return apart(found);
}

/** What is done with each thing that `forTopics` meets, given a function that names its features. */
export interface TopicVisitor {
  sentence(features: (add: Sink) => void): void;
  /** The score of a place so far; below `least` no phrase is read there. */
  site(features: (add: Sink) => void): number;
  readonly least: number;
  item(topic: Omit<TopicMention, 'score'>, site: number, features: (add: Sink) => void): void;
}

/** Shows all phrases of a sentence that could be topics; finding them and learning to find them both look at them so. */
export function forTopics(words: Words, sentence: TopicSentence, visitor: TopicVisitor): void {
  if (!holdsLead(words, sentence)) return;
  const kinds = kindsOf(words, sentence);
  const sites = topicSites(words, sentence, kinds);
  if (sites.length === 0) return;
  visitor.sentence((add) => sentenceFeatures(words, sentence, add));
  for (const site of sites) {
    const lead = leadBefore(words, sentence.from, site.at);
    // "Bus fares were discussed": only what opens a sentence is told by what follows.
    const opens = lead < 0 && site.at <= sentence.from + OPENING;
    if (lead < 0 && !opens) continue;
    const score = visitor.site((add) => siteFeatures(words, sentence, kinds, site, add));
    if (score < visitor.least && !opens) continue;
    const items = readTopic(words, site.at, lead < 0 ? subjectEnd(kinds, sentence, site.at) : sentence.to);
    for (const [place, item] of items.entries()) {
      const passive = lead < 0 && has(words, item.to, Class.auxiliary);
      visitor.item({ cue: lead < 0 ? item.from : lead, passive, item }, score, (add) =>
        itemFeatures(words, sentence, kinds, item, place, items.length, add),
      );
    }
  }
}

/** "Bus fares dominated the meeting": what nothing leads up to may be a subject, which ends before its verb. */
function subjectEnd(kinds: Kinds, { from, to }: TokenRange, first: number): number {
  if (kinds[first - from] === 'verb') return to;
  for (let i = first + 1; i < to; i++)
    if (kinds[i - from] === 'verb' && /^(?:noun|name|number)$/.test(kinds[i - 1 - from]!)) return i;
  return to;
}

/** "Road repairs were also discussed", "the budget is on the agenda": the words behind a subject say it; "were not discussed" does not. */
function isToldOutright(words: Words, verb: number, end: number): boolean {
  let i = verb;
  while (i < end && (has(words, i, Class.auxiliary) || /^(?:also|been|be)$|ly$/.test(at(words, i)))) i++;
  if (at(words, i) === 'on')
    return at(words, i + 1) === 'the' && /^(?:agenda|table)$/.test(at(words, i + 2)) && at(words, i + 3) !== 'of';
  return has(words, i, Class['topic-verb']) && /(?:ed|ght)$/.test(at(words, i));
}

/** The best of those that share words, in the order of the text. */
function apart(found: readonly TopicMention[]): readonly TopicMention[] {
  const kept: TopicMention[] = [];
  for (const topic of [...found].sort((a, b) => b.score - a.score || a.item.from - b.item.from))
    if (kept.every(({ item }) => item.to <= topic.item.from || topic.item.to <= item.from)) kept.push(topic);
  return kept.sort((a, b) => a.item.from - b.item.from);
}

/** Whether the word at `i` says that something was talked about: `discussed`, not "the debate". */
export function isTopicVerb(words: Words, i: number): boolean {
  return has(words, i, Class['topic-verb']) && !/^(?:the|a|an|its|their|his|her|this|no|of|-)$/.test(at(words, i - 1));
}
