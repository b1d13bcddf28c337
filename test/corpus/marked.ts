/**
 * Reads a corpus article: the text with what must be found in it, in the text itself.
 *
 *     [person Jale Demir] spoke in [location Split]. “[q1 We go,]” [q1.cue said] [q1.source Demir]. [!quote Peace talks] went on.
 *     ====
 *     q1 direct by Jale Demir
 *     role Jale Demir: chairwoman
 *
 * A bracket names what its words are: an entity type, a block kind, a quote's content, cue or source (several contents of one number
 * make one quote); with `!` what they must not be. Brackets nest; `\[` is a plain bracket. Below `====` stands what has no place in the text.
 * Only what a reader would insist on is marked; what is not marked may be found or not.
 */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly claims: readonly string[];
}

export interface Mark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export function readMarked(source: string): Marked {
  const [body = '', tail = ''] = source.split(/^====\n/m);
  const claims = tail.split('\n').filter((line) => line.trim() !== '');
  const lineEnd = claims.includes('file crlf') ? '\r\n' : claims.includes('file cr') ? '\r' : '\n';
  const marks: Mark[] = [];
  const open: { label: string; start: number }[] = [];
  let text = '';
  const pieces = /\\([[\]])|\[(!?[a-z][a-z0-9.]*) |(\])|(\n)|[^\\[\]\n]+|[\s\S]/g;
  for (const [piece, plain, label, close, end] of body.matchAll(pieces)) {
    if (plain) text += plain;
    else if (label) open.push({ label, start: text.length });
    else if (close) {
      const mark = open.pop();
      if (!mark) throw new Error(`A bracket closes that was never opened, before ${JSON.stringify(text.slice(-30))}.`);
      marks.push({ ...mark, end: text.length });
    } else text += end ? lineEnd : piece;
  }
  if (open.length > 0) throw new Error(`The bracket [${open[0]!.label} is not closed.`);
  return { text, marks, claims: claims.filter((claim) => !claim.startsWith('file ')) };
}
