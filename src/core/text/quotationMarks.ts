import { type Tokens, word } from './tokens.ts';

/**
 * A stretch between two quotation marks, as token indices: of `“We must act,” said Akar.` `open` is 0, `close` is 5.
 * `close` is -1 where the mark is never closed in its paragraph; the stretch then reaches to the paragraph's end.
 */
export interface MarkedStretch {
  readonly open: number;
  readonly close: number;
  /** First token inside and first token after the inside. */
  readonly from: number;
  readonly to: number;
  /** 0 for the outermost marks, 1 for marks inside marks. */
  readonly depth: number;
}

export interface Marks {
  /** In order of their opening marks; an inner stretch lies whole inside its outer one. */
  readonly stretches: readonly MarkedStretch[];
  /** Tokens that open but never close, and closing marks that nothing opened. */
  readonly stray: readonly number[];
}

/**
 * Pairs the quotation marks of one paragraph. White space around a mark says more than its shape, for real copy mixes shapes
 * (`”We agreed," he said`); the shape decides where both sides touch, and what is open decides for straight marks. Nothing is
 * carried over a paragraph: a mark that is never closed costs its own paragraph only. Linear.
 */
export function pairMarks(tokens: Tokens): Marks {
  const pairing = new Pairing(tokens);
  pairing.run();
  return pairing.result();
}

const OPENING = 1;
const CLOSING = 2;
const NEUTRAL = 3;
const DOUBLE = new Map([
  ['“', OPENING],
  ['„', OPENING],
  ['«', OPENING],
  ['``', OPENING],
  ['”', CLOSING],
  ['»', CLOSING],
  ['"', NEUTRAL],
  ["''", NEUTRAL],
  ['‟', NEUTRAL],
  ['＂', NEUTRAL],
]);
const SINGLE = new Map([
  ['‘', OPENING],
  ['‚', OPENING],
  ['‹', OPENING],
  ['`', OPENING],
  ['’', CLOSING],
  ['›', CLOSING],
  ["'", NEUTRAL],
]);
/** Words that lose their head to an apostrophe: "’em", "’til", "’90s". */
const ELIDED = new Set(['em', 'til', 'tis', 'twas', 'cause', 'bout', 'round', 'n', 'cos', 'ere', 'neath']);

/** True for a token that is a double quotation mark of any shape. */
export function isDoubleMark(text: string): boolean {
  return DOUBLE.has(text);
}

class Pairing {
  private readonly found: { open: number; close: number; depth: number }[] = [];
  private readonly stray: number[] = [];
  private double = -1;
  /** The mark around the open one, where both have the same shape: “We call it “hell” here.” */
  private outer = -1;
  /** The stretches inside `outer`. */
  private inner: { open: number; close: number; depth: number }[] = [];
  /** The token that will close the open single mark, or -1. */
  private singleClose = -1;
  private singleOpen = -1;

  constructor(private readonly tokens: Tokens) {}

  run(): void {
    const { tokens } = this;
    for (let i = 0; i < tokens.count; i++) {
      const length = tokens.end[i]! - tokens.start[i]!;
      if (length > 2) continue;
      const unit = tokens.text.charCodeAt(tokens.start[i]!);
      if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) continue;
      const text = word(tokens, i);
      const double = DOUBLE.get(text);
      if (double !== undefined) this.doubleMark(i, double);
      else if (SINGLE.has(text)) this.singleMark(i, SINGLE.get(text)!);
    }
    if (this.outer >= 0) this.endInside();
    if (this.double >= 0) {
      this.found.push({ open: this.double, close: -1, depth: 0 });
      this.stray.push(this.double);
    }
  }

  result(): Marks {
    const stretches = this.found
      .sort((a, b) => a.open - b.open)
      .map(({ open, close, depth }) => ({ open, close, from: open + 1, to: close < 0 ? this.tokens.count : close, depth }))
      .filter(({ from, to }) => to > from);
    return { stretches, stray: this.stray.sort((a, b) => a - b) };
  }

  private doubleMark(i: number, shape: number): void {
    if (this.isMeasure(i)) return;
    const side = this.side(i, shape, this.double >= 0);
    if (side === CLOSING && this.outer >= 0 && this.double !== this.outer) {
      this.inner.push({ open: this.double, close: i, depth: 1 });
      this.double = this.outer;
      return;
    }
    if (side === CLOSING) {
      this.found.push(...this.inner);
      this.inner = [];
      this.outer = -1;
      if (this.double < 0) this.stray.push(i);
      else this.found.push({ open: this.double, close: i, depth: this.singleOpen >= 0 && this.singleOpen < this.double ? 1 : 0 });
      if (this.singleOpen > this.double) this.singleOpen = this.singleClose = -1;
      this.double = -1;
      return;
    }
    if (this.double >= 0 && this.goesOnInside(i)) {
      if (this.outer < 0) this.outer = this.double;
      else if (this.double !== this.outer) this.stray.push(this.double);
    } else if (this.double >= 0) {
      this.endInside();
      if (this.double >= 0) this.stray.push(this.double); // “We left, he said. “They stayed.”
    }
    this.double = i;
  }

  /** “We call it “hell” here”: a mark that opens behind a mere word, while one is open, stands inside it. */
  private goesOnInside(i: number): boolean {
    return this.singleOpen < 0 && /\p{L}$/u.test(word(this.tokens, i - 1)) && this.side(i, NEUTRAL, false) === OPENING;
  }

  /** The outer of two marks of one shape is never closed: unless the paragraph begins with it, only the inner ones count. */
  private endInside(): void {
    if (this.outer < 0) return;
    const stays = this.outer === 0 && this.double === this.outer;
    for (const each of this.inner) this.found.push({ ...each, depth: stays ? 1 : 0 });
    if (!stays) this.stray.push(this.outer);
    if (!stays && this.double === this.outer) this.double = -1;
    this.inner = [];
    this.outer = -1;
  }

  private singleMark(i: number, shape: number): void {
    if (i === this.singleClose) {
      this.found.push({ open: this.singleOpen, close: i, depth: this.double >= 0 && this.double < this.singleOpen ? 1 : 0 });
      this.singleOpen = this.singleClose = -1;
      return;
    }
    if (this.singleOpen >= 0 || !this.opensSingle(i, shape)) return;
    const close = this.closeOfSingle(i);
    if (close < 0) {
      // British copy opens each paragraph of a running quote: ‘We shall see.
      if (this.double < 0 && this.opensParagraph(i, shape)) {
        this.found.push({ open: i, close: -1, depth: 0 });
        this.stray.push(i);
      }
      return;
    }
    this.singleOpen = i;
    this.singleClose = close;
  }

  private side(i: number, shape: number, isOpen: boolean): number {
    const before = this.touchesBefore(i);
    const after = this.touchesAfter(i);
    if (after && !before) return OPENING;
    if (before && !after) return isOpen || shape !== OPENING ? CLOSING : OPENING;
    if (shape !== NEUTRAL) return shape === CLOSING || !isOpen ? shape : CLOSING;
    return isOpen ? CLOSING : OPENING;
  }

  /** A word or closing punctuation stands right before the mark: `act,”` yes, `(“` and ` “` no. */
  private touchesBefore(i: number): boolean {
    return (
      i > 0 &&
      !this.tokens.spaced[i] &&
      !/^[([{—–-]/u.test(word(this.tokens, i - 1)) &&
      !SINGLE_OPEN.test(word(this.tokens, i - 1))
    );
  }

  /** A word stands right after the mark: `“We` yes, `,” said`, `”.` and `”—` no. */
  private touchesAfter(i: number): boolean {
    if (i + 1 >= this.tokens.count || this.tokens.spaced[i + 1]) return false;
    return /^[\p{L}\p{N}$£€[(‘.…#@]/u.test(word(this.tokens, i + 1)) && !/^\.$/.test(word(this.tokens, i + 1));
  }

  /** `12"` and `6'2"` are inches where no quote is open or feet stand before. */
  private isMeasure(i: number): boolean {
    const { tokens } = this;
    if (i === 0 || tokens.spaced[i] || !/^\d/.test(word(tokens, i - 1))) return false;
    const feet = i >= 3 && !tokens.spaced[i - 1] && /^['’]$/.test(word(tokens, i - 2)) && /^\d/.test(word(tokens, i - 3));
    if (feet || this.touchesAfter(i)) return feet;
    return this.double < 0 ? word(tokens, i) !== '“' : this.closesLater(i);
  }

  /** "He carries a 12" pipe," she said: the quote goes on to another closing mark, so this one is inches. */
  private closesLater(i: number): boolean {
    const { tokens } = this;
    if (word(tokens, i) !== '"' || !/^\p{Ll}/u.test(word(tokens, i + 1))) return false;
    for (let k = i + 1; k < Math.min(tokens.count, i + REACH); k++)
      if (word(tokens, k) === '"') return this.side(k, NEUTRAL, true) === CLOSING;
    return false;
  }

  private opensSingle(i: number, shape: number): boolean {
    if (this.touchesBefore(i) && !isDoubleMark(word(this.tokens, i - 1))) return false;
    if (!this.touchesAfter(i)) return false;
    const next = word(this.tokens, i + 1);
    return shape === OPENING || !(ELIDED.has(next.toLowerCase()) || /^\d/.test(next));
  }

  /** A whole sentence that begins the paragraph or follows another: `He smiled. ‘We shall see.` */
  private opensParagraph(i: number, shape: number): boolean {
    if (shape === OPENING && i === 0) return true;
    return (i === 0 || /^[.!?:,]$/.test(word(this.tokens, i - 1))) && /^\p{Lu}/u.test(word(this.tokens, i + 1));
  }

  /**
   * The mark that closes the single mark at `open`, or -1. One beside punctuation is surest; `ministers’ meeting` looks like a
   * possessive and is taken only when nothing better stands before the next opening mark.
   */
  private closeOfSingle(open: number): number {
    const { tokens } = this;
    let plain = -1;
    let possessive = -1;
    for (let i = open + 2; i < tokens.count; i++) {
      const text = word(tokens, i);
      const shape = SINGLE.get(text);
      if (shape === undefined) {
        if (this.double >= open && DOUBLE.has(text)) break;
        if (this.double >= 0 && this.double < open && DOUBLE.has(text) && !this.touchesAfter(i)) break;
        continue;
      }
      if (tokens.spaced[i]) {
        if (this.opensSingle(i, shape)) break;
        continue;
      }
      if (this.touchesAfter(i)) continue;
      const before = word(tokens, i - 1);
      const after = i + 1 < tokens.count ? word(tokens, i + 1) : '';
      if (/^[,.!?…;:]/.test(before) || after === '' || /^[^\p{L}\p{N}]/u.test(after)) return i;
      if (/s$/i.test(before) && !/^\p{Lu}/u.test(after)) possessive = possessive < 0 ? i : possessive;
      else if (plain < 0) plain = i;
    }
    return plain >= 0 ? plain : possessive;
  }
}

/** How far behind a measure its quotation is looked for. */
const REACH = 60;
const SINGLE_OPEN = /^[‘‚‹`]$/u;
