import type { TokenRange } from '../text/sentences.ts';
import type { Unit } from './units.ts';
import { at, Class, has, hasWord, isTime, type Words } from './words.ts';

/**
 * Whether a word that can tell of a meeting means something else at the token `i`: "meeting the criteria", "a retreat from the market", "hearing
 * loss", "against hosts Peru", "meet in the final". Asked before anything else, so that no topic or party is given to what is no meeting.
 */
export function hasOtherSense(words: Words, sentence: TokenRange, i: number, units: readonly Unit[]): boolean {
  switch (at(words, i)) {
    case 'met':
    case 'meet':
    case 'meets':
      return isMatch(words, sentence, i) || fulfils(words, i);
    case 'meeting':
      return isMatch(words, sentence, i) || fulfils(words, i) || isVenue(words, i) || isFee(words, i);
    case 'meetings':
      return isMatch(words, sentence, i);
    case 'gathering':
    case 'gatherings':
      return at(words, i - 1) === '-' || takesObject(words, i);
    case 'hearing':
    case 'hearings':
      return true; // a court's or a committee's: there the parties are heard, they do not meet
    case 'retreat':
      return !isOuting(words, sentence, i);
    case 'audience':
      return at(words, i + 1) !== 'with';
    case 'exchange':
      return !/^(?:an|the|held|this|brief)$/.test(at(words, i - 1));
    case 'hosts':
      return !isVerb(words, units, i);
    case 'talks':
      return /ly$/.test(at(words, i - 1)) || isVenue(words, i); // "she frequently talks with"
    case 'summit':
    case 'summits':
    case 'conference':
      return at(words, i - 1) === '-' || isVenue(words, i); // "the post-conference dinner"
    case 'conferences':
    case 'seminar':
    case 'workshop':
    case 'forum':
      return isVenue(words, i) || isAmongPlurals(words, i);
    default:
      return false;
  }
}

/** "met the winter needs of the city", "meeting eligibility criteria", "met with criticism": what is met is no person. */
function fulfils(words: Words, i: number): boolean {
  const response = at(words, i + 1) === 'with';
  const from = response ? i + 2 : i + 1;
  const things = response ? RESPONSES : AIMS;
  for (let j = from; j < from + 8; j++) {
    const own = at(words, j);
    if (things.test(own)) return !has(words, j + 1, Class.leader);
    if (!/^[\p{L}\d’'-]/u.test(own) || /^(?:of|that|who|in|on|at|for|to|with|by|as)$|ed$/.test(own)) return false;
    if (response && /^(?:the|his|her|their)$/.test(own)) return false;
  }
  return false;
}

const AIMS =
  /^(?:needs?|demands?|requirements?|goals?|targets?|deadlines?|criteri(?:a|on)|standards?|obligations?|expectations?|challenges?|commitments?|costs?|expenses?|thresholds?|qualifications?|objectives?|aspirations?|quotas?|shortfalls?|specifications?|deaths?|fate|conditions|payments?|benchmarks?)$/;
const RESPONSES =
  /^(?:critici?sm|resistance|approval|opposition|silence|s[ck]epticism|success|anger|outrage|protests?|applause|disapproval|hostility|indifference|suspicion|derision|disbelief|enthusiasm|backlash|condemnation|responses?|reactions?|failure|delays?|obstacles?|difficulties|fury|force|dismay|fierce|stiff|mixed|widespread|bullets|stones|boos|cheers|laughter|tears|death)$/;

/** "summit hall", "conference centre": where things take place, not what. */
function isVenue(words: Words, i: number): boolean {
  return /^(?:rooms?|halls?|cent(?:re|er)s?|buildings?|facilit(?:y|ies)|venues?|houses?|spaces?|tourism|travel|places?|shops?|radio|apps?|software)$/.test(
    at(words, i + 1),
  );
}

function isFee(words: Words, i: number): boolean {
  return /^(?:fees?|points?|grounds?)$/.test(at(words, i + 1));
}

/** "gathering evidence", "gathering traditional songs": a verb with its object; a noun is followed by a function word or a verb. */
function takesObject(words: Words, i: number): boolean {
  const next = at(words, i + 1);
  if (/^(?:the|a|an|his|her|its|their|all|more|some|these|those|signatures|evidence|information|data)$/.test(next)) return true;
  if (!/^\p{L}/u.test(next) || isTime(next) || has(words, i + 1, FUNCTION) || /ed$|ly$/.test(next)) return false;
  return !/^(?:of|by|and|or|here|there|this|last|next|held|also|itself|since|ever)$/.test(next);
}

const FUNCTION =
  Class['participant-preposition'] |
  Class['place-preposition'] |
  Class['other-preposition'] |
  Class.clause |
  Class.auxiliary |
  Class.speech |
  Class['light-verb'] |
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'];

/** "the cabinet's retreat", "held a two-day retreat", not "the retreat of the glacier", "beat a retreat". */
function isOuting(words: Words, sentence: TokenRange, i: number): boolean {
  if (/^(?:from|by|of)$/.test(at(words, i + 1))) return false;
  return hasWord(
    words,
    Math.max(sentence.from, i - 5),
    i,
    /^(?:held|hold|holds|holding|hosted|hosts|host|hosting|attended|attend|attending|organi[sz]ed|convened|cabinet|leaders|ministerial|annual|caucus|leadership|party|board|team|strategy|two-day|three-day|weekend|during)$/,
  );
}

/** "which hosts the summit", "Peru hosts Chile"; a noun in "against hosts Peru", "the hosts". */
function isVerb(words: Words, units: readonly Unit[], i: number): boolean {
  return (
    /^(?:he|she|it|who|which|that|also|again|usually|president|king)$/.test(at(words, i - 1)) ||
    units.some(({ tail }) => tail === i)
  );
}

/** "conferences, seminars and workshops": kinds of events and none of them. */
function isAmongPlurals(words: Words, i: number): boolean {
  return at(words, i).endsWith('s') && (PLURALS.test(at(words, i + 2)) || PLURALS.test(at(words, i - 2)));
}

const PLURALS =
  /^(?:seminars|workshops|conferences|events|exhibitions|concerts|weddings|webinars|fairs|classes|courses|trainings)$/;

/** "met in the final", "the champions meet Peru": teams that play. */
function isMatch(words: Words, sentence: TokenRange, i: number): boolean {
  if (hasWord(words, Math.max(sentence.from, i - 25), i, PLAYERS)) return true;
  for (let j = i + 1; j < Math.min(sentence.to, i + 16); j++) {
    const own = at(words, j);
    if (/^[;:.“”"]$/.test(own) || has(words, j, Class['topic-verb'] | Class.speech)) return false;
    if (STAGES.test(own) && hasWord(words, Math.max(i, j - 7), j, /^(?:in|at|for|of)$/)) return true;
  }
  return false;
}

const PLAYERS = /^(?:semi-?finalists?|finalists?|champions|championship|seed|seeded|striker|goalkeeper|unbeaten|winless)$/;
const STAGES =
  /^(?:finals?|semi-?finals?|quarter-?finals?|championships?|tournament|play-?offs?|playoffs?|knockout|derby|fixture|qualifiers?|matchday)$/;
