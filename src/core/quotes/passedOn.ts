import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { readEnd } from './finalCues.ts';
import { isVerb, reportAtHead } from './nestedReports.ts';

/**
 * Who speaks where a medium only passes their words on: `The border was open, Akar said, Al Alam reported.`,
 * `TASS reported that Akar said the border was open.` The words are Akar's, via the medium.
 */
export function passedOn(passage: ReadPassage, attribution: Attribution): Attribution {
  return within(passage, attribution) ?? behind(passage, attribution) ?? attribution;
}

/** The medium is taken for the speaker, and what it reports names the one who spoke. */
function within(passage: ReadPassage, { cue, source, content, found }: Attribution): Attribution | null {
  if (!cue || !source || found !== 'cue' || content.length === 0 || !isMedium(passage, cue, source)) return null;
  const { tokens } = passage;
  const last = content[content.length - 1]!;
  for (let comma = last.to - 2; comma >= Math.max(last.from + 2, last.to - 14); comma--) {
    if (!/^(?:,|["”’]|'')$/.test(word(tokens, comma))) continue;
    const inner = readEnd(passage, comma + 1, last.to);
    if (!inner) continue;
    const words = withoutMarks(passage, { from: last.from, to: comma });
    return words && { ...inner, content: [...content.slice(0, -1), words], found, via: source };
  }
  if (content.length > 1) return null;
  const inner = reportAtHead(passage, last, isVerb);
  return inner && { ...inner, via: source };
}

/** The speaker is found, and the sentence ends with the medium: `…,” Akar said, state agency Anadolu reported on Monday.` */
function behind(passage: ReadPassage, attribution: Attribution): Attribution | null {
  const { cue, source, content } = attribution;
  const { tokens, sentences } = passage;
  if (!cue || !source) return null;
  const first = Math.max(cue.to, source.to);
  const sentence = sentences.find(({ from, to }) => from < first && first <= to);
  if (!sentence) return null;
  for (let comma = sentence.to - 2; comma >= Math.max(first, sentence.to - 14); comma--) {
    if (word(tokens, comma) !== ',') continue;
    const medium = mediumAt(passage, comma + 1, sentence.to);
    if (!medium) continue;
    const rest = content.flatMap((range) => {
      const to = range.to > comma && range.from < sentence.to ? Math.min(range.to, comma) : range.to;
      return to > range.from ? [{ from: range.from, to }] : [];
    });
    return rest.length > 0 ? { ...attribution, content: rest, via: medium } : null;
  }
  return null;
}

/** `Al Alam reported on Monday`, `according to TASS`: the name, where the words from `from` to `to` are no more than that. */
function mediumAt(passage: ReadPassage, from: number, to: number): TokenRange | null {
  const { tokens, entities } = passage;
  const according = word(tokens, from) === 'according' && word(tokens, from + 1) === 'to';
  const start = according ? from + 2 : from;
  const name = entities.find((entity) => entity.type === 'organization' && entity.end > tokens.start[start]!);
  if (!name) return null;
  let first = start;
  while (first < to && tokens.start[first]! < name.start) {
    if (!BEFORE_MEDIUM.test(word(tokens, first))) return null;
    first++;
  }
  let last = first;
  while (last < to && tokens.end[last]! <= name.end) last++;
  if (last === first) return null;
  let next = last;
  while (/^(?:news|agency|has)$/.test(word(tokens, next))) next++;
  if (!according && !REPORTS.test(word(tokens, next))) return null;
  if (!according) next++;
  return next >= to ||
    /^(?:[.,]|on|in|late|earlier|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(word(tokens, next))
    ? { from: first, to: last }
    : null;
}

/** `TASS reported`, `according to the newspaper`: an organisation that reports what others say. */
function isMedium({ tokens, entities }: ReadPassage, cue: TokenRange, source: TokenRange): boolean {
  const verb = word(tokens, cue.from);
  const according = /^according$/i.test(verb);
  if (!according && !REPORTS.test(verb)) return false;
  const named = entities.some(
    ({ type, start, end }) => type === 'organization' && start < tokens.end[source.to - 1]! && end > tokens.start[source.from]!,
  );
  return named || MEDIA.test(word(tokens, source.to - 1));
}

/** What lies between marks without them. */
function withoutMarks({ tokens }: ReadPassage, { from, to }: TokenRange): TokenRange | null {
  const start = /^(?:["“‘«„]|'')$/.test(word(tokens, from)) ? from + 1 : from;
  return to > start ? { from: start, to } : null;
}

const REPORTS = /^report(?:ed|s)$/i;
const BEFORE_MEDIUM =
  /^(?:the|state|state-run|official|local|news|agency|broadcaster|newspaper|daily|website|channel|magazine|\p{Lu}\p{Ll}+)$/u;
const MEDIA = /^(?:agency|media|newspaper|broadcaster|channel|television|radio|daily|report|reports|website|magazine)$/i;
