// npm run eval [-- --shared FOLDER]: the three scorers over the development data, which lie beside the project, not in it.
// With --floor: what “always the person named most” would get as the speaker of every quote, over the same reports.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const at = process.argv.indexOf('--shared');
const shared = path.resolve(root, (at >= 0 ? process.argv[at + 1] : undefined) ?? '../shared');

type Scorer = readonly [title: string, script: string, ...args: string[]];

const FLOOR = ['--cmd', `"${process.execPath}" "${path.join(import.meta.dirname, 'mainSpeaker.mts')}"`];
const floor: readonly Scorer[] = [
  [
    'The floor, reports read: look at “quotes + speaker” and the wrong speakers',
    'score-outline.mjs',
    ...outline('outline'),
    ...FLOOR,
  ],
  ['The floor, reports never read', 'score-outline.mjs', ...outline('outline-unread'), ...FLOOR],
];
const scorers: readonly Scorer[] = [
  ['Entities', 'score-entities.mjs', '--data', path.join(shared, 'data/worldwide.dev.jsonl')],
  ['Quotes', 'score-quotes.mjs', '--data', path.join(shared, 'data/polnear.dev.jsonl')],
  ['Outline, reports read while the rules were written', 'score-outline.mjs', ...outline('outline')],
  ['Outline, reports never read', 'score-outline.mjs', ...outline('outline-unread')],
];

function outline(folder: string): readonly string[] {
  return ['--texts', path.join(shared, 'data', folder), '--gold', path.join(shared, 'data', folder)];
}

if (!existsSync(path.join(shared, 'eval'))) {
  console.log(
    `NOTHING WAS SCORED: the scorers and their data are not at ${shared}; name their folder with “npm run eval -- --shared FOLDER”.`,
  );
} else {
  for (const [title, script, ...args] of process.argv.includes('--floor') ? floor : scorers) {
    console.log(`\n── ${title}`);
    const { status } = spawnSync(process.execPath, [path.join(shared, 'eval', script), ...args], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
