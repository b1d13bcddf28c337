import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../../src/core/index.ts';
import { resources } from '../../models.ts';

const analyzer = createAnalyzer(resources());

describe('named entities', () => {
  for (const marked of [
    '[person Anna Lindqvist] met [norp Swedish] officials in [location Stockholm] on [date Tuesday].',
    'The [organization World Bank] said on [date Monday] it would lend [location Kenya] [money $3 million].',
    'The committee met again and agreed on nothing.',
    // A title is no part of a name, a given name that is a title elsewhere is one.
    'The award went to Prince [person Hassan Idrissi] and to [person Amir Nazari].',
    // Two names of peoples side by side are one, two with a comma are not.
    'Many [norp Italian Argentines] live there.',
    'Many [norp British], [norp Indian] and [norp Kenyan] families live there.',
  ]) {
    it(marked, () => assert.equal(mark(marked.replace(/\[[a-z]{1,12} ([^\][]{1,80})\]/g, '$1')), marked));
  }
});

function mark(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, type } of analyzer.analyze(text).entities) {
    out += `${text.slice(at, start)}[${type} ${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}
