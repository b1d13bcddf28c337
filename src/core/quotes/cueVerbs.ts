import list from '../../../data/en/cue-verbs.txt';

/** Every form of every cue verb, in lower case: `say`, `says`, `said`, `saying`. */
export const CUE_FORMS: ReadonlySet<string> = new Set(
  list
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => formsOf(line.split(/\s+/).filter((part) => part && !part.startsWith('+')))),
);

function formsOf([base = '', ...irregular]: string[]): string[] {
  if (irregular.length > 0) return [base, ...irregular];
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${stem}ed`, `${stem}ing`];
}
