import type { EntityType, QuoteType, SpeakerKind } from '../article.ts';

/**
 * What a person decided about an article, beside the article. Explained on one running text:
 *
 *     “We must act,” said Turkish Defence Minister Hulusi Akar.
 */
export interface Mark {
  /** `urn:uuid:…`, never changed. */
  readonly id: string;
  /** ISO 8601, UTC; null where the line does not say. */
  readonly created: string | null;
  readonly modified: string | null;
  /** Who decided; null unless the person switched names on. */
  readonly creator: string | null;
  readonly decision: Decision;
  /** Where: for a quote `We must act,` as content, `said` as cue, `Hulusi Akar` as source. Empty only for a reply. */
  readonly targets: readonly Target[];
}

export type TargetRole = 'content' | 'cue' | 'source';

export interface Target {
  readonly role: TargetRole;
  readonly selector: Selector;
}

/** Words with their surroundings. Offsets count Unicode code points of the text with LF line ends; they are a hint. */
export interface Selector {
  /** The words: `We must act,`. Empty where the line gives a position only. */
  readonly exact: string;
  /** Up to 32 code points before and after the words. */
  readonly prefix: string;
  readonly suffix: string;
  /** Null where the line gives no position. */
  readonly start: number | null;
  readonly end: number | null;
}

export type Decision =
  | EntityDecision
  | QuoteDecision
  | IdentityDecision
  | SpeakerDecision
  | RoleDecision
  | OutlineDecision
  | ReviewDecision
  | CommentDecision
  | DisableDecision
  | UnknownDecision;

/** `Akar` is a person; or: this is not an entity. */
export interface EntityDecision {
  readonly kind: 'entity';
  readonly type: EntityType | 'not-an-entity';
  /** True for every occurrence of the same words in the article. */
  readonly every: boolean;
}

/** The targets are one quote (several spans: one split or running quote), or no quote. */
export interface QuoteDecision {
  readonly kind: 'quote';
  readonly type: QuoteType | 'not-a-quote';
}

/** `Akar` is Hulusi Akar, the same as that person elsewhere in the article. */
export interface IdentityDecision {
  readonly kind: 'identity';
  readonly name: string | null;
  /** An id of the directory: `p-akar`. */
  readonly directoryId: string | null;
}

/** The quote's speaker; null: it is unknown, and the analysis must not guess. */
export interface SpeakerDecision {
  readonly kind: 'speaker';
  readonly speaker: string | null;
  /** What the speaker is, where the name alone does not tell. */
  readonly speakerKind?: SpeakerKind;
}

/** What the hover card says of the person marked; an absent field leaves what the analysis found. */
export interface RoleDecision {
  readonly kind: 'role';
  readonly role?: string;
  readonly institution?: string;
  readonly party?: string;
}

export type OutlinePart = 'meeting' | 'party' | 'delegate' | 'agenda';
export type OutlineAction = 'add' | 'remove' | 'reword' | 'move';

/** A correction of the outline at the place marked. */
export interface OutlineDecision {
  readonly kind: 'outline';
  readonly part: OutlinePart;
  readonly action: OutlineAction;
  /** The words the outline shows: meeting name, party, agenda item, post; null: the words marked. */
  readonly value: string | null;
  /** Printed name of the meeting that it belongs to or moves to; null: the nearest. */
  readonly meeting: string | null;
  /** Of a delegate its party and person; of an agenda item whose readout says so. */
  readonly party: string | null;
  readonly person: string | null;
}

export type Verdict = 'unchecked' | 'verified' | 'disputed' | 'needs-source';

/** A quote's review. */
export interface ReviewDecision {
  readonly kind: 'review';
  readonly verdict: Verdict;
  /** The words that were checked, one for each content target; null: those of the selectors. */
  readonly checked: readonly string[] | null;
  /** An https address or a path inside the workspace. */
  readonly source: string | null;
  /** Where in the source: `00:12:31`. */
  readonly timestamp: string | null;
  /** Language of the original, where the quote is a translation: `tr`. */
  readonly translatedFrom: string | null;
  readonly note: string | null;
}

/** A note on a span, or a reply to a note. */
export interface CommentDecision {
  readonly kind: 'comment';
  readonly text: string;
  /** The note's id, where this is a reply. */
  readonly replyTo: string | null;
  readonly resolved: boolean;
}

/** A check switched off at this place. */
export interface DisableDecision {
  readonly kind: 'disable';
  readonly rule: string;
  readonly reason: string | null;
}

/** A body this version does not know: kept as it is. */
export interface UnknownDecision {
  readonly kind: 'unknown';
}

/** Targets that say what the mark is about; cue and source are further targets by role. */
export function contentTargets(mark: Mark): readonly Target[] {
  return mark.targets.filter((target) => target.role === 'content');
}

/** The words a review's tick belongs to, one for each content target. */
export function checkedWords(mark: Mark, review: ReviewDecision): readonly string[] {
  const content = contentTargets(mark);
  return content.map((target, index) => review.checked?.[index] ?? target.selector.exact);
}

/** The motivation a decision is written under. */
export function motivationOf(decision: Decision): string {
  switch (decision.kind) {
    case 'entity':
    case 'quote':
      return 'classifying';
    case 'identity':
      return 'identifying';
    case 'speaker':
      return 'linking';
    case 'role':
    case 'outline':
      return 'describing';
    case 'review':
      return 'assessing';
    case 'comment':
      return 'commenting';
    case 'disable':
      return 'copydesk:disabling';
    case 'unknown':
      return 'unknown';
  }
}
