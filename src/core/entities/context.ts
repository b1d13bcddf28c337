import { agreement, perPassage } from '../memo.ts';
import type { Passage } from '../passage.ts';
import type { EntityModel } from './model.ts';
import { type Evidence, Surroundings, tellsTheSame } from './surroundings.ts';

/** What the rest of the article tells its passages about their names. */
export interface EntityContexts {
  /** For each passage a text that is equal where all that is known of its capitalised words is equal: the memo's key. */
  readonly keys: readonly string[];
  readonly surroundings: Surroundings | null;
}

/** Works out the context of one version of an article after another, in steps. */
export type ContextFinder = (passages: readonly Passage[]) => Generator<void, EntityContexts>;

/**
 * Finds how often each capitalised word stands in the article, and between which words. What an edit cannot have changed is taken from the
 * version before.
 */
export function contextFinder(model: EntityModel | null): ContextFinder {
  if (!model) return noContexts;
  const memory: Memory = { evidenceOf: perPassage((passage: Passage) => model.evidence(passage)), last: null };
  return (passages) => findContexts(memory, passages);
}

function* noContexts(passages: readonly Passage[]): Generator<void, EntityContexts> {
  return { keys: passages.map(() => ''), surroundings: null };
}

interface Memory {
  readonly evidenceOf: (passages: readonly { readonly passage: Passage }[]) => Generator<void, readonly Evidence[]>;
  last: Found | null;
}

function* findContexts(memory: Memory, passages: readonly Passage[]): Generator<void, Found> {
  const evidence = yield* memory.evidenceOf(passages.map((passage) => ({ passage })));
  const { last } = memory;
  if (last?.evidence === evidence) return last;
  const before = last?.evidence ?? [];
  // A letter typed between words that tell nothing of a name.
  if (last && before.length === evidence.length && before.every((each, i) => tellsTheSame(each, evidence[i]!)))
    return (memory.last = { ...last, evidence });
  const surroundings = new Surroundings(evidence, last);
  const { from, left, right } = agreement(before, evidence, Object.is);
  const keys = evidence.map((each, index) => {
    const key = index < from ? last?.keys[index] : index < right ? undefined : last?.keys[index - right + left];
    return key === undefined || surroundings.concerns(each) ? keyOf(each, surroundings) : key;
  });
  return (memory.last = { keys, surroundings, evidence });
}

interface Found extends EntityContexts {
  readonly surroundings: Surroundings;
  /** What each passage tells the others. */
  readonly evidence: readonly Evidence[];
}

function keyOf({ words }: Evidence, surroundings: Surroundings): string {
  let key = '';
  for (const word of words) key += surroundings.keyOf(word);
  return key;
}
