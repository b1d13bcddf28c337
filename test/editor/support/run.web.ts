import 'mocha/mocha.js';
import { report } from './report.ts';

/** Runs the suites in the web extension host, a worker without Node, with mocha's browser build. */
export async function runSuites(options: { readonly grep: string }, load: () => void): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: 60_000,
    reporter: class {} as never,
    ...(options.grep === '' ? {} : { grep: options.grep }),
  });
  load();
  const { failed } = await report(
    mocha.run(() => undefined),
    'Web extension host',
  );
  if (failed > 0) throw new Error(`${String(failed)} failed`);
}
