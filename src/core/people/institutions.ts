import type { InstitutionKind, Span } from '../article.ts';
import { countryOf } from '../geo/countries.ts';
import { perObject } from '../memo.ts';
import { isOfState, kindOf } from './institution-kinds.ts';
import { COMMON_FIRST, endsWith, initialsOf, keyWords, mayShorten, portfolio } from './institution-names.ts';
import { askInstitutions, type Institutions, type LinkedInstitution } from './institution-questions.ts';
import { foldLetters } from './name-keys.ts';
import type { FoundOrganization } from './organizations.ts';
import type { Sides } from './sides.ts';

/** An organisation's name where it stands in the article. */
export interface PlacedOrganization {
  /** Where its passage stands. */
  readonly start: number;
  readonly found: FoundOrganization;
}

interface Group {
  readonly words: readonly string[];
  readonly kind: InstitutionKind | null;
  owner: string | null;
  readonly forms: Map<string, number>;
  /** By their start. */
  readonly mentions: Map<number, Span>;
}

/** Links the forms of each organisation: exact ones, acronyms, shorter forms, "Ministry of Foreign Affairs" and "Foreign Ministry". */
export function* linkInstitutions(placed: readonly PlacedOrganization[], sides: Sides): Generator<void, Institutions> {
  const linker = new Linker(sides.home);
  for (const { found } of placed) if (found.acronym) linker.learn(found.acronym.text, found.text);
  // Longer names first, so that shorter forms find them; within a length, in the article's order.
  const order = placed
    .map(({ start, found }) => ({ start, found, form: formOf(found) }))
    .sort((a, b) => b.form.words.length - a.form.words.length);
  yield;
  for (const { start, found, form } of order) {
    linker.add(start, found, form);
    yield;
  }
  return linker.result(sides);
}

/** What a printed name says by itself; read once for each place it stands in. */
interface Form {
  readonly words: readonly string[];
  readonly key: string;
  readonly portfolio: string;
  readonly kind: InstitutionKind | null;
  readonly initials: readonly string[];
}

const formOf: (found: FoundOrganization) => Form = perObject(({ text }) => {
  const words = keyWords(text);
  return { words, key: words.join(' '), portfolio: portfolio(words), kind: kindOf(text), initials: initialsOf(text) };
});

class Linker {
  private readonly groups: Group[] = [];
  private readonly byKey = new Map<string, Group[]>();
  private readonly byInitials = new Map<string, Group>();
  private readonly byEdge = new Map<string, Group[]>();
  private readonly expansions = new Map<string, string>();

  constructor(private readonly home: string | null) {}

  learn(acronym: string, name: string): void {
    if (!this.expansions.has(acronym)) this.expansions.set(acronym, keyWords(name).join(' '));
  }

  add(offset: number, found: FoundOrganization, form: Form): void {
    const group = this.groupOf(found, form) ?? this.create(found, form);
    group.owner ??= found.owner;
    enter(group, found.text, { start: offset + found.start, end: offset + found.end });
    const { acronym } = found;
    if (acronym) enter(group, acronym.text, { start: offset + acronym.start, end: offset + acronym.end });
  }

  private groupOf(found: FoundOrganization, { words, key, portfolio: own }: Form): Group | null {
    const agreeing = (list: readonly Group[] | undefined): Group | null => {
      const fit = (list ?? []).filter(({ owner }) => !owner || !found.owner || owner === found.owner);
      if (fit.length <= 1) return fit[0] ?? null;
      const country = found.owner ?? this.home;
      return fit.find(({ owner }) => owner === country) ?? null;
    };
    const same = agreeing(this.byKey.get(key)) ?? agreeing(this.byKey.get(`=${own}`));
    if (same) return same;
    const expansion = this.expansions.get(found.text);
    if (expansion) return agreeing(this.byKey.get(expansion));
    if (/^[A-Z][A-Z&.]{1,7}$/.test(found.text)) return this.byInitials.get(found.text.replace(/[.&]/g, '')) ?? null;
    if (words.length > 3 || !mayShorten(words)) return null;
    return (
      agreeing((this.byEdge.get(`…${words.at(-1)}`) ?? []).filter((group) => endsWith(group.words, words))) ??
      this.begins(words, agreeing)
    );
  }

  /** "Quad" for "Quad security alliance": a name's first word, unless it is a common one. */
  private begins(words: readonly string[], agreeing: (list: readonly Group[]) => Group | null): Group | null {
    if (countryOf(words[0]!) || words.length > 2 || COMMON_FIRST.has(words[0]!)) return null;
    return agreeing((this.byEdge.get(`${words[0]}…`) ?? []).filter((group) => words.every((word, i) => group.words[i] === word)));
  }

  private create(found: FoundOrganization, { words, key, portfolio: own, kind, initials }: Form): Group {
    const group: Group = { words, kind, owner: found.owner, forms: new Map(), mentions: new Map() };
    this.groups.push(group);
    const index = (map: Map<string, Group[]>, key: string): void => {
      const known = map.get(key);
      if (known) known.push(group);
      else map.set(key, [group]);
    };
    index(this.byKey, key);
    if (own) index(this.byKey, `=${own}`);
    if (words.length > 1) {
      index(this.byEdge, `…${words.at(-1)}`);
      index(this.byEdge, `${words[0]}…`);
      for (const each of initials) if (!this.byInitials.has(each)) this.byInitials.set(each, group);
    }
    return group;
  }

  result(sides: Sides): Institutions {
    const byForm = new Map<string, LinkedInstitution>();
    const list = this.groups.map((group) => {
      const institution = finish(group, sides);
      for (const form of group.forms.keys()) if (!byForm.has(foldLetters(form))) byForm.set(foldLetters(form), institution);
      return institution;
    });
    list.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
    return askInstitutions(list, byForm, sides.home);
  }
}

function enter(group: Group, text: string, span: Span): void {
  group.forms.set(text, (group.forms.get(text) ?? 0) + 1);
  group.mentions.set(span.start, span);
}

function finish(group: Group, sides: Sides): LinkedInstitution {
  const forms = [...group.forms.keys()].sort((a, b) => b.length - a.length);
  const name = forms[0]!;
  const ofState = isOfState(group.kind) && !ACROSS.test(name);
  const { owner } = group;
  const owned = ofState || group.kind === 'company' || group.kind === 'bank' ? owner : null;
  return {
    name,
    aliases: forms.slice(1),
    kind: group.kind,
    party: owned ? sides.printed(owned) : null,
    mentions: [...group.mentions.values()].sort((a, b) => a.start - b.start),
    owner,
    ofState,
  };
}

/** Bodies of several states. */
const ACROSS =
  /\b(?:european|african|arab|international|world|united nations|un|eu|nato|gulf|global|islamic cooperation|asian)\b/i;
