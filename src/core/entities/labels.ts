import type { EntityType } from '../article.ts';

/** The kinds of entity in the order of the weights file; a change asks for retraining. */
export const ENTITY_TYPES: readonly EntityType[] = [
  'person',
  'location',
  'organization',
  'norp',
  'date',
  'misc',
  'money',
  'facility',
  'product',
];

/**
 * Labels of the BIOES scheme: 0 is outside; type `t` has begin `1 + 4t`, inside `2 + 4t`, end `3 + 4t`, and single `4 + 4t` for an
 * entity of one token.
 */
export const LABELS = 1 + 4 * ENTITY_TYPES.length;
export const OUTSIDE = 0;
export const begin = (type: number): number => 1 + 4 * type;
export const inside = (type: number): number => 2 + 4 * type;
export const end = (type: number): number => 3 + 4 * type;
export const single = (type: number): number => 4 + 4 * type;

/** Whether an entity is still open after the label: true of begin and inside. */
export const isOpen = (label: number): boolean => label > 0 && (label - 1) % 4 < 2;

/** Whether `next` may follow `label` in one sentence. */
export function mayFollow(label: number, next: number): boolean {
  const place = (next - 1) % 4;
  const continues = next > 0 && (place === 1 || place === 2);
  if (!isOpen(label)) return !continues;
  return continues && Math.floor((label - 1) / 4) === Math.floor((next - 1) / 4);
}

/**
 * The aspects of labels: outside; for each type that an entity begins and that it goes on; and each place in an entity (begin, inside, end,
 * single). The encoder scores aspects, and two of them make the score of a label: what tells a person's beginning from its rest need not
 * be learnt once more for each place.
 */
export const ASPECTS = 1 + 2 * ENTITY_TYPES.length + 4;
/** The two aspects of a label other than outside. */
export const typeAspect = (label: number): number => 1 + 2 * ((label - 1) >> 2) + ((label & 3) >> 1);
export const placeAspect = (label: number): number => 1 + 2 * ENTITY_TYPES.length + ((label - 1) & 3);
