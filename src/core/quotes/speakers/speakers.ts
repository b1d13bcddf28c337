import type { Person, Quote, Span } from '../../article.ts';
import type { Placed } from '../../passage.ts';
import { word } from '../../text/tokens.ts';
import type { PlacedAttribution } from '../placed.ts';
import {
  areJoined,
  byInitials,
  type DescribedPhrase,
  followsPreposition,
  holds,
  isOther,
  isPlural,
  mayBe,
  nounPhraseBefore,
  standsAlone,
  tokenOf,
} from './around.ts';
import { again, institution, isSomebody, jointly, person, type Speaker, twoCandidates, unknown } from './answers.ts';
import { descriptionOf } from './descriptions.ts';
import { type Gender, genderOf } from './gender.ts';
import { genderOfNoun, isRelation, personNoun } from './nouns.ts';
import { partyNoun } from './parties.ts';
import type { Mention, Scene } from './scene.ts';
import { readSource } from './sourcePhrase.ts';
import { trimPhrase } from './trim.ts';
import { passedOnBy, quotedBy, toldTo } from './secondHand.ts';
import { isWritten } from './written.ts';

/** How many passages, and how many quoted spans, before a source may tell whom it names. */
export const PASSAGES_BACK = 2;
export const QUOTED_BACK = 24;

const PERSONAL = /^(?:i|we|he|she|it|they|you|who)$/i;
/** Names at most so many characters apart stand side by side. */
const TOGETHER = 160;

/** A description of more words than this is a slip of the taggers, not a speaker. */
const LONGEST_DESCRIPTION = 9;

/** Words that are a slip of the taggers when they stand alone: "yesterday said", `a` of "a voice-over". */
const NOBODY = /^(?:an?|the|this|that|these|those|there|yesterday|today|further|also|later)$/i;

/** A speaker with the medium of a second-hand quote. */
export type Answer = Speaker & Pick<Quote, 'via'>;

/** A speaker that was found, and where: what a later pronoun may stand for. */
export interface Turn {
  readonly speaker: Speaker;
  readonly index: number;
  readonly at: number;
  readonly plural: boolean;
}

/**
 * Resolves sources one by one, in the order of the text. Its answers hang on its fields alone, of `passages` on the one asked about and the
 * `PASSAGES_BACK` before it, of `quoted` on the last `QUOTED_BACK`: `inOrder.ts` counts on that.
 */
export class Resolver {
  /** Who spoke last. */
  last: Turn | null = null;
  /** Whoever put words in writing last: what "the statement" may stand for. */
  issuer: Speaker | null = null;
  /** What the attributions so far quote. */
  readonly quoted: Span[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly nouns: ReadonlyMap<string, string>,
    private readonly passages: readonly Placed[],
  ) {}

  resolve(placed: PlacedAttribution): Answer {
    const { source, cue, content } = placed.attribution;
    const { tokens } = placed.passage;
    if (source && this.isQuoted(placed.source!.start)) return this.nested(placed);
    const quoted = source ? quotedBy(placed, this.scene) : null;
    const speaker = quoted
      ? person(quoted.said, 'quoted', quoted.via)
      : source
        ? (this.goesOn(placed) ?? this.ofSource(placed))
        : this.withoutSource(placed);
    const first = source ?? cue ?? content[0]!;
    if (speaker.speaker !== null)
      this.last = {
        speaker,
        index: placed.index,
        at: placed.start + tokens.start[first.from]!,
        plural: isPlural(speaker.speaker),
      };
    if (speaker.speaker !== null && isWritten(placed)) this.issuer = speaker;
    this.quoted.push(...placed.content);
    return { ...speaker, via: quoted?.via ?? passedOnBy(placed, this.scene) ?? toldTo(placed, this.scene) };
  }

  /** “The minister told us that it had failed,” said Koru: who speaks for a quoted source is not Koru, nor the next "he". */
  private nested(placed: PlacedAttribution): Answer {
    const { last } = this;
    this.last = null;
    const printed = placed.passage.text.slice(placed.source!.start - placed.start, placed.source!.end - placed.start);
    const speaker = PERSONAL.test(printed) ? unknown('pronoun-open') : this.ofSource(placed);
    this.last = last;
    this.quoted.push(...placed.content);
    return {
      via: null,
      ...(last !== null && speaker.why.code === 'role' && speaker.speaker === last.speaker.speaker
        ? unknown('role-open')
        : speaker),
    };
  }

  /** Whole sentences behind a report are by whoever it names. */
  private goesOn({ attribution, source }: PlacedAttribution): Speaker | null {
    const { last } = this;
    return attribution.found === 'continued' && last?.at === source!.start ? again(last.speaker, 'continued', '') : null;
  }

  private ofSource(placed: PlacedAttribution): Speaker {
    const { passage, start } = placed;
    const source = placed.attribution.source!;
    const at = start + passage.tokens.start[source.from]!;
    const printed = passage.text.slice(passage.tokens.start[source.from], passage.tokens.end[source.to - 1]);
    const phrase = readSource(passage, start, source, this.scene);
    switch (phrase.kind) {
      case 'people':
        return phrase.mentions.length === 1 ? person(phrase.mentions[0]!, 'named', printed) : jointly(phrase.mentions, printed);
      case 'institution':
        return institution(phrase.mention, 'named', printed);
      case 'open':
        return this.ofOpenName(phrase.candidates, placed, at, printed);
      case 'pronoun':
        return this.ofPronoun(phrase.word, placed, at, printed);
      case 'relative':
        return this.ofRelative(placed, at, printed);
      case 'description':
        return this.ofDescription(phrase, placed, at, printed);
    }
  }

  /** "Kim", where two are in the article: the one named shortly before, if the other was not named since. */
  private ofOpenName(candidates: readonly string[], placed: PlacedAttribution, at: number, printed: string): Speaker {
    let recent: Mention | null = null;
    for (const mention of this.scene.back(at, 6)) {
      if (!mention.person || !candidates.includes(mention.person.name)) continue;
      if (at - mention.end > 600 || (recent && recent.start - mention.end > TOGETHER)) break;
      // "Tarik Demir and Jale Demir came": who is named last of two side by side says nothing.
      if (recent && recent.person !== mention.person) return twoCandidates(candidates, printed);
      recent ??= mention;
    }
    if (recent) return person(recent, 'recent', printed);
    const { last } = this;
    if (last && placed.index - last.index <= 1 && candidates.includes(last.speaker.speaker ?? ''))
      return again(last.speaker, 'recent', printed);
    return twoCandidates(candidates, printed);
  }

  private ofDescription(phrase: DescribedPhrase, placed: PlacedAttribution | null, at: number, printed: string): Speaker {
    const party = partyNoun(printed, this.nouns);
    if (party) return { speaker: party, speakerKind: 'party', candidates: [], why: { code: 'party', data: { source: printed } } };
    if (/^(?:the (?:two|pair)|both)\b/i.test(printed.trim())) return this.ofPair(at, printed);
    const initials = byInitials(this.scene, at, printed);
    if (initials) return person(initials, 'named', printed);
    return (
      descriptionOf(phrase, at, this.scene, this.last?.speaker ?? null, this.issuer, printed) ??
      (phrase.words.length > LONGEST_DESCRIPTION ? unknown('unclear-source') : null) ??
      (NOBODY.test(printed) ? unknown('no-source') : null) ??
      (placed && this.ofEpithet(phrase, placed, at, printed)) ?? {
        speaker: trimPhrase(printed.replace(/, (?:who|which|whose) .*$/s, '')),
        speakerKind: 'description',
        candidates: [],
        why: { code: 'described', data: { source: printed } },
      }
    );
  }

  /** "The goalkeeper", "the 21-year-old", which no role answers to: whoever "he" would stand for, and nobody where it is a post. */
  private ofEpithet(phrase: DescribedPhrase, placed: PlacedAttribution, at: number, printed: string): Speaker | null {
    const head = /\d-year-old\b/.test(printed) ? 'year-old' : phrase.head;
    const noun = personNoun(head);
    if (!noun || !standsAlone(printed, head)) return null;
    const open = unknown('role-open', printed);
    if (noun === 'post' || isRelation(head)) return open;
    const gender = genderOfNoun(head);
    const found = this.singular(placed, at, printed, gender);
    if (found.speaker === null) return found.candidates.length > 0 ? found : open;
    const someone = this.scene.person(found.speaker);
    if (!someone || !mayBe(someone, head, printed) || (gender !== null && genderOf(someone) !== gender)) return open;
    return this.isIntroduced(someone, placed, at) ? open : again(found, 'epithet', printed);
  }

  /** Whether "a doctor" or "another man" came after a person's last name, and may be "the doctor" as well. */
  private isIntroduced(someone: Person, { index }: PlacedAttribution, at: number): boolean {
    let named = 0;
    for (const mention of this.scene.back(at, 12)) {
      if (mention.person !== someone) continue;
      named = mention.end;
      break;
    }
    for (let i = index; i >= Math.max(0, index - PASSAGES_BACK); i--) {
      const { passage, start } = this.passages[i]!;
      const { tokens } = passage;
      for (let k = tokenOf(passage, at - start) - 1; k >= 0 && start + tokens.start[k]! >= named; k--) {
        if (!/^(?:an?|one|another)$/i.test(word(tokens, k))) continue;
        for (let noun = k + 1; noun <= k + 3 && noun < tokens.count; noun++) if (personNoun(word(tokens, noun))) return true;
      }
    }
    return false;
  }

  /** "As for the Greek ambassador, she said": the sentence says itself whom it turns to. */
  private topicOf(placed: PlacedAttribution, at: number): Speaker | null {
    const { passage, start, attribution } = placed;
    const { sentences, tokens } = passage;
    const token = tokenOf(passage, at - start);
    const sentence = sentences.find(({ from, to }) => from <= token && token < to);
    if (!sentence || token < sentence.from + 4 || word(tokens, token - 1) !== ',') return null;
    if (!/^as$/i.test(word(tokens, sentence.from)) || word(tokens, sentence.from + 1) !== 'for') return null;
    const own = { from: sentence.from + 2, to: token - 1 };
    return this.ofSource({ ...placed, attribution: { ...attribution, source: own } });
  }

  /** "The two", "they": the last two persons named in one sentence, or whoever spoke jointly. */
  private ofPair(at: number, printed: string): Speaker {
    const { last } = this;
    if (last?.speaker.why.code === 'jointly' || (last?.plural && last.speaker.speakerKind === 'description'))
      return again(last.speaker, 'pronoun', printed);
    let later: Mention | null = null;
    for (const mention of this.scene.back(at, 8)) {
      if (!mention.person || at - mention.end > 1200) continue;
      if (later && later.person !== mention.person && later.start - mention.end < 160)
        return {
          speaker: `${mention.person.name} and ${later.person!.name}`,
          speakerKind: 'description',
          candidates: [],
          why: { code: 'jointly', data: { source: printed } },
        };
      later = mention;
    }
    return unknown('pronoun-open');
  }

  /** "They", after "Akar and Fidan left Ankara.": two persons who lead this sentence or the one before, later than the last speaker. */
  private twoLeading({ passage, start }: PlacedAttribution, at: number, lastAt: number, printed: string): Speaker | null {
    const { sentences, tokens } = passage;
    let home = sentences.length - 1;
    while (home > 0 && start + tokens.start[sentences[home]!.from]! > at) home--;
    for (let number = home; number >= Math.max(0, home - 1); number--) {
      const first = start + tokens.start[sentences[number]!.from]!;
      const [one, other] = this.scene
        .within({ start: first, end: Math.min(at, first + 120) })
        .filter(({ person: each }) => each !== null);
      if (!one || !other || one.person === other.person || one.start < lastAt) continue;
      if (areJoined({ passage, start }, one, other)) return jointly([one, other], printed);
    }
    return null;
  }

  /** "who said", "which added": what stands right before, if it is a name; else the words themselves. */
  private ofRelative(placed: PlacedAttribution, at: number, printed: string): Speaker {
    const { passage, start } = placed;
    for (const mention of this.scene.back(at, 3)) {
      const gap = passage.text.slice(Math.max(0, mention.end - start), at - start);
      if (mention.start < start || gap.length > 80 || /[.!?;]/.test(gap)) break;
      if (mention.person) return person(mention, 'relative', printed);
      if (mention.institution && gap.length <= 3) return institution(mention, 'relative', printed);
    }
    const phrase = nounPhraseBefore(passage, tokenOf(passage, at - start));
    if (phrase) {
      const own = passage.text.slice(passage.tokens.start[phrase.from], passage.tokens.end[phrase.to - 1]);
      const read = readSource(passage, start, phrase, this.scene);
      if (read.kind === 'description') return this.ofDescription(read, null, start + passage.tokens.start[phrase.from]!, own);
    }
    return unknown('no-antecedent');
  }

  private ofPronoun(pronoun: string, placed: PlacedAttribution, at: number, printed: string): Speaker {
    const topic = this.topicOf(placed, at);
    if (topic) return topic;
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(pronoun))
      return this.singular(placed, at, printed, /^s|^her/.test(pronoun) ? 'female' : 'male');
    const { last } = this;
    const near = last && placed.index - last.index <= 2 ? last.speaker : null;
    const two = /^(?:they|them|their)$/.test(pronoun) ? this.twoLeading(placed, at, last?.at ?? -1, printed) : null;
    if (two) return two;
    if (/^(?:it|its)$/.test(pronoun)) {
      if (near && (near.speakerKind === 'institution' || near.speakerKind === 'party')) return again(near, 'pronoun', printed);
      for (const mention of this.scene.back(at, 4))
        if (mention.institution && mention.end > placed.start) return institution(mention, 'pronoun', printed);
      return near && near.speakerKind === 'description' ? again(near, 'pronoun', printed) : unknown('pronoun-open');
    }
    if (/^(?:they|them|their)$/.test(pronoun))
      return near && last!.plural ? again(near, 'pronoun', printed) : this.ofPair(at, printed);
    return unknown('pronoun-open');
  }

  /**
   * The person whom "he" or "she" stands for: whoever speaks in this sentence, else its first name, else the subject of the nearest
   * sentence before that has one or the last speaker, whichever is nearer. Names inside quoted words do not count.
   */
  private singular(placed: PlacedAttribution, at: number, printed: string, gender: Gender | null): Speaker {
    const { passage } = placed;
    const fits = (mention: Mention) =>
      mention.person !== null &&
      !isOther(genderOf(mention.person), gender) &&
      !this.isQuoted(mention.start) &&
      !placed.content.some((span) => holds(span, mention.start));
    const leads = (mention: Mention, scope: Placed) => fits(mention) && !followsPreposition(scope, mention.start);
    const { last } = this;
    const lastPerson =
      last &&
      last.at < at &&
      placed.index - last.index <= 3 &&
      (last.speaker.speakerKind === 'person' || isSomebody(last.speaker)) &&
      !isOther(genderOf(this.scene.person(last.speaker.speaker)), gender)
        ? last
        : null;
    const source = placed.attribution.source!;
    const token = source.from;
    // “Lavrov must go, he said”: what stands before a final cue is what he said.
    const final = token > 0 && /^(?:,|["”’]|'')$/u.test(word(passage.tokens, token - 1));
    for (let index = placed.index; index >= Math.max(0, placed.index - PASSAGES_BACK); index--) {
      const scope = this.passages[index]!;
      const { sentences, tokens } = scope.passage;
      const own = index === placed.index;
      let home = sentences.length - 1;
      if (own) while (home > 0 && sentences[home]!.from > token) home--;
      for (let number = home; number >= Math.max(0, home - 20); number--) {
        const { from, to } = sentences[number]!;
        const first = scope.start + tokens.start[from]!;
        if (lastPerson && lastPerson.at >= first) return again(lastPerson.speaker, 'pronoun', printed);
        const same = own && number === home;
        if (same && final) continue;
        const end = same ? at : scope.start + tokens.end[Math.min(to, from + 8) - 1]!;
        const names = this.scene.within({ start: first, end });
        const subject = names.find((mention) => leads(mention, scope));
        if (!subject) continue;
        const other = names.find((mention) => mention.start > subject.end && mention.person !== subject.person && fits(mention));
        // "Jale Demir and Ann Brook met in Lisbon.": she may be either.
        if (other && areJoined(scope, subject, other)) return twoCandidates([subject.person!.name, other.person!.name], printed);
        return person(subject, 'pronoun', printed);
      }
    }
    if (lastPerson) return again(lastPerson.speaker, 'pronoun', printed);
    const near = new Map<string, Mention>();
    for (const mention of this.scene.back(at, 8))
      if (fits(mention) && at - mention.end < 900) near.set(mention.person!.name, mention);
    const names = [...near.keys()];
    if (names.length === 1) return person(near.get(names[0]!)!, 'pronoun', printed);
    if (names.length > 1) return twoCandidates(names.reverse(), printed);
    return unknown('pronoun-open');
  }

  /** Whether an offset lies in words that an attribution before this one quotes. */
  private isQuoted(offset: number): boolean {
    for (let i = this.quoted.length - 1; i >= Math.max(0, this.quoted.length - QUOTED_BACK); i--) {
      if (holds(this.quoted[i]!, offset)) return true;
    }
    return false;
  }

  /** No source is printed: "saying", "adding" borrow the sentence's subject; a quotation alone goes on with the last speaker. */
  private withoutSource(placed: PlacedAttribution): Speaker {
    const { passage, start, attribution } = placed;
    const { cue } = attribution;
    if (!cue)
      return attribution.found === 'continued' && this.last ? again(this.last.speaker, 'continued', '') : unknown('no-source');
    const verb = word(passage.tokens, cue.from).toLowerCase();
    if (!verb.endsWith('ing')) return unknown('no-source');
    const sentence = passage.sentences.find(({ from, to }) => from <= cue.from && cue.from < to)!;
    const from = start + passage.tokens.start[sentence.from]!;
    if (this.last && this.last.at >= from) return again(this.last.speaker, 'participle', verb);
    const names = this.scene.within({ start: from, end: start + passage.tokens.start[cue.from]! });
    const subject = names.find((mention) => !followsPreposition(placed, mention.start));
    // "At the same time, he demanded that Raja resign, accusing him": the sentence is about whoever spoke before.
    const before = passage.text.slice(from - start, (subject?.start ?? start + passage.tokens.start[cue.from]!) - start);
    if (/\b(?:he|she)\b/i.test(before)) {
      const { last } = this;
      const near = last?.speaker.speakerKind === 'person' && placed.index - last.index <= 2;
      return near ? again(last.speaker, 'participle', verb) : unknown('no-source');
    }
    if (subject?.person) return person(subject, 'participle', verb);
    if (subject?.institution) return institution(subject, 'participle', verb);
    return unknown('no-source');
  }
}
