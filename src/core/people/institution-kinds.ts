import list from '../../../data/en/institution-kinds.txt';
import type { InstitutionKind } from '../article.ts';
import { entriesOf, lazy } from '../text/lists.ts';

/** Kinds that belong to a state: their officers stand for it. */
const OF_STATE: ReadonlySet<InstitutionKind> = new Set([
  'ministry',
  'government',
  'legislature',
  'court',
  'police',
  'military',
  'agency',
]);

export function isOfState(kind: InstitutionKind | null): boolean {
  return kind !== null && OF_STATE.has(kind);
}

/** The kind of an organisation by its name, or null: "Ministry of Trade" a ministry, "Norsk Hydro" unknown. */
export function kindOf(name: string): InstitutionKind | null {
  const words =
    name
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  const { pairs, singles } = kinds();
  for (let i = 0; i + 1 < words.length; i++) {
    const pair = pairs.get(`${words[i]} ${words[i + 1]}`);
    if (pair) return pair;
  }
  const of = words.findIndex((word) => word === 'of' || word === 'for' || word === 'on' || word === 'in');
  const cut = of < 0 ? words.length : of;
  for (let i = cut - 1; i >= 0; i--) {
    const kind = singles.get(words[i]!);
    if (kind) return kind;
  }
  for (let i = words.length - 1; i > cut; i--) {
    const kind = singles.get(words[i]!);
    if (kind) return kind;
  }
  return null;
}

const kinds = lazy(() => {
  const singles = new Map<string, InstitutionKind>();
  const pairs = new Map<string, InstitutionKind>();
  for (const line of entriesOf(list)) {
    const colon = line.indexOf(':');
    const kind = line.slice(0, colon) as InstitutionKind;
    for (const word of line.slice(colon + 1).split(';')) {
      const own = word.trim();
      const into = own.includes(' ') ? pairs : singles;
      if (!into.has(own)) into.set(own, kind);
    }
  }
  return { singles, pairs };
});
