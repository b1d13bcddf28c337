import type { Block } from '../article.ts';

/** Tells a text's blocks apart: every line that is not blank is a block; offsets are those of the line without its outer white space. */
export function findStructure(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    if (end > start) blocks.push({ kind: 'paragraph', start, end });
  }
  return blocks;
}
