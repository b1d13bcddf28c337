/** Prints what mocha finds, one marked line each: an extension host's console reaches the terminal among much else. */
const marker = '[copydesk-test]';

/** What both builds of mocha emit; typed by hand because the browser build brings no types. */
interface RunnerEvents {
  on(event: string, listener: (test: TestLike, problem?: Error) => void): unknown;
}

interface TestLike {
  fullTitle(): string;
  readonly duration?: number;
}

export interface Outcome {
  readonly failed: number;
}

/** Resolves when the run has ended; prints failures in full, passes as one line each, and the count as the last line. */
export function report(runner: RunnerEvents, host: string): Promise<Outcome> {
  const say = (line: string) => {
    for (const part of line.split('\n')) console.log(`${marker} ${part}`);
  };
  let passed = 0;
  let failed = 0;
  let pending = 0;
  runner.on('pass', (test) => {
    passed++;
    say(`  ✓ ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
  });
  runner.on('pending', (test) => {
    pending++;
    say(`  - ${test.fullTitle()} (left out)`);
  });
  runner.on('fail', (test, problem) => {
    failed++;
    say(`  ✗ ${test.fullTitle()}\n${problem?.stack ?? String(problem)}`);
  });
  return new Promise((resolve) => {
    runner.on('end', () => {
      say(`${host}: ${String(pending)} left out`);
      say(`${String(passed)} passed, ${String(failed)} failed`);
      resolve({ failed });
    });
  });
}
