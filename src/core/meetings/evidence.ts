import { findDatePhrases } from '../dates/date-phrases.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { announcedWith } from './announced.ts';
import { type EventMention, findEvents, nearestDate } from './events.ts';
import { type PostList, findPostLists } from './posts.ts';
import { readTopic } from './topicPhrase.ts';
import { type findTopics, isTopicVerb, type TopicMention } from './topics.ts';
import { findUnits, type Unit } from './units.ts';
import { at, Class, has, readWords, type Words } from './words.ts';

/** A topic with what its verb's subject is. */
export interface Topic extends TopicMention {
  /** Indices into the sentence's units. */
  readonly subjects: readonly number[];
  /** "they", "the two leaders", "he", "the meeting", "we": a subject that stands for participants named elsewhere. */
  readonly stands: 'joint' | 'pronoun' | 'event' | null;
}

/** What one sentence tells of meetings, in token indices of its passage. */
export interface SentenceEvidence extends TokenRange {
  /** Of the sentence in its passage. */
  readonly index: number;
  readonly units: readonly Unit[];
  readonly events: readonly EventMention[];
  readonly topics: readonly Topic[];
  readonly posts: readonly PostList[];
}

/** What a passage tells of meetings by itself; sentences that tell nothing are left out. */
export function readEvidence(passage: ReadPassage, find: typeof findTopics): readonly SentenceEvidence[] {
  if (passage.kind === 'source' || passage.kind === 'frontmatter') return [];
  const words = readWords(passage.tokens);
  const found: SentenceEvidence[] = [];
  for (const [index, whole] of passage.sentences.entries())
    for (const sentence of cut(whole)) {
      const told = tells(words, sentence);
      const units = told ? findUnits(passage, words, sentence) : null;
      const events = units ? findEvents(passage, words, sentence, units) : [];
      const all = find(words, { ...sentence, block: passage.kind, hasEvent: events.length > 0 });
      if (all.length === 0 && events.length === 0) continue;
      const known = units ?? findUnits(passage, words, sentence);
      const topics = all.map((topic) => ({
        ...topic,
        item: withoutPartner(words, known, topic.item),
        ...subjectOf(words, sentence, known, topic),
      }));
      found.push({
        from: sentence.from,
        to: sentence.to,
        index,
        units: known,
        events: events.length > 0 || !told ? events : impliedEvents(passage, words, sentence, known),
        topics,
        posts: findPostLists(words, sentence, known),
      });
    }
  return found;
}

/** "The ministers of A and B discussed C on Friday": a meeting that nothing names. */
function impliedEvents(
  passage: ReadPassage,
  words: Words,
  sentence: TokenRange,
  units: readonly Unit[],
): readonly EventMention[] {
  let cue = sentence.from;
  while (cue < sentence.to && !isTopicVerb(words, cue) && at(words, cue) !== 'agreed') cue++;
  if (cue === sentence.to) return [];
  const { subjects, stands } = subjectOf(words, sentence, units, { cue, passive: false });
  const items = readTopic(words, cue + 1, sentence.to).map((item) => withoutPartner(words, units, item));
  const others = partners(units, cue, items);
  // "The ministers of Peru and Chile agreed to share the strait"; "she agreed with him" is no meeting.
  if (subjects.length < 2 && at(words, cue) === 'agreed') return [];
  if (subjects.length < 2 && !(others.length > 0 && (subjects.length > 0 || stands === 'pronoun'))) return [];
  const participants = [...new Set([...subjects, ...others])];
  const dates = findDatePhrases(passage.tokens, sentence.from, sentence.to);
  return [
    {
      from: cue,
      to: cue + 1,
      kind: 'implied',
      head: at(words, cue),
      definite: false,
      named: false,
      proper: null,
      sort: null,
      again: false,
      planned: /^(?:to|will|would|'ll|’ll|may)$/.test(at(words, cue - 1)),
      earlier: false,
      past: false,
      unreal: false,
      participants,
      joint: false,
      pronoun: subjects.length === 0,
      announced: announcedWith(words, sentence, cue),
      when: nearestDate(words, dates, cue),
      where: null,
    },
  ];
}

/** "discussed the treaty with Ana Ruiz": the topic ends before the person. */
function withoutPartner(words: Words, units: readonly Unit[], item: TokenRange): TokenRange {
  const partner = units.find(
    ({ kind, lead, from }) => kind === 'person' && lead > item.from + 1 && from < item.to && at(words, lead - 1) === 'with',
  );
  return partner ? { from: item.from, to: partner.lead - 1 } : item;
}

/** "discussed the treaty with the envoy": with whom, as indices into the units. */
function partners(units: readonly Unit[], cue: number, items: readonly TokenRange[]): readonly number[] {
  return [...units.keys()].filter((index) => {
    const { from, governor, kind } = units[index]!;
    const inside = items.some((item) => from >= item.from && from < item.to);
    return governor === 'partner' && kind !== 'place' && !inside && from > cue && from - cue < 30;
  });
}

/** What has no full stop for hundreds of words is no sentence; it is read in pieces, so that time grows with the length alone. */
function cut(sentence: TokenRange): readonly TokenRange[] {
  if (sentence.to - sentence.from <= LONGEST) return [sentence];
  const pieces: TokenRange[] = [];
  for (let { from } = sentence; from < sentence.to; from += LONGEST)
    pieces.push({ from, to: Math.min(sentence.to, from + LONGEST) });
  return pieces;
}

const LONGEST = 250;

function tells(words: Words, sentence: TokenRange): boolean {
  for (let i = sentence.from; i < sentence.to; i++) if (has(words, i, TRIGGERS)) return true;
  return false;
}

const EVENT = Class['event-strong'] | Class['event-weak'];
const TRIGGERS =
  EVENT | Class['event-verb'] | Class['receive-verb'] | Class['visit-verb'] | Class['topic-verb'] | Class['topic-agree'];

/** The subject of a topic's verb: what stands before it in its clause, else the subject of the clause before. */
function subjectOf(
  words: Words,
  sentence: TokenRange,
  units: readonly Unit[],
  { cue, passive }: Pick<TopicMention, 'cue' | 'passive'>,
): Pick<Topic, 'subjects' | 'stands'> {
  if (passive) return { subjects: [], stands: 'event' };
  let from = cue;
  while (from > sentence.from && !/^[;:“”"]$/.test(at(words, from - 1)) && !has(words, from - 1, Class.clause | Class.speech))
    from--;
  const near = subjectIn(words, units, from, cue);
  if (near.subjects.length > 0 || near.stands !== null) return near;
  return subjectIn(words, units, sentence.from, cue);
}

function subjectIn(words: Words, units: readonly Unit[], from: number, to: number): Pick<Topic, 'subjects' | 'stands'> {
  const subjects = [...units.keys()].filter((index) => {
    const unit = units[index]!;
    return (
      unit.from >= from && unit.to <= to && unit.kind !== 'place' && (unit.governor === 'subject' || unit.governor === 'agent')
    );
  });
  let stands: Topic['stands'] = null;
  for (let i = from; i < to; i++) {
    const own = at(words, i);
    if (own === 'they' || own === 'both' || own === 'sides' || (has(words, i, Class.count) && has(words, i + 1, Class.joint)))
      return { subjects, stands: 'joint' };
    if (
      /^(?:the|two|parties|participants|officials)$/.test(own) &&
      has(words, i + 1, Class.joint) &&
      /s$|men/.test(at(words, i + 1)) &&
      subjects.length === 0
    )
      stands = 'joint';
    else if (has(words, i, EVENT)) stands ??= 'event';
    else if (/^(?:he|she|we|it|minister|president|premier|official|ambassador|envoy|leader|chief|secretary|king)$/.test(own))
      stands ??= 'pronoun';
  }
  return { subjects, stands };
}
