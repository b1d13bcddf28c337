import table from '../../../data/en/topic-weights.txt';
import { lazy } from '../text/lists.ts';
import { FEATURES, type Feature, type Sink } from './topicFeatures.ts';

/** Adds up what the features of a topic weigh; one that was never learnt weighs nothing. */
export interface TopicScale {
  readonly add: Sink;
  /** The sum since it was last taken. */
  take(): number;
}

export function topicScale(): TopicScale {
  const { keys, weights } = learnt();
  let sum = 0;
  return {
    add(feature, a, b) {
      const key = keyOf(NUMBERS.get(feature)!, a, b);
      for (let slot = slotOf(key); weights[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
        if (keys[slot] !== key) continue;
        sum += weights[slot]!;
        return;
      }
    },
    take() {
      const taken = sum;
      sum = 0;
      return taken;
    },
  };
}

const SLOTS = 1 << 14;
const NUMBERS: ReadonlyMap<Feature, number> = new Map(FEATURES.map((feature, index) => [feature, index]));

/** The lines of `data/en/topic-weights.txt` as a table of open addresses. */
const learnt = lazy(() => {
  const keys = new Int32Array(SLOTS);
  const weights = new Float32Array(SLOTS);
  for (const line of table.split('\n')) {
    const [feature, a, b, weight] = line.split('\t');
    const number = NUMBERS.get(feature as Feature);
    if (number === undefined || weight === undefined) continue;
    const key = keyOf(number, a!, b!);
    let slot = slotOf(key);
    while (weights[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    keys[slot] = key;
    weights[slot] = Number(weight);
  }
  return { keys, weights };
});

/** FNV-1a over the feature and its words. */
function keyOf(feature: number, a: string, b: string): number {
  return hashed(hashed(Math.imul(0x811c9dc5 ^ feature, 0x01000193), a) ^ 0x9e3779b1, b);
}

function hashed(seed: number, own: string): number {
  let hash = seed;
  for (let i = 0; i < own.length; i++) hash = Math.imul(hash ^ own.charCodeAt(i), 0x01000193);
  return hash;
}

function slotOf(key: number): number {
  return (key ^ (key >>> 15)) & (SLOTS - 1);
}
