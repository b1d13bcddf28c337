import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import { TAGS } from '../../src/core/quotes/model/tagger.ts';
import type { WordTypes } from '../../src/core/quotes/model/wordTypes.ts';
import { type Article, passagesOf } from './data.ts';
import type { Tagged } from './silver.ts';

/** The parts of speech that wink's tagger gives to the words of the articles: what our own tagger learns from. */
export function taggedPassages(articles: readonly Pick<Article, 'text'>[], words: WordTypes): Tagged[] {
  const nlp = winkNLP(model, ['pos']);
  /* eslint-disable-next-line @typescript-eslint/unbound-method -- wink's accessors are plain functions */
  const { pos, precedingSpaces } = nlp.its;
  const names = TAGS as readonly string[];
  return articles.flatMap(({ text }) =>
    passagesOf(text).map(({ passage: { tokens } }) => {
      const given = new Map<number, number>();
      let at = 0;
      nlp
        .readDoc(tokens.text)
        .tokens()
        .each((token: ItemToken) => {
          at += String(token.out(precedingSpaces)).length;
          given.set(at, names.indexOf(String(token.out(pos))));
          at += token.out().length;
        });
      const types = new Int32Array(tokens.count);
      words.typesOf(tokens, types);
      return { types, tags: Int8Array.from(tokens.start, (start) => given.get(start) ?? -1) };
    }),
  );
}
