import { diffArrays } from 'diff';
import { compareMeaning, isEmpty, type Meaning } from './meaning.ts';

/** A run of text that stayed, went or came. */
export interface ChangePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What became of checked words. */
export interface WordsChange {
  readonly parts: readonly ChangePart[];
  /** Names, numbers and negations that the words no longer say, and that they say now. */
  readonly lost: Meaning;
  readonly gained: Meaning;
  /** `none`; `trivial`: only white space, punctuation or the shape of quotation marks; `serious`: names, numbers or negations. */
  readonly weight: 'none' | 'trivial' | 'words' | 'serious';
}

/** Compares the words that were checked with the words that stand there now. */
export function whatChanged(then: string, now: string): WordsChange {
  const parts = diffArrays(pieces(then), pieces(now)).map((part) => ({
    kind: part.added ? ('added' as const) : part.removed ? ('removed' as const) : ('same' as const),
    text: part.value.join(''),
  }));
  const { lost, gained } = compareMeaning(then, now);
  return { parts, lost, gained, weight: weightOf(then, now, !isEmpty(lost) || !isEmpty(gained)) };
}

/** A sentence of a quote held against the sentence of its source that is most like it. */
export interface SentenceProof {
  readonly quote: string;
  /** Null where the source has nothing like it. */
  readonly source: string | null;
  /** From the source's words to the quote's. */
  readonly change: WordsChange | null;
}

/** Below this share of common words a sentence of the source is another sentence. */
const RELATED = 0.4;

/** Compares a quote with a transcript or readout, sentence by sentence: which words of the source were lost, which put in. */
export function compareWithSource(quote: string, source: string): readonly SentenceProof[] {
  const known = sentences(source).map((text) => ({ text, words: wordBag(text) }));
  return sentences(quote).map((own) => {
    const words = wordBag(own);
    let best: string | null = null;
    let most = 0;
    for (const { text, words: other } of known) {
      const share = shareOf(words, other);
      if (share > most) [best, most] = [text, share];
    }
    if (best === null || most < RELATED) return { quote: own, source: null, change: null };
    return { quote: own, source: best, change: whatChanged(best, own) };
  });
}

function weightOf(then: string, now: string, serious: boolean): WordsChange['weight'] {
  if (then === now) return 'none';
  if (serious) return 'serious';
  return lettersOf(then) === lettersOf(now) ? 'trivial' : 'words';
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}'’]+|\s+|[^\p{L}\p{M}\p{N}'’\s]/gu) ?? [];
}

function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…]["”’»)\]]{0,3})\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function wordBag(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word.length > 1));
}

function shareOf(words: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of words) if (other.has(word)) common++;
  return words.size === 0 ? 0 : common / words.size;
}
