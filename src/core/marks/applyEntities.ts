import type { EntityType, Span } from '../article.ts';
import type { EntityMention } from '../passage.ts';
import { type Decisions, overlaps } from './decisions.ts';

/** What a person decided about a passage's entities; offsets relative to the passage. */
export interface EntityFixes {
  /** Equal keys mean equal influence on the passage: part of the memo's key. */
  readonly key: string;
  /** Type null: these words are no entity. A decision about one place comes after those about every occurrence. */
  readonly fixes: readonly (Span & { readonly type: EntityType | null })[];
}

const NONE: EntityFixes = { key: '', fixes: [] };

/** The decisions about entities for each block. */
export function entityFixes(text: string, blocks: readonly Span[], decisions: Decisions): readonly EntityFixes[] {
  const all = decisions.flatMap(({ decision, content }, order) => {
    if (decision.kind !== 'entity') return [];
    const type = decision.type === 'not-an-entity' ? null : decision.type;
    const places = decision.every ? content.flatMap((span) => occurrences(text, span)) : content;
    return places.map(({ start, end }) => ({ start, end, type, every: decision.every, order }));
  });
  if (all.length === 0) return blocks.map(() => NONE);
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  let next = 0;
  return blocks.map((block) => {
    while (next < all.length && all[next]!.start < block.start) next++;
    const own: typeof all = [];
    for (; next < all.length && all[next]!.start < block.end; next++) if (all[next]!.end <= block.end) own.push(all[next]!);
    if (own.length === 0) return NONE;
    own.sort((a, b) => Number(b.every) - Number(a.every) || a.order - b.order);
    const fixes = own.map(({ start, end, type }) => ({ start: start - block.start, end: end - block.start, type }));
    return { key: fixes.map(({ start, end, type }) => `${start}-${end}-${type}`).join(), fixes };
  });
}

/** The passage's entities with the decisions in the place of what they overlap. */
export function correctEntities(entities: readonly EntityMention[], { fixes }: EntityFixes): readonly EntityMention[] {
  let corrected = entities;
  for (const { start, end, type } of fixes) {
    const others = corrected.filter((entity) => !overlaps(entity, { start, end }));
    corrected = type === null ? others : [...others, { start, end, type }];
  }
  return corrected === entities ? entities : [...corrected].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Every place where the span's words stand as whole words. */
export function occurrences(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end);
  const places: Span[] = [];
  if (words.trim() === '') return places;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!joined(text, start) && !joined(text, end)) places.push({ start, end });
  }
  return places;
}

/** True inside a word. */
function joined(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}
