/** How much of a text is read: its beginning is enough to tell. */
const SAMPLE = 4000;

/**
 * Tells running prose from logs, lists, tables, code and data, by what prose has: sentences that end, several words a line, and hardly a
 * token that is not simply a word. Cheap: at most 4,000 characters are read, however long the text is. A text of a few words is no prose yet.
 */
export function looksLikeProse(text: string): boolean {
  const lines = text
    .slice(0, SAMPLE)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !ADDRESS.test(line));
  if (text.length > SAMPLE) lines.pop(); // cut in its middle
  if (lines.length === 0) return text.length > SAMPLE && looksLikeProse(text.slice(0, SAMPLE));
  let words = 0;
  let tokens = 0;
  let sentences = 0;
  let stamped = 0;
  for (const line of lines) {
    if (STAMP.test(line)) stamped++;
    for (const token of line.split(/\s+/)) {
      tokens++;
      if (!WORD.test(token)) continue;
      words++;
      if (SENTENCE_END.test(token)) sentences++;
    }
  }
  if (words < 8 || sentences === 0) return false;
  return words >= tokens * 0.75 && words <= sentences * 90 && words >= lines.length * 4 && stamped <= lines.length * 0.3;
}

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** A log's line begins with its time, its level or a bracket; a table's with a bar. */
const STAMP = /^(?:\d{1,4}[-:/.]\d|[[{|<#$>+]|(?:INFO|WARN|ERROR|DEBUG|TRACE)\b)/;
const WORD = /^[("'“‘«„[]{0,3}[\p{L}\p{M}]+(?:[-’'–—./][\p{L}\p{M}]+){0,6}[.,;:!?…)"'”’»\]–—]{0,4}$/u;
const SENTENCE_END = /[.!?…][)"'”’»]{0,3}$/;
