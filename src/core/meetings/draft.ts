import type { AgendaItem, Announced, Delegate, MeetingStatus, Span } from '../article.ts';
import type { DatePhrase } from '../dates/date-phrases.ts';
import type { Placed } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import type { ItemWords } from './agenda.ts';
import type { CountedPosts } from './delegates.ts';
import type { Party } from './parties.ts';

/** A meeting while it is put together from its mentions. */
export interface Draft extends Span {
  name: string;
  /** How well `name` names it: a noun before a verb before a topic's verb. */
  nameRank: number;
  status: MeetingStatus;
  /** Whether the article's words say when, so that the status is no guess. */
  told: boolean;
  head: string;
  /** Its name of its own in lower case: `jeddah security summit`; null where it has none. */
  proper: string | null;
  /** `peace` of "peace talks"; null where no mention tells. */
  sort: string | null;
  readonly parties: Map<string, Party>;
  /** The ministries and other bodies of states that took part, each once. */
  readonly bodies: Party[];
  /** Told of as what "the four countries" or "both sides" held. */
  readonly joint: boolean;
  /** Names of persons known to have taken part, with the keys of their parties. */
  readonly persons: Map<string, string>;
  readonly delegates: Delegate[];
  /** Posts of its sentences whose owners are only counted. */
  readonly counted: CountedPosts[];
  readonly agenda: AgendaItem[];
  /** The words of each of them. */
  readonly agendaWords: ItemWords[];
  when: { readonly phrase: DatePhrase; readonly text: string } | null;
  date: string | null;
  where: string | null;
  /** Each count of parties that its sentences print. */
  readonly announced: Announced[];
  /** Index of the article's sentence that told of it last. */
  sentence: number;
  /** Told of at the article's head. */
  main: boolean;
}

/** The article's place of a token range of a passage. */
export function spanOf({ start, passage }: Placed, { from, to }: TokenRange): Span {
  return { start: start + passage.tokens.start[from]!, end: start + passage.tokens.end[to - 1]! };
}
