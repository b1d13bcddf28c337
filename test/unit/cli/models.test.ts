import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResources } from '../../../src/cli/models.ts';

describe('the command’s weights', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    await copyFile('models/en/entities.bin', join(folder, 'entities.bin'));
    await copyFile('models/en/quotes.bin', join(folder, 'quotes.bin'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(): Promise<{ told: readonly string[]; missing: readonly string[] }> {
    const told: string[] = [];
    const resources = await readResources((sentence) => told.push(sentence), folder);
    return { told, missing: Object.entries(resources).flatMap(([name, model]) => (model === null ? [name] : [])) };
  }

  it('are read in silence', async () => {
    assert.deepEqual(await read(), { told: [], missing: [] });
  });

  for (const [name, spoil] of [
    ['is missing', (file: string) => rm(file)],
    ['is damaged', (file: string) => writeFile(file, 'CDQ2 and then nothing')],
  ] as const) {
    it(`say in one sentence that the file of quotes ${name}, and the rest goes on`, async () => {
      const file = join(folder, 'quotes.bin');
      await spoil(file);
      const told = [`Quotes are found by simple rules only: ${file} is missing or damaged; install Copydesk again to mend it.`];
      assert.deepEqual(await read(), { told, missing: ['quoteModel'] });
    });
  }
});
