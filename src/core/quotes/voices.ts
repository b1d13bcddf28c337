import heads from '../../../data/en/title-heads.txt';
import voices from '../../../data/en/voices.txt';
import type { Passage, ReadPassage } from '../passage.ts';
import { entriesOf, lazy } from '../text/lists.ts';
import type { TokenRange } from '../text/sentences.ts';
import { word } from '../text/tokens.ts';

/**
 * Whether a source can speak: it holds a name, a pronoun, a noun for people or a body, or what people say things in. "The term", "none of
 * those plans" and "the shutdowns" cannot.
 */
export function isVoice(passage: Passage | ReadPassage, { from, to }: TokenRange): boolean {
  const { tokens } = passage;
  if ('entities' in passage) {
    const end = tokens.end[to - 1]!;
    const start = tokens.start[from]!;
    for (const entity of passage.entities) {
      if (entity.start >= end) break;
      if (entity.end > start && NAMES.has(entity.type)) return true;
    }
  }
  const known = speaking();
  for (let i = from; i < to; i++) {
    const form = word(tokens, i).toLowerCase();
    if (known.has(form) || /(?:-year-old|people|men|women)$/.test(form)) return true;
    if (form.endsWith('s') && (known.has(form.slice(0, -1)) || known.has(`${form.slice(0, -3)}y`))) return true;
    if (i > from && /^\p{Lu}/u.test(word(tokens, i))) return true;
  }
  return false;
}

const NAMES = new Set(['person', 'organization', 'location', 'norp']);

const speaking = lazy((): ReadonlySet<string> => {
  const known = new Set(entriesOf(voices));
  for (const line of entriesOf(heads))
    for (const each of (line.split(':')[1] ?? '').split(';')) known.add(each.trim().toLowerCase());
  return known;
});
