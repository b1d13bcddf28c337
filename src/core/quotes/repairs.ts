import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { type Tokens, word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { CUE_FORMS } from './cueVerbs.ts';
import { subjectBefore } from './verbSubjects.ts';

/** How far behind a final cue the name stands that speaks: `said the ministry's chief spokesman, Jale Demir`. */
const TITLE = 8;

/** Mends what the names in a passage show to be a slip of the taggers, which know no names. */
export function repaired(passage: ReadPassage, attribution: Attribution): Attribution {
  return withWholeName(
    passage,
    inverted(passage, withoutNickname(passage, clearSource(passage, beforeAdverb(passage, attribution)))),
  );
}

/** "The commissioner yesterday said": the phrase before the adverb that was taken for who spoke. */
function beforeAdverb(passage: ReadPassage, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  if (!source || !cue || source.to !== cue.from || source.to - source.from !== 1) return attribution;
  const { tokens, sentences } = passage;
  if (!/^(?:yesterday|today|also|later|earlier|recently|further)$/i.test(word(tokens, source.from))) return attribution;
  const sentence = sentences.find(({ from, to }) => from <= cue.from && cue.from < to);
  const subject = sentence ? subjectBefore(passage, sentence.from, source.from) : null;
  if (!subject || content.some(({ from, to }) => from < subject.to && subject.from < to)) return attribution;
  return { ...attribution, source: subject };
}

/** A source without marks at its ends, and of "Akar said Fidan" before a second "said" only whoever speaks last. */
function clearSource({ tokens }: ReadPassage, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  if (!source || !cue) return attribution;
  // "He asked for the resignation of Koru, accusing him of bias": whom the participle names again is not its subject.
  const next = content[0]?.from ?? cue.to;
  if (
    /ing$/.test(word(tokens, cue.from)) &&
    source.to === cue.from &&
    /^(?:him|her|them)$/.test(word(tokens, Math.min(next, cue.to)))
  )
    return { ...attribution, source: null };
  let { from, to } = source;
  while (to - from > 1 && (MARK.test(word(tokens, from)) || /^by$/.test(word(tokens, from)))) from++;
  while (to - from > 1 && MARK.test(word(tokens, to - 1))) to--;
  if (to <= cue.from)
    for (let i = to - 2; i > from; i--) {
      if (!/^(?:said|says|told)$/.test(word(tokens, i)) || !/^\p{Lu}/u.test(word(tokens, i + 1))) continue;
      if (!/^\p{Lu}/u.test(word(tokens, i - 1))) continue;
      from = i + 1;
      break;
    }
  return from === source.from && to === source.to ? attribution : { ...attribution, source: { from, to } };
}

/** “Jay” of `Jale “Jay” Demir said`: a nickname is part of the name and nothing she says. */
function withoutNickname({ tokens }: ReadPassage, attribution: Attribution): Attribution {
  const { source, content } = attribution;
  const nickname = content.find(({ from, to }) => {
    if (!source || to !== source.from || to - from < 2 || to - from > 6 || !/^["”’']$|^''$/.test(word(tokens, to - 1)))
      return false;
    for (let i = from; i < to; i++) if (!/^(?:\p{Lu}|["“”‘’']|the$)/iu.test(word(tokens, i))) return false;
    return /^\p{Lu}/u.test(word(tokens, from)) && /^\p{Lu}/u.test(word(tokens, source.from));
  });
  if (!nickname) return attribution;
  return {
    ...attribution,
    source: { from: nickname.from, to: source!.to },
    content: content.filter((range) => range !== nickname),
  };
}

const MARK = /^(?:["“”«»„‘’]|'')$/;

/** "Rep. Park Bum-kye asked": a source that begins or ends inside a name takes the whole name. */
function withWholeName({ tokens, entities }: ReadPassage, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  if (!source) return attribution;
  let { from, to } = source;
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  for (const entity of entities) {
    if (entity.start >= end) break;
    if (entity.end <= start || (entity.type !== 'person' && entity.type !== 'organization')) continue;
    while (from > 0 && tokens.start[from]! > entity.start) from--;
    while (to < tokens.count && tokens.end[to - 1]! < entity.end) to++;
  }
  if (from === source.from && to === source.to) return attribution;
  const clear = [...content, ...(cue ? [cue] : [])].every((range) => range.to <= from || to <= range.from);
  if (clear) return { ...attribution, source: { from, to } };
  return withoutHalfName(attribution, { from, to }, tokens);
}

/** "According to the agency, Jale | Demir left": the name that the source ends in is what the content begins with. */
function withoutHalfName(attribution: Attribution, whole: TokenRange, tokens: Tokens): Attribution {
  const { source, content } = attribution;
  const next = content.find(({ from }) => from === source!.to);
  if (!next || whole.from !== source!.from || whole.to <= next.from || whole.to > next.to) return attribution;
  let comma = source!.to - 1;
  while (comma > source!.from && word(tokens, comma) !== ',') comma--;
  if (comma === source!.from || source!.to - comma > 4) return attribution;
  return {
    ...attribution,
    source: { from: source!.from, to: comma },
    content: content.map((range) => (range === next ? { from: comma + 1, to: range.to } : range)),
  };
}

/**
 * "The king has visited Paris, at the invitation of Macron, said spokesman Deniz Koru": before a final cue stands what is said, and the
 * name right after it says so, whatever name stands before the comma.
 */
function inverted(passage: ReadPassage, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  const { tokens, sentences } = passage;
  if (!source || !cue || source.from > cue.from || cue.to - cue.from !== 1) return attribution;
  if (word(tokens, cue.from - 1) !== ',' || source.to < cue.from - 1 || !CUE_FORMS.has(word(tokens, cue.from).toLowerCase()))
    return attribution;
  if (/ing$/.test(word(tokens, cue.from)) || content.some(({ from }) => from > cue.from)) return attribution;
  const sentence = sentences.find(({ from, to }) => from <= cue.from && cue.from < to);
  const speaker = sentence ? nameAfter(passage, cue.to, Math.min(sentence.to, cue.to + TITLE)) : null;
  if (!sentence || !speaker) return attribution;
  const first = Math.min(source.from, content[0]?.from ?? source.from);
  return { ...attribution, source: speaker, content: [{ from: Math.max(sentence.from, first), to: cue.from - 1 }] };
}

/** From a cue to the end of the person's name that follows it, if only a title stands between. */
function nameAfter({ tokens, entities }: ReadPassage, from: number, limit: number): TokenRange | null {
  if (!/^(?:\p{Lu}|the$|an?$)/u.test(word(tokens, from))) return null;
  const name = entities.find(({ type, start }) => type === 'person' && start >= tokens.start[from]!);
  if (!name) return null;
  let to = from;
  while (to < limit && tokens.start[to]! < name.start) {
    if (!/^[\p{L}'’-]+$/u.test(word(tokens, to))) return null;
    to++;
  }
  if (to >= limit || tokens.start[to] !== name.start) return null;
  while (to < tokens.count && tokens.end[to - 1]! < name.end) to++;
  return { from, to };
}
