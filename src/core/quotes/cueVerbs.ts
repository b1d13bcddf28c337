import list from '../../../data/en/cue-verbs.txt';
import deeds from '../../../data/en/deed-verbs.txt';
import stances from '../../../data/en/stance-verbs.txt';
import { entriesOf } from '../text/lists.ts';

/** Every form of every cue verb, in lower case: `say`, `says`, `said`, `saying`. */
export const CUE_FORMS: ReadonlySet<string> = formsIn(list);

/** Every form of every verb of praise, blame, wishing or dealing with. */
export const STANCE_FORMS: ReadonlySet<string> = formsIn(stances);

/** Every form of every verb of a deed that says nothing. */
export const DEED_FORMS: ReadonlySet<string> = formsIn(deeds);

function formsIn(verbs: string): ReadonlySet<string> {
  return new Set(entriesOf(verbs).flatMap((line) => formsOf(line.split(/\s+/).filter((part) => part && !part.startsWith('+')))));
}

function formsOf([base = '', ...irregular]: string[]): string[] {
  if (irregular.length > 0) return [base, ...irregular];
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${stem}ed`, `${stem}ing`, `${base}${base.slice(-1)}ed`, `${base}${base.slice(-1)}ing`];
}
