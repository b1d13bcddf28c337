import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface Command {
  readonly command: string;
  readonly category?: string;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly keybindings?: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { commands, keybindings = [], menus = {} } = manifest.contributes;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

describe('package.json', () => {
  it('has words for every key, and no words too many', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual(
      used.filter((key) => !(key in words)),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter((key) => !used.includes(key)),
      [],
    );
  });

  const translations = readdirSync('.').filter((name) => /^package\.nls\..+\.json$/.test(name));
  for (const file of translations) {
    it(`is translated in full in ${file}`, () => {
      const translated = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(words).sort());
    });
  }

  it('shows every command under Copydesk', () => {
    assert.deepEqual(
      commands.filter(({ category }) => category !== '%category%' && category !== 'Copydesk'),
      [],
    );
  });

  it('binds keys and menus to commands that exist, and keys only where an article or a view of ours has the focus', () => {
    const known = new Set(commands.map(({ command }) => command));
    const named = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => command?.startsWith('copydesk.') && !known.has(command)),
      [],
    );
    assert.deepEqual(
      keybindings.filter(({ when }) => when === undefined || !when.includes('copydesk.')),
      [],
    );
  });

  it('has keys for macOS that type no character there and are nobody else’s', () => {
    // Option+Shift+W is „ on the American layout, Option+Shift+S is Ś on the Polish one.
    const typing = (keys: string) => /\balt\b/.test(keys) && !/\b(?:ctrl|cmd)\b/.test(keys);
    // VS Code's full screen and chat; the system's own: look a word up, lock the screen.
    const taken = ['ctrl+cmd+f', 'ctrl+cmd+i', 'ctrl+cmd+d', 'ctrl+cmd+q'];
    const onMac = keybindings.map(({ key, mac = key }) => mac);
    assert.deepEqual(
      onMac.filter((keys) => typing(keys) || taken.includes(keys)),
      [],
    );
    // Two commands share a key only where they do so on the others as well.
    assert.equal(new Set(onMac).size, new Set(keybindings.map(({ key }) => key)).size);
  });

  it('names commands that the code registers', () => {
    const code = readdirSync('src/editor', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join('src/editor', name), 'utf8'))
      .join('\n');
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !code.includes(`'${command}'`)),
      [],
    );
  });

  it('names files that are there', () => {
    const files = [...text.matchAll(/"(?:\.\/)?((?:media|syntaxes|schemas|samples)\/[^"]+)"/g)].map(([, file = '']) => file);
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
