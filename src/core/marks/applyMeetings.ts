import type { Meeting, Span } from '../article.ts';
import { type Decisions, overlaps } from './decisions.ts';
import type { OutlineDecision } from './mark.ts';

/** The outline with a person's corrections: meetings, parties, delegates and agenda items added, removed, reworded, moved. */
export function correctMeetings(meetings: readonly Meeting[], text: string, decisions: Decisions): readonly Meeting[] {
  let corrected = meetings;
  // Meetings first, so that what belongs to an added meeting finds it.
  for (const own of [true, false]) {
    for (const { decision, content } of decisions) {
      const [span] = content;
      if (decision.kind !== 'outline' || !span || (decision.part === 'meeting') !== own) continue;
      const value = decision.value ?? text.slice(span.start, span.end);
      corrected = own ? correctMeeting(corrected, decision, span, value) : correctPart(corrected, decision, span, value);
    }
  }
  return corrected === meetings ? meetings : [...corrected].sort((a, b) => a.start - b.start || a.end - b.end);
}

function correctMeeting(meetings: readonly Meeting[], decision: OutlineDecision, span: Span, value: string): readonly Meeting[] {
  const meant = nearest(meetings, span, decision.meeting);
  switch (decision.action) {
    case 'add':
      return [
        ...meetings,
        {
          ...{ name: value, status: 'held', when: null, date: null, where: null, announced: null },
          ...{ parties: [], partySpans: [], delegates: [], agenda: [], start: span.start, end: span.end },
        },
      ];
    case 'remove':
      return meetings.filter((meeting) => meeting !== meant);
    case 'reword':
      return meetings.map((meeting) => (meeting === meant ? { ...meeting, name: value } : meeting));
    case 'move':
      return meetings.map((meeting) => (meeting === meant ? { ...meeting, start: span.start, end: span.end } : meeting));
  }
}

type Part = Exclude<OutlineDecision['part'], 'meeting'>;

function correctPart(meetings: readonly Meeting[], decision: OutlineDecision, span: Span, value: string): readonly Meeting[] {
  const part = decision.part as Part;
  const owner = meetings.find((meeting) => indexIn(meeting, part, span, value) >= 0);
  const home = nearest(meetings, span, decision.meeting);
  const replace = (old: Meeting | null | undefined, now: (meeting: Meeting) => Meeting) =>
    meetings.map((meeting) => (meeting === old ? now(meeting) : meeting));
  switch (decision.action) {
    case 'add':
      return replace(home, (meeting) => withPart(meeting, decision, span, value));
    case 'remove':
      return replace(owner, (meeting) => withoutPart(meeting, part, indexIn(meeting, part, span, value)));
    case 'reword':
      return replace(owner, (meeting) => reworded(meeting, part, indexIn(meeting, part, span, value), value));
    case 'move': {
      if (!owner || !home || owner === home) return meetings;
      return meetings.map((meeting) => {
        if (meeting === owner) return withoutPart(meeting, part, indexIn(meeting, part, span, value));
        return meeting === home ? moved(owner, meeting, part, indexIn(owner, part, span, value)) : meeting;
      });
    }
  }
}

/** The meeting of that name, else the one whose words the span touches, else the nearest in the text. */
function nearest(meetings: readonly Meeting[], span: Span, name: string | null): Meeting | null {
  const named = name === null ? [] : meetings.filter((meeting) => meeting.name === name);
  let best: Meeting | null = null;
  for (const meeting of named.length > 0 ? named : meetings) {
    if (!best || distance(meeting, span) < distance(best, span)) best = meeting;
  }
  return best;
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Which of the meeting's parties, delegates or agenda items stands at the span; by its words where none stands there. */
function indexIn(meeting: Meeting, part: Part, span: Span, value: string): number {
  switch (part) {
    case 'party': {
      const at = meeting.partySpans.findIndex((own) => overlaps(own, span));
      return at >= 0 ? at : meeting.parties.indexOf(value);
    }
    case 'delegate':
      return meeting.delegates.findIndex((delegate) => overlaps(delegate, span));
    case 'agenda':
      return meeting.agenda.findIndex((item) => overlaps(item, span));
  }
}

function withPart(meeting: Meeting, decision: OutlineDecision, { start, end }: Span, value: string): Meeting {
  switch (decision.part as Part) {
    case 'party':
      if (meeting.parties.includes(value)) return meeting;
      return { ...meeting, parties: [...meeting.parties, value], partySpans: [...meeting.partySpans, { start, end }] };
    case 'delegate': {
      const delegate = { party: decision.party ?? '', post: value, person: decision.person, start, end };
      return { ...meeting, delegates: [...meeting.delegates, delegate].sort((a, b) => a.start - b.start) };
    }
    case 'agenda': {
      const item = { text: value, by: decision.party === null ? [] : [decision.party], start, end };
      return { ...meeting, agenda: [...meeting.agenda, item].sort((a, b) => a.start - b.start) };
    }
  }
}

function withoutPart(meeting: Meeting, part: Part, index: number): Meeting {
  const drop = <T>(list: readonly T[]) => list.filter((_, at) => at !== index);
  switch (part) {
    case 'party':
      return { ...meeting, parties: drop(meeting.parties), partySpans: drop(meeting.partySpans) };
    case 'delegate':
      return { ...meeting, delegates: drop(meeting.delegates) };
    case 'agenda':
      return { ...meeting, agenda: drop(meeting.agenda) };
  }
}

function reworded(meeting: Meeting, part: Part, index: number, value: string): Meeting {
  const put = <T>(list: readonly T[], now: (old: T) => T) => list.map((old, at) => (at === index ? now(old) : old));
  switch (part) {
    case 'party': {
      const old = meeting.parties[index];
      const delegates = meeting.delegates.map((delegate) => (delegate.party === old ? { ...delegate, party: value } : delegate));
      return { ...meeting, parties: put(meeting.parties, () => value), delegates };
    }
    case 'delegate':
      return { ...meeting, delegates: put(meeting.delegates, (delegate) => ({ ...delegate, post: value })) };
    case 'agenda':
      return { ...meeting, agenda: put(meeting.agenda, (item) => ({ ...item, text: value })) };
  }
}

function moved(from: Meeting, to: Meeting, part: Part, index: number): Meeting {
  switch (part) {
    case 'party': {
      const [party, span] = [from.parties[index], from.partySpans[index]];
      if (party === undefined || !span || to.parties.includes(party)) return to;
      return { ...to, parties: [...to.parties, party], partySpans: [...to.partySpans, span] };
    }
    case 'delegate':
      return { ...to, delegates: [...to.delegates, from.delegates[index]!] };
    case 'agenda':
      return { ...to, agenda: [...to.agenda, from.agenda[index]!] };
  }
}
