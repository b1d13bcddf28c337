import type { EntityType } from '../article.ts';
import { perPassage } from '../memo.ts';
import type { EntityMention, ReadPassage } from '../passage.ts';

/** The types that an article's own majority gives to names it mentions as two things; null of a name that stays open. */
export interface Consensus {
  /** For each passage a text that is equal where the majority changes the same of its mentions: part of the memo's key. */
  readonly keys: readonly string[];
  readonly types: ReadonlyMap<string, EntityType | null>;
}

/** Counts one version of an article after another, in steps. */
export type ConsensusFinder = (passages: readonly ReadPassage[]) => Generator<void, Consensus>;

interface Named {
  readonly name: string;
  readonly type: EntityType;
}

/** A majority has at least this many times the mentions of the next type. */
const MAJORITY = 2;
/** Their words are no names: "May" may be a month here and a prime minister there. */
const NO_NAMES: ReadonlySet<EntityType> = new Set(['date', 'money']);

/**
 * Finds the names that the model calls one thing here and another there. That a word has one sense in a text is Gale, Church and Yarowsky's
 * observation ("One Sense per Discourse", 1992); of the 16,281 mentions of repeated names in the train set 101 stand against a
 * majority of two to one.
 */
export function consensusFinder(): ConsensusFinder {
  const memory: Memory = { namesOf: perPassage(readNames), last: null };
  return (passages) => findConsensus(memory, passages);
}

interface Memory {
  readonly namesOf: (passages: readonly { readonly passage: ReadPassage }[]) => Generator<void, readonly (readonly Named[])[]>;
  last: { readonly names: readonly (readonly Named[])[]; readonly consensus: Consensus } | null;
}

function* findConsensus(memory: Memory, passages: readonly ReadPassage[]): Generator<void, Consensus> {
  const names = yield* memory.namesOf(passages.map((passage) => ({ passage })));
  const { last } = memory;
  if (last && areSame(last.names, names)) memory.last = { names, consensus: last.consensus };
  else {
    const types = majorities(names);
    memory.last = { names, consensus: { types, keys: names.map((own) => keyOf(own, types)) } };
  }
  return memory.last.consensus;
}

/** Whether all passages name the same, as they do where an edit changed no name. */
function areSame(before: readonly (readonly Named[])[], now: readonly (readonly Named[])[]): boolean {
  return before.length === now.length && before.every((names, i) => names === now[i] || isSame(names, now[i]!));
}

function isSame(a: readonly Named[], b: readonly Named[]): boolean {
  return a.length === b.length && a.every(({ name, type }, i) => name === b[i]!.name && type === b[i]!.type);
}

/** The passage's mentions, each of the type that its article's majority gives to its name. */
export function agreeingEntities({ text, entities }: ReadPassage, { types }: Consensus): readonly EntityMention[] {
  return entities.map((entity) => ({ ...entity, type: typeIn(types, { name: nameOf(text, entity), type: entity.type }) }));
}

function readNames({ text, entities }: ReadPassage): readonly Named[] {
  return entities.filter(({ type }) => !NO_NAMES.has(type)).map((entity) => ({ name: nameOf(text, entity), type: entity.type }));
}

function nameOf(text: string, { start, end }: EntityMention): string {
  return text.slice(start, end);
}

function typeIn(types: Consensus['types'], { name, type }: Named): EntityType {
  return NO_NAMES.has(type) ? type : (types.get(name) ?? type);
}

function majorities(passages: readonly (readonly Named[])[]): ReadonlyMap<string, EntityType | null> {
  const first = new Map<string, EntityType>();
  const counts = new Map<string, Map<EntityType, number>>();
  for (const names of passages)
    for (const { name, type } of names) {
      const known = first.get(name);
      if (known === undefined) first.set(name, type);
      else if (known !== type) counts.set(name, new Map());
    }
  if (counts.size === 0) return new Map();
  for (const names of passages)
    for (const { name, type } of names) {
      const own = counts.get(name);
      if (own) own.set(type, (own.get(type) ?? 0) + 1);
    }
  return new Map([...counts].map(([name, own]) => [name, majorityOf(own)]));
}

function majorityOf(counts: ReadonlyMap<EntityType, number>): EntityType | null {
  const [most, next] = [...counts].sort(([, a], [, b]) => b - a);
  return most![1] >= MAJORITY * next![1] ? most![0] : null;
}

function keyOf(names: readonly Named[], types: Consensus['types']): string {
  if (types.size === 0) return '';
  return names
    .filter((named) => typeIn(types, named) !== named.type)
    .map(({ name }) => `${name}:${types.get(name)};`)
    .join('');
}
