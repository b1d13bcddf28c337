import type { Block, BlockKind } from '../article.ts';
import { agreement } from '../memo.ts';
import type { Passage } from '../passage.ts';
import { findSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** The blocks that are read as passages: front matter is no prose; a dateline or credit is read with the block that it lies in. */
export function passageBlocks(structure: readonly Block[]): readonly Block[] {
  return structure.filter((block, index) => {
    if (block.kind === 'frontmatter') return false;
    if (block.kind !== 'dateline' && block.kind !== 'credit') return true;
    const before = structure[index - 1];
    return !before || before.end <= block.start;
  });
}

/** Cuts a block's own text into tokens and sentences. */
export function readPassage(kind: BlockKind, text: string): Passage {
  const tokens = tokenize(text);
  return { kind, text, tokens, sentences: findSentences(tokens) };
}

/** Reads the blocks of one version of a text after another, in steps. */
export type PassageReader = (text: string, blocks: readonly Block[]) => Generator<void, readonly Passage[]>;

/**
 * A reader that reads only what an edit changed: blocks that the last version has stay the same passages, and so do those that it lost to
 * this one, for whoever takes the edit back.
 */
export function passageReader(): PassageReader {
  const memory: Memory = { last: [], spare: new Map() };
  return (text, blocks) => readChanged(memory, text, blocks);
}

interface Memory {
  last: readonly Passage[];
  /** What the last edit took out, and what runs that were given up have read. */
  spare: Map<string, Passage>;
}

function* readChanged(memory: Memory, text: string, blocks: readonly Block[]): Generator<void, readonly Passage[]> {
  const { last: before, spare } = memory;
  const isSame = (passage: Passage, { kind, start, end }: Block): boolean =>
    passage.kind === kind && passage.text.length === end - start && passage.text === text.slice(start, end);
  const { from, left, right } = agreement(before, blocks, isSame);
  const lost = before.slice(from, left);
  for (const passage of lost) spare.set(keyOf(passage.kind, passage.text), passage);
  const changed: Passage[] = [];
  for (const { kind, start, end } of blocks.slice(from, right)) {
    const key = keyOf(kind, text.slice(start, end));
    let passage = spare.get(key);
    // A part of the key and not of the text: the whole of an old text is not kept for one paragraph.
    if (!passage) spare.set(key, (passage = readPassage(kind, key.slice(keyOf(kind, '').length))));
    changed.push(passage);
    yield;
  }
  memory.spare = new Map(lost.map((passage) => [keyOf(passage.kind, passage.text), passage]));
  return (memory.last = [...before.slice(0, from), ...changed, ...before.slice(left)]);
}

function keyOf(kind: BlockKind, text: string): string {
  return `${kind}\n${text}`;
}
