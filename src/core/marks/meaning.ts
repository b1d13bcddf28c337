/**
 * What must not change under a mark that is kept: names, numbers and negations. "The talks were constructive" → "were not
 * constructive" is nearly the same text and the opposite statement; "Turkish minister" → "Syrian minister" is another person.
 */
export interface Meaning {
  /** Capitalised words that are no function words, as printed. */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly negations: readonly string[];
}

export interface MeaningChange {
  readonly lost: Meaning;
  readonly gained: Meaning;
}

/** The names, numbers and negations of a text, in order. */
export function meaningOf(text: string): Meaning {
  const names: string[] = [];
  const numbers: string[] = [];
  const negations: string[] = [];
  for (const [found] of text.matchAll(WORD)) {
    const lower = plain(found);
    if (NEGATIONS.has(lower) || NOT.test(lower)) negations.push(found);
    else if (/^\p{Nd}/u.test(found) || NUMBERS.has(lower)) numbers.push(found);
    else if (/^\p{Lu}/u.test(found) && !FUNCTION_WORDS.has(lower)) names.push(found);
  }
  return { names, numbers, negations };
}

/** What one text says in names, numbers and negations that the other does not. */
export function compareMeaning(then: string, now: string): MeaningChange {
  const a = meaningOf(then);
  const b = meaningOf(now);
  const lowerA = wordsOf(then);
  const lowerB = wordsOf(now);
  return {
    lost: {
      names: a.names.filter((name) => !lowerB.has(plain(name))),
      numbers: minus(a.numbers, b.numbers),
      negations: minus(a.negations, b.negations),
    },
    gained: {
      names: b.names.filter((name) => !lowerA.has(plain(name))),
      numbers: minus(b.numbers, a.numbers),
      negations: minus(b.negations, a.negations),
    },
  };
}

/** True when neither a name nor a number nor a negation was lost or gained. */
export function sameMeaning(then: string, now: string): boolean {
  const { lost, gained } = compareMeaning(then, now);
  return isEmpty(lost) && isEmpty(gained);
}

export function isEmpty({ names, numbers, negations }: Meaning): boolean {
  return names.length === 0 && numbers.length === 0 && negations.length === 0;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+(?:[.,:/]\p{Nd}+)*/gu;
const NOT = /n['’]t$/;

const NEGATIONS = new Set(
  'no not never none nobody nothing nowhere neither nor without cannot hardly barely scarcely'.split(' '),
);
const NUMBERS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion ' +
    'billions trillion dozen dozens half third quarter twice first second'
  ).split(' '),
);
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those it its he she they we i you his her their our my your him them us me who what when where which ' +
    'why how and or but if so as at by for from in into of off on onto out over to up with after before since while during there here ' +
    'then than also all both each some any many most more such only is are was were be been has have had do does did will would can ' +
    'could may might must shall should let yes'
  ).split(' '),
);

/** Lower case without the possessive: "Akar’s" names whom "Akar" names. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return NOT.test(lower) ? lower.replace('’', "'") : lower.replace(/['’]s?$/, '');
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [found] of text.matchAll(WORD)) words.add(plain(found));
  return words;
}

/** The entries of `a` that `b` lacks, each counted once. */
function minus(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const entry of b) left.set(plain(entry), (left.get(plain(entry)) ?? 0) + 1);
  return a.filter((entry) => {
    const count = left.get(plain(entry)) ?? 0;
    left.set(plain(entry), count - 1);
    return count <= 0;
  });
}
