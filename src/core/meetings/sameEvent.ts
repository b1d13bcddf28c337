import type { MeetingStatus } from '../article.ts';
import type { Draft } from './draft.ts';
import type { EventMention } from './events.ts';
import { isState, type Party } from './parties.ts';

/** What a mention says by itself: its status and date, null where it does not tell. */
export interface Told {
  readonly status: MeetingStatus | null;
  readonly date: string | null;
  readonly parties: readonly Party[];
  /** Sentences that tell of meetings since the draft was told of last. */
  readonly ago: number;
  /** Whether the text spoke of the draft last. */
  readonly current: boolean;
}

/** How many sentences after it a meeting is still spoken of without a sign. */
const NEARBY = 2;

/**
 * How well a mention fits a meeting told of before, 0 where it is another one. One event has many names ("quadrilateral meeting", "the talks"),
 * so names and parties only tell apart what differs: another date, another name of its own, other parties.
 */
export function fits(draft: Draft, event: EventMention, told: Told): number {
  const named = nameFit(draft.proper, event.proper);
  if (named < 0) return 0;
  const sameWord = named > 0 || (event.definite && told.current && event.head === draft.head);
  if (told.status !== null && told.status !== draft.status && !(sameWord && !draft.told)) return 0;
  // "They met" tells of no summit to come.
  if (told.status === null && draft.status === 'planned' && event.kind !== 'noun') return 0;
  if (event.again && !event.definite) return 0;
  if (differ(draft.date, told.date) || otherDay(draft, event)) return 0;
  // "the nuclear talks" are no phone call, "peace talks" no cabinet meeting.
  if (event.sort !== null && draft.sort !== event.sort && (draft.sort !== null || isCall(draft.head) || isVisit(draft.head)))
    return 0;
  if (isCall(draft.head) !== isCall(event.head) && !event.definite && event.kind !== 'implied') return 0;
  if (isVisit(event.head) && !isVisit(draft.head) && event.kind === 'noun' && draft.status !== 'held') return 0;
  const parties = told.parties.filter(({ group }) => !group);
  const known = [...draft.parties.values()].filter(({ group }) => !group).length;
  const shared = parties.filter((party) => draft.parties.has(party.key)).length;
  const sign = event.definite || event.joint || told.ago <= NEARBY;
  const bonus = (told.current ? 2 : 0) + (draft.main ? 1 : 0) + named * 3;
  if (parties.length === 0 || known === 0)
    return (named > 0 || (sign && event.proper === null)) && (parties.length === 0 || sign) ? 2 + bonus : 0;
  if (shared === 0)
    return named > 0 || (event.definite && told.current && event.proper === null && told.ago <= NEARBY) ? 1 + bonus : 0;
  const states = [...draft.parties.values()].filter(isState).length;
  const agree = shared === parties.length || shared === known || (states > 0 && shared >= 2);
  return agree || named > 0 || (event.definite && told.current) ? 2 + shared + bonus : 0;
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

export function isCall(head: string): boolean {
  return /^(?:calls?|conversation|spoke|spoken|speak|talked|phoned|telephoned)$/.test(head);
}

export function isVisit(head: string): boolean {
  return /^(?:visits?|visited|visiting|trip|tour)$/.test(head);
}
