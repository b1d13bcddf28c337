import { ENTITY_TYPES } from '../../src/core/entities/labels.ts';
import { contextFinder } from '../../src/core/entities/context.ts';
import { finish } from '../../src/core/memo.ts';
import type { EntityModel } from '../../src/core/entities/model.ts';
import { cut, type GoldArticle } from './corpus.ts';

export interface Count {
  right: number;
  found: number;
  gold: number;
}

/** Exact span and label for each kind and in all, as `score-entities.mjs` counts. */
export function score(model: EntityModel, articles: readonly GoldArticle[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  const of = (kind: string): Count => counts.get(kind) ?? counts.set(kind, { right: 0, found: 0, gold: 0 }).get(kind)!;
  for (const kind of [...ENTITY_TYPES, 'all']) of(kind);
  for (const { text, entities } of articles) {
    const gold = new Set(entities.map(({ start, end, label }) => `${start}:${end}:${label.toLowerCase()}`));
    for (const { label } of entities) for (const kind of [label.toLowerCase(), 'all']) of(kind).gold++;
    const passages = cut(text);
    const { surroundings } = finish(contextFinder(model)(passages.map(({ passage }) => passage)));
    for (const { start, passage } of passages) {
      for (const entity of model.find(passage, surroundings)) {
        const right = gold.has(`${start + entity.start}:${start + entity.end}:${entity.type}`);
        for (const kind of [entity.type, 'all']) {
          of(kind).found++;
          if (right) of(kind).right++;
        }
      }
    }
  }
  return counts;
}

export function report(counts: Map<string, Count>): void {
  console.log(
    ...[...counts].map(
      ([kind, { right, found, gold }]) => `${kind.slice(0, 4)} ${((200 * right) / Math.max(1, found + gold)).toFixed(1)}`,
    ),
  );
}
