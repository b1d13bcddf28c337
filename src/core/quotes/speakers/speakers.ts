import type { Quote, Span } from '../../article.ts';
import { countryOf } from '../../geo/countries.ts';
import type { ReadPassage } from '../../passage.ts';
import type { Cast } from '../../people/people.ts';
import { word } from '../../text/tokens.ts';
import type { PlacedAttribution } from '../placed.ts';
import { descriptionOf } from './descriptions.ts';
import { partyNoun } from './parties.ts';
import { Scene, type Mention } from './scene.ts';
import { readSource } from './sourcePhrase.ts';
import { trimPhrase } from './trim.ts';

/** Who speaks, as the article's quote says it. */
export type Speaker = Pick<Quote, 'speaker' | 'speakerKind' | 'candidates' | 'why'>;

const NO_VIA = null;

/** An attribution with its speaker. */
export interface Spoken extends Speaker {
  /** The medium of a second-hand quote. */
  readonly via: string | null;
  readonly placed: PlacedAttribution;
}

/** Resolves the sources of an article's attributions, in order, to the people and institutions they stand for. */
export function resolveSpeakers(
  attributions: readonly PlacedAttribution[],
  cast: Cast,
  printedNouns: ReadonlyMap<string, string>,
): readonly Spoken[] {
  const resolver = new Resolver(new Scene(cast), printedNouns);
  return attributions.map((placed) => resolver.resolve(placed));
}

/** A speaker that was found, and where: what a later pronoun may stand for. */
interface Turn {
  readonly speaker: Speaker;
  readonly index: number;
  readonly at: number;
  readonly plural: boolean;
}

const UNKNOWN = (code: string): Speaker => ({ speaker: null, speakerKind: null, candidates: [], why: { code, data: {} } });

class Resolver {
  private last: Turn | null = null;
  /** What the attributions so far quote. */
  private readonly quoted: Span[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly nouns: ReadonlyMap<string, string>,
  ) {}

  resolve(placed: PlacedAttribution): Spoken {
    const { source, cue, content } = placed.attribution;
    const { tokens } = placed.passage;
    const speaker = source ? this.ofSource(placed) : this.withoutSource(placed);
    const first = source ?? cue ?? content[0]!;
    if (speaker.speaker !== null)
      this.last = {
        speaker,
        index: placed.index,
        at: placed.start + tokens.start[first.from]!,
        plural: isPlural(speaker.speaker),
      };
    this.quoted.push(...placed.content);
    return { placed, via: NO_VIA, ...speaker };
  }

  private ofSource(placed: PlacedAttribution): Speaker {
    const { passage, start } = placed;
    const source = placed.attribution.source!;
    const at = start + passage.tokens.start[source.from]!;
    const printed = passage.text.slice(passage.tokens.start[source.from], passage.tokens.end[source.to - 1]);
    const phrase = readSource(passage, start, source, this.scene);
    switch (phrase.kind) {
      case 'people':
        return phrase.mentions.length === 1
          ? person(phrase.mentions[0]!, 'named', printed)
          : {
              speaker: phrase.mentions.map(({ person: each }) => each!.name).join(' and '),
              speakerKind: 'description',
              candidates: [],
              why: { code: 'jointly', data: { source: printed } },
            };
      case 'institution':
        return institution(phrase.mention, 'named', printed);
      case 'open':
        return {
          speaker: null,
          speakerKind: null,
          candidates: phrase.candidates,
          why: { code: 'two-candidates', data: { source: printed } },
        };
      case 'pronoun':
        return this.ofPronoun(phrase.word, placed, at, printed);
      case 'relative':
        return this.ofRelative(placed, at, printed);
      case 'description':
        return this.ofDescription(phrase, at, printed);
    }
  }

  private ofDescription(
    phrase: { words: readonly string[]; head: string; definite: boolean },
    at: number,
    printed: string,
  ): Speaker {
    const party = partyNoun(printed, this.nouns);
    if (party) return { speaker: party, speakerKind: 'party', candidates: [], why: { code: 'party', data: { source: printed } } };
    return (
      descriptionOf(phrase, at, this.scene, this.last?.speaker ?? null, printed) ?? {
        speaker: trimPhrase(printed),
        speakerKind: 'description',
        candidates: [],
        why: { code: 'described', data: { source: printed } },
      }
    );
  }

  /** "who said", "which added": what stands right before, if it is a name; else the words themselves. */
  private ofRelative({ passage, start }: PlacedAttribution, at: number, printed: string): Speaker {
    for (const mention of this.scene.back(at, 3)) {
      const gap = passage.text.slice(Math.max(0, mention.end - start), at - start);
      if (mention.start < start || gap.length > 80 || /[.!?;]/.test(gap)) break;
      if (mention.person) return person(mention, 'relative', printed);
      if (mention.institution && gap.length <= 3) return institution(mention, 'relative', printed);
    }
    return UNKNOWN('no-antecedent');
  }

  private ofPronoun(pronoun: string, placed: PlacedAttribution, at: number, printed: string): Speaker {
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(pronoun))
      return this.singular(placed, at, printed, /^s|^her/.test(pronoun));
    const { last } = this;
    const near = last && placed.index - last.index <= 2 ? last.speaker : null;
    if (/^(?:it|its)$/.test(pronoun)) {
      if (near && (near.speakerKind === 'institution' || near.speakerKind === 'party')) return again(near, 'pronoun', printed);
      for (const mention of this.scene.back(at, 4))
        if (mention.institution && mention.end > placed.start) return institution(mention, 'pronoun', printed);
      return near && near.speakerKind === 'description' ? again(near, 'pronoun', printed) : UNKNOWN('pronoun-open');
    }
    if (/^(?:they|them|their)$/.test(pronoun))
      return near && (last!.plural || near.speakerKind !== 'person') ? again(near, 'pronoun', printed) : UNKNOWN('pronoun-open');
    return UNKNOWN('pronoun-open');
  }

  /**
   * The person whom "he" or "she" stands for: whoever speaks in this sentence, else its first name, else the subject of the nearest
   * sentence before that has one or the last speaker, whichever is nearer. Names inside quoted words do not count.
   */
  private singular(placed: PlacedAttribution, at: number, printed: string, female: boolean): Speaker {
    const { passage, start } = placed;
    const fits = (mention: Mention) =>
      mention.person !== null && genderOf(mention) !== (female ? 'male' : 'female') && !this.isQuoted(mention.start);
    const { last } = this;
    const lastPerson =
      last &&
      last.at < at &&
      placed.index - last.index <= 3 &&
      last.speaker.speakerKind === 'person' &&
      !this.wrongGender(last.speaker.speaker!, female)
        ? last
        : null;
    const token = tokenOf(passage, at - start);
    const home = passage.sentences.findIndex(({ from, to }) => from <= token && token < to);
    for (let scope = home; scope >= 0; scope--) {
      const { from, to } = passage.sentences[scope]!;
      const first = start + passage.tokens.start[from]!;
      if (lastPerson && lastPerson.at >= first) return again(lastPerson.speaker, 'pronoun', printed);
      const end = scope === home ? at : start + passage.tokens.end[Math.min(to, from + 10) - 1]!;
      const subject = this.scene.within({ start: first, end }).find(fits);
      if (subject) return person(subject, 'pronoun', printed);
    }
    if (lastPerson) return again(lastPerson.speaker, 'pronoun', printed);
    const near = new Map<string, Mention>();
    for (const mention of this.scene.back(at, 8))
      if (fits(mention) && at - mention.end < 900) near.set(mention.person!.name, mention);
    const names = [...near.keys()];
    if (names.length === 1) return person(near.get(names[0]!)!, 'pronoun', printed);
    if (names.length > 1)
      return {
        speaker: null,
        speakerKind: null,
        candidates: names.reverse(),
        why: { code: 'two-candidates', data: { source: printed } },
      };
    return UNKNOWN('pronoun-open');
  }

  /** Whether an offset lies in words that an attribution before this one quotes. */
  private isQuoted(offset: number): boolean {
    for (let i = this.quoted.length - 1; i >= Math.max(0, this.quoted.length - 24); i--) {
      const { start, end } = this.quoted[i]!;
      if (start <= offset && offset < end) return true;
    }
    return false;
  }

  private wrongGender(name: string, female: boolean): boolean {
    const mention = this.scene.mentions.find(({ person: each }) => each?.name === name);
    return mention !== undefined && genderOf(mention) === (female ? 'male' : 'female');
  }

  /** No source is printed: "saying", "adding" borrow the sentence's subject; a quotation alone goes on with the last speaker. */
  private withoutSource(placed: PlacedAttribution): Speaker {
    const { passage, start, attribution } = placed;
    const { cue } = attribution;
    if (!cue)
      return attribution.found === 'continued' && this.last ? again(this.last.speaker, 'continued', '') : UNKNOWN('no-source');
    const verb = word(passage.tokens, cue.from).toLowerCase();
    if (!verb.endsWith('ing')) return UNKNOWN('no-source');
    const sentence = passage.sentences.find(({ from, to }) => from <= cue.from && cue.from < to)!;
    const from = start + passage.tokens.start[sentence.from]!;
    if (this.last && this.last.at >= from) return again(this.last.speaker, 'participle', verb);
    const subject = this.scene.within({ start: from, end: start + passage.tokens.start[cue.from]! })[0];
    if (subject?.person) return person(subject, 'participle', verb);
    if (subject?.institution) return institution(subject, 'participle', verb);
    return UNKNOWN('no-source');
  }
}

function person({ person: found }: Mention, code: string, source: string): Speaker {
  return { speaker: found!.name, speakerKind: 'person', candidates: [], why: { code, data: { source } } };
}

function institution({ institution: found }: Mention, code: string, source: string): Speaker {
  return { speaker: found!.name, speakerKind: 'institution', candidates: [], why: { code, data: { source } } };
}

function again(speaker: Speaker, code: string, source: string): Speaker {
  return { ...speaker, why: { code, data: { source, name: speaker.speaker ?? '' } } };
}

function tokenOf({ tokens }: ReadPassage, offset: number): number {
  let low = 0;
  let high = tokens.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens.start[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const FEMALE =
  /\b(?:queen|princess|spokeswoman|chairwoman|businesswoman|congresswoman|actress|duchess|baroness|mother|wife|daughter|sister|first lady|mrs|ms)\b/i;
const MALE =
  /\b(?:king|prince|spokesman|chairman|businessman|congressman|actor|duke|father|husband|son|brother|mr|sheikh|imam|bishop)\b/i;

/** What a person's roles say of their gender; most say nothing. */
function genderOf({ person: found }: Mention): 'female' | 'male' | null {
  const roles = found?.roles ?? [];
  if (roles.some(({ role }) => FEMALE.test(role))) return 'female';
  return roles.some(({ role }) => MALE.test(role)) ? 'male' : null;
}

function isPlural(name: string): boolean {
  return / and |s$/.test(name);
}

/** The nouns by which the article prints its countries, by code: "TR" → "Türkiye". */
export function printedNouns(passages: readonly { readonly passage: ReadPassage }[]): ReadonlyMap<string, string> {
  const nouns = new Map<string, string>();
  for (const { passage } of passages)
    for (const { type, start, end } of passage.entities) {
      if (type !== 'location') continue;
      const words = passage.text.slice(start, end);
      const country = countryOf(words);
      if (country?.form === 'noun' && !nouns.has(country.code)) nouns.set(country.code, words);
    }
  return nouns;
}
