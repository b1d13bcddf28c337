import list from '../../../data/en/word-families.txt';
import { entriesOf, lazy } from '../text/lists.ts';

const families = lazy(() => {
  const known = new Map<string, string>();
  for (const [index, entry] of entriesOf(list).entries()) for (const own of entry.split(' ')) known.set(own, String(index));
  return known;
});

/** The number of the family of a lower-case word: words that stand in the same company; '' where it has none. */
export function familyOf(own: string): string {
  return families().get(own) ?? '';
}
