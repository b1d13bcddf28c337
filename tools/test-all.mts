// npm test: every stage in one go, each with its own summary; the last line sums them up.
import { spawn } from 'node:child_process';
import path from 'node:path';

interface Stage {
  readonly name: string;
  /** The npm script. */
  readonly script: string;
  readonly words?: readonly string[];
  /** Minutes after which the stage is ended and counts as failed. */
  readonly minutes: number;
}

const stages: readonly Stage[] = [
  { name: 'Build', script: 'build', minutes: 3 },
  { name: 'Types', script: 'types', minutes: 8 },
  { name: 'Lint', script: 'lint', minutes: 12 },
  { name: 'Third-party notices', script: 'notices', words: ['--check'], minutes: 5 },
  { name: 'Unit tests', script: 'test:unit', minutes: 10 },
  { name: 'Invented articles', script: 'test:corpus', minutes: 8 },
  { name: 'Grammar', script: 'test:grammar', minutes: 8 },
  { name: 'Fuzz', script: 'test:fuzz', minutes: 10 },
  { name: 'VS Code, Node extension host', script: 'test:vscode', minutes: 10 },
  { name: 'VS Code, web extension host', script: 'test:web', minutes: 10 },
  { name: 'End to end in a browser', script: 'test:e2e', minutes: 15 },
];

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const root = path.resolve(import.meta.dirname, '..');
const rows: string[] = [];
let passed = 0;
let failed = 0;
for (const stage of stages) {
  console.log(`\n── ${stage.name} (npm run ${stage.script})`);
  const started = Date.now();
  const outcome = await run(stage);
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  rows.push(`${stage.name}: ${String(outcome.passed)} passed, ${String(outcome.failed)} failed (${seconds} s)`);
  console.log(`── ${rows.at(-1) ?? ''}`);
}
console.log(`\n${rows.join('\n')}\n`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${String(passed)} passed, ${String(failed)} failed`);

/** A stage that counts nothing is one check; one that ends badly without a failed test counts as one failure. */
async function run({ script, words = [], minutes }: Stage): Promise<Outcome> {
  const child = spawn('npm', ['run', '--silent', script, ...(words.length > 0 ? ['--', ...words] : [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(process.platform === 'win32' ? (child.pid ?? 0) : -(child.pid ?? 0), signal);
    } catch {
      // It has ended already.
    }
  };
  const onSignal = () => {
    kill('SIGTERM');
    process.exit(1);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    process.stdout.write(chunk);
  });
  const limit = setTimeout(() => {
    console.log(`This stage was ended: it took more than ${String(minutes)} minutes.`);
    kill('SIGTERM');
    setTimeout(() => {
      kill('SIGKILL');
    }, 10_000).unref();
  }, minutes * 60_000);
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('close', (status) => {
      resolve(status ?? 1);
    });
  });
  clearTimeout(limit);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(name, onSignal);
  const counted = counts(said);
  if (code === 0) return counted ?? { passed: 1, failed: 0 };
  return { passed: counted?.passed ?? 0, failed: Math.max(1, counted?.failed ?? 0) };
}

/** Reads mocha's own count or ours, the last one printed. */
function counts(said: string): Outcome | undefined {
  const ours = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (ours) return { passed: Number(ours[1]), failed: Number(ours[2]) };
  const passing = [...said.matchAll(/^ +(\d+) passing/gm)].at(-1);
  const failing = [...said.matchAll(/^ +(\d+) failing/gm)].at(-1);
  if (!passing && !failing) return undefined;
  return { passed: Number(passing?.[1] ?? 0), failed: Number(failing?.[1] ?? 0) };
}
