import { findCountries } from '../geo/mentions.ts';
import { sideOrPlace } from '../geo/side.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { at, capital, Class, has, type Words } from './words.ts';

/** What governs a possible participant: "A (subject) met B (object) in C (place)", "talks with B (partner)", "hosted by B (agent)". */
export type Governor = 'subject' | 'object' | 'partner' | 'of' | 'agent' | 'place' | 'other';

/** Somebody or something in a sentence that may take part in a meeting, as token range. */
export interface Unit extends TokenRange {
  readonly kind: 'person' | 'country' | 'organization' | 'group' | 'place';
  readonly governor: Governor;
  /** Number of the clause in its sentence, from 0. */
  readonly clause: number;
  /** Of a person the country or organisation inside the title before the name: `Turkish` of "Turkish Defence Minister Hulusi Akar". */
  readonly title: (TokenRange & { readonly kind: 'country' | 'organization' }) | null;
}

type Raw = TokenRange & Pick<Unit, 'kind' | 'title'>;

/** The units of a sentence, in order, each with what governs it. One pass over the sentence's tokens. */
export function findUnits(passage: ReadPassage, words: Words, sentence: TokenRange): readonly Unit[] {
  const raw = withTitles(words, rawUnits(passage, words, sentence));
  const units: Unit[] = [];
  let governor: Governor = 'subject';
  let clause = 0;
  let next = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    const unit = raw[next];
    if (unit && unit.from === i) {
      units.push({ ...unit, governor, clause });
      i = unit.to - 1;
      next++;
      continue;
    }
    const own = at(words, i);
    if (startsClause(words, i, sentence)) {
      clause++;
      governor = 'subject';
      // "after meeting X", "following talks with X": no subject of its own.
      continue;
    }
    governor = governorAfter(words, i, own, governor);
  }
  return units;
}

const VERB =
  Class.auxiliary | Class.speech | Class['topic-verb'] | Class['topic-stress'] | Class['topic-agree'] | Class['light-verb'];
const EVENT = Class['event-strong'] | Class['event-weak'];
const MET = Class['event-verb'] | Class['receive-verb'] | Class['visit-verb'];

function governorAfter(words: Words, i: number, own: string, governor: Governor): Governor {
  if (has(words, i, Class['participant-preposition'])) return own === 'with' && followsTopic(words, i) ? 'other' : 'partner';
  if (own === 'of') {
    if (has(words, i - 1, Class.leader | Class.joint)) return governor;
    return has(words, i - 1, EVENT) ? 'partner' : 'of';
  }
  if (own === 'by') return 'agent';
  if (has(words, i, Class['place-preposition'])) return 'place';
  if (has(words, i, Class['other-preposition'])) return 'other';
  if (has(words, i, MET) && !capital(words, i)) return 'object';
  if (
    own === 'meeting' &&
    !/^(?:the|a|an|this|that|'s|’s|first|second)$/.test(at(words, i - 1)) &&
    !has(words, i + 1, Class['participant-preposition'])
  )
    return 'object';
  if (has(words, i, VERB) && !capital(words, i) && own !== "'s" && own !== '’s') return 'other';
  if (governor === 'subject' && own.length > 3 && own.endsWith('ed') && !capital(words, i)) return 'other';
  return governor;
}

/** "cooperation with Iran", "ties with Iran": a topic's partner, not the meeting's. */
function followsTopic(words: Words, i: number): boolean {
  return /^(?:cooperation|ties|relations|relationship|partnership|war|trade|deal|agreement|border|conflict|agreements|accordance|line|contacts|coordination|dealing|support)$/.test(
    at(words, i - 1),
  );
}

function startsClause(words: Words, i: number, sentence: TokenRange): boolean {
  const own = at(words, i);
  if (own === ';' || own === ':' || own === '“') return i > sentence.from;
  if (has(words, i, Class.clause)) return i > sentence.from && !(own === 'as' && /^(?:well|such)$/.test(at(words, i - 1)));
  return own === 'and' && /^(?:they|he|she|it|the)$/.test(at(words, i + 1)) && has(words, i + 2, VERB);
}

/** A country or organisation inside a title belongs to the person: "USAID Mission Director Ann Lee", "Egypt's President Omar Hadi". */
function withTitles(words: Words, raw: readonly Raw[]): readonly Raw[] {
  const units: Raw[] = [];
  for (const [index, unit] of raw.entries()) {
    const person = raw.slice(index + 1, index + 4).find(({ kind }) => kind === 'person');
    const inTitle = (unit.kind === 'country' || unit.kind === 'organization') && person && isTitle(words, unit.to, person.from);
    if (inTitle) continue;
    const before =
      unit.kind === 'person'
        ? raw.slice(Math.max(0, index - 3), index).find((each) => isTitle(words, each.to, unit.from))
        : undefined;
    if (before && (before.kind === 'country' || before.kind === 'organization'))
      units.push({ ...unit, title: { kind: before.kind, from: before.from, to: before.to } });
    else units.push(unit);
  }
  return units;
}

/** Whether nothing but a title stands between: "Foreign Minister", "'s Deputy Prime Minister and Minister of Defence". */
function isTitle(words: Words, from: number, to: number): boolean {
  if (to - from > 12 || to === from) return to === from;
  let office = false;
  for (let i = from; i < to; i++) {
    office ||= has(words, i, Class.leader);
    if (
      !capital(words, i) &&
      !has(words, i, Class.leader) &&
      !/^(?:of|for|and|the|'s|’s|to|-|acting|deputy|mission|general)$/.test(at(words, i))
    )
      return false;
  }
  return office && at(words, from) !== 'and';
}

function rawUnits(passage: ReadPassage, words: Words, sentence: TokenRange): readonly Raw[] {
  const units: Raw[] = [];
  const { tokens, entities } = passage;
  const countries = findCountries(tokens);
  let country = firstFrom(countries, sentence.from);
  let entity = firstEntity(passage, tokens.start[sentence.from]!);
  for (let i = sentence.from; i < sentence.to; i++) {
    while (entity < entities.length && entities[entity]!.end <= tokens.start[i]!) entity++;
    while (country < countries.length && countries[country]!.to <= i) country++;
    const mention = entities[entity];
    const named = mention && mention.start <= tokens.start[i]! ? mention : null;
    let to = i + 1;
    if (named) while (to < sentence.to && tokens.start[to]! < named.end) to++;
    const state = countries[country]?.from === i ? countries[country]! : null;
    if (named?.type === 'person') units.push({ kind: 'person', title: null, from: i, to });
    else if (named?.type === 'organization' && !(state && state.to >= to))
      units.push({ kind: 'organization', title: null, from: i, to });
    else if (state) {
      to = Math.max(state.to, named ? to : 0);
      const kind = countryKind(words, state.form, i, state.to);
      if (kind) units.push({ kind, title: null, from: i, to: state.to });
      to = state.to;
    } else if (named?.type === 'location' || named?.type === 'facility') units.push({ kind: 'place', title: null, from: i, to });
    else if (isGroup(words, i)) {
      const from = groupStart(words, i, Math.max(sentence.from, units.at(-1)?.to ?? sentence.from));
      // "Egyptian government officials" are Egypt's, "ministers of A and B" theirs.
      const owned = units.at(-1)?.to === from && units.at(-1)?.kind !== 'place';
      if (!owned && !/^(?:of|from)$/.test(at(words, i + 1))) units.push({ kind: 'group', title: null, from, to: i + 1 });
    }
    i = Math.max(i, to - 1);
  }
  return units;
}

/** "Turkish forces" are no party, "Turkish officials" are; "Ankara" only where it acts. */
function countryKind(words: Words, form: string, from: number, to: number): 'country' | 'place' | null {
  const possessive = /^['’]s$/.test(at(words, to));
  if (form === 'noun' && !possessive && at(words, to) !== '-') return 'country';
  if (form === 'capital' || form === 'metonym') {
    const side = sideOrPlace(words.tokens, from, to)?.is;
    return side === 'party' && !possessive ? 'country' : 'place';
  }
  if (at(words, to) === '-' || at(words, from - 1) === '-') return 'country'; // "Russia-Ukraine talks"
  const first = possessive ? to + 1 : to;
  for (let i = first; i < first + 5; i++) {
    if (has(words, i, Class.leader) || has(words, i, EVENT)) return 'country';
    if (!/^\p{L}/u.test(at(words, i)) || has(words, i, VERB | Class['other-preposition'] | Class['place-preposition'])) break;
  }
  return null;
}

/** A plural or collective noun for people who meet, without a name: "opposition leaders", "the cabinet". */
function isGroup(words: Words, i: number): boolean {
  if (
    !has(words, i, Class.leader) ||
    /^(?:president|minister|head|chief|foreign|defence|defense|king|prince|director|sides?|states|countries|secretary|ambassador|chairman|spokesman|general|counterparts?|team|teams|members|union|representative|official|leader|officials)$/.test(
      at(words, i),
    )
  )
    return /^(?:leaders|officials|counterparts|members|representatives)$/.test(at(words, i)) && !capital(words, i + 1);
  return !capital(words, i + 1) || capital(words, i);
}

function groupStart(words: Words, i: number, floor: number): number {
  let from = i;
  while (
    from > floor &&
    i - from < 3 &&
    /^\p{L}[\p{L}’']*$/u.test(at(words, from - 1)) &&
    !/^(?:the|a|an|of|and|or|with|his|her|their|its|its|some|other|between|by|two|both|senior|top|to|in|for|from|on|as|that|who|more|several|many|local)$/.test(
      at(words, from - 1),
    ) &&
    !has(words, from - 1, VERB | MET | EVENT)
  )
    from--;
  return from;
}

function firstFrom(ranges: readonly TokenRange[], from: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstEntity({ entities }: ReadPassage, offset: number): number {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entities[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
