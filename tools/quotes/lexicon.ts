import type { CueLexicon } from '../../src/core/quotes/model/reading.ts';
import type { GoldPassage } from './corpus.ts';

const STEPS = [0.01, 0.05, 0.15, 0.3, 0.5, 0.75];

/** How often each word of the training articles is an anchor, as a strength from 1 to 7. */
export function cueLexicon(passages: readonly GoldPassage[]): CueLexicon {
  const seen = new Map<number, number>();
  const cues = new Map<number, number>();
  const count = (into: Map<number, number>, key: number) => into.set(key, (into.get(key) ?? 0) + 1);
  for (const { reading, golds } of passages) {
    for (const word of reading.word) count(seen, word);
    for (const { anchor } of golds) if (anchor >= 0) count(cues, reading.word[anchor]!);
  }
  const lexicon = new Map<number, number>();
  for (const [word, times] of seen) {
    const hits = cues.get(word) ?? 0;
    if (hits >= 2) lexicon.set(word, 1 + STEPS.filter((step) => (hits - 0.4) / (times + 1.5) >= step).length);
    else if (times >= 5) lexicon.set(word, 1);
  }
  return lexicon;
}
