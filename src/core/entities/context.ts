import type { Passage } from '../passage.ts';
import type { EntityModel } from './model.ts';
import { Surroundings } from './surroundings.ts';

/** What the rest of the article tells a passage about its names. */
export interface EntityContext {
  /** Equal keys mean equal influence on the passage: the memo's key. */
  readonly key: string;
  readonly surroundings: Surroundings | null;
}

/**
 * Works out each passage's context: how often each capitalised word stands in the article, and between which words. The key holds only
 * what concerns the passage's own capitalised words. What is read of a passage is kept while its text stays.
 */
export function entityContexts(passages: readonly Passage[], model: EntityModel | null): readonly EntityContext[] {
  if (!model) return passages.map(() => ({ key: '', surroundings: null }));
  const evidence = passages.map((passage) => model.evidence(passage));
  const surroundings = new Surroundings(evidence);
  return evidence.map(({ words }) => {
    let key = '';
    for (const word of words) key += surroundings.keyOf(word);
    return { key, surroundings };
  });
}
