import type { EntityType } from '../../../../src/core/article.ts';
import type { EntityMention, Placed } from '../../../../src/core/passage.ts';
import { findSentences } from '../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

const TYPES: Readonly<Record<string, EntityType>> = { P: 'person', O: 'organization', L: 'location', N: 'norp', D: 'date' };

/** An article as the cast's steps read it: one line is one passage, "[P Ann Lee]" marks a person, O, L, N and D other entities. */
export function article(marked: string): readonly Placed[] {
  let start = 0;
  return marked.split('\n').map((line) => {
    const entities: EntityMention[] = [];
    let text = '';
    let at = 0;
    for (const match of line.matchAll(/\[([POLND]) ([^\][]{1,80})\]/g)) {
      text += line.slice(at, match.index);
      entities.push({ type: TYPES[match[1]!]!, start: text.length, end: text.length + match[2]!.length });
      text += match[2]!;
      at = match.index + match[0].length;
    }
    text += line.slice(at);
    const tokens = tokenize(text);
    const placed = { start, passage: { kind: 'paragraph' as const, text, tokens, sentences: findSentences(tokens), entities } };
    start += text.length + 1;
    return placed;
  });
}
