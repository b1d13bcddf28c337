import { LONGEST, SLOTS, slotOf } from './wordSlots.ts';

/**
 * Tokens of news text, cut as the Worldwide NER corpus cuts them (a change here asks for retraining):
 * hyphens and dashes stand alone, clitics (`'s`, `n't` stays on its verb) are split off, `O'Brien`, `U.S.` and initials keep
 * their marks, `1960s` is `1960` + `s`, `US$5` is `US$` + `5`, a URL or e-mail address is one token.
 */

/** Tokens as parallel arrays, for speed: token `i` is `text.slice(start[i], end[i])`. Offsets are relative to the text given. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** The tokens' words: where a short word comes again it is the same string, so that whoever looks it up pays little. */
  readonly words: readonly string[];
  /** See `wordSlots.ts`. */
  readonly slots: Uint16Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where white space or the text's beginning stands before the token, 0 where it touches the token before. */
  readonly spaced: Uint8Array;
}

/** The token's words. */
export function word(tokens: Tokens, index: number): string {
  return index < 0 || index >= tokens.count ? '' : tokens.words[index]!;
}

/** Cuts a text into tokens. Linear in its length; never fails. */
export function tokenize(text: string): Tokens {
  const cutter = new Cutter(text);
  cutter.run();
  return cutter.tokens();
}

const OTHER = 1;
const SPACE = 2;
const LETTER = 3;
const DIGIT = 4;
const classes = new Uint8Array(65536);

/** The class of one UTF-16 unit; half a surrogate pair counts as a letter, so that no pair is ever cut in two. */
function classOf(unit: number): number {
  const known = classes[unit];
  return known ? known : (classes[unit] = classify(unit));
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER;
  const character = String.fromCharCode(unit);
  if (/\s/.test(character) || unit === 0xfeff) return SPACE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /[\p{L}\p{M}\p{N}_]/u.test(character) ? LETTER : OTHER;
}

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const DOT = 0x2e;
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm']);

class Cutter {
  private readonly words: string[] = [];
  private readonly slots: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly gaps: number[] = [];
  private previousEnd = -1;
  private readonly hasMail: boolean;

  constructor(private readonly text: string) {
    this.hasMail = text.includes('@');
  }

  run(): void {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === SPACE) at++;
      else if (kind === LETTER) at = this.letters(at);
      else if (kind === DIGIT) at = this.digits(at);
      else at = this.other(at);
    }
  }

  tokens(): Tokens {
    const { text } = this;
    return {
      text,
      count: this.starts.length,
      words: this.words.slice(),
      slots: new Uint16Array(this.slots),
      start: new Int32Array(this.starts),
      end: new Int32Array(this.ends),
      spaced: new Uint8Array(this.gaps),
    };
  }

  private add(start: number, end: number): number {
    const slot = slotOf(this.text, start, end);
    this.words.push(wordAt(this.text, slot, start, end));
    this.slots.push(slot);
    this.starts.push(start);
    this.ends.push(end);
    this.gaps.push(start === this.previousEnd ? 0 : 1);
    this.previousEnd = end;
    return end;
  }

  private letters(start: number): number {
    const { text } = this;
    const address = addressEnd(text, start, this.hasMail);
    if (address > start) return this.add(start, address);
    const initials = initialsEnd(text, start);
    if (initials > start) return this.add(start, initials);
    let end = start;
    for (;;) {
      while (end < text.length && classOf(text.charCodeAt(end)) >= LETTER) end++;
      if (!isApostrophe(text.charCodeAt(end)) || end + 1 >= text.length || classOf(text.charCodeAt(end + 1)) !== LETTER) break;
      const clitic = cliticEnd(text, end);
      if (clitic > 0) {
        this.add(start, end);
        return this.add(end, clitic);
      }
      end++; // O'Brien, don't
    }
    // "US$5": the currency's letters belong to its sign.
    if (text[end] === '$' && end - start <= 3 && text.slice(start, end) === text.slice(start, end).toUpperCase()) end++;
    return this.add(start, end);
  }

  private digits(start: number): number {
    const { text } = this;
    let end = start;
    for (;;) {
      while (end < text.length && classOf(text.charCodeAt(end)) === DIGIT) end++;
      const mark = text[end];
      const more = mark === ',' || mark === '.' || mark === ':';
      if (!more || end + 1 >= text.length || classOf(text.charCodeAt(end + 1)) !== DIGIT) break;
      end++; // 1,000.5 and 3:30
    }
    const tail = end;
    while (end < text.length && classOf(text.charCodeAt(end)) >= LETTER) end++;
    if (end === tail + 1 && text[tail] === 's')
      this.add(start, tail); // 1960s
    else return this.add(start, end); // 5th, 3pm
    return this.add(tail, end);
  }

  private other(start: number): number {
    const { text } = this;
    const mark = text[start]!;
    let end = start + 1;
    const doubled = mark === "'" || mark === '`' || mark === '-' ? 2 : mark === '.' ? Infinity : 1;
    while (end - start < doubled && text[end] === mark) end++;
    if (isApostrophe(text.charCodeAt(start)) && end === start + 1) {
      const clitic = start === this.previousEnd ? cliticEnd(text, start) : 0; // "U.S.'s", "5's"
      if (clitic > 0) return this.add(start, clitic);
    }
    return this.add(start, end);
  }
}

/** Words met lately, by slot. */
const recent = new Array<string>(SLOTS).fill('');

function wordAt(text: string, slot: number, start: number, end: number): string {
  const length = end - start;
  if (length > LONGEST) return text.slice(start, end); // would keep the text alive that it was cut from
  const known = recent[slot]!;
  let same = known.length === length ? 0 : -1;
  while (same >= 0 && same < length) same = known.charCodeAt(same) === text.charCodeAt(start + same) ? same + 1 : -1;
  return same === length ? known : (recent[slot] = text.slice(start, end));
}

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === CURLY_APOSTROPHE;
}

/** The end of a clitic that begins with the apostrophe at `at`, or 0. */
function cliticEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= 3 && classOf(text.charCodeAt(end)) >= LETTER) end++;
  return CLITICS.has(text.slice(at + 1, end).toLowerCase()) ? end : 0;
}

/** The end of "U.S.", "J.R.", "J." at `start`, or `start`: single letters each with its dot; one letter alone must be a capital. */
function initialsEnd(text: string, start: number): number {
  let end = start;
  let letters = 0;
  while (end + 1 < text.length && classOf(text.charCodeAt(end)) === LETTER && text.charCodeAt(end + 1) === DOT) {
    end += 2;
    letters++;
  }
  if (letters === 0) return start;
  if (end < text.length && classOf(text.charCodeAt(end)) >= LETTER) return start; // "a.bc" is no row of initials
  const first = text[start]!;
  if (letters === 1 && first.toLowerCase() === first) return start;
  return end;
}

const LINK = /^(?:https?:|www\.)/i;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|[\w.+]{1,64}@[\w-]{1,255}(?:\.[\w-]{1,63}){1,5}/iy;

/** The end of a URL or, in a text with an `@`, e-mail address at `start`, or `start`. */
function addressEnd(text: string, start: number, hasMail: boolean): number {
  const unit = text.charCodeAt(start) | 0x20;
  const next = text.charCodeAt(start + 1) | 0x20;
  const mayLink =
    ((unit === 0x68 && next === 0x74) || (unit === 0x77 && next === 0x77)) && LINK.test(text.slice(start, start + 6));
  if (!mayLink && !(hasMail && /^[\w.+]{1,63}@/.test(text.slice(start, start + 64)))) return start;
  ADDRESS.lastIndex = start;
  let end = ADDRESS.test(text) ? ADDRESS.lastIndex : start;
  while (end > start && /[.,;:!?)\]'’]/.test(text[end - 1]!)) end--;
  return end;
}
