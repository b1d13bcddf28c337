import { at, capital, Class, has, hasWord, isTime, type Words } from './words.ts';

/**
 * Introductions of a topic that are longer than a verb and its particle. Each gives the token at which the topic begins, or 0.
 */
export function topicAfterFrame(words: Words, i: number, from: number, end: number): number {
  if (has(words, i, Class.aim | Class.aiming)) return afterAim(words, i);
  if (!has(words, i, Class['topic-frame'])) return 0;
  return (
    afterRequest(words, i, end) ||
    afterReached(words, i, end) ||
    afterHeld(words, i, from) ||
    afterSigned(words, i, end) ||
    afterFeeling(words, i) ||
    afterExplaining(words, i, end) ||
    afterRegarding(words, i, from) ||
    afterHope(words, i) ||
    afterFollowUp(words, i) ||
    afterWasAbout(words, i, from)
  );
}

/** "called on both parties to stay", "urged Lima to reopen the border", "asked the group to back the bill". */
function afterRequest(words: Words, i: number, end: number): number {
  if (
    !/^(?:call(?:ed|ing|s)?|urg(?:ed|ing|es)|ask(?:ed|ing)|instruct(?:ed|ing)|direct(?:ed|ing)|order(?:ed|ing)|request(?:ed|ing)|advis(?:ed|ing)|encourag(?:ed|ing)|task(?:ed|ing)|appeal(?:ed|ing))$/.test(
      at(words, i),
    )
  )
    return 0;
  const on = at(words, i + 1) === 'on' || at(words, i + 1) === 'upon';
  if (at(words, i).startsWith('call') && !on) return 0;
  const passive = at(words, i + 1) === 'to' && /^(?:been|was|were|be|being|are|is)$/.test(at(words, i - 1));
  for (let next = passive ? i + 1 : i + 2; next < Math.min(end, i + 14); next++) {
    if (at(words, next) === 'to') return next + 1;
    if (/^[.;:“"]$/.test(at(words, next)) || has(words, next, Class.clause | Class.speech)) return 0;
  }
  return 0;
}

/** "an agreement was reached on prisoners", "reached a consensus on the dam". */
function afterReached(words: Words, i: number, end: number): number {
  if (!/^(?:agreements?|consensus|understanding|deals?|compromise|progress)$/.test(at(words, i))) return 0;
  let next = i + 1;
  while (next < Math.min(end, i + 6) && /^(?:was|were|has|had|have|been|reached|made|struck|achieved)$/.test(at(words, next)))
    next++;
  return next > i + 1 && /^(?:on|over|about)$/.test(at(words, next)) && !isTime(at(words, next + 1)) ? next + 1 : 0;
}

/** "Discussions were held on fares and timetables". */
function afterHeld(words: Words, i: number, from: number): number {
  if (
    !/^(?:held|made|conducted)$/.test(at(words, i)) ||
    !/^(?:on|over|about|regarding)$/.test(at(words, i + 1)) ||
    isTime(at(words, i + 2)) ||
    isTime(at(words, i + 3))
  )
    return 0;
  for (let j = i - 1; j >= Math.max(from, i - 6); j--)
    if (has(words, j, Class['event-strong'] | Class['event-weak'])) return i + 2;
  return 0;
}

/** "signed on Tuesday an agreement to establish a council", "signed agreements in the fields of trade and health". */
function afterSigned(words: Words, i: number, end: number): number {
  if (!/^(?:sign|signed|signing|inked|concluded)$/.test(at(words, i))) return 0;
  for (let next = i + 1; next < Math.min(end, i + 9); next++) {
    if (!/^(?:agreements?|memorandums?|memoranda|mou|mous|deals?|pacts?|accords?|treaty|protocol)$/.test(at(words, next)))
      continue;
    if (at(words, next + 1) === 'of' && at(words, next + 2) === 'understanding') next += 2;
    return /^(?:to|on|for|in)$/.test(at(words, next + 1)) && !isTime(at(words, next + 2)) ? next + 2 : 0;
  }
  return 0;
}

/** "is seriously concerned about the strait", "declared their opposition to a new bureau". */
function afterFeeling(words: Words, i: number): number {
  const own = at(words, i);
  const link = at(words, i + 1);
  if (/^(?:concerned|worried|alarmed)$/.test(own)) {
    const about = /^[”"]$/.test(link) ? i + 2 : i + 1;
    return /^(?:about|over|at|by)$/.test(at(words, about)) ? about + 1 : 0;
  }
  if (!/^(?:opposition|concerns?|commitment|readiness|willingness|determination|rejection|support)$/.test(own)) return 0;
  return /^(?:their|its|his|her|our|[’']s)$/.test(at(words, i - 1)) && /^(?:to|for|over|about|of)$/.test(link) ? i + 2 : 0;
}

/** "briefed the envoy on the drought", "explained the new tax", "elaborated on threats", "gave an overview of the budget". */
function afterExplaining(words: Words, i: number, end: number): number {
  const own = at(words, i);
  const link = at(words, i + 1);
  if (
    own === 'report' &&
    !hasWord(words, Math.max(0, i - 5), i, /^(?:presented|submitted|gave|delivered|heard|received|reviewed)$/)
  )
    return 0;
  if (/^(?:elaborat(?:ed|ing)|report(?:ed)?|comment(?:ed|ing)|reflect(?:ed|ing)|conferring|consult(?:ed|ing))$/.test(own))
    return /^(?:on|upon|over)$/.test(link) ? i + 2 : 0;
  if (
    /^(?:explain(?:ed|ing)|present(?:ed|ing)|approv(?:ed|ing)|endors(?:ed|ing)|adopt(?:ed|ing)|ratif(?:ied|ying)|unveil(?:ed|ing))$/.test(
      own,
    )
  )
    return /^(?:the|its|their|his|her|an|a|two|three|four|five|several)$/.test(link) ? i + 1 : 0;
  if (own === 'overview' && link === 'of') return i + 2;
  if (!/^(?:brief(?:ed|ing)|acquainted|inform(?:ed|ing)|updated)$/.test(own)) return 0;
  if (own === 'briefing' && /^(?:a|an|the|news|press|media|daily|regular|this|his|her|their)$/.test(at(words, i - 1))) return 0;
  for (let next = i + 2; next < Math.min(end, i + 12); next++) {
    if (/^(?:on|about|with|of)$/.test(at(words, next)) && !isTime(at(words, next + 1))) return next + 1;
    if (/^[,.;:“"]$/.test(at(words, next)) || has(words, next, Class.clause)) return 0;
  }
  return 0;
}

/** "Regarding the missile tests, the ministers agreed …" at a sentence's head. */
function afterRegarding(words: Words, i: number, from: number): number {
  if (i > from + 1) return 0;
  if (/^(?:regarding|concerning)$/.test(at(words, i)) && i === from) return i + 1;
  return i === from && at(words, i) === 'as' && at(words, i + 1) === 'for' && !capital(words, i + 2) ? i + 2 : 0;
}

/** "hoped to ease tensions", "expressed hope to", "wish to expand trade". */
function afterHope(words: Words, i: number): number {
  if (!/^(?:hoped|hope|hopes|wish|wished)$/.test(at(words, i))) return 0;
  return at(words, i + 1) === 'to' ? i + 2 : 0;
}

/** "following up on the outcome of the talks", "to follow up the budget". */
function afterFollowUp(words: Words, i: number): number {
  if (!/^(?:follow|followed|following)$/.test(at(words, i)) || at(words, i + 1) !== 'up') return 0;
  return at(words, i + 2) === 'on' ? i + 3 : i + 2;
}

/** "his meeting with the governor was about the new road". */
function afterWasAbout(words: Words, i: number, from: number): number {
  if (at(words, i) !== 'about' || !/^(?:was|is|were|are)$/.test(at(words, i - 1))) return 0;
  for (let j = i - 2; j >= Math.max(from, i - 14); j--) if (has(words, j, Class['event-strong'])) return i + 1;
  return 0;
}

/** "to strengthen trade", "for easing tensions": what talks are held for, whoever says it. */
function afterAim(words: Words, i: number): number {
  if (has(words, i, Class.aim) && /^(?:to|will|would|and|further|also)$/.test(at(words, i - 1))) return i;
  return has(words, i, Class.aiming) && /^(?:of|for|in|at|on|about|by|and|to|further|towards?)$/.test(at(words, i - 1)) ? i : 0;
}

const PURPOSES =
  /^(?:accelerate|address|advance|agree|approve|assess|avert|bolster|boost|broaden|cement|clarify|combat|consider|consolidate|contain|coordinate|counter|curb|deepen|defuse|develop|ease|end|enhance|establish|evaluate|expand|explore|extend|fight|finali[sz]e|find|forge|halt|hammer|hear|implement|improve|iron|lift|mediate|negotiate|normali[sz]e|overcome|prepare|prevent|promote|protect|reach|reconcile|rescue|resolve|restart|restore|resume|review|revive|save|seal|secure|settle|stabili[sz]e|stop|strengthen|tackle|understand|cooperate)$/;

/** "met in Lima on Monday to advance a border deal": what the event (ending at `i`) is for; 0 where nothing says. */
export function purposeAfter(words: Words, i: number, end: number): number {
  for (let next = i; next < Math.min(end, i + 26); next++) {
    if (/^[.;:“”"]$/.test(at(words, next)) || has(words, next, Class.speech)) return 0;
    if (at(words, next) === 'to') {
      // "met to better understand the fishermen"
      const verb = /^(?:better|further|jointly|\w+ly)$/.test(at(words, next + 1)) ? next + 2 : next + 1;
      if (PURPOSES.test(at(words, verb))) return verb;
    }
    if (has(words, next, Class.clause | Class['topic-verb'])) return 0;
    if (at(words, next) === 'aimed' && at(words, next + 1) === 'at') return next + 2;
  }
  return 0;
}
