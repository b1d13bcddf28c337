import { perObject } from '../memo.ts';
import type { FoundName } from './found.ts';
import { areGivenSpellings, areSpellings, nameWords, skeleton } from './name-keys.ts';

/** A name where it stands in the article. */
export interface PlacedName {
  /** Index of the passage. */
  readonly passage: number;
  /** UTF-16 offset of the passage in the article. */
  readonly offset: number;
  readonly found: FoundName;
}

/** The mentions of one person. */
export interface NameGroup {
  readonly name: string;
  readonly mentions: readonly PlacedName[];
  readonly namesakes: readonly string[];
}

export interface OpenName {
  readonly mention: PlacedName;
  readonly candidates: readonly string[];
}

export interface LinkedNames {
  readonly groups: readonly NameGroup[];
  readonly open: readonly OpenName[];
}

/** A printed form's folded words, with the keys of those long enough to be spelled in several ways. */
interface Surface {
  readonly key: string;
  readonly words: readonly string[];
  readonly skeletons: readonly (string | null)[];
}

const surfaceOf: (found: FoundName) => Surface = perObject(({ text }) => {
  const words = nameWords(text);
  return { key: words.join(' '), words, skeletons: words.map((word) => (word.length < 5 ? null : skeleton(word))) };
});

/** A word that more persons share tells nothing; no article has so many of one name, and looking at all of them would take for ever. */
const MOST_NEAR = 64;

interface Group {
  readonly order: number;
  words: readonly string[];
  name: string;
  readonly mentions: PlacedName[];
  readonly namesakes: Set<Group>;
  /** Offset of the first mention by more than one word. */
  introduced: number;
}

/**
 * Links names to persons. Full names make persons, in the order of their length; shorter forms, spelling variants and surnames join
 * them. A surname joins the only person of that surname introduced before it; between several it stays open, unless its title tells.
 */
export function* linkNames(names: readonly PlacedName[]): Generator<void, LinkedNames> {
  const linker = new Linker();
  const surfaces = new Map<string, PlacedName[]>();
  for (const name of names) {
    const { key } = surfaceOf(name.found);
    const known = surfaces.get(key);
    if (known) known.push(name);
    else surfaces.set(key, [name]);
  }
  const ordered = [...surfaces.values()].map((mentions) => ({ ...surfaceOf(mentions[0]!.found), mentions }));
  const full = ordered.filter(({ words }) => words.length > 1).sort((a, b) => b.words.length - a.words.length);
  yield;
  for (const surface of full) {
    linker.addFull(surface, surface.mentions);
    yield;
  }
  for (const surface of ordered) {
    if (surface.words.length === 1) linker.addSingle(surface, surface.mentions);
    yield;
  }
  return linker.result();
}

class Linker {
  private readonly groups: Group[] = [];
  private readonly byWord = new Map<string, Group[]>();
  private readonly bySkeleton = new Map<string, Group[]>();
  private readonly open: { mention: PlacedName; candidates: readonly Group[] }[] = [];

  addFull(surface: Surface, mentions: readonly PlacedName[]): void {
    const { words } = surface;
    const matches = this.near(surface).filter((group) => fits(words, group.words));
    if (matches.length === 0) this.found(surface, mentions);
    else if (matches.length === 1) this.join(matches[0]!, words, mentions);
    else {
      const exact = matches.filter((group) => group.words[0] === words[0] && group.words.at(-1) === words.at(-1));
      if (exact.length === 1) this.join(exact[0]!, words, mentions);
      else for (const mention of mentions) this.open.push({ mention, candidates: matches });
    }
  }

  addSingle(surface: Surface, mentions: readonly PlacedName[]): void {
    const word = surface.words[0]!;
    const having = (this.byWord.get(word) ?? []).slice(-MOST_NEAR);
    let candidates = having.filter((group) => group.words.at(-1) === word);
    // "Park" is the surname of Park Jin, "Prayut" the given name that his country's papers use.
    const first = having.filter((group) => group.words[0] === word && group.words.at(-1) !== word);
    if (candidates.length === 0 || first.length > 0) candidates = [...candidates, ...first];
    if (candidates.length === 0) candidates = having;
    if (candidates.length === 0) candidates = this.spelledLike(word, surface.skeletons[0]!);
    if (candidates.length === 0) {
      this.found(surface, mentions);
      return;
    }
    for (const mention of mentions) this.place(mention, candidates);
  }

  private place(mention: PlacedName, candidates: readonly Group[]): void {
    const offset = mention.offset + mention.found.start;
    const introduced = candidates.length > 1 ? candidates.filter((group) => group.introduced < offset) : candidates;
    const left = introduced.length > 0 ? introduced : candidates;
    const titled = left.length > 1 ? left.filter((group) => sharesTitle(mention, group)) : left;
    const choice = titled.length === 1 ? titled : left;
    if (choice.length === 1) choice[0]!.mentions.push(mention);
    else this.open.push({ mention, candidates: choice });
    for (const group of candidates) for (const other of candidates) if (other !== group) group.namesakes.add(other);
  }

  /** Groups that share a word, or a word's skeleton, with these words. */
  private near({ words, skeletons }: Surface): readonly Group[] {
    const near = new Set<Group>();
    for (const index of [words.length - 1, 0]) {
      for (const group of (this.byWord.get(words[index]!) ?? []).slice(-MOST_NEAR)) near.add(group);
      const key = skeletons[index];
      if (key !== null && key !== undefined)
        for (const group of (this.bySkeleton.get(key) ?? []).slice(-MOST_NEAR)) near.add(group);
    }
    return [...near];
  }

  private spelledLike(word: string, key: string | null): Group[] {
    if (key === null) return [];
    const like = (this.bySkeleton.get(key) ?? []).slice(-MOST_NEAR);
    const surname = like.filter((group) => areSpellings(group.words.at(-1)!, word));
    return surname.length > 0 ? surname : like.filter((group) => group.words.some((each) => areSpellings(each, word)));
  }

  private found({ words, skeletons }: Surface, mentions: readonly PlacedName[]): void {
    const first = mentions[0]!;
    const introduced = words.length > 1 ? first.offset + first.found.start : Infinity;
    const group: Group = {
      order: this.groups.length,
      words,
      name: first.found.text,
      mentions: [...mentions],
      namesakes: new Set(),
      introduced,
    };
    this.groups.push(group);
    for (const [index, word] of words.entries()) {
      if (words.indexOf(word) < index) continue;
      const known = this.byWord.get(word);
      if (known) known.push(group);
      else this.byWord.set(word, [group]);
      const key = skeletons[index];
      if (key === null || key === undefined) continue;
      const like = this.bySkeleton.get(key);
      if (like && like.at(-1) !== group) like.push(group);
      else if (!like) this.bySkeleton.set(key, [group]);
    }
  }

  private join(group: Group, words: readonly string[], mentions: readonly PlacedName[]): void {
    const first = mentions[0]!;
    if (words.length > 1) group.introduced = Math.min(group.introduced, first.offset + first.found.start);
    group.mentions.push(...mentions);
  }

  result(): { groups: NameGroup[]; open: OpenName[] } {
    const at = ({ offset, found }: PlacedName): number => offset + found.start;
    for (const group of this.groups) {
      group.mentions.sort((a, b) => at(a) - at(b));
      group.name = fullest(group.mentions);
    }
    const groups = this.groups
      .filter(({ mentions }) => mentions.length > 0)
      .sort((a, b) => at(a.mentions[0]!) - at(b.mentions[0]!));
    const open = this.open
      .sort((a, b) => at(a.mention) - at(b.mention))
      .map(({ mention, candidates }) => ({ mention, candidates: candidates.map(({ name }) => name) }));
    return {
      groups: groups.map(({ name, mentions, namesakes }) => ({
        name,
        mentions,
        namesakes: [...namesakes].map((other) => other.name),
      })),
      open,
    };
  }
}

/** The longest printed form by words, the first of equals. */
function fullest(mentions: readonly PlacedName[]): string {
  let best = '';
  let most = 0;
  for (const { found } of mentions) {
    const size = surfaceOf(found).words.length;
    if (size > most || (size === most && best.toUpperCase() === best && found.text.toUpperCase() !== found.text)) {
      best = found.text;
      most = size;
    }
  }
  return best;
}

/**
 * Whether a full name may be a form of a longer or equal one: every word of it is there in order or spelled alike, the surname among them;
 * "J. Biden" fits "Joe Biden". At most one word is only spelled alike.
 */
function fits(words: readonly string[], group: readonly string[]): boolean {
  if (words.length > group.length) return false;
  if (words.length === group.length && words.length > 1 && [...words].sort().join(' ') === [...group].sort().join(' '))
    return true;
  const lastSame = areSpellings(words.at(-1)!, group.at(-1)!);
  if (!lastSame && words.length === group.length) return false;
  let alike = 0;
  let at = 0;
  for (const [i, word] of words.entries()) {
    const given = i < words.length - 1;
    while (at < group.length && !agrees(word, group[at]!, given)) at++;
    if (at === group.length) return false;
    if (word !== group[at]) alike++;
    at++;
  }
  return alike <= (words.length > 2 ? 2 : 1) && (lastSame || (words.length >= 2 && alike === 0));
}

function agrees(word: string, other: string, given: boolean): boolean {
  return (
    word === other ||
    (given ? areGivenSpellings(word, other) : areSpellings(word, other)) ||
    (word.length === 1 && other.startsWith(word)) ||
    (other.length === 1 && word.startsWith(other))
  );
}

/** Whether a bare surname's own title is one that the group's full mentions carry: "President Park" where one Park is a president. */
function sharesTitle(mention: PlacedName, group: Group): boolean {
  const heads = mention.found.roles.map(({ head }) => head);
  return heads.length > 0 && group.mentions.some(({ found }) => found.roles.some(({ head }) => heads.includes(head)));
}
