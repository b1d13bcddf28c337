import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createAnalyzer } from '../../src/core/index.ts';
import { resourceLoader } from '../../src/editor/resources.ts';

const SCHEME = 'copydesk-weights';

/** An installation without the file of quotes below /missing, and with a spoilt one below /damaged; the names are whole. */
const installations: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 1, size: 20 }),
  async readFile({ path }) {
    if (path.endsWith('entities.bin'))
      return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri(), 'models/en/entities.bin'));
    if (path.startsWith('/missing')) throw vscode.FileSystemError.FileNotFound();
    return new TextEncoder().encode('CDQ2 and then nothing');
  },
  readDirectory: () => [],
  createDirectory: () => undefined,
  writeFile: () => undefined,
  delete: () => undefined,
  rename: () => undefined,
};

function extensionUri(): vscode.Uri {
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  assert.ok(extension);
  return extension.extensionUri;
}

describe('an installation whose file of quotes cannot be used', () => {
  const said: string[] = [];
  const { showWarningMessage } = vscode.window;
  let provider: vscode.Disposable;
  let log: vscode.LogOutputChannel;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(SCHEME, installations, { isReadonly: true });
    log = vscode.window.createOutputChannel('Copydesk weights', { log: true });
    Object.assign(vscode.window, { showWarningMessage: (words: string) => (said.push(words), Promise.resolve(undefined)) });
  });

  after(() => {
    Object.assign(vscode.window, { showWarningMessage });
    provider.dispose();
    log.dispose();
  });

  for (const state of ['missing', 'damaged'])
    it(`says once that it is ${state}, finds names all the same, and quotes by rules`, async () => {
      said.length = 0;
      const load = resourceLoader(vscode.Uri.from({ scheme: SCHEME, path: `/${state}` }), log);
      const [resources, again] = await Promise.all([load(), load()]);
      assert.equal(resources, again);
      assert.equal(said.length, 1);
      assert.match(said[0]!, /^Copydesk finds quotes by simple rules only: its file of weights is missing or damaged\. Install/);
      const { quotes, people } = createAnalyzer(resources).analyze('“The tolls stay,” said Moira Calder.\n');
      assert.equal(quotes[0]?.speaker, 'Moira Calder');
      assert.equal(people.length, 1);
    });
});
