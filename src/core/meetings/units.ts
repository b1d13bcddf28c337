import { findCountries } from '../geo/mentions.ts';
import { sideOrPlace } from '../geo/side.ts';
import type { ReadPassage } from '../passage.ts';
import type { TokenRange } from '../text/sentences.ts';
import { isVisitVerb } from './eventNames.ts';
import { groupStart, isChamber, isGroup } from './groups.ts';
import { at, capital, Class, has, hasWord, isTime, type Words } from './words.ts';

/** What governs a possible participant: "A (subject) met B (object) in C (place)", "talks with B (partner)", "hosted by B (agent)". */
export type Governor = 'subject' | 'object' | 'partner' | 'of' | 'agent' | 'place' | 'other';

/** Somebody or something in a sentence that may take part in a meeting, as token range. */
export interface Unit extends TokenRange {
  readonly kind: 'person' | 'country' | 'organization' | 'group' | 'place';
  readonly governor: Governor;
  /** Of a place whether it is the capital of a state. */
  readonly capital: boolean;
  /** Number of the clause in its sentence, from 0. */
  readonly clause: number;
  /** Where the title before a person's name begins and the apposition after it ends; the unit's own ends elsewhere. */
  readonly lead: number;
  readonly tail: number;
  /** Of a state the body that stands for it: `cabinet` of "Peru's cabinet", `Harbour Council` of "Peru's cabinet, the Harbour Council,". */
  readonly body: TokenRange | null;
  /** Of a person the country or organisation inside the title before the name: `Turkish` of "Turkish Defence Minister Hulusi Akar". */
  readonly title: (TokenRange & { readonly kind: 'country' | 'organization' }) | null;
}

type Raw = TokenRange & Pick<Unit, 'kind' | 'title' | 'lead' | 'tail' | 'capital' | 'body'>;

/** The units of a sentence, in order, each with what governs it. One pass over the sentence's tokens. */
export function findUnits(passage: ReadPassage, words: Words, sentence: TokenRange): readonly Unit[] {
  const raw = withTitles(words, rawUnits(passage, words, sentence), sentence);
  const units: Unit[] = [];
  let governor: Governor = 'subject';
  let clause = 0;
  let next = 0;
  // "During his meeting with B on Saturday, A said": the subject comes after the comma.
  let ahead = opens(words, sentence.from);
  for (let i = sentence.from; i < sentence.to; i++) {
    const unit = raw[next];
    if (unit && unit.lead === i) {
      // "The minister for ports, Ana Ruiz, met …": the name between commas is what the title before it stands for.
      const named = unit.kind === 'person' && at(words, i - 1) === ',' && at(words, unit.tail) === ',';
      if (named && governor === 'other' && !units.some((each) => each.governor === 'subject' && each.kind !== 'place'))
        governor = 'subject';
      units.push({ ...unit, governor, clause });
      i = unit.tail - 1;
      next++;
      continue;
    }
    const own = at(words, i);
    // "During a meeting with B, the head of C, on Sunday A said": what stands between the commas is B's.
    const apposed = own === ',' && units.at(-1)?.tail === i && at(words, raw[next]?.tail ?? -1) === ',';
    if (own === ',' && ahead && !apposed && !/^(?:and|or|which|who)$|^$/.test(at(words, i + 1))) {
      if (raw[next]?.lead === i + 1 || /^(?:the|a|an|his|her|its|both)$/.test(at(words, i + 1))) {
        governor = 'subject';
        clause++;
        ahead = false;
        continue;
      }
    }
    // "The spokesman said President X met Y": what the reporting verb is followed by begins the clause of its content.
    if (
      /^(?:said|says|say|added|noted|stated|confirmed|believes|claimed)$/.test(own) &&
      (raw[next]?.lead === i + 1 || /^(?:the|both|two|he|she|they)$/.test(at(words, i + 1)))
    ) {
      clause++;
      governor = 'subject';
      continue;
    }
    if (startsClause(words, i, sentence)) {
      // "LIMA: During a visit to …": what opens the sentence stands behind its dateline.
      ahead ||= /^[:—–]$/.test(own) && i - sentence.from < 6 && opens(words, i + 1);
      clause++;
      governor = 'subject';
      // "after meeting X", "following talks with X": no subject of its own.
      continue;
    }
    governor = governorAfter(words, i, own, governor);
    // "At their meeting A and B agreed", "In the morning A met B".
    if (
      ahead &&
      (has(words, i, EVENT) || isTime(own) || /^(?:morning|afternoon|evening)$/.test(own)) &&
      raw[next]?.lead === i + 1
    ) {
      governor = 'subject';
      clause++;
      ahead = false;
    }
  }
  return units;
}

function opens(words: Words, i: number): boolean {
  return has(words, i, OPENING) || /^(?:to|during|following|speaking|earlier)$|ing$/.test(at(words, i));
}

const OPENING = Class['place-preposition'] | Class['other-preposition'] | Class['participant-preposition'] | Class.clause;
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
  if ((has(words, i, MET) || isVisitVerb(words, i)) && !capital(words, i)) return 'object';
  if (
    own === 'meeting' &&
    !/^(?:the|a|an|this|that|their|his|her|its|our|'s|’s|first|second|last|previous|next|earlier|recent)$/.test(
      at(words, i - 1),
    ) &&
    !has(words, i + 1, Class['participant-preposition'])
  )
    return 'object';
  // "the member states", "the press reports": nouns in the form of a verb.
  const noun =
    /^(?:states|reports|claims|notes)$/.test(own) &&
    !/^(?:he|she|it|who|which|that|also|statement|report)$/.test(at(words, i - 1));
  if (has(words, i, VERB) && !noun && !capital(words, i) && own !== "'s" && own !== '’s') return 'other';
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

/**
 * Countries and organisations inside a title before a name ("USAID Mission Director Ann Lee") or an apposition after it ("Ann Lee, head of
 * the USAID mission,") belong to the person.
 */
function withTitles(words: Words, raw: readonly Raw[], sentence: TokenRange): readonly Raw[] {
  const owner = new Map<Raw, Raw>();
  const titles = new Map<Raw, Raw>();
  const ends = new Map<Raw, readonly [number, number]>();
  for (const [index, person] of raw.entries()) {
    if (person.kind !== 'person') continue;
    const from = titleStart(words, raw, index, sentence.from);
    // "Peruvian minister A, Chilean minister B and …": the next one's title is no apposition.
    const next = raw.findIndex((unit, i) => i > index && i <= index + NEAR && unit.kind === 'person');
    const limit = next < 0 ? sentence.to : titleStart(words, raw, next, person.to);
    const to = appositionEnd(words, limit, person.to);
    ends.set(person, [from, to]);
    for (const unit of raw.slice(Math.max(0, index - NEAR), index + NEAR)) {
      if (unit.kind === 'person' || owner.has(unit)) continue;
      const before = unit.from >= from && unit.to <= person.from;
      if (!before && !(unit.from >= person.to && unit.to <= to)) continue;
      owner.set(unit, person);
      // "Ambassador of China to Mongolia": where one is sent is not whom one stands for.
      const named = unit.kind === 'country' || unit.kind === 'organization' || (before && unit.kind === 'place');
      if (named && !titles.has(person) && !/^(?:to|in)$/.test(at(words, unit.from - 1))) titles.set(person, unit);
    }
  }
  return raw
    .filter((unit) => !owner.has(unit))
    .map((unit) => {
      const title = titles.get(unit);
      const [lead, tail] = ends.get(unit) ?? [unit.from, Math.max(unit.to, unit.tail)];
      const known = title && (title.kind === 'country' || title.kind === 'organization');
      return { ...unit, lead, tail, title: known ? { kind: title.kind, from: title.from, to: title.to } : null };
    });
}

/** How many units a title or apposition can hold. */
const NEAR = 6;

/** Where the title before a name begins; the name's own start where there is none. */
function titleStart(words: Words, raw: readonly Raw[], index: number, floor: number): number {
  const person = raw[index]!;
  let office = false;
  let near = index - 1;
  let before = raw[near];
  let i = person.from - 1;
  for (; i >= floor && person.from - i < 30; i--) {
    while (before && before.from > i) before = raw[--near];
    const unit = before && before.to > i ? before : undefined;
    if (unit?.kind === 'person') break;
    const own = at(words, i);
    if (isTime(own)) break; // "received on Sunday President X"
    if (own === 'and' && before?.to === i) break; // "Peru and Chilean President X"
    if (
      !unit &&
      !capital(words, i) &&
      !has(words, i, Class.leader) &&
      !/^(?:of|for|and|the|'s|’s|to|-|acting|deputy|mission|general|in|\.)$/.test(own)
    )
      break;
    office ||= has(words, i, Class.leader);
  }
  i++;
  while (i < person.from && /^(?:of|for|and|the|'s|’s|to|-|in|\.)$/.test(at(words, i))) i++;
  if (office) return i;
  // "Peru's Ana Ruiz"
  const owner = raw[index - 1];
  return owner?.kind === 'country' && owner.to === person.from - 1 && /^['’]s?$/.test(at(words, owner.to))
    ? owner.from
    : person.from;
}

/** The end of ", head of the mission in X," after a name, or the name's end. */
function appositionEnd(words: Words, limit: number, from: number): number {
  if (at(words, from) !== ',' && at(words, from) !== '(') return from;
  let office = false;
  let i = from + 1;
  for (; i < limit; i++) {
    const own = at(words, i);
    if (/^[,;:.)“”"]$/.test(own) || has(words, i, Class.clause | Class.speech | MET)) break;
    if (has(words, i, Class.auxiliary) && !/^['’]s$/.test(own)) break;
    if (i - from <= 7) office ||= has(words, i, Class.leader);
  }
  return office ? i : from;
}

function raw(kind: Unit['kind'], from: number, to: number, isCapital = false): Raw {
  return { kind, from, to, lead: from, tail: to, title: null, capital: isCapital, body: null };
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
    // "Harbour Board (HB)": the acronym is no second party.
    if (named && at(words, i - 1) === '(' && at(words, to) === ')' && (units.at(-1)?.to === i - 1 || isAcronym(words, i))) {
      i = to;
      continue;
    }
    if (named?.type === 'person') units.push(raw('person', i, to));
    else if (named?.type === 'organization' && !(state && state.to >= to)) {
      // "Peru's cabinet, the State Council,": the body's own name.
      const before = units.at(-1);
      if (before?.body && at(words, before.body.to) === ',' && i - before.body.to < 3 && at(words, to) === ',')
        units[units.length - 1] = { ...before, body: { from: i, to }, tail: to };
      else units.push(raw('organization', i, to));
    } else if (state) {
      to = Math.max(state.to, named ? to : 0);
      // "Peru's Ana Ruiz"
      const owns = state.form === 'noun' && /^['’]s?$/.test(at(words, state.to)) && isPersonAt(passage, entity, state.to + 1);
      const kind = owns ? 'country' : countryKind(words, state.form, i, state.to);
      if (kind) units.push(raw(kind, i, state.to, kind === 'place' && state.form === 'capital'));
      to = state.to;
    } else if (named?.type === 'location' || named?.type === 'facility')
      units.push(raw(isLongState(words, i, to) ? 'country' : 'place', i, to));
    else if (isGroup(words, i)) {
      const from = groupStart(words, i, Math.max(sentence.from, units.at(-1)?.to ?? sentence.from));
      // "Egyptian government officials" are Egypt's, "ministers of A and B" theirs.
      const owner = units.at(-1);
      const possessed = owner?.to === from - 1 && /^['’]s?$/.test(at(words, from - 1));
      const owned = (owner?.to === from && owner.kind !== 'place') || (possessed && owner?.kind === 'country');
      if (owned && owner?.kind === 'country' && isChamber(words, i))
        units[units.length - 1] = { ...owner, body: { from, to: i + 1 } };
      if (!owned && !/^(?:of|from)$/.test(at(words, i + 1))) units.push(raw('group', from, i + 1));
    }
    i = Math.max(i, to - 1);
  }
  return units;
}

/** Whether the entity at `index` or the next is a person whose name begins at the token `i`. */
function isPersonAt({ tokens, entities }: ReadPassage, index: number, i: number): boolean {
  const start = tokens.start[i];
  for (let k = index; k < Math.min(entities.length, index + 2); k++)
    if (entities[k]!.start === start) return entities[k]!.type === 'person';
  return false;
}

/** "central executive committee (CEC)". */
function isAcronym(words: Words, i: number): boolean {
  const own = at(words, i);
  if (own.length < 2) return false;
  for (let k = 0; k < own.length; k++) if (at(words, i - 1 - own.length + k)[0] !== own[k]) return false;
  return true;
}

/** "the Kingdom of Peru", tagged as one place. */
function isLongState(words: Words, from: number, to: number): boolean {
  return (
    hasWord(words, from, to - 2, /^(?:kingdom|republic|sultanate|emirate|federation|commonwealth)$/) &&
    hasWord(words, from, to, /^of$/)
  );
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
