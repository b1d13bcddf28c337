import type { TokenRange } from '../../text/sentences.ts';
import type { FeatureList } from './anchorFeatures.ts';
import { mix } from './hash.ts';
import type { Proposal } from './proposer.ts';
import type { Reading } from './reading.ts';
import { NOUN, PRON, PROPN } from './tagger.ts';

/** The features by which a whole proposal, cue with source and content, is accepted, seen beside its rivals in the passage. */
export function proposalFeatures(reading: Reading, proposals: readonly Proposal[], index: number, out: FeatureList): void {
  const own = proposals[index]!;
  const { word, tag, strength, passage, inside } = reading;
  const { numbers } = out;
  let n = 0;
  const score = bin(own.score, -3, 0.5, 16);
  const certainty = bin(own.logProbability, -6, 0.5, 13);
  const length = lengthOf(own.content);
  const size = length === 0 ? 0 : length <= 1 ? 1 : length <= 3 ? 2 : length <= 6 ? 3 : length <= 12 ? 4 : length <= 25 ? 5 : 6;
  const marks = markedness(reading, own.content);
  const head = own.source ? headOf(reading, own.source) : -1;
  const headTag = head >= 0 ? tag[head]! : 31;
  const order = orderOf(own);
  const first = own.content.length > 0 ? own.content[0]!.from : -1;
  const firstWord = first >= 0 ? word[first]! : 0;
  const strong = strength[own.anchor]!;
  let covering = 0;
  let covered = 0;
  let sharing = 0;
  let sameSource = 0;
  for (let k = Math.max(0, index - 12); k < Math.min(proposals.length, index + 13); k++) {
    if (k === index) continue;
    const other = proposals[k]!;
    const power = bin(other.score, -3, 1, 8) + 1;
    const more = power * 2 + (other.score > own.score ? 1 : 0);
    if (holds(other.content, own.anchor)) covering = Math.max(covering, more);
    if (holds(own.content, other.anchor)) covered = Math.max(covered, more);
    if (overlap(own.content, other.content) * 2 > length) sharing = Math.max(sharing, more);
    if (own.source && other.source && own.source.from === other.source.from) sameSource = Math.max(sameSource, more);
  }
  const values = [
    score,
    certainty,
    size * 4 + marks,
    headTag,
    order,
    strong,
    covering,
    covered,
    sharing,
    sameSource,
    own.within >= 0 ? 1 : 0,
    own.content.length * 2 + (own.source ? 1 : 0),
  ];
  for (let a = 0; a < values.length; a++) {
    numbers[n++] = mix(200 + a, values[a]!, 0);
    for (let b = a + 1; b < values.length; b++) numbers[n++] = mix(220 + a * 12 + b, values[a]!, values[b]!);
  }
  const anchorWord = word[own.anchor]!;
  numbers[n++] = mix(400, anchorWord, 0);
  numbers[n++] = mix(401, anchorWord, order);
  numbers[n++] = mix(402, firstWord, order);
  numbers[n++] = mix(403, anchorWord, marks);
  numbers[n++] = mix(404, first >= 0 ? tag[first]! : 31, order * 8 + strong);
  numbers[n++] = mix(405, head >= 0 ? word[head]! : 0, strong);
  numbers[n++] = mix(406, anchorWord, headTag);
  numbers[n++] = mix(407, anchorWord, firstWord);
  numbers[n++] = mix(408, own.cue.to - own.cue.from, strong);
  numbers[n++] = mix(409, Math.min(4, passage.sentences.length), inside[own.anchor]! >= 0 ? 1 : 0);
  numbers[n++] = mix(410, anchorWord, covering);
  numbers[n++] = mix(411, anchorWord, score);
  out.length = n;
}

function bin(value: number, from: number, step: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor((value - from) / step)));
}

export function lengthOf(ranges: readonly TokenRange[]): number {
  let length = 0;
  for (const { from, to } of ranges) length += to - from;
  return length;
}

export function overlap(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return shared;
}

function holds(ranges: readonly TokenRange[], token: number): boolean {
  return ranges.some(({ from, to }) => from <= token && token < to);
}

/** 0 no content, 1 none of it in marks, 2 some, 3 all. */
function markedness({ inside }: Reading, content: readonly TokenRange[]): number {
  if (content.length === 0) return 0;
  let marked = 0;
  let all = 0;
  for (const { from, to } of content)
    for (let i = from; i < to; i++) {
      all++;
      if (inside[i]! >= 0) marked++;
    }
  return marked === 0 ? 1 : marked < all * 0.9 ? 2 : 3;
}

/** The last noun or pronoun of a source before its first comma or preposition: its head. */
export function headOf({ tag }: Reading, { from, to }: TokenRange): number {
  let head = -1;
  for (let i = from; i < to; i++) {
    if (tag[i] === NOUN || tag[i] === PROPN || tag[i] === PRON) head = i;
    else if (head >= 0 && (tag[i] === 6 || tag[i] === 13)) break;
  }
  return head >= 0 ? head : to - 1;
}

/** The order of source, cue and content. */
function orderOf({ cue, source, content }: Proposal): number {
  const first = content.length > 0 ? content[0]!.from : -1;
  const last = content.length > 0 ? content[content.length - 1]!.from : -1;
  const side = first < 0 ? 0 : last < cue.from ? 1 : first > cue.from ? 2 : 3;
  const where = !source ? 0 : source.from < cue.from ? 1 : 2;
  return side * 3 + where;
}
