import { at, capital, Class, has, type Words } from './words.ts';

const EVENT = Class['event-strong'] | Class['event-weak'];
const NO_MODIFIER =
  EVENT |
  Class['event-verb'] |
  Class['receive-verb'] |
  Class['visit-verb'] |
  Class.auxiliary |
  Class.speech |
  Class['topic-verb'] |
  Class['topic-stress'] |
  Class['topic-agree'] |
  Class['light-verb'] |
  Class['place-preposition'] |
  Class['other-preposition'] |
  Class['participant-preposition'] |
  Class.clause;

/** A plural or collective noun for people who meet, without a name: "opposition leaders", "the cabinet". */
export function isGroup(words: Words, i: number): boolean {
  const own = at(words, i);
  if (BODIES.has(own))
    return (
      !capital(words, i + 1) &&
      !/^(?:of|for|on)$/.test(at(words, i + 1)) &&
      !has(words, i + 1, Class.leader) &&
      !(has(words, i + 1, EVENT) && /^(?:government|opposition|management|union)$/.test(own))
    );
  if (PEOPLE.has(own))
    return (
      (!capital(words, i) || /^[.!?:—–”"]?$/.test(at(words, i - 1))) && !capital(words, i + 1) && !/^['’]$/.test(at(words, i + 1))
    );
  if (!has(words, i, Class.leader) || !PLURAL.test(own)) return false;
  return !capital(words, i + 1) || capital(words, i);
}

/** "cabinet", "parliament": a body of a state, which at home is what meets. */
export function isChamber(words: Words, i: number): boolean {
  return /^(?:cabinet|parliament|senate|assembly|council|committee|commission|ministry)$/.test(at(words, i));
}

/** Collective nouns for those who take part in meetings. */
const BODIES = new Set(
  'government administration opposition cabinet council committee commission parliament delegation coalition bloc team board taskforce ministry management party union federation association assembly senate alliance panel'.split(
    ' ',
  ),
);

/** Plurals for people who meet others: those who live, work, own, teach or suffer somewhere. */
const PEOPLE = new Set(
  'residents villagers neighbours neighbors families relatives survivors workers employees farmers growers fishermen miners teachers students parents doctors nurses investors shareholders creditors donors lenders mediators facilitators stakeholders traders businessmen businesspeople entrepreneurs manufacturers exporters operators landowners landlords tenants protesters demonstrators clerics bishops scholars academics scientists researchers mentors teams inspectors companies firms unions organisations organizations associations communities veterans youths volunteers editors lawyers prosecutors judges'.split(
    ' ',
  ),
);

const PLURAL =
  /^(?!(?:states|countries|sides|nations|foreign|heads|deputies|directors|secretaries|generals|chiefs)$).*s$|^(?:authorities|lawmakers|militants)$/;

/** Where the words before such a noun begin that say whose it is: "opposition" of "opposition leaders". */
export function groupStart(words: Words, i: number, floor: number): number {
  let from = i;
  while (
    from > floor &&
    i - from < 3 &&
    /^\p{L}[\p{L}’']*$/u.test(at(words, from - 1)) &&
    !/^(?:the|a|an|of|and|or|with|his|her|their|its|its|some|other|we|you|they|i|he|she|it|us|them|no|any|each|every|all|such|what|between|by|two|three|four|both|senior|top|to|in|for|from|on|as|that|who|more|several|many|local|fellow)$/.test(
      at(words, from - 1),
    ) &&
    !has(words, from - 1, NO_MODIFIER) &&
    !/ed$/.test(at(words, from - 1))
  )
    from--;
  // "if we lose commanders": a verb and its object.
  return /^(?:i|we|you|they|he|she|it|who)$/.test(at(words, from - 1)) ? i : from;
}
