import { EDGE, INNER } from '../../src/core/entities/active.ts';
import { hashText } from '../../src/core/entities/hash.ts';
import { isOpen, OUTSIDE } from '../../src/core/entities/labels.ts';
import type { Hashes } from '../../src/core/entities/weights.ts';
import { fold, isPlain, shapeOf } from '../../src/core/entities/words.ts';
import { word } from '../../src/core/text/tokens.ts';
import type { GoldPassage } from './corpus.ts';

/** Words without capitals or digits that stood in entities of at least this many articles; others are never looked at. */
const LEAST = 2;

/** Which plain words begin or end entities, and which stand within them only. */
export function wordsOfEntities(articles: readonly (readonly GoldPassage[])[]): Hashes {
  const edges = new Map<number, Set<number>>();
  const inners = new Map<number, Set<number>>();
  for (const [index, article] of articles.entries()) {
    for (const { passage, labels } of article) {
      for (let i = 0; i < labels.length; i++) {
        if (labels[i] === OUTSIDE) continue;
        const text = word(passage.tokens, i);
        if (!isPlain(shapeOf(text))) continue;
        const isInner = isOpen(labels[i]!) && (labels[i]! - 1) % 4 === 1;
        const map = isInner ? inners : edges;
        const key = hashText(fold(text), 0) >>> 0;
        map.set(key, (map.get(key) ?? new Set()).add(index));
      }
    }
  }
  const kinds = new Map<number, number>();
  for (const [key, where] of inners) if (where.size >= LEAST) kinds.set(key, INNER);
  for (const [key, where] of edges) if (where.size >= LEAST) kinds.set(key, EDGE);
  const keys = Int32Array.from(Uint32Array.from(kinds.keys()).sort());
  return { keys, values: Uint16Array.from(keys, (key) => kinds.get(key >>> 0)!) };
}
