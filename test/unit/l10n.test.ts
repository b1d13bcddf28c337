import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

type Words = Readonly<Record<string, string>>;

const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;

/** Every sentence that the code gives to `l10n.t`, as in `vscode.l10n.t('No quote here.')` or `l10n.t({ message: '…' })`. */
function sentences(code: string): { readonly found: readonly string[]; readonly unreadable: readonly string[] } {
  const found: string[] = [];
  const unreadable: string[] = [];
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
      let first: ts.Expression | undefined = node.arguments[0];
      if (first && ts.isObjectLiteralExpression(first))
        first = first.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === 'message')?.initializer;
      if (first && ts.isStringLiteralLike(first)) found.push(first.text);
      else unreadable.push(node.getText().slice(0, 80));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { found, unreadable };
}

/** What a translation must keep: places for values, commands behind links, icons. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d\}|command:[\w.]{1,60}|\$\([a-z-]{1,30}\)|`[^`\n]{1,60}`/g) ?? []).sort();
}

describe('words for people', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join('src', name), 'utf8'));
  const used = code.map(sentences);
  const all = [...new Set(used.flatMap(({ found }) => found))].sort();

  it('are written out where they are used, so that they can be collected', () => {
    assert.deepEqual(
      used.flatMap(({ unreadable }) => unreadable),
      [],
    );
    assert.ok(all.length > 10);
  });

  const bundles = readdirSync('l10n').filter((name) => name.endsWith('.json'));
  for (const name of bundles) {
    it(`stand complete in l10n/${name}, none too many`, () => {
      const words = read(path.join('l10n', name));
      assert.deepEqual(
        all.filter((sentence) => !(sentence in words)),
        [],
        'missing',
      );
      assert.deepEqual(
        Object.keys(words).filter((sentence) => !all.includes(sentence)),
        [],
        'no longer used',
      );
    });

    it(`keep their fixed parts in l10n/${name}`, () => {
      for (const [sentence, translated] of Object.entries(read(path.join('l10n', name))))
        assert.deepEqual(fixedParts(translated), fixedParts(sentence), translated);
    });
  }

  for (const name of readdirSync('.').filter((file) => /^package\.nls\..+\.json$/.test(file))) {
    it(`keep their fixed parts in ${name}`, () => {
      const english = read('package.nls.json');
      for (const [key, translated] of Object.entries(read(name)))
        assert.deepEqual(fixedParts(translated), fixedParts(english[key] ?? ''), translated);
    });
  }

  it('are found in calls, and what is worked out while running is caught', () => {
    assert.deepEqual(sentences("vscode.l10n.t('One {0}', n); l10n.t({ message: 'Two', comment: [] }); other.t('Three')").found, [
      'One {0}',
      'Two',
    ]);
    assert.deepEqual(sentences('vscode.l10n.t(text)').unreadable, ['vscode.l10n.t(text)']);
    assert.notDeepEqual(fixedParts('{0} of {1}'), fixedParts('{0} of 1'));
  });
});
