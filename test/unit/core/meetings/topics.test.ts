import assert from 'node:assert/strict';
import { findTopics } from '../../../../src/core/meetings/topics.ts';
import { readWords } from '../../../../src/core/meetings/words.ts';
import { findSentences } from '../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

/** The topics of a text, as printed. */
function topics(text: string): readonly string[] {
  const tokens = tokenize(text);
  const words = readWords(tokens);
  return findSentences(tokens)
    .flatMap((sentence) => findTopics(words, sentence))
    .flatMap(({ items }) => items.map(({ from, to }) => text.slice(tokens.start[from], tokens.end[to - 1])));
}

describe('topics', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['The ministers discussed fishing rights in the northern strait.', ['fishing rights in the northern strait']],
    [
      'They discussed reopening the border post and improving ties between Lima and Quito.',
      ['reopening the border post', 'improving ties between Lima and Quito'],
    ],
    ['They reviewed political, economic and cultural ties.', ['political, economic and cultural ties']],
    ['The talks focused mainly on grain exports, the governor said.', ['grain exports']],
    ['Talks on water sharing in the delta opened on Monday.', ['water sharing in the delta']],
    ['They agreed on Monday to step up joint patrols.', ['step up joint patrols']],
    ['He stressed the importance of a fair price for cotton.', ['fair price for cotton']],
    ['She expressed concern about the fate of the prisoners.', ['fate of the prisoners']],
    ['The two exchanged views on the drought and ways to end it.', ['drought']],
    ['The importance of the rail link was stressed.', ['rail link']],
    ['They discussed several issues, including trade in timber, after lunch.', ['trade in timber']],
    ['They discussed with the Chilean president a new tunnel under the pass.', ['new tunnel under the pass']],
    ['He called on both parties to reopen the port.', ['reopen the port']],
    ['An agreement was reached on fishing quotas.', ['fishing quotas']],
    ['They hoped to ease tensions at the border.', ['ease tensions at the border']],
    ['She briefed the envoy on the drought.', ['drought']],
    // No topics: dates, press work, the same words as nouns, clauses.
    ['The talks on Monday went well.', []],
    ['The debate in Parliament was long.', []],
    ['He emphasised that nothing had changed.', []],
    ['The company agreed.', []],
    ['Nobody discussed it.', []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(topics(text), expected));
});
