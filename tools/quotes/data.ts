import { readFileSync } from 'node:fs';
import { findStructure } from '../../src/core/text/structure.ts';
import { findSentences } from '../../src/core/text/sentences.ts';
import { tokenize } from '../../src/core/text/tokens.ts';
import type { Passage } from '../../src/core/passage.ts';

export type Pair = readonly [start: number, end: number];

/** An attribution of the gold, offsets into the article's text. */
export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

export function readArticles(path: string): Article[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Article);
}

/** The passages of a text at their offsets, as the analyser cuts them. */
export function passagesOf(text: string): { start: number; passage: Passage }[] {
  return findStructure(text).map(({ kind, start, end }) => {
    const own = text.slice(start, end);
    const tokens = tokenize(own);
    return { start, passage: { kind, text: own, tokens, sentences: findSentences(tokens) } };
  });
}
