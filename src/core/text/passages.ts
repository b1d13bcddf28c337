import type { Block, BlockKind } from '../article.ts';
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
