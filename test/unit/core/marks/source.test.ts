import assert from 'node:assert/strict';
import { sourceOf } from '../../../../src/core/marks/source.ts';

describe('sourceOf', () => {
  for (const address of [
    'https://example.org',
    'https://example.org:8443/a/b?c=d#e',
    'https://example.org/haberler/türkiye(1)',
    'HTTPS://example.org/',
  ])
    it(`takes ${address} for an address`, () => assert.deepEqual(sourceOf(` ${address} `), { kind: 'web', address }));

  for (const [source, path] of [
    ['transcripts/friday.txt', 'transcripts/friday.txt'],
    ['transcripts\\friday.txt', 'transcripts/friday.txt'],
    ['Friday, 12.30.txt', 'Friday, 12.30.txt'],
    ['..friday.txt', '..friday.txt'],
  ] as const)
    it(`takes ${source} for a file`, () => assert.deepEqual(sourceOf(source), { kind: 'file', path }));

  for (const source of [
    '',
    '   ',
    'http://example.org',
    'https://',
    'https:example.org',
    'https://news.example@evil.example/',
    'https://example.org/a b',
    'https://example.org/"onmouseover=x',
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'C:\\secret.txt',
    '/etc/passwd',
    '\\\\server\\share',
    '~/notes.txt',
    '../outside.txt',
    'a/../../outside.txt',
    'a\\..\\outside.txt',
    'a\u0000b',
    'moc.elpmaxe\u202e//:sptth',
    `https://example.org/${'a'.repeat(2_000)}`,
  ])
    it(`makes no link of ${JSON.stringify(source.slice(0, 40))}`, () => assert.equal(sourceOf(source), null));
});
