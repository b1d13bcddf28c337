import type { Institution, Person, Quote, Span, SpeakerKind, Why } from '../article.ts';
import { alike, type Decisions, type LaidDecision, overlaps } from './decisions.ts';
import type { QuoteType } from '../article.ts';

interface Names {
  readonly people: readonly Person[];
  readonly institutions: readonly Institution[];
}

const MARKED: Why = { code: 'marked', data: {} };
const DECIDED: Why = { code: 'decided', data: {} };

/** The quotes with a person's decisions: what is a quote, which pieces are one quote, and who speaks. */
export function correctQuotes(quotes: readonly Quote[], cast: Names, decisions: Decisions): readonly Quote[] {
  let corrected: Draft[] | null = null;
  for (const laid of decisions) {
    const { decision } = laid;
    if (decision.kind !== 'quote' && decision.kind !== 'speaker') continue;
    corrected ??= draftsOf(quotes);
    if (decision.kind === 'speaker') {
      const said = best(corrected, laid.content);
      if (said) Object.assign(said, speakerNamed(decision.speaker, cast, decision.speakerKind));
    } else if (decision.type === 'not-a-quote') corrected = removed(corrected, laid.content);
    else corrected = added(corrected, laid, decision.type, cast);
  }
  return corrected ? finished(corrected) : quotes;
}

/** A quote that still points at the quote it is nested in, not at an index. */
interface Draft extends Omit<Quote, 'within'> {
  readonly outer: Draft | null;
}

function draftsOf(quotes: readonly Quote[]): Draft[] {
  const drafts: Draft[] = [];
  // An outer quote need not stand before the quotes nested in it, so each is made when it is first asked for.
  const make = (index: number): Draft | null => {
    const quote = quotes[index];
    if (!quote) return null;
    const { within, ...own } = quote;
    return (drafts[index] ??= { ...own, outer: within === null || within === index ? null : make(within) });
  };
  quotes.forEach((_quote, index) => make(index));
  return drafts;
}

function finished(drafts: readonly Draft[]): readonly Quote[] {
  const sorted = [...drafts].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  return sorted.map(({ outer, ...own }) => {
    const within = outer ? sorted.indexOf(outer) : -1;
    return { ...own, within: within < 0 ? null : within };
  });
}

/** The quote that the spans are about; an inner quote where the spans are its words. */
function best(drafts: readonly Draft[], content: readonly Span[]): Draft | null {
  let found: Draft | null = null;
  let most = 0;
  for (const draft of drafts) {
    const likeness = alike(draft.content, content);
    if (likeness > most) [found, most] = [draft, likeness];
  }
  return found;
}

function removed(drafts: readonly Draft[], content: readonly Span[]): Draft[] {
  const gone = best(drafts, content);
  return drafts.filter((draft) => draft !== gone);
}

function added(drafts: readonly Draft[], laid: LaidDecision, type: QuoteType, cast: Names): Draft[] {
  const content = [...laid.content].sort((a, b) => a.start - b.start);
  const inside = (inner: readonly Span[], outer: readonly Span[]) =>
    inner.every((span) => outer.some((own) => own.start <= span.start && own.end >= span.end));
  const touched = drafts.filter((draft) => draft.content.some((span) => content.some((own) => overlaps(span, own))));
  const outer = touched.find((draft) => alike(draft.content, content) < 0.5 && inside(content, draft.content)) ?? null;
  const joined = touched.filter(
    (draft) => draft !== outer && (draft.outer === null || !inside(draft.content, content) || draft.outer === outer),
  );
  const known = joined.find(({ speaker }) => speaker !== null) ?? joined[0];
  const source = laid.source ?? known?.source ?? null;
  const named = laid.source ? nameAt(laid.source, cast) : null;
  const quote: Draft = {
    type,
    content,
    cue: laid.cue ?? known?.cue ?? null,
    source,
    speaker: known?.speaker ?? null,
    speakerKind: known?.speakerKind ?? null,
    candidates: known?.candidates ?? [],
    via: known?.via ?? null,
    ...(named === null ? {} : speakerNamed(named, cast)),
    why: MARKED,
    outer,
  };
  const rest = drafts.filter((draft) => !joined.includes(draft));
  return [...rest.map((draft) => (draft.outer && joined.includes(draft.outer) ? { ...draft, outer: quote } : draft)), quote];
}

function nameAt(span: Span, cast: Names): string | null {
  const named = [...cast.people, ...cast.institutions].find(({ mentions }) =>
    mentions.some((mention) => overlaps(mention, span)),
  );
  return named?.name ?? null;
}

function speakerNamed(
  speaker: string | null,
  cast: Names,
  kind?: SpeakerKind,
): Pick<Quote, 'speaker' | 'speakerKind' | 'candidates' | 'why'> {
  return { speaker, speakerKind: speaker === null ? null : (kind ?? kindOf(speaker, cast)), candidates: [], why: DECIDED };
}

function kindOf(name: string, cast: Names): SpeakerKind | null {
  if (cast.people.some((person) => person.name === name)) return 'person';
  return cast.institutions.some((institution) => institution.name === name || institution.aliases.includes(name))
    ? 'institution'
    : null;
}
