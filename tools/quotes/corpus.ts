import { pairMarks } from '../../src/core/text/quotationMarks.ts';
import { type CueLexicon, PassageReader, type Reading, readingArrays } from '../../src/core/quotes/model/reading.ts';
import { type Units, unitsOf } from '../../src/core/quotes/model/units.ts';
import { AUX, NOUN, VERB, type Tagger } from '../../src/core/quotes/model/tagger.ts';
import type { WordTypes } from '../../src/core/quotes/model/wordTypes.ts';
import { type Article, type Pair, passagesOf } from './data.ts';

/** A gold attribution in one passage, offsets relative to it. */
export interface Gold {
  readonly anchor: number;
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

export interface GoldPassage {
  readonly article: number;
  readonly start: number;
  readonly reading: Reading;
  readonly golds: readonly Gold[];
}

export function goldPassages(articles: readonly Article[], words: WordTypes, tagger: Tagger, lexicon: CueLexicon): GoldPassage[] {
  const reader = new PassageReader(words, tagger, lexicon);
  return articles.flatMap(({ text, attributions }, article) =>
    passagesOf(text).map(({ start, passage }) => {
      const reading = reader.read(passage, pairMarks(passage.tokens), readingArrays(passage.tokens.count));
      const end = start + passage.text.length;
      const own = attributions.filter(({ cue }) => cue.length > 0 && cue[0]![0] >= start && cue[0]![1] <= end);
      const inside = (spans: readonly Pair[]): Pair[] =>
        spans.filter(([s, e]) => s >= start && e <= end).map(([s, e]) => [s - start, e - start]);
      const golds = own.map(({ source, cue, content }) => ({
        anchor: anchorOf(reading, inside(cue)),
        source: inside(source),
        cue: inside(cue),
        content: inside(content),
      }));
      return { article, start, reading, golds };
    }),
  );
}

/** The word of a cue that stands for it: its first verb that is no auxiliary, else its first noun, else its first word. */
function anchorOf({ passage: { tokens }, tag, inside, outer }: Reading, cue: readonly Pair[]): number {
  let first = -1;
  let noun = -1;
  let auxiliary = -1;
  for (let i = 0; i < tokens.count; i++) {
    const at = tokens.start[i]!;
    if (!cue.some(([s, e]) => at >= s && at < e)) continue;
    if (inside[i]! >= 0 && (outer[inside[i]!]!.open === i || outer[inside[i]!]!.close === i)) continue;
    if (tag[i] === VERB) return i;
    if (first < 0) first = i;
    if (noun < 0 && tag[i] === NOUN) noun = i;
    if (auxiliary < 0 && tag[i] === AUX) auxiliary = i;
  }
  return noun >= 0 ? noun : auxiliary >= 0 ? auxiliary : first;
}

/** The units of the region that an anchor stands in: the passage, or the inside of one marked stretch. */
export class Regions {
  private readonly known = new Map<number, Units>();

  constructor(private readonly reading: Reading) {}

  at(token: number): { units: Units; anchor: number } {
    const within = this.reading.inside[token]!;
    let units = this.known.get(within);
    if (!units) this.known.set(within, (units = unitsOf(this.reading, within)));
    return { units, anchor: units.unitOf[token - units.start]! };
  }
}
