import { tagContext, tagFeatures, TAGS } from '../../src/core/quotes/model/tagger.ts';
import { rowOf, type Weights } from '../../src/core/quotes/model/weights.ts';
import type { WordTypes } from '../../src/core/quotes/model/wordTypes.ts';

/** One passage with the tags of the teacher, -1 where the two cut the text differently. */
export interface Tagged {
  readonly types: Int32Array;
  readonly tags: Int8Array;
}

/** Trains the part-of-speech tagger on the teacher's tags: averaged perceptron, lazily averaged. */
export function trainTagger(data: readonly Tagged[], words: WordTypes, bits: number, epochs: number): Weights {
  const labels = TAGS.length;
  const size = labels << bits;
  const values = new Float32Array(size);
  const total = new Float64Array(size);
  const stamp = new Int32Array(size);
  let step = 1;
  const features: number[] = [];
  const part: number[] = [];
  const scores = new Float32Array(labels);
  const bump = (at: number, by: number) => {
    total[at]! += (step - stamp[at]!) * values[at]!;
    stamp[at] = step;
    values[at]! += by;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    let right = 0;
    let all = 0;
    for (const { types, tags } of data) {
      let last: number = labels;
      let beforeLast: number = labels;
      for (let i = 0; i < types.length; i++) {
        features.length = 0;
        tagFeatures(words, types[i]!, 0, part);
        features.push(...part);
        if (i > 0) {
          tagFeatures(words, types[i - 1]!, 3, part);
          features.push(...part);
        }
        if (i + 1 < types.length) {
          tagFeatures(words, types[i + 1]!, 4, part);
          features.push(...part);
        }
        tagContext(words.lower[types[i]!]!, last, beforeLast, part);
        features.push(part[0]!, part[1]!);
        scores.fill(0);
        for (let f = 0; f < features.length; f++) {
          const at = (features[f] = rowOf(features[f]!, bits) * labels);
          for (let k = 0; k < labels; k++) scores[k]! += values[at + k]!;
        }
        let best = 0;
        for (let k = 1; k < labels; k++) if (scores[k]! > scores[best]!) best = k;
        const gold = tags[i]!;
        if (gold >= 0) {
          all++;
          if (gold === best) right++;
          else
            for (const at of features) {
              bump(at + gold, 1);
              bump(at + best, -1);
            }
        }
        step++;
        beforeLast = last;
        last = best;
      }
    }
    console.log(`tags, epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % as the teacher`);
  }
  for (let at = 0; at < size; at++) {
    total[at]! += (step - stamp[at]!) * values[at]!;
    values[at] = total[at]! / step;
  }
  return { bits, labels, values };
}
