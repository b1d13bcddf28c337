import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The texts to measure on: the project's own samples and corpus, and the shared news articles where they are present (said aloud). */
export function readTexts(root: string, shared: string, most: number): readonly string[] {
  const own = ['samples', 'test/corpus/articles'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => /\.(?:article|txt)$/.test(name))
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
  );
  const news = ['worldwide.dev.jsonl', 'polnear.dev.jsonl'].flatMap((name) => {
    const file = path.join(root, shared, name);
    if (!existsSync(file)) {
      console.log(`${path.join(shared, name)} is not there: measured without it.`);
      return [];
    }
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(0, most);
    return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
  });
  return [...own, ...news];
}

/** One article of at least `words` words, made of the paragraphs of the given texts; a paragraph that comes again is changed a little. */
export function articleOf(texts: readonly string[], words: number): string {
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line.length > 80);
  const parts: string[] = [];
  for (let i = 0, count = 0; count < words; i++) {
    const round = Math.floor(i / paragraphs.length);
    const paragraph = paragraphs[i % paragraphs.length]!;
    parts.push(round === 0 ? paragraph : `${paragraph} It was entry ${round}.`);
    count += countWords(paragraph);
  }
  return parts.join('\n\n');
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
