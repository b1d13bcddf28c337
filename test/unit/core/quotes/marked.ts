import { createAnalyzer, type Quote } from '../../../../src/core/index.ts';
import { resources } from '../../models.ts';

const models = resources();

/**
 * The text with each quote's content in brackets, its cue in angles and its source in braces, and behind it a line for each quote:
 * its kind and its speaker, the candidates in parentheses where nobody is taken, `via` and the number of the quote it is nested in.
 */
export function marked(text: string): string {
  const { quotes } = createAnalyzer(models).analyze(text);
  const signs: { at: number; order: number; sign: string }[] = [];
  for (const { content, cue, source } of quotes)
    for (const [spans, open, close] of [
      [content, '[', ']'],
      [[cue], '<', '>'],
      [[source], '{', '}'],
    ] as const)
      for (const span of spans) {
        if (!span) continue;
        signs.push({ at: span.start, order: open === '[' ? 1 : 2, sign: open }, { at: span.end, order: 0, sign: close });
      }
  let out = text;
  for (const { at, sign } of signs.sort((a, b) => b.at - a.at || b.order - a.order))
    out = out.slice(0, at) + sign + out.slice(at);
  return [out.trimEnd(), ...quotes.map(spoken)].join('\n');
}

function spoken({ type, speaker, speakerKind, candidates, via, within }: Quote): string {
  const who = speaker ?? (candidates.length > 0 ? `(${candidates.join(', ')})` : '?');
  const kind = speakerKind && speakerKind !== 'person' ? ` as ${speakerKind}` : '';
  return `${type}: ${who}${kind}${via === null ? '' : ` via ${via}`}${within === null ? '' : ` in ${within}`}`;
}
