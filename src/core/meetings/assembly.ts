import type { Delegate, Meeting, MeetingStatus, Quote } from '../article.ts';
import { dayNumber, parseIsoDay } from '../dates/calendar.ts';
import { dateValue } from '../dates/dates.ts';
import type { Placed } from '../passage.ts';
import { addAgenda, bySource } from './agenda.ts';
import { countedPosts, delegatesCounted, delegatesOf } from './delegates.ts';
import { type Draft, spanOf } from './draft.ts';
import type { EventMention } from './events.ts';
import type { SentenceEvidence, Topic } from './evidence.ts';
import type { Party, PartyFinder } from './parties.ts';
import type { Circumstances } from './topicCircumstances.ts';
import { topicScale, type TopicScale } from './topicWeights.ts';
import { fits, isVisit, type Told } from './sameEvent.ts';
import { fillParties, shownParties } from './shownParties.ts';

/** Paragraphs, captions and standfirsts that count, with the headline, as the article's head. */
const HEAD = 3;
/** How many meetings back a mention may reach. */
const REACH = 24;

/** Puts the mentions of meetings together, in the order of the text. */
export class Assembly {
  private readonly drafts: Draft[] = [];
  /** Those of the article's head that it is about. */
  private readonly mains: Draft[] = [];
  /** The meeting the text spoke of last. */
  private current: Draft | null = null;
  private sentence = 0;
  /** The first person who is a subject in the last sentence that has one. */
  private subject: { readonly party: Party | null; readonly start: number } | null = null;
  /** Number of the last sentence that told of a meeting. */
  private lastTold: number | null = null;
  private readonly scale = topicScale();
  private readonly pending: PendingTopic[] = [];

  constructor(
    private readonly parties: PartyFinder,
    private readonly quotes: readonly Quote[],
    private readonly date: string | null,
    private readonly accepts: TopicJudge,
  ) {}

  /** Adds what a sentence tells: `index` is its block's among those of the story, `number` its own in the article. */
  add(placed: Placed, evidence: SentenceEvidence, index: number, number: number): void {
    this.sentence++;
    const own: Draft[] = [];
    for (const event of evidence.events) {
      if (event.unreal) continue;
      const draft = this.place(placed, evidence, event, index);
      if (draft) own.push(draft);
    }
    const subject = evidence.units.find(({ kind, governor }) => kind === 'person' && governor === 'subject');
    if (subject) this.subject = { party: this.parties.partyOf(placed, subject), start: spanOf(placed, subject).start };
    if (own.length > 0) this.lastTold = number;
    for (const topic of evidence.topics)
      this.pending.push({
        placed,
        evidence,
        topic,
        own,
        current: this.current,
        since: this.lastTold === null ? null : number - this.lastTold,
        index,
      });
  }

  *meetings(): Generator<void, readonly Meeting[]> {
    const reported = this.drafts.filter(isReported);
    const facts: Facts = {
      participants: new Set(reported.flatMap(({ parties }) => [...parties.keys()])),
      meetings: reported.length,
    };
    for (let index = 0; index < this.pending.length; index++) {
      this.addTopic(this.pending[index]!, facts);
      if (index % SOME === 0) yield;
    }
    const main = this.mains.find(({ parties }) => parties.size > 0) ?? null;
    for (const draft of this.drafts) fillParties(draft, main);
    return this.drafts
      .filter(isReported)
      .sort((a, b) => a.start - b.start)
      .map((draft) => ({ ...draft, parties: shownParties(draft) }))
      .filter(({ parties, agenda }) => parties.length > 0 || agenda.length >= TOPICS_OF_UNNAMED)
      .map((draft) => addDelegates(draft, delegatesCounted(draft.counted, draft.parties, this.parties)))
      .map((draft) => ({
        start: draft.start,
        end: draft.end,
        name: draft.name,
        status: draft.status,
        when: draft.when?.text ?? null,
        date: draft.date,
        where: draft.where,
        parties: draft.parties.map(({ text }) => text),
        partySpans: draft.parties.map(({ start, end }) => ({ start, end })),
        delegates: draft.status === 'earlier' ? draft.delegates.map((delegate) => asNamed(delegate, draft)) : draft.delegates,
        agenda: draft.agenda,
        announced: draft.announced.find(({ count }) => count !== draft.parties.length) ?? draft.announced[0] ?? null,
      }));
  }

  /** Finds the meeting that a mention speaks of, or makes one; adds what the mention tells. */
  private place(placed: Placed, evidence: SentenceEvidence, event: EventMention, index: number): Draft | null {
    const told = event.participants.map((unit) => this.parties.partyOf(placed, evidence.units[unit]!));
    if (event.pronoun) told.unshift(this.spokenOf(placed.start + placed.passage.tokens.start[evidence.from]!));
    const all: Party[] = told.filter((party) => party !== null);
    const parties = distinct(all);
    const date = event.when?.form ? dateValue(event.when.form, this.date) : null;
    const status = this.statusTold(event, date);
    const { current } = this;
    // "The next round is due in Quito", "A follow-up meeting is planned": of those who met before.
    const goesOn = event.head === 'round' || (event.planned && event.again && !event.definite && all.length === 0);
    if (goesOn) {
      if (!current) return null;
      all.push(...current.parties.values());
    }
    const known = this.known(event, { status, date, parties, all });
    if (!known && parties.length === 0 && !standsAlone(event)) return null;
    const draft = known ?? this.create(placed, event, status ?? this.statusOfNew(event), index);
    // "The summit seeks … it will be held on Saturday": what a later sentence says of its time holds.
    if (status !== null && !draft.told) draft.status = status;
    draft.told ||= status !== null || event.past;
    this.tell(draft, placed, evidence, event, all, date);
    draft.sentence = this.sentence;
    this.current = draft;
    return draft;
  }

  /** The status that the mention's own words or its date give; null where they do not tell. */
  private statusTold(event: EventMention, date: string | null): MeetingStatus | null {
    if (event.planned) return 'planned';
    if (event.earlier) return 'earlier';
    if (this.date !== null && date !== null) return isLongBefore(date, this.date) ? 'earlier' : null;
    return isBackgroundDate(event) ? 'earlier' : null;
  }

  /** An event told of without a sign of its time is the article's news, or background where the article has its news already. */
  private statusOfNew(event: EventMention): MeetingStatus {
    return event.kind === 'noun' &&
      !event.definite &&
      !event.again &&
      !isOfTheDay(event) &&
      this.mains.some(({ status }) => status === 'held')
      ? 'earlier'
      : 'held';
  }

  /** Whom a "he" or "she" at the start of a sentence means: the last sentence's subject before anybody else whom it names. */
  private spokenOf(offset: number): Party | null {
    const nearest = this.parties.personBefore(offset);
    const { subject } = this;
    return nearest && subject && nearest.start >= subject.start ? subject.party : nearest;
  }

  private known(event: EventMention, told: Told): Draft | null {
    const { current, drafts } = this;
    let best: Draft | null = null;
    let most = 0;
    const look = (draft: Draft): void => {
      const fit = fits(draft, event, told, this.sentence - draft.sentence, draft === current);
      if (fit > most) [best, most] = [draft, fit];
    };
    // The current meeting, then the last ones before it, and those that the article is about.
    if (current) look(current);
    const first = Math.max(0, drafts.length - REACH);
    for (let i = drafts.length - 1; i >= first; i--) if (drafts[i] !== current) look(drafts[i]!);
    for (let i = 0; i < first && i <= HEAD; i++) if (drafts[i]!.main && drafts[i] !== current) look(drafts[i]!);
    return best;
  }

  private create(placed: Placed, event: EventMention, status: MeetingStatus, index: number): Draft {
    const span = spanOf(placed, event);
    const draft: Draft = {
      ...span,
      name: placed.passage.text.slice(span.start - placed.start, span.end - placed.start),
      nameRank: nameRank(event),
      status,
      head: event.head,
      proper: event.proper,
      sort: event.sort,
      parties: new Map(),
      bodies: [],
      joint: event.joint || event.head === 'round' || (event.planned && event.again),
      told: false,
      persons: new Map(),
      delegates: [],
      counted: [],
      agenda: [],
      agendaWords: [],
      when: null,
      date: null,
      where: null,
      announced: [],
      sentence: this.sentence,
      main: status === 'held' && index < HEAD,
    };
    this.drafts.push(draft);
    if (draft.main) this.mains.push(draft);
    return draft;
  }

  private tell(
    draft: Draft,
    placed: Placed,
    evidence: SentenceEvidence,
    event: EventMention,
    parties: readonly Party[],
    date: string | null,
  ): void {
    const { text, tokens } = placed.passage;
    if (nameRank(event) > draft.nameRank) {
      const span = spanOf(placed, event);
      draft.name = text.slice(span.start - placed.start, span.end - placed.start);
      draft.nameRank = nameRank(event);
      draft.head = event.head;
    }
    draft.proper ??= event.proper;
    draft.sort ??= event.sort;
    for (const party of parties) {
      if (!draft.parties.has(party.key)) draft.parties.set(party.key, party);
      if (party.person) draft.persons.set(party.person.name, party.key);
      if (party.institution !== null && !draft.bodies.some(({ institution }) => institution === party.institution))
        draft.bodies.push(party);
    }
    if (event.when && !draft.when) {
      draft.when = { phrase: event.when, text: text.slice(tokens.start[event.when.from], tokens.end[event.when.to - 1]) };
      draft.date = date;
    }
    draft.where ??= event.where && text.slice(tokens.start[event.where.from], tokens.end[event.where.to - 1]);
    if (event.announced) draft.announced.push({ ...spanOf(placed, event.announced), count: event.announced.count });
    addDelegates(draft, delegatesOf(placed, evidence, event, parties, this.parties));
    draft.counted.push(...countedPosts(placed, evidence));
  }

  /** Gives a topic to the meeting it was on the table of, if it is one. */
  private addTopic({ placed, evidence, topic, own, current, since, index }: PendingTopic, facts: Facts): void {
    const subjects = distinct(
      topic.subjects.map((unit) => this.parties.partyOf(placed, evidence.units[unit]!)).filter((party) => party !== null),
    );
    const draft = own.at(-1) ?? this.draftOf(subjects, current, since);
    if (!draft) return;
    const participant = subjects.some(({ key }) => facts.participants.has(key));
    const subject = participant ? 'participant' : subjects.length > 0 ? 'outsider' : (topic.stands ?? 'none');
    if (!this.accepts(topic, { since, subject, told: index, meetings: facts.meetings }, this.scale)) return;
    const by = bySource(this.quotes, spanOf(placed, topic.item), subjects, this.parties);
    addAgenda(draft, placed, topic.item, by);
  }

  /** The meeting that a sentence which names none speaks of: the last one while it is near or its sides act, else the article's own. */
  private draftOf(subjects: readonly Party[], current: Draft | null, since: number | null): Draft | null {
    const main = this.mains[0] ?? null;
    if (!current) return main ?? this.drafts[0] ?? null;
    const near = since !== null && since <= NEAR;
    return near || main === null || subjects.some((party) => current.parties.has(party.key)) ? current : main;
  }
}

/** Whether a topic is one, given what stands around its sentence. */
export type TopicJudge = (topic: Topic, circumstances: Circumstances, scale: TopicScale) => boolean;

/** How many sentences on the text still speaks of a meeting that it names no more. */
const NEAR = 4;

/** What topics are judged by, of the article as a whole. */
interface Facts {
  /** The keys of all sides that took part in a meeting. */
  readonly participants: ReadonlySet<string>;
  readonly meetings: number;
}

interface PendingTopic {
  readonly placed: Placed;
  readonly evidence: SentenceEvidence;
  readonly topic: Topic;
  /** The meetings that its own sentence tells of. */
  readonly own: readonly Draft[];
  /** The meeting the text spoke of last. */
  readonly current: Draft | null;
  /** How many sentences before; null where none did. */
  readonly since: number | null;
  /** Of its block among those of the story. */
  readonly index: number;
}

/** Topics that are given to meetings in one step. */
const SOME = 16;

/** So many topics tell that somebody was visited for talks, and that there was a meeting though no party of it is named. */
const TOPICS_OF_VISIT = 2;
const TOPICS_OF_UNNAMED = 3;

/** "The council met", "the urgent session": an event the article reports though its sentence names nobody who took part. */
function standsAlone(event: EventMention): boolean {
  return (
    event.kind === 'met' ||
    event.kind === 'received' ||
    (event.kind === 'noun' && !/^(?:visits?|trip|tour|calls?|conversations?)$/.test(event.head))
  );
}

/**
 * What nobody took part in is no meeting, nor is a visit without a host, nor that residents gathered. What was talked about stands in
 * for whoever is not named: "On his visit to the dam he reviewed the repairs and the spillway".
 */
function isReported({ parties, head, agenda }: Draft): boolean {
  if (/^(?:gathered|assembled|sat)$/.test(head) && [...parties.values()].every(({ group }) => group)) return false;
  if (isVisit(head)) return parties.size > 1 || (parties.size === 1 && agenda.length >= TOPICS_OF_VISIT);
  return parties.size > 0 || agenda.length >= TOPICS_OF_UNNAMED;
}

/** Adds each that stands for another party or post than those before. */
function addDelegates<D extends Pick<Draft, 'delegates'>>(draft: D, delegates: readonly Delegate[]): D {
  for (const { party, post, ...rest } of delegates)
    if (!draft.delegates.some((other) => other.party === party && other.post.toLowerCase() === post.toLowerCase()))
      draft.delegates.push({ party, post, ...rest });
  return draft;
}

function nameRank({ kind, head, from, to }: EventMention): number {
  if (kind === 'implied') return 0;
  if (kind !== 'noun') return 1;
  const weak = /^(?:visits?|trip|tour|forums?|sessions?|consultations?|conversations?|dialogues?)$/.test(head) ? 1 : 0;
  return (to - from > 1 ? 3 : 2) - weak * 1.5;
}

function distinct(parties: readonly Party[]): readonly Party[] {
  if (parties.length < 2) return parties;
  return parties.filter((party, i) => parties.findIndex(({ key }) => key === party.key) === i);
}

/** "held talks yesterday": the news of the day names its day so. */
function isOfTheDay({ when }: EventMention): boolean {
  const form = when?.form;
  return (
    form?.kind === 'weekday' ||
    (form?.kind === 'offset' && ((form.unit === 'day' && form.count >= -1) || (form.unit === 'week' && form.count === 0)))
  );
}

/** "in November 2021", "met in May", "early this month": the news of the day names its day. */
function isBackgroundDate({ when, past, kind }: EventMention): boolean {
  const form = when?.form;
  if (!form) return false;
  if (form.kind === 'year' || (form.kind === 'month' && form.year !== null)) return true;
  if (form.kind === 'month') return past || kind !== 'noun';
  return form.kind === 'offset' && form.unit !== 'day' && form.count === 0 && form.part === 'early';
}

/** Whether a date, of whatever precision, ends more than a week before a day. */
function isLongBefore(date: string, today: string): boolean {
  const day = parseIsoDay(today);
  const own = parseIsoDay(date);
  if (!day) return false;
  if (own) return dayNumber(day) - dayNumber(own) > 8;
  return !date.includes('W') && date.slice(0, 7) < today.slice(0, Math.min(7, date.length));
}

/** "Last December, the defence ministers met": who holds a post today need not have held it then, so only a person named there counts. */
function asNamed(delegate: Delegate, { persons }: Pick<Draft, 'persons'>): Delegate {
  return delegate.person === null || persons.has(delegate.person) ? delegate : { ...delegate, person: null };
}
