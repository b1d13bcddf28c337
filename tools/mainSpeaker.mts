/**
 * The floor under the speakers: as `copydesk analyze --jsonl`, but every quote is given to the person whom the article names most.
 * `npm run eval -- --floor` scores it.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

interface Answer {
  readonly people?: readonly { readonly name: string; readonly mentions: readonly unknown[] }[];
  readonly quotes?: readonly object[];
}

const command = spawn(process.execPath, [path.resolve(import.meta.dirname, '../dist/cli.js'), 'analyze', '--jsonl'], {
  stdio: ['inherit', 'pipe', 'inherit'],
});
command.on('exit', (code) => (process.exitCode = code ?? 1));
for await (const line of createInterface(command.stdout)) {
  const answer = JSON.parse(line) as Answer;
  const people = [...(answer.people ?? [])];
  const [most] = people.sort((a, b) => b.mentions.length - a.mentions.length);
  console.log(JSON.stringify({ ...answer, quotes: answer.quotes?.map((quote) => ({ ...quote, speaker: most?.name ?? null })) }));
}
