import { findDatePhrases } from '../dates/date-phrases.ts';
import { perObject } from '../memo.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { announcedWith } from './announced.ts';
import { type EventMention, findEvents, nearestDate } from './events.ts';
import { type PostList, findPostLists } from './posts.ts';
import { findTopics, type TopicMention } from './topics.ts';
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
  readonly units: readonly Unit[];
  readonly events: readonly EventMention[];
  readonly topics: readonly Topic[];
  readonly posts: readonly PostList[];
}

const TRIGGERS =
  Class['event-strong'] |
  Class['event-weak'] |
  Class['event-verb'] |
  Class['receive-verb'] |
  Class['visit-verb'] |
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'] |
  Class['topic-particle'] |
  Class['topic-frame'] |
  Class.issue |
  Class['topic-clause'] |
  Class['topic-lead'];

/** What a passage tells of meetings by itself; sentences that tell nothing are left out. */
export const readEvidence: (passage: ReadPassage) => readonly SentenceEvidence[] = perObject((passage) => {
  const words = readWords(passage.tokens);
  const found: SentenceEvidence[] = [];
  for (const sentence of passage.sentences.flatMap(cut)) {
    if (!tells(words, sentence)) continue;
    const topics = findTopics(words, sentence);
    const units = findUnits(passage, words, sentence);
    const events = findEvents(passage, words, sentence, units);
    const withSubjects = topics.map((topic) => ({
      ...topic,
      items: topic.items.map((item) => withoutPartner(words, units, item)),
      ...subjectOf(words, sentence, units, topic),
    }));
    if (topics.length === 0 && events.length === 0) continue;
    found.push({
      from: sentence.from,
      to: sentence.to,
      units,
      events: events.length > 0 ? events : impliedEvents(passage, words, sentence, units, withSubjects),
      topics: withSubjects,
      posts: findPostLists(words, sentence, units),
    });
  }
  return found;
});

/** Verbs of what people do together in one place; "agreed", "explored" and "focused on" tell of no day. */
const IMPLYING = /^(?:discuss|review|tackl|negotiat|deliberat)/;

/** "The ministers of A and B discussed C on Friday": a meeting that nothing names. */
function impliedEvents(
  passage: ReadPassage,
  words: Words,
  sentence: TokenRange,
  units: readonly Unit[],
  topics: readonly Topic[],
): readonly EventMention[] {
  const topic = topics.find(
    (each) =>
      each.strength === 'strong' &&
      IMPLYING.test(at(words, each.cue)) &&
      (each.subjects.length > 1 ||
        ((each.subjects.length > 0 || each.stands === 'pronoun') && partners(words, units, each).length > 0)),
  );
  if (!topic) return [];
  const participants = [...new Set([...topic.subjects, ...partners(words, units, topic)])];
  const dates = findDatePhrases(passage.tokens, sentence.from, sentence.to);
  return [
    {
      from: topic.cue,
      to: topic.cue + 1,
      kind: 'implied',
      head: at(words, topic.cue),
      definite: false,
      named: false,
      proper: null,
      sort: null,
      again: false,
      planned: /^(?:to|will|would|'ll|’ll|may)$/.test(at(words, topic.cue - 1)),
      earlier: false,
      past: false,
      unreal: false,
      participants,
      joint: false,
      pronoun: topic.subjects.length === 0,
      announced: announcedWith(words, sentence, topic.cue),
      when: nearestDate(words, dates, topic.cue),
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
function partners(words: Words, units: readonly Unit[], { cue, items }: TopicMention): readonly number[] {
  if (!has(words, cue, Class['topic-verb'])) return [];
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

/** The subject of a topic's verb: what stands before it in its clause, else the subject of the clause before. */
function subjectOf(
  words: Words,
  sentence: TokenRange,
  units: readonly Unit[],
  { cue, passive, reported }: TopicMention,
): Pick<Topic, 'subjects' | 'stands'> {
  if (passive) return { subjects: [], stands: 'event' };
  if (reported) return speakerIn(words, sentence, units, cue);
  let from = cue;
  while (from > sentence.from && !/^[;:“”"]$/.test(at(words, from - 1)) && !has(words, from - 1, Class.clause | Class.speech))
    from--;
  const near = subjectIn(words, units, from, cue);
  if (near.subjects.length > 0 || near.stands !== null) return near;
  return subjectIn(words, units, sentence.from, cue);
}

/** Who says a clause: the subject of the sentence's reporting verb, which stands before its content or after it. */
function speakerIn(words: Words, sentence: TokenRange, units: readonly Unit[], cue: number): Pick<Topic, 'subjects' | 'stands'> {
  let verb = sentence.from;
  while (verb < sentence.to && !has(words, verb, Class.speech | Class['topic-stress'] | Class['topic-agree'])) verb++;
  if (verb < cue) return subjectIn(words, units, sentence.from, verb);
  const index = units.findIndex((unit) => unit.from > verb - 8 && unit.kind === 'person' && unit.from > cue);
  return { subjects: index < 0 ? [] : [index], stands: index < 0 ? 'pronoun' : null };
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
