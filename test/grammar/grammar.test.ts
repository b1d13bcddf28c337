import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

const ARTICLE = 'text.news-article';
const PATHS: Record<string, string> = {
  [ARTICLE]: 'syntaxes/news-article.tmLanguage.json',
  'quotations.injection.news-article': 'syntaxes/quotations.injection.tmLanguage.json',
};

/** A stand-in for VS Code's Markdown grammar, with what the injection has to respect: code and links. */
const MARKDOWN = JSON.stringify({
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    { match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' },
    { match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown' },
  ],
});

async function load(scope: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (name) => {
      if (name === 'text.html.markdown') return Promise.resolve(parseRawGrammar(MARKDOWN, 'markdown.json'));
      const path = PATHS[name];
      return Promise.resolve(path ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null);
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['quotations.injection.news-article'] : undefined),
  });
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar);
  return grammar;
}

/** The tokens of `text` whose scopes include `scope`, neighbours joined, line ends as `⏎`. */
function find(grammar: IGrammar, text: string, scope: string): string[] {
  const found: string[] = [];
  let state = INITIAL;
  let open = false;
  for (const [number, line] of text.split('\n').entries()) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    if (open && number > 0) found.push(`${found.pop()}⏎`);
    for (const token of tokens) {
      const words = line.slice(token.startIndex, token.endIndex);
      if (!token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`))) open = false;
      else if (open && !beginsOuter(token.scopes)) found.push(found.pop()! + words);
      else {
        found.push(words);
        open = true;
      }
    }
    state = ruleStack;
  }
  return found.map((words) => words.split('⏎').filter(Boolean).join('⏎'));
}

/** Whether a token is the mark that opens a quotation which lies in no other. */
function beginsOuter(scopes: readonly string[]): boolean {
  return (
    scopes.some((name) => name.includes('string.begin')) && scopes.filter((name) => name.startsWith('string.quoted')).length === 1
  );
}

describe('the article grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await load(ARTICLE);
  });

  const quotations: readonly (readonly [string, readonly string[]])[] = [
    ['“We must act,” said Demir. “Now.”', ['“We must act,”', '“Now.”']],
    ['She said: "We must act." He nodded.', ['"We must act."']],
    ['‘We must act,’ said the ministers’ aide, who didn’t smile.', ['‘We must act,’']],
    ['‘The ministers’ decision stands,’ he said.', ['‘The ministers’ decision stands,’']],
    ["'We can't wait,' said Demir's aide in the '90s.", ["'We can't wait,'"]],
    ["The ministers' talks, the king's horse and rock 'n' roll", []],
    ["''We must act,'' Mr. Reed said.", ["''We must act,''"]],
    ['„Wir handeln“, sagte sie. «Nous agissons», dit-il.', ['„Wir handeln“', '«Nous agissons»']],
    ['“He said ‘no’ and left,” she said.', ['“He said ‘no’ and left,”']],
    ['“We start here.\n\n“And we end here,” he said.', ['“We start here.', '“And we end here,”']],
    ['“We start here.\n“And we end here,” he said.', ['“We start here.', '“And we end here,”']],
    ['He said “the line was\nbroken off here” and left.', ['“the line was⏎broken off here”']],
    ['“Opened so, closed so," he said, and left.', ['“Opened so, closed so,"']],
    ['The board is 5" wide and 6\' long.', []],
    ['“Never closed, he said.\n\nNext paragraph.', ['“Never closed, he said.']],
  ];
  for (const [text, expected] of quotations)
    it(`quotes ${JSON.stringify(text)}`, () =>
      assert.deepEqual(find(grammar, `A line before it.\n${text}`, 'string.quoted'), expected));

  const lines: readonly (readonly [string, string, readonly string[]])[] = [
    ['markup.heading.headline', 'Bridge to close until summer\n\nText.', ['Bridge to close until summer']],
    ['markup.heading.headline', 'The bridge will close.\n\nText.', []],
    ['markup.heading.crosshead', 'Text.\n\nThe second pier\n\nText.', ['The second pier']],
    ['markup.heading.crosshead', 'Text.\n\nWhat happens next?\n\nDEMIR: Until summer\n\nHe left.', ['What happens next?']],
    ['meta.byline', 'Text.\nBy Jale Demir and Tom Reed\nBy Tuesday the talks had failed.', ['By Jale Demir and Tom Reed']],
    ['constant.other.dateline', 'Text.\nMOSCOW, April 25 (AFP) — The ministers met.', ['MOSCOW, April 25 (AFP)']],
    ['constant.other.dateline', 'Text.\nThe ministers — all four — met.', []],
    ['meta.caption', 'Text.\nTom Reed (L) at the pier. (AA)\nThe bank (EBRD) pays.', ['Tom Reed (L) at the pier. (AA)']],
    ['comment.line.credit', 'Text.\nTom Reed at the pier. (AA)\nPhoto: Jale Demir/AA', ['AA', 'Jale Demir/AA']],
    ['meta.source', 'Text.\nSource: Anadolu', ['Source: Anadolu']],
    ['markup.underline.link', 'https://news.example/bridge\nText https://a.example here.', ['https://news.example/bridge']],
    ['meta.embedded.block.frontmatter', '---\nheadline: Bridge\n---\nText.', ['headline: Bridge']],
    ['meta.embedded.block.frontmatter', 'Text.\n---\nheadline: Bridge\n---', []],
  ];
  for (const [scope, text, expected] of lines)
    it(`gives ${scope} to ${JSON.stringify(expected)}`, () => assert.deepEqual(find(grammar, text, scope), expected));

  it('finds quotations in a caption', () =>
    assert.deepEqual(find(grammar, 'Text.\nA sign reads “No way” in Split. (AA)', 'string.quoted'), ['“No way”']));

  const hostile = ['"', "'", '“', '‘', '(', "a' ", "'a ", '“a ', 's’ a', '[(', 'A ', 'A, ', 'By A', '(L) ', "('"];
  for (const piece of hostile)
    it(`does not stumble over ${JSON.stringify(piece)} again and again`, () => {
      const steps = (length: number): number => {
        const start = process.cpuUsage().user;
        grammar.tokenizeLine(piece.repeat(length / piece.length), INITIAL);
        return process.cpuUsage().user - start;
      };
      steps(500);
      const short = Math.min(steps(1250), steps(1250), steps(1250));
      assert.ok(Math.min(steps(20000), steps(20000)) < 16 * 8 * (short + 2000));
    });
});

describe('the quotations injected into Markdown', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await load('text.html.markdown');
  });
  it('finds them in the text', () =>
    assert.deepEqual(find(grammar, 'She said “no way” and\n\n‘never’, twice.', 'string.quoted'), ['“no way”', '‘never’']));
  it('leaves code and links alone', () =>
    assert.deepEqual(find(grammar, 'See `a "b" c` and [x](y "z").\n```\nsay "hello"\n```\n', 'string.quoted'), []));
});
