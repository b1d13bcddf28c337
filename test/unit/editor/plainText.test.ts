import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutLinks } from '../../../src/editor/plainText.ts';

/** Where VS Code 1.137 begins a link's address in a message. */
const LINK = /\]\((?:https?:\/\/|command:|file:)/i;

describe('a message', () => {
  const hostile = [
    '[Mend it](command:workbench.action.quit)',
    'Look [here](https://example.org/ "now") and [there](FILE:///etc/passwd).',
    '[[a](command:x)](command:y)',
    '[a](command:x)[b](command:y)',
  ];
  for (const sentence of hostile)
    it(`makes no link of ${sentence}`, () => {
      assert.match(sentence, LINK);
      assert.doesNotMatch(withoutLinks(sentence), LINK);
    });

  it('leaves all other words as they are', () => {
    const sentence = 'The words “Calder [sic] (Port Ellen)” are gone.';
    assert.equal(withoutLinks(sentence), sentence);
  });

  it('is shown by one file alone', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const showing = files.filter((name) =>
      /\.show(?:Information|Warning|Error)Message\b/.test(readFileSync(`src/${name}`, 'utf8')),
    );
    assert.deepEqual(showing, [path.join('editor', 'messages.ts')]);
  });
});
