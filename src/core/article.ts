/**
 * The model: what an analysed article is. Every field is explained on one running text:
 *
 *     MOSCOW, April 25 — Turkish Defence Minister Hulusi Akar met his Russian counterpart on Tuesday.
 *     “We must act,” said Akar.
 *
 * Offsets are UTF-16 code units into the text as the editor shows it, half-open. Unknown is `null`, never a guess.
 */

/** A half-open stretch of text in UTF-16 code units: `start` is inside, `end` is the first offset outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BlockKind =
  'frontmatter' | 'headline' | 'standfirst' | 'byline' | 'dateline' | 'caption' | 'credit' | 'crosshead' | 'paragraph' | 'source';

/** One block of the article's structure. `MOSCOW, April 25 —` is a dateline that lies inside the first paragraph. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

export const ENTITY_TYPES = [
  'person',
  'organization',
  'location',
  'facility',
  'norp',
  'date',
  'money',
  'product',
  'misc',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** An amount of money: "$3 million" is 3e6 USD; the currency is an ISO 4217 code, null when it is not clear. */
export interface Money {
  readonly amount: number;
  readonly currency: string | null;
}

/** A named entity. `Hulusi Akar` is a person, `Turkish` a norp (nationality, religious or political group), `Tuesday` a date. */
export interface Entity extends Span {
  readonly type: EntityType;
  /** Of a date its value with its precision ("2023-04-25", "2023-05", "2023-05/early", "2023"), of money the amount; else null. */
  readonly value: string | Money | null;
}

export type RoleStatus = 'current' | 'former' | 'acting' | 'designate';

/** A role as printed: `Turkish Defence Minister`. */
export interface Role extends Span {
  /** The printed words: `Turkish Defence Minister`; the fullest form the article prints for this post of this person. */
  readonly role: string;
  /** The post alone: `Defence Minister`. */
  readonly post: string;
  readonly status: RoleStatus;
  /** The institution the post is held in, if the article prints its name and it is clear; else null. */
  readonly institution: string | null;
  /** The state, organisation or side the person stands for: `Türkiye` if the article prints it, else `Turkish`; else null. */
  readonly party: string | null;
}

/** A person the article names. */
export interface Person {
  /** The fullest printed form without title: `Hulusi Akar`. */
  readonly name: string;
  /** Every printed mention of the name, in order: `Hulusi Akar`, `Akar`. Pronouns are not mentions. */
  readonly mentions: readonly Span[];
  readonly roles: readonly Role[];
  /** Other persons a bare surname could as well stand for; a mention that stays open belongs to nobody's `mentions`. */
  readonly namesakes: readonly string[];
}

/** A mention whose owner is open: "Akar" where two people of that surname are in the article. */
export interface OpenMention extends Span {
  readonly candidates: readonly string[];
}

/** What sort of body an institution is, as far as its name says. */
export type InstitutionKind =
  | 'ministry'
  | 'government'
  | 'legislature'
  | 'court'
  | 'police'
  | 'military'
  | 'agency'
  | 'party'
  | 'media'
  | 'company'
  | 'bank'
  | 'university'
  | 'hospital'
  | 'union'
  | 'alliance'
  | 'ngo'
  | 'club';

/** A named organisation: ministry, agency, company, alliance, court, medium. Not a country. */
export interface Institution {
  /** The fullest printed form. */
  readonly name: string;
  /** Other printed forms, acronyms included. */
  readonly aliases: readonly string[];
  /** What kind of body it is; null where its name does not tell. */
  readonly kind: InstitutionKind | null;
  readonly party: string | null;
  readonly mentions: readonly Span[];
}

export type QuoteType = 'direct' | 'mixed' | 'indirect';
export type SpeakerKind = 'person' | 'institution' | 'party' | 'description';

/** Why something was found: a code with data, worded at the edge (`editor`, `cli`). */
export interface Why {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A quotation: `“We must act,” said Akar.` */
export interface Quote {
  readonly type: QuoteType;
  /** The words quoted, without cue and source: `We must act,`. A split or running quote is one entry with several spans, ordered and disjoint. */
  readonly content: readonly Span[];
  /** The reporting verb or phrase: `said`. */
  readonly cue: Span | null;
  /** The words that name the source: `Akar`. */
  readonly source: Span | null;
  /** The resolved name: `Hulusi Akar`; null when unknown or when several candidates are left. */
  readonly speaker: string | null;
  readonly speakerKind: SpeakerKind | null;
  /** The names between which it stays open. */
  readonly candidates: readonly string[];
  /** The medium of a second-hand quote: "TASS" in "he told TASS". */
  readonly via: string | null;
  /** Index, in the article's quotes, of the quote that this one is nested in. */
  readonly within: number | null;
  readonly why: Why;
}

export type MeetingStatus = 'held' | 'planned' | 'earlier';

/** A delegate: party × post, with the person or null where the article does not name one. */
export interface Delegate extends Span {
  readonly party: string;
  readonly post: string;
  readonly person: string | null;
}

/** What was on the table: the shortest printed phrase that says it. */
export interface AgendaItem extends Span {
  readonly text: string;
  /** Whose readout says so; empty when the article itself does. */
  readonly by: readonly string[];
}

/** A meeting, talks, summit, call, visit or negotiation. `span` of the running text: `met his Russian counterpart`. */
export interface Meeting extends Span {
  /** The shortest printed phrase that names it: `quadrilateral meeting`, `met`. */
  readonly name: string;
  readonly status: MeetingStatus;
  /** Printed: `Tuesday`. */
  readonly when: string | null;
  /** Resolved against the article's date: `2023-04-25`; null when the article has none. */
  readonly date: string | null;
  readonly where: string | null;
  readonly parties: readonly string[];
  /** Where the article says that a party took part, one for each of `parties`. */
  readonly partySpans: readonly Span[];
  readonly delegates: readonly Delegate[];
  readonly agenda: readonly AgendaItem[];
  /** How many parties the article announces, the count that differs from the list before one that does not; null where it gives none. */
  readonly announced: Announced | null;
}

/** For "the intelligence chiefs of the three countries" the span of `three countries` and 3; `quadrilateral` is 4. */
export interface Announced extends Span {
  readonly count: number;
}

/** Something the reader should know about the analysis itself: an unclosed quotation mark, a damaged weights file. */
export interface Problem extends Span {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The whole analysis: one plain immutable value. Lists are sorted by the first offset of their evidence. */
export interface Article {
  readonly text: string;
  /** ISO 8601 day the article is dated, from front matter, the caller or a byline; null when unknown. */
  readonly date: string | null;
  readonly structure: readonly Block[];
  readonly entities: readonly Entity[];
  readonly people: readonly Person[];
  readonly openMentions: readonly OpenMention[];
  readonly institutions: readonly Institution[];
  readonly quotes: readonly Quote[];
  readonly meetings: readonly Meeting[];
  readonly problems: readonly Problem[];
}
