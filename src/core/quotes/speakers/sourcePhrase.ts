import type { ReadPassage } from '../../passage.ts';
import type { TokenRange } from '../../text/sentences.ts';
import { word } from '../../text/tokens.ts';
import { personNoun } from './nouns.ts';
import type { Mention, Scene } from './scene.ts';

/** What the words of a source are, before anything outside them is asked. */
export type SourcePhrase =
  /** `Akar`, `the minister, Hulusi Akar,`: persons named as heads of the phrase; more than one speak jointly. */
  | { readonly kind: 'people'; readonly mentions: readonly Mention[] }
  | { readonly kind: 'institution'; readonly mention: Mention }
  | { readonly kind: 'open'; readonly candidates: readonly string[] }
  | { readonly kind: 'pronoun'; readonly word: string }
  /** `who`, `which`: stands for what comes right before. */
  | { readonly kind: 'relative' }
  /** `the minister`, `the ministry`, `a senior official`, `Ankara`. */
  | { readonly kind: 'description'; readonly words: readonly string[]; readonly head: string; readonly definite: boolean };

const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'you',
  'his',
  'her',
  'their',
  'its',
  'him',
  'them',
  'himself',
  'herself',
]);
const RELATIVES = new Set(['who', 'which', 'that', 'whom']);
const WHO = new Set(['who', 'which', 'whom']);
/** What a side says it in; whose it is counts. */
export const DOCUMENTS = new Set([
  'statement',
  'communique',
  'communiqué',
  'release',
  'readout',
  'declaration',
  'letter',
  'tweet',
  'post',
  'message',
  'report',
  'document',
  'notice',
  'memo',
  'note',
  'press',
  'order',
  'website',
  'site',
  'page',
  'circular',
  'bulletin',
  'blog',
  'filing',
]);
/** Words that stand beside a source and are no part of it: `He further`, `the minister yesterday`. */
export const BESIDE = new Set(
  (
    'also further later then now today yesterday earlier again however moreover meanwhile still too even once has have had ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
const STOPS = new Set([
  'of',
  'for',
  'in',
  'at',
  'on',
  'from',
  'to',
  'with',
  'by',
  'under',
  'against',
  'about',
  'near',
  'who',
  'which',
  'that',
  'whose',
]);

/** Reads a source: `source` are tokens of `passage`, which stands at `start`. */
export function readSource(passage: ReadPassage, start: number, source: TokenRange, scene: Scene): SourcePhrase {
  const { tokens } = passage;
  const lower: string[] = [];
  for (let i = source.from; i < source.to; i++) lower.push(word(tokens, i).toLowerCase());
  const span = { start: start + tokens.start[source.from]!, end: start + tokens.end[source.to - 1]! };
  const bare = lower.filter((each) => /[\p{L}\p{N}]/u.test(each) && !BESIDE.has(each));
  if (bare.length === 1 && PRONOUNS.has(bare[0]!)) return { kind: 'pronoun', word: bare[0]! };
  // "who also heads the council": what follows only tells more of whoever stands before.
  if (bare.length > 0 && (bare.length === 1 ? RELATIVES : WHO).has(bare[0]!)) return { kind: 'relative' };
  const mentions = scene.within(span);
  const at = (mention: Mention) => tokenAt(passage, mention.start - start, source.from);
  const heads = mentions.filter((mention) =>
    isHead(passage, source, at(mention), tokenAfter(passage, mention.end - start, at(mention))),
  );
  const people = heads.filter(({ person }) => person !== null);
  if (people.length > 0) return { kind: 'people', mentions: distinct(people) };
  const open = heads.find(({ open: names }) => names.length > 0);
  if (open) return { kind: 'open', candidates: open.open };
  const institution = heads.find((mention) => mention.institution !== null);
  if (institution) return { kind: 'institution', mention: institution };
  const cut = lower.findIndex((each, i) => i > 0 && (STOPS.has(each) || each === ','));
  const phrase = (cut < 0 ? lower : lower.slice(0, cut)).filter((each) => /[\p{L}\p{N}]/u.test(each) && !BESIDE.has(each));
  const definite = !/^(?:an?|another|some|many|several|one|other|others|most|few|all|any|no|two|three|four|five|\d+)$/.test(
    phrase[0] ?? '',
  );
  return { kind: 'description', words: phrase, head: phrase.at(-1) ?? '', definite };
}

/** The token at an offset of the passage, from `from` on. */
function tokenAt({ tokens }: ReadPassage, offset: number, from: number): number {
  let i = from;
  while (i < tokens.count && tokens.end[i]! <= offset) i++;
  return i;
}

function tokenAfter({ tokens }: ReadPassage, offset: number, from: number): number {
  let i = from;
  while (i < tokens.count && tokens.start[i]! < offset) i++;
  return i;
}

/**
 * Whether a name speaks itself: `Akar` in "minister Akar" does; in "an aide to Akar", "Akar's office", "the Akar camp" somebody else
 * does; in "the Defence Ministry statement" the ministry does.
 */
function isHead({ tokens }: ReadPassage, source: TokenRange, from: number, to: number): boolean {
  let ended = false;
  let titled = false;
  for (let i = from - 1; i >= source.from; i--) {
    const before = word(tokens, i).toLowerCase();
    if (WHO.has(before)) return false;
    if (ended) continue;
    // “The rector of the university (USTHB)”: what stands in brackets is the university.
    if (before === '(') return false;
    if (before === ',' || (before === 'and' && /^(?:\p{Lu}|the$|his$|her$|its$|an?$)/u.test(word(tokens, i + 1)))) ended = true;
    // "Freedom House's director Ann Brook", "University of Leeds historian Ann Brook" against "an aide to minister Akar".
    else if (/^['’]s?$/.test(before) || (before === 'of' && BODY.test(word(tokens, i - 1)))) {
      if (!titled) return false;
      ended = true;
    } else if (STOPS.has(before)) return false;
    titled ||= personNoun(before) !== null;
  }
  let next = to;
  if (next < source.to && /^['’]s?$/.test(word(tokens, next))) {
    next++;
    if (next >= source.to) return true; // "Akar's claim that": the cue takes the noun
    while (next < source.to && /^(?:press|joint|written|own|official|latest|final|news)$/i.test(word(tokens, next))) next++;
    return next < source.to && DOCUMENTS.has(word(tokens, next).toLowerCase());
  }
  if (next >= source.to) return true;
  const after = word(tokens, next).toLowerCase();
  if (DOCUMENTS.has(after)) return true;
  return (
    !/^[\p{L}\p{N}-]/u.test(after) ||
    STOPS.has(after) ||
    after === 'and' ||
    /^(?:also|himself|herself|itself|later|then|after|before|during|when|while|as|yesterday|today|over|via|through|amid|inside|outside|has|have|had|is|was|\w{3,6}day)$/.test(
      after,
    ) ||
    // “Ann Brook Acme Marketing Director” against “the Koru camp”.
    (from === source.from &&
      /^\p{Lu}/u.test(word(tokens, next)) &&
      personNoun(word(tokens, source.to - 1).toLowerCase()) !== null)
  );
}

/** What is named with "of" and employs people: `University of Leeds`. */
const BODY =
  /^(?:University|College|School|Institute|Academy|Bank|Ministry|Department|Council|Board|Bureau|Chamber|Museum|Federation|Association|Union|Court|House|Church|Government)$/;

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<unknown>();
  return mentions.filter(({ person }) => !seen.has(person) && seen.add(person));
}
