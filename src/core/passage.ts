import type { BlockKind, EntityType, Span } from './article.ts';
import type { TokenRange } from './text/sentences.ts';
import type { Tokens } from './text/tokens.ts';

/**
 * One block's text as read on its own. All offsets are relative to the block, so that equal blocks can share one value and a block
 * that only moved need not be read again.
 */
export interface Passage {
  readonly kind: BlockKind;
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly TokenRange[];
}

/** A named entity found in a passage; offsets relative to the passage. */
export interface EntityMention extends Span {
  readonly type: EntityType;
}

/** A passage with its entities, as every later step reads it. */
export interface ReadPassage extends Passage {
  readonly entities: readonly EntityMention[];
}

/** Where a passage stands in the article. */
export interface Placed<P extends Passage = ReadPassage> {
  /** UTF-16 offset of the passage's text in the article. */
  readonly start: number;
  readonly passage: P;
}
