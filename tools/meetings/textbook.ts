import { readFileSync } from 'node:fs';
import { random } from '../quotes/logistic.ts';

/** A sentence that teaches, and the topics it holds. */
export interface Lesson {
  readonly text: string;
  readonly topics: readonly string[];
}

/** Each pattern of `textbook.txt` a few times over, its slots filled anew; the same seed gives the same sentences. */
export function readLessons(file: string, times: number): readonly Lesson[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const lists = new Map<string, readonly string[]>();
  const patterns: string[] = [];
  for (const line of lines) {
    const [, name, entries] = /^([A-Z]+): (.*)$/.exec(line) ?? [];
    if (name) lists.set(name, entries!.split('; '));
    else patterns.push(line);
  }
  const next = random(7);
  return patterns.flatMap((pattern) =>
    Array.from({ length: times }, () => {
      const filled = pattern.replace(/\b[A-Z]{3,}\b/g, (slot) => {
        const list = lists.get(slot);
        return list ? list[Math.floor(next() * list.length)]! : slot;
      });
      const topics = filled
        .split('[')
        .slice(1)
        .map((rest) => rest.slice(0, rest.indexOf(']')));
      const text = filled.replace(/[[\]]/g, '');
      return { text: text[0]!.toUpperCase() + text.slice(1), topics };
    }),
  );
}
