import type { Passage } from '../passage.ts';
import type { EntityModel } from './model.ts';
import { Votes } from './votes.ts';

/** What the rest of the article tells a passage about its names. */
export interface EntityContext {
  /** Equal keys mean equal influence on the passage: the memo's key. */
  readonly key: string;
  readonly votes: Votes | null;
}

/**
 * Works out each passage's context from a first reading of all passages, which a passage keeps while its text stays: how each
 * capitalised word was read anywhere in the article. The key holds only what concerns the passage's own capitalised words.
 */
export function entityContexts(passages: readonly Passage[], model: EntityModel | null): readonly EntityContext[] {
  if (!model) return passages.map(() => ({ key: '', votes: null }));
  const evidence = passages.map((passage) => model.evidence(passage));
  const votes = new Votes(evidence);
  return evidence.map(({ words }) => {
    let key = '';
    for (const word of words) key += String.fromCharCode(votes.codeOf(word));
    return { key, votes };
  });
}
