import type { AgendaItem, Announced, Article, Delegate, Institution, Meeting, Person, Role, Span } from '../article.ts';
import { partyOfPerson, quoteCounts } from './standing.ts';
import { type EventRow, timeline } from './timeline.ts';

export type OutlineRow =
  | SectionRow
  | MeetingRow
  | CountRow
  | PartyRow
  | DelegateRow
  | AgendaRow
  | TopicRow
  | SideRow
  | PersonRow
  | RoleRow
  | InstitutionRow
  | EventRow;

interface Row {
  /** Stays the same while the article is edited, so that a view keeps what was opened. */
  readonly id: string;
  /** The printed evidence; selecting the row shows it. */
  readonly spans: readonly Span[];
  readonly rows: readonly OutlineRow[];
}

export interface SectionRow extends Row {
  readonly kind: 'section';
  readonly section: 'meetings' | 'people' | 'institutions' | 'timeline';
}

export interface MeetingRow extends Row {
  readonly kind: 'meeting';
  readonly meeting: Meeting;
  /** How many delegates have a name, of how many: 1 of 8. */
  readonly named: number;
  readonly delegates: number;
  /** How many parties the article announces, where it lists another number of them; else null. */
  readonly announced: number | null;
}

/** The article announces another number of parties than it lists. */
export interface CountRow extends Row {
  readonly kind: 'count';
  readonly announced: number;
  readonly listed: number;
  /** The words that announce it: `quadrilateral`. */
  readonly words: string;
}

/** A party at a meeting with its delegates. */
export interface PartyRow extends Row {
  readonly kind: 'party';
  readonly name: string;
  readonly named: number;
  readonly delegates: number;
}

export interface DelegateRow extends Row {
  readonly kind: 'delegate';
  readonly delegate: Delegate;
}

export interface AgendaRow extends Row {
  readonly kind: 'agenda';
}

export interface TopicRow extends Row {
  readonly kind: 'topic';
  readonly item: AgendaItem;
}

/** The people of one party; `name` is null for those whom the article gives none. */
export interface SideRow extends Row {
  readonly kind: 'side';
  readonly name: string | null;
}

export interface PersonRow extends Row {
  readonly kind: 'person';
  readonly person: Person;
  readonly role: Role | null;
  readonly quotes: number;
}

export interface RoleRow extends Row {
  readonly kind: 'role';
  readonly role: Role;
}

export interface InstitutionRow extends Row {
  readonly kind: 'institution';
  readonly institution: Institution;
  readonly quotes: number;
}

/** The rows of the Outline view; sections without content are left out, an article without meetings keeps that section to say so. */
export function outlineView(article: Article): readonly SectionRow[] {
  const quotes = quoteCounts(article);
  const people = sides(article, quotes);
  const institutions = article.institutions.map((institution): InstitutionRow => ({
    kind: 'institution',
    id: `institution/${institution.name}`,
    spans: institution.mentions,
    rows: [],
    institution,
    quotes: quotes.get(institution.name) ?? 0,
  }));
  const sections = [
    section('meetings', meetings(article)),
    section('people', people),
    section('institutions', institutions),
    section('timeline', timeline(article)),
  ];
  const filled = sections.some(({ rows }) => rows.length > 0);
  return sections.filter(({ section: name, rows }) => rows.length > 0 || (filled && name === 'meetings'));
}

function section(name: SectionRow['section'], rows: readonly OutlineRow[]): SectionRow {
  return { kind: 'section', id: name, section: name, spans: [], rows };
}

const MEETING_ORDER: Record<Meeting['status'], number> = { held: 0, planned: 1, earlier: 2 };

function meetings(article: Article): readonly MeetingRow[] {
  const ordered = [...article.meetings].sort((a, b) => MEETING_ORDER[a.status] - MEETING_ORDER[b.status] || a.start - b.start);
  const id = distinct();
  return ordered.map((meeting) => meetingRow(article.text, meeting, id(`meeting/${meeting.status}/${meeting.name}`)));
}

function meetingRow(text: string, meeting: Meeting, id: string): MeetingRow {
  const own = distinct();
  const parties = meeting.parties.map((name, index) =>
    partyRow(meeting, name, meeting.partySpans[index], own(`${id}/party/${name}`)),
  );
  const others = meeting.delegates.filter(({ party }) => !meeting.parties.includes(party));
  const { announced } = meeting;
  const differs = announced !== null && parties.length > 0 && announced.count !== parties.length;
  const rows: OutlineRow[] = [
    ...(differs ? [countRow(text, announced, parties.length, `${id}/count`)] : []),
    ...parties,
    ...others.map((delegate) => delegateRow(delegate, own(`${id}/delegate/${delegate.party}/${delegate.post}`))),
  ];
  if (meeting.agenda.length > 0) rows.push(agendaRow(meeting, id));
  return {
    kind: 'meeting',
    id,
    spans: [meeting],
    rows,
    meeting,
    ...counted(meeting.delegates),
    announced: differs ? announced.count : null,
  };
}

function countRow(text: string, announced: Announced, listed: number, id: string): CountRow {
  const { start, end, count } = announced;
  return { kind: 'count', id, spans: [announced], rows: [], announced: count, listed, words: text.slice(start, end) };
}

function partyRow(meeting: Meeting, name: string, span: Span | undefined, id: string): PartyRow {
  const delegates = meeting.delegates.filter(({ party }) => party === name);
  const own = distinct();
  return {
    kind: 'party',
    id,
    spans: span ? [span] : delegates,
    rows: delegates.map((delegate) => delegateRow(delegate, own(`${id}/${delegate.post}`))),
    name,
    ...counted(delegates),
  };
}

function delegateRow(delegate: Delegate, id: string): DelegateRow {
  return { kind: 'delegate', id, spans: [delegate], rows: [], delegate };
}

function agendaRow(meeting: Meeting, id: string): AgendaRow {
  const own = distinct();
  const rows = meeting.agenda.map((item): TopicRow => ({
    kind: 'topic',
    id: own(`${id}/agenda/${item.text}`),
    spans: [item],
    rows: [],
    item,
  }));
  return { kind: 'agenda', id: `${id}/agenda`, spans: meeting.agenda, rows };
}

/** People under their parties, the party with most people first, those without a party last. */
function sides(article: Article, quotes: ReadonlyMap<string, number>): readonly OutlineRow[] {
  const byParty = new Map<string | null, PersonRow[]>();
  for (const person of article.people) {
    const row = personRow(person, quotes.get(person.name) ?? 0);
    const party = partyOfPerson(person);
    const rows = byParty.get(party);
    if (rows) rows.push(row);
    else byParty.set(party, [row]);
  }
  const alone = byParty.get(null) ?? [];
  byParty.delete(null);
  if (byParty.size === 0) return alone;
  const named = [...byParty].sort(([, a], [, b]) => b.length - a.length);
  return [...named, ...(alone.length > 0 ? [[null, alone] as const] : [])].map(([name, rows]): SideRow => ({
    kind: 'side',
    id: `side/${name ?? ''}`,
    name,
    spans: rows.flatMap(({ person }) => saysParty(person, name)),
    rows,
  }));
}

/** Where the article says whom a person stands for, else where it first names the person. */
function saysParty({ roles, mentions }: Person, party: string | null): readonly Span[] {
  const role = party === null ? undefined : roles.find((own) => own.party === party);
  return role ? [role] : mentions.slice(0, 1);
}

function personRow(person: Person, quotes: number): PersonRow {
  const current = person.roles.find(({ status }) => status !== 'former') ?? person.roles[0] ?? null;
  const id = `person/${person.name}`;
  const own = distinct();
  const rows = person.roles.length < 2 ? [] : person.roles.map((role): RoleRow => roleRow(role, own(`${id}/${role.role}`)));
  return { kind: 'person', id, spans: person.mentions, rows, person, role: current, quotes };
}

function roleRow(role: Role, id: string): RoleRow {
  return { kind: 'role', id, spans: [role], rows: [], role };
}

function counted(delegates: readonly Delegate[]): { readonly named: number; readonly delegates: number } {
  return { named: delegates.filter(({ person }) => person !== null).length, delegates: delegates.length };
}

/** Makes ids unique: the second "talks" becomes "talks#2". */
function distinct(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };
}
