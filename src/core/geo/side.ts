import type { Why } from '../article.ts';
import subjectVerbs from '../../../data/en/side-verbs.txt';
import { entriesOf, lazy } from '../text/lists.ts';
import { type Tokens, word } from '../text/tokens.ts';
import { countryOf } from './countries.ts';

/** Whether a country, capital or residence acts ("Ankara said") or is where something is ("talks in Ankara"), and by which words. */
export interface Side {
  readonly is: 'party' | 'place';
  readonly why: Why;
}

/**
 * Judges a country, capital or metonym at the tokens `from` to `to` by its neighbours; null where they do not tell. The nearest sign wins: a
 * preposition before it, a verb after it, a partner in "between A and B", a possessed noun.
 */
export function sideOrPlace(tokens: Tokens, from: number, to: number): Side | null {
  return (
    judgeCompound(tokens, from, to) ??
    judgePossessive(tokens, to) ??
    judgeBefore(tokens, from, to) ??
    judgeAfter(tokens, to) ??
    judgePartner(tokens, from, to)
  );
}

const AT = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'across',
  'throughout',
  'via',
  'into',
  'within',
  'through',
  'toward',
]);
const ROUTE = new Set(['to', 'from', 'for', 'toward', 'towards']);
const TRAVEL = new Set(
  (
    'visit visits visited trip trips travel travels traveled travelled travelling traveling flew fly flies flight flights flying went go goes going ' +
    'arrive arrived arrives came come comes return returned returns returning ambassador ambassadors envoy envoys embassy delegation ' +
    'invited invite sent drive drove moved journey tour tours leave left head headed heading depart departed departing en route'
  ).split(' '),
);
const WITH = new Set(['with', 'between', 'against', 'by', 'among', 'towards', 'behind', 'than', 'versus', 'vs']);
/** Verbs whose object is a government: "accused Ankara of". */
const DONE_TO = new Set(
  (
    'accuse accused accuses accusing urge urged urges urging blame blamed blames blaming warn warned warns warning ask asked asks asking tell told tells ' +
    'telling press pressed pressing pressure pressured pressuring support supported supports supporting back backed backs backing thank thanked ' +
    'thanking criticize criticized criticise criticised criticizing condemn condemned condemning assure assured assuring force forced forcing help ' +
    'helped helping isolate isolated provoke provoked provoking persuade persuaded convince convinced include included including allow allowed sanction ' +
    'sanctioned threaten threatened threatening inform informed informing remind reminded reminding praise praised praising give gave giving'
  ).split(' '),
);
const RELATIONS = new Set(
  'ties relations talks tensions tension dialogue cooperation agreement deal meeting summit contacts war trade conflict'.split(
    ' ',
  ),
);
const SITE = new Set(
  'based area suburb district airport region residents resident streets street metro neighbourhood neighborhood hotel summit time'.split(
    ' ',
  ),
);
const SIDED = new Set('backed led brokered sponsored funded controlled aligned allied supported mediated friendly'.split(' '));
const POSSESSED_PLACE = new Set(
  (
    'capital airport streets street suburbs outskirts centre center downtown residents mayor university hotel hotels square population city cities north ' +
    'south east west coast border borders district districts neighbourhoods neighborhoods museum climate old'
  ).split(' '),
);
const verbs = lazy(() => new Set(entriesOf(subjectVerbs)));

function side(is: Side['is'], code: string, sign: string): Side {
  return { is, why: { code, data: { sign } } };
}

/** "Moscow-backed", "pro-Moscow", "Ankara-based", "Moscow, Russia", "the capital Ankara". */
function judgeCompound(tokens: Tokens, from: number, to: number): Side | null {
  const next = word(tokens, to);
  if (next === '-') {
    const after = word(tokens, to + 1).toLowerCase();
    if (SIDED.has(after)) return side('party', 'side-compound', after);
    if (SITE.has(after)) return side('place', 'place-compound', after);
    if (countryOf(word(tokens, to + 1))) return side('party', 'side-compound', after); // "the Moscow-Ankara line"
  }
  const before = word(tokens, from - 1);
  if (before === '-' && /^(?:pro|anti)$/i.test(word(tokens, from - 2)))
    return side('party', 'side-compound', word(tokens, from - 2).toLowerCase());
  const comma = before === ',' ? from - 2 : from - 1;
  if (/^(?:capital|city|town|province|port)$/.test(word(tokens, comma))) return side('place', 'place-named', word(tokens, comma));
  const own = countryOf(tokens.text.slice(tokens.start[from], tokens.end[to - 1]));
  const rest = next === ',' ? countryOf(word(tokens, to + 1)) : null;
  if (own?.form === 'capital' && rest?.form === 'noun' && (rest.code === own.code || own.others.includes(rest.code)))
    return side('place', 'place-in-country', word(tokens, to + 1));
  return null;
}

/** "Ankara's position" acts, "Ankara's streets" are a place. */
function judgePossessive(tokens: Tokens, to: number): Side | null {
  if (!/^['’]s?$/.test(word(tokens, to)) || tokens.spaced[to]) return null;
  const owned = [word(tokens, to + 1), word(tokens, to + 2)].map((each) => each.toLowerCase());
  const site = owned.find((each) => POSSESSED_PLACE.has(each));
  return site ? side('place', 'place-owned', site) : side('party', 'side-owned', owned[0] ?? '');
}

function judgeBefore(tokens: Tokens, from: number, to: number): Side | null {
  const at = /^the$/i.test(word(tokens, from - 1)) ? from - 2 : from - 1;
  const before = word(tokens, at).toLowerCase();
  if (AT.has(before)) return side('place', 'place-preposition', before);
  if (before === 'of' && RELATIONS.has(word(tokens, at - 1).toLowerCase())) return side('party', 'side-preposition', before);
  if (ROUTE.has(before)) {
    for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
      const verb = word(tokens, i).toLowerCase();
      if (TRAVEL.has(verb)) return side('place', 'place-travel', `${verb} ${before}`);
    }
    return null;
  }
  if (before === 'between' && word(tokens, to) !== 'and' && word(tokens, to) !== ',') return null;
  if (WITH.has(before)) return side('party', 'side-preposition', before);
  if (DONE_TO.has(before)) return side('party', 'side-object', before);
  if (TRAVEL.has(before)) return side('place', 'place-travel', before);
  return null;
}

/** "Ankara said", "Ankara, which has long …, said" stays open, "Moscow would". */
function judgeAfter(tokens: Tokens, to: number): Side | null {
  let at = to;
  if (
    /^(?:also|now|then|still|later|already|never|always|recently|previously|repeatedly|initially|immediately|\w+ly)$/.test(
      word(tokens, at),
    )
  )
    at++;
  const verb = word(tokens, at).toLowerCase();
  if (RELATIONS.has(verb)) return side('place', 'place-event', verb); // "the Moscow talks"
  if (verb === 'is' || verb === 'was' || verb === 'are' || verb === 'were') {
    const what = word(tokens, at + 1).toLowerCase();
    return /^(?:the|a|an|one|home|located|where|in|on|at)$/.test(what)
      ? side('place', 'place-described', `${verb} ${what}`)
      : side('party', 'side-subject', verb);
  }
  if (verbs().has(verb) || (/[^aeiou]ed$|[aeiou]ed$/.test(verb) && verb.length > 4 && !SITE.has(verb)))
    return side('party', 'side-subject', verb);
  return null;
}

/** "Ankara and Damascus agreed": what is said of one partner of a pair holds for the other; "between Ankara and Damascus". */
function judgePartner(tokens: Tokens, from: number, to: number): Side | null {
  const joined = (i: number): boolean => word(tokens, i) === 'and' || word(tokens, i) === 'or';
  if (joined(from - 1)) {
    for (let i = from - 2; i >= Math.max(0, from - 5); i--) {
      if (word(tokens, i).toLowerCase() === 'between') return side('party', 'side-preposition', 'between');
      if (AT.has(word(tokens, i).toLowerCase())) return side('place', 'place-preposition', word(tokens, i).toLowerCase());
    }
  }
  if (!joined(to)) return null;
  for (let end = Math.min(tokens.count, to + 4); end > to + 1; end--) {
    if (countryOf(tokens.text.slice(tokens.start[to + 1], tokens.end[end - 1]))) return judgeAfter(tokens, end);
  }
  return null;
}
