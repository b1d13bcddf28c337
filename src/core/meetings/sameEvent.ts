import type { MeetingStatus } from '../article.ts';
import type { Draft } from './draft.ts';
import type { EventMention } from './events.ts';
import { isState, type Party } from './parties.ts';

/** What a mention says by itself: its status and date, null where it does not tell. */
export interface Told {
  readonly status: MeetingStatus | null;
  readonly date: string | null;
  /** Each once. */
  readonly parties: readonly Party[];
  /** Each as often as a unit tells of it, so that two persons of one party are two. */
  readonly all: readonly Party[];
}

/** How many sentences after it a meeting is still spoken of without a sign. */
const NEARBY = 2;

/**
 * How well a mention fits a meeting told of before, 0 where it is another one. One event has many names ("quadrilateral meeting", "the talks"),
 * so names and parties only tell apart what differs: another date, another name of its own, other parties. `ago` counts the sentences that
 * tell of meetings since the draft was told of last; `current` is the one that the text spoke of last.
 */
export function fits(draft: Draft, event: EventMention, told: Told, ago: number, current: boolean): number {
  const named = nameFit(draft.proper, event.proper);
  if (named < 0) return 0;
  const sameWord = named > 0 || (event.definite && current && event.head === draft.head);
  if (told.status !== null && told.status !== draft.status && !(sameWord && !draft.told)) return 0;
  // "They met" tells of no summit to come.
  if (told.status === null && draft.status === 'planned' && event.kind !== 'noun') return 0;
  if ((event.again && !event.definite) || event.head === 'round') return 0;
  if (differ(draft.date, told.date) || otherDay(draft, event)) return 0;
  if ((event.kind === 'met' || event.kind === 'received') && hasOtherGuest(draft, told)) return 0;
  // "the nuclear talks" are no phone call, "peace talks" no cabinet meeting.
  if (event.sort !== null && draft.sort !== event.sort && (draft.sort !== null || isCall(draft.head) || isVisit(draft.head)))
    return 0;
  if (isCall(draft.head) !== isCall(event.head) && !event.definite && event.kind !== 'implied') return 0;
  if (isVisit(event.head) && !isVisit(draft.head) && event.kind === 'noun' && draft.status !== 'held') return 0;
  let own = 0;
  let shared = 0;
  for (const { group, key } of told.parties) {
    if (group) continue;
    own++;
    if (draft.parties.has(key)) shared++;
  }
  let known = 0;
  let states = 0;
  for (const party of draft.parties.values()) {
    if (!party.group) known++;
    if (isState(party)) states++;
  }
  // "“You have one meeting,” she said. On 28 December, Peru and Chile held talks": what nobody was said to hold is no other event's beginning.
  if (known === 0 && own > 1 && told.date !== null && !event.definite) return 0;
  const sign = event.definite || event.joint || ago <= NEARBY;
  const bonus = (current ? 2 : 0) + (draft.main ? 1 : 0) + named * 3;
  if (own === 0 || known === 0) return (named > 0 || (sign && event.proper === null)) && (own === 0 || sign) ? 2 + bonus : 0;
  if (shared === 0) return named > 0 || (event.definite && current && event.proper === null && ago <= NEARBY) ? 1 + bonus : 0;
  const agree = shared === own || shared === known || (states > 0 && shared >= 2);
  return agree || named > 0 || (event.definite && current) ? 2 + shared + bonus : 0;
}

/** "She met the minister. Later she met the president": another person of the same party instead of the one before. */
function hasOtherGuest({ persons }: Draft, { all }: Told): boolean {
  return all.some(
    ({ person, key }) =>
      person !== null &&
      !persons.has(person.name) &&
      [...persons].some(([name, party]) => party === key && !all.some((other) => other.person?.name === name)),
  );
}

/** 1 where both bear one name, -1 where each has its own, 0 where one has none. */
function nameFit(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  const [short, long] = a.length <= b.length ? [a.split(' '), b.split(' ')] : [b.split(' '), a.split(' ')];
  return short.every((word) => long.includes(word)) ? 1 : -1;
}

/** Whether two dates, of whatever precision, exclude each other. */
function differ(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) !== b.slice(0, length);
}

/** "Monday" and "Tuesday" where no date of the article resolves them. */
function otherDay(draft: Draft, event: EventMention): boolean {
  const a = draft.when?.phrase.form;
  const b = event.when?.form;
  return draft.date === null && a?.kind === 'weekday' && b?.kind === 'weekday' && a.weekday !== b.weekday;
}

const CALLS = new Set(['call', 'calls', 'conversation', 'spoke', 'spoken', 'speak', 'talked', 'phoned', 'telephoned']);
const VISITS = new Set(['visit', 'visits', 'visited', 'visiting', 'trip', 'tour']);

export function isCall(head: string): boolean {
  return CALLS.has(head);
}

export function isVisit(head: string): boolean {
  return VISITS.has(head);
}
