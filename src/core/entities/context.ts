import type { Passage } from '../passage.ts';
import type { EntityModel } from './model.ts';
import { type Evidence, Surroundings } from './surroundings.ts';

/** What the rest of the article tells its passages about their names. */
export interface EntityContexts {
  /** For each passage a text that is equal where all that is known of its capitalised words is equal: the memo's key. */
  readonly keys: readonly string[];
  readonly surroundings: Surroundings | null;
  /** What each passage tells the others. */
  readonly evidence: readonly Evidence[];
}

/**
 * Works out the passages' context: how often each capitalised word stands in the article, and between which words. `before` is the context
 * of the article before an edit; what the edit cannot have changed is taken from it.
 */
export function entityContexts(
  passages: readonly Passage[],
  model: EntityModel | null,
  before: EntityContexts | null = null,
): EntityContexts {
  if (!model) return { keys: passages.map(() => ''), surroundings: null, evidence: [] };
  const evidence = passages.map((passage) => model.evidence(passage));
  const surroundings = new Surroundings(evidence, before?.surroundings);
  const known = new Map(before?.evidence.map((each, index) => [each, before.keys[index]!]));
  const keys = evidence.map((each) => {
    const key = surroundings.concerns(each) ? undefined : known.get(each);
    return key ?? keyOf(each, surroundings);
  });
  return { keys, surroundings, evidence };
}

function keyOf({ words }: Evidence, surroundings: Surroundings): string {
  let key = '';
  for (const word of words) key += surroundings.keyOf(word);
  return key;
}
