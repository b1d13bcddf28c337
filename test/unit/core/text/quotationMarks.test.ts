import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairMarks } from '../../../../src/core/text/quotationMarks.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

/** The text with the outside of each stretch in brackets; `[…` without its end is a mark that never closes. */
function marked(text: string): string {
  const tokens = tokenize(text);
  const at = new Map<number, string>();
  for (const { open, close } of pairMarks(tokens).stretches) {
    at.set(tokens.start[open]!, '[');
    if (close >= 0) at.set(tokens.start[close]!, ']');
  }
  let out = '';
  let skip = 0;
  for (let i = 0; i < text.length; i++) {
    if (skip-- > 0) continue;
    const sign = at.get(i);
    out += sign ?? text[i];
    skip = sign && text.startsWith("''", i) ? 1 : 0;
  }
  return out;
}

const cases: [text: string, expected: string][] = [
  ['“We must act,” said Demir.', '[We must act,] said Demir.'],
  ['"We must act," said Demir. "Now."', '[We must act,] said Demir. [Now.]'],
  ["''We must act,'' said Demir.", '[We must act,] said Demir.'],
  ['«We must act», said Demir.', '[We must act], said Demir.'],
  ['„We must act“, said Demir.', '[We must act], said Demir.'],
  ['”We must act,” said Demir.', '[We must act,] said Demir.'],
  ['“We must act," said Demir.', '[We must act,] said Demir.'],
  ['‘We must act,’ said Demir.', '[We must act,] said Demir.'],
  ["'We must act,' said Demir.", '[We must act,] said Demir.'],
  ['“They said ‘never again’ to us,” Demir said.', '[They said [never again] to us,] Demir said.'],
  ['‘They said “never again” to us,’ Demir said.', '[They said [never again] to us,] Demir said.'],
  ["'The ministers' meeting failed,' Demir said.", "[The ministers' meeting failed,] Demir said."],
  ["The ministers' meeting and the aides' lunch didn't last.", "The ministers' meeting and the aides' lunch didn't last."],
  ['“It is the ’90s again, rock ’n’ roll,” she said.', '[It is the ’90s again, rock ’n’ roll,] she said.'],
  ['A 12" pipe and a 6\'2" guard stood there.', 'A 12" pipe and a 6\'2" guard stood there.'],
  ['"He is 6\'2" tall," she said.', '[He is 6\'2" tall,] she said.'],
  ['"We need 12" was all he said.', '[We need 12] was all he said.'],
  ['"He carries a 12" pipe," she said.', '[He carries a 12" pipe,] she said.'],
  ['"We need 12" was all he said. "Not 13."', '[We need 12] was all he said. [Not 13.]'],
  ['“We call it “hell” here,” she said.', '[We call it [hell] here,] she said.'],
  ['"They said "never again" to us," she said.', '[They said [never again] to us,] she said.'],
  ['“We call it “hell” here.', '[We call it [hell] here.'],
  ['He said “we call it “hell here.', 'He said “we call it [hell here.'],
  ['He said “we call it “hell” here and left.', 'He said “we call it [hell] here and left.'],
  ['“We call it “hell here.” “Never.”', '“We call it [hell here.] [Never.]'],
  ['»We must act«, said Demir.', '[We must act], said Demir.'],
  ['‹We must act›, said Demir.', '[We must act], said Demir.'],
  ['``We must act," said Demir.', '[`We must act,] said Demir.'],
  ["‘We must act,' said Demir.", '[We must act,] said Demir.'],
  ['« We must act », said Demir.', '[ We must act ], said Demir.'],
  ['‘We must act,’ he said. ‘The work goes on.', '[We must act,] he said. [The work goes on.'],
  ["'We must act,' he said. 'The work goes on.", '[We must act,] he said. [The work goes on.'],
  ["The guests' rooms. 'Twas late, and 'em all gone.", "The guests' rooms. 'Twas late, and 'em all gone."],
  ['“We must act, he said. “They will not.”', '“We must act, he said. [They will not.]'],
  ['“The work goes on.', '[The work goes on.'],
  ['We must act,” he said.', 'We must act,” he said.'],
  ['He called it ("a joke") on Friday.', 'He called it ([a joke]) on Friday.'],
  ['“Why?”—nobody knew.', '[Why?]—nobody knew.'],
];

describe('quotation marks', () => {
  for (const [text, expected] of cases) it(text, () => assert.equal(marked(text), expected));

  it('stretches lie inside the text, in order, and nest', () => {
    const piece = fc.constantFrom('“', '”', '"', "''", '‘', '’', "'", '«', '»', ' ', 'word', 'guests', ',', '.', '6', '\n', '(');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const tokens = tokenize(pieces.join(''));
        let last = -1;
        for (const { open, close, from, to } of pairMarks(tokens).stretches) {
          assert.ok(open > last && from === open + 1 && to > from && to <= tokens.count && (close === to || close === -1));
          last = open;
        }
      }),
    );
  });

  it('a line of a million marks takes no longer than reading it', () => {
    assert.ok(pairMarks(tokenize('“'.repeat(500_000) + "'a ".repeat(200_000))).stretches.length <= 700_000);
  });
});
