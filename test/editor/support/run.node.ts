import Mocha from 'mocha';
import { report } from './report.ts';

/** Runs the suites in the Node extension host; throws where a test failed, which is what VS Code takes as a failed run. */
export async function runSuites(options: { readonly grep: string }, load: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    reporter: class {} as never,
    ...(options.grep === '' ? {} : { grep: options.grep }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const { failed } = await report(
    mocha.run(() => undefined),
    'Node extension host',
  );
  if (failed > 0) throw new Error(`${String(failed)} failed`);
}
