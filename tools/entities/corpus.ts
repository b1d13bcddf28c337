import { existsSync, readFileSync } from 'node:fs';
import { begin, end, ENTITY_TYPES, inside, OUTSIDE, single } from '../../src/core/entities/labels.ts';
import type { Passage } from '../../src/core/passage.ts';
import { readFrontMatter } from '../../src/core/text/frontmatter.ts';
import { passageBlocks, readPassage } from '../../src/core/text/passages.ts';
import { findStructure } from '../../src/core/text/structure.ts';

/** A named entity of the gold; offsets into the article's text. */
export interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldEntity[];
}

/** A passage cut as the analyser cuts it, with the label of each token. */
export interface GoldPassage {
  readonly start: number;
  readonly passage: Passage;
  readonly labels: Uint8Array;
}

export function readJsonl<T>(path: string): T[] {
  if (!existsSync(path)) {
    console.error(`There is no data at ${path}; name its folder with --data FOLDER.`);
    process.exit(1);
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);
}

/** Cuts articles into passages and lays the gold over their tokens; a span that no tokens make up is left out, and counted. */
export function passagesOf(article: GoldArticle, lost: { count: number }): GoldPassage[] {
  const passages = cut(article.text).map(({ start, passage }) => ({
    start,
    passage,
    labels: new Uint8Array(passage.tokens.count),
  }));
  for (const entity of article.entities) {
    const home = passages.find(({ start, passage }) => entity.start >= start && entity.end <= start + passage.text.length);
    if (!home || !lay(home, entity)) lost.count++;
  }
  return passages;
}

export function cut(text: string): { start: number; passage: Passage }[] {
  return passageBlocks(findStructure(text, readFrontMatter(text))).map(({ kind, start, end }) => ({
    start,
    passage: readPassage(kind, text.slice(start, end)),
  }));
}

function lay({ start, passage: { tokens }, labels }: GoldPassage, entity: GoldEntity): boolean {
  const from = tokens.start.indexOf(entity.start - start);
  const last = tokens.end.indexOf(entity.end - start);
  const type = ENTITY_TYPES.indexOf(entity.label.toLowerCase() as (typeof ENTITY_TYPES)[number]);
  if (from < 0 || last < from || type < 0) return false;
  for (let i = from; i <= last; i++) if (labels[i] !== OUTSIDE) return false;
  if (from === last) {
    labels[from] = single(type);
    return true;
  }
  labels.fill(inside(type), from, last);
  labels[from] = begin(type);
  labels[last] = end(type);
  return true;
}
