import type { TokenRange } from '../text/sentences.ts';
import type { EventName } from './eventNames.ts';
import { at, Class, has, hasWord, isTime, type Words } from './words.ts';

const PAST_VERB = /^(?:met|received|hosted|visited|welcomed|greeted|spoke|spoken|talked|conferred|phoned|telephoned|huddled)$/;
const FUTURE_NAME = /^(?:upcoming|forthcoming|planned|scheduled|proposed|next|coming|impending)$/;
const WILL = /^(?:will|would|shall|could|might|should|'ll|’ll|may|to)$/;
const SET = /^(?:scheduled|set|due|expected|planned|slated|to|likely|supposed|going)$/;

/** Whether the article speaks of the event as still to come: "will meet", "the upcoming summit", "talks are scheduled for May". */
export function isPlanned(words: Words, name: EventName, i: number, sentence: TokenRange): boolean {
  if (name.kind !== 'noun') {
    if (PAST_VERB.test(at(words, i)) || at(words, i).endsWith('ing')) return false;
    return at(words, i - 1) === 'to' || hasWord(words, Math.max(sentence.from, i - 4), i, WILL);
  }
  if (hasWord(words, Math.max(sentence.from, name.from - 3), i, FUTURE_NAME)) return true;
  if (/^(?:ahead|preparations?)$/.test(at(words, beforePhrase(words, name.from) - 1))) return true; // "ahead of the summit"
  if (isRequested(words, name.from) && !/^(?:calls?|conversation|audience|visit)$/.test(at(words, i))) return true;
  const verb = governingVerb(words, name.from, sentence.from);
  if (verb > 0 && /^(?:to|will|would|'ll|’ll|shall)$/.test(at(words, afterAdverbs(words, verb - 1))))
    return !isPurposeOfPast(words, verb);
  return isFutureAfter(words, i + 1, sentence.to);
}

/** "requested an urgent session", "proposes a summit": what is asked for is to come; "requested the talks" says nothing. */
function isRequested(words: Words, from: number): boolean {
  for (let i = from - 1; i > from - 4 && i >= 0; i--) {
    if (/^(?:requested|requests|requesting|proposed|proposes|proposing|sought|seeks|seeking)$/.test(at(words, i)))
      return hasWord(words, i + 1, from, /^an?$/);
    if (!/^\p{L}/u.test(at(words, i)) || has(words, i, Class.auxiliary)) return false;
  }
  return false;
}

/** The token of "of", "for" or "to" with its determiner before a name; the name's start where there is none. */
function beforePhrase(words: Words, from: number): number {
  let i = from;
  while (/^(?:the|a|an|their|his|her|this|its)$/.test(at(words, i - 1))) i--;
  return /^(?:of|for)$/.test(at(words, i - 1)) ? i - 1 : i;
}

/** The light verb that takes the event as object: "hold" of "will hold a second round of talks"; -1 where none does. */
function governingVerb(words: Words, from: number, floor: number): number {
  for (let i = from - 1; i >= Math.max(floor, from - 7); i--) {
    if (has(words, i, Class['light-verb']) || (at(words, i) === 'call' && at(words, i - 1) === 'to')) return i;
    if (/^(?:[,;:.“”"]|that|which|who|after|during)$/.test(at(words, i)) || has(words, i, Class.speech)) return -1;
  }
  return -1;
}

function afterAdverbs(words: Words, i: number): number {
  while (/ly$|^(?:also|soon|then|be|instead|later)$/.test(at(words, i))) i--;
  return i;
}

/** "was able to hold talks", "agreed to hold" is to come, "managed to hold" is not. */
function isPurposeOfPast(words: Words, verb: number): boolean {
  if (at(words, verb - 1) !== 'to') return false;
  if (/^(?:managed|able|used|asked|allowed|failed|refused|forced)$/.test(at(words, verb - 2))) return true;
  // "gathered in Lima on Tuesday to attend": who has come is there.
  for (let i = verb - 2; i > verb - 10 && i >= 0; i--) {
    if (/^(?:arrived|came|gathered|travell?ed|flew|landed|went)$/.test(at(words, i))) return at(words, i - 1) !== 'to';
    if (/^[,;:.“”"]$/.test(at(words, i)) || has(words, i, Class.auxiliary | Class.clause | Class.speech)) return false;
  }
  return false;
}

/** "the talks will …", "talks are due in May", "a meeting to be held": the first verb after the noun. */
function isFutureAfter(words: Words, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 14); i++) {
    const own = at(words, i);
    if (/^(?:[;:.“”"]|who)$/.test(own)) return false;
    if (own === 'which' || own === 'that') {
      if (!/^(?:will|would|is|are|was|were)$/.test(at(words, i + 1))) return false;
      continue;
    }
    if (/^(?:will|'ll|’ll|would)$/.test(own)) return true;
    if (/^(?:scheduled|planned|slated|due|expected)$/.test(own)) return true;
    if (own === 'to') return /^(?:be|take)$/.test(at(words, i + 1)) && /^(?:held|place|hosted|convened)$/.test(at(words, i + 2));
    if (/^(?:is|are|was|were)$/.test(own))
      return SET.test(at(words, i + 1)) && at(words, i + 2) !== 'up' && at(words, i + 2) !== 'aside';
    if (has(words, i, Class.speech | Class['topic-verb'] | Class['light-verb'] | Class.auxiliary)) return false;
  }
  return false;
}

const PAST_LIGHT =
  /^(?:held|attended|hosted|had|chaired|convened|concluded|opened|began|started|ended|took|launched|wrapped|joined|led|addressed|conducted|finished)$/;

/** Whether the article tells of the event as over or under way: "met", "held talks", "the summit opened on Monday". */
export function isPast(words: Words, name: EventName, i: number, sentence: TokenRange): boolean {
  if (name.kind !== 'noun') return PAST_VERB.test(at(words, i)) && !/^(?:to|be)$/.test(at(words, i - 1));
  const verb = governingVerb(words, name.from, sentence.from);
  if (verb > 0 && PAST_LIGHT.test(at(words, verb)) && !/^(?:be|to)$/.test(at(words, verb - 1))) return true;
  for (let j = i + 1; j < Math.min(sentence.to, i + 10); j++) {
    if (/^[,;:.“”"]$/.test(at(words, j)) || has(words, j, Class.speech)) return false;
    if (PAST_LIGHT.test(at(words, j))) return at(words, j - 1) !== 'be';
  }
  return false;
}

const EARLIER_NAME = /^(?:last|previous|earlier|recent|past|former|prior|initial|first-ever)$/;
const UNITS = /^(?:days?|weeks?|months?|years?|decades?|hours?)$/;

/**
 * Whether the article tells of the event as background: "their previous meeting", "met in the past", "had met", "talks two weeks ago". "Last Friday"
 * alone says nothing: it may be the news.
 */
export function isEarlier(words: Words, name: EventName, i: number, from: number, to: number): boolean {
  if (name.kind !== 'noun' ? at(words, i - 1) === 'had' : isPerfect(words, name, i)) return true;
  for (let j = Math.max(from, name.from - 3); j < i; j++)
    if (EARLIER_NAME.test(at(words, j)) && name.kind === 'noun' && !isTime(at(words, j + 1)) && !UNITS.test(at(words, j + 1)))
      return true;
  // The clause may end before "since 2019".
  for (let j = from; j <= to; j++) {
    // "met to discuss the floods of last week": the topic's date.
    if (j > i && has(words, j, Class['topic-verb'])) break;
    const own = at(words, j);
    const next = at(words, j + 1);
    if (own === 'since' && (MONTHS.test(next) || YEAR.test(next)) && Math.abs(j - i) <= 12) return true;
    if (/^(?:1\d|20)\d0s$/.test(own) && Math.abs(j - i) <= 12) return true;
    if (own === 'ago' && j - i < 12 && i - j < 12) return true;
    if (/^(?:previously|recently)$/.test(own) && j - i <= 1 && i - j <= 5) return true;
    if (own === 'last' && /^(?:year|month|week|spring|summer|autumn|winter)$/.test(next) && Math.abs(j - i) <= 24) return true;
    if (own === 'last' && MONTHS.test(next) && Math.abs(j - i) <= 24) return true;
    if (
      own === 'earlier' &&
      (next === 'this' || next === 'in' || next === ',') &&
      !/^(?:today|day|day)$/.test(at(words, j + 3)) &&
      Math.abs(j - i) <= 14
    )
      return true;
  }
  return false;
}

const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** "had held talks", "had been in talks", "have held several meetings". */
function isPerfect(words: Words, { from }: EventName, i: number): boolean {
  for (let j = from - 1; j >= Math.max(0, from - 6); j--) {
    if (!/^\p{L}/u.test(at(words, j)) || has(words, j, Class.clause | Class.speech)) return false;
    if (!has(words, j, Class['light-verb']) && at(words, j) !== 'been') continue;
    const auxiliary = at(words, afterAdverbs(words, j - 1));
    if (auxiliary === 'had') return true;
    if (/^(?:has|have)$/.test(auxiliary))
      return (
        at(words, i).endsWith('s') &&
        hasWord(words, j, from, /^(?:several|various|many|numerous|multiple|repeated|some|two|three|four)$/)
      );
  }
  return false;
}

const UNREAL =
  /^(?:cancelled|canceled|shunned|shun|skip|skipped|boycotting|boycotted|boycott|postponed|cancel|refused|refuses?|refusing|declined|declining|denied|scrapped|avoided|avoid|ruled|never|no|without|not|n't|n’t|cannot)$/;

/**
 * "did not meet", "avoided official talks", "the talks were postponed", "could meet", "if they meet", "a call for talks", "ready for a possible
 * meeting": an event that is none, or none yet that anybody has set. `set` says that its day is printed.
 */
export function isUnreal(words: Words, name: EventName, i: number, from: number, to: number, set: boolean): boolean {
  for (let j = Math.max(from, name.from - 4); j < i; j++)
    if (UNREAL.test(at(words, j)) && at(words, j + 1) !== 'only') return true;
  for (let j = i + 1; j < Math.min(to, i + 8); j++)
    if (
      /^(?:cancell?ed|postponed|scrapped|boycotted|called-off|failed)$/.test(at(words, j)) &&
      has(words, j - 1, Class.auxiliary)
    )
      return true;
  return isCalledFor(words, name, i) || (!set && isHypothetical(words, name, i, from));
}

/** "called for talks", "ready for peace negotiations"; "called for the talks to end" speaks of some that are held. */
function isCalledFor(words: Words, { kind, from }: EventName, i: number): boolean {
  if (kind !== 'noun' || !/s$|^dialogue$/.test(at(words, i))) return false;
  for (let j = from - 1; j >= Math.max(0, from - 5); j--) {
    const own = at(words, j);
    if (own === 'for')
      return /^(?:call(?:s|ed|ing)?|ready|hopes?|chance|room|push(?:es|ed)?|appeal(?:s|ed)?)$/.test(at(words, j - 1));
    if (!/^\p{L}/u.test(own) || /^(?:the|their|its|his|her|this|these)$/.test(own)) return false;
  }
  return false;
}

function isHypothetical(words: Words, { kind, from }: EventName, i: number, floor: number): boolean {
  if (kind !== 'noun') {
    if (/^(?:from|of|without)$/.test(at(words, i - 1)) && at(words, i).endsWith('ing')) return at(words, i - 1) !== 'of';
    return hasWord(words, Math.max(floor, i - 3), i, MODAL) || (at(words, i - 1) === 'to' && WISH.test(at(words, i - 2)));
  }
  for (let j = from - 1; j >= Math.max(floor, from - 5); j--) {
    const own = at(words, j);
    if (/^(?:possible|potential|future|hypothetical|any|further)$/.test(own)) return own !== 'further';
    // "the talks", "a meeting of the two": one that the writer has in mind.
    if (/^(?:the|their|its|his|her|this|these)$/.test(own)) return false;
    if (own === 'to' && WISH.test(at(words, j - 1))) return true;
    if (has(words, j, Class.speech | Class.clause)) return false;
  }
  return false;
}

const MODAL = /^(?:could|should|might|can|cannot|if|whether|unless|would-be)$/;
const WISH =
  /^(?:hopes?|hoped|hoping|wants?|wanted|wish|wishes|wished|willing|ready|seeks?|seeking|sought|like|love|able|unable|used|promised|urged|need|needs)$/;
