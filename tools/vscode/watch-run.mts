// Opens a workbench that runs a test bundle, prints what the suites say, and waits for their exit code.
import { marker } from './suites.mts';
import { launchChromium } from './chromium.mts';

export interface TestRun {
  readonly address: string;
  /** Milliseconds after which the run counts as failed. */
  readonly limit: number;
  /** Takes what the suites say, line by line; without it, it is printed. */
  readonly tell?: (line: string) => void;
}

/** The exit code that the workbench reports: 0 where the exported `run()` came to its end, 1 where it threw. */
export async function watchRun({ address, limit, tell = console.log }: TestRun): Promise<number> {
  const browser = await launchChromium();
  const recent: string[] = [];
  try {
    const page = await browser.newPage();
    const finished = new Promise<number>((resolve, reject) => {
      page.on('crash', () => {
        reject(new Error('The browser tab crashed.'));
      });
      setTimeout(() => {
        reject(
          new Error(`The suites did not end within ${String(limit / 1000)} s. The workbench said last:\n${recent.join('\n')}`),
        );
      }, limit).unref();
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code);
      });
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      const at = line.indexOf(marker);
      if (at >= 0) tell(line.slice(at + marker.length + 1));
      else if (process.env['COPYDESK_VERBOSE'] === '1') console.log(line);
      recent.push(line.slice(0, 400));
      if (recent.length > 20) recent.shift();
    });
    await page.goto(address, { timeout: 120_000 });
    return await finished;
  } finally {
    await browser.close();
  }
}
