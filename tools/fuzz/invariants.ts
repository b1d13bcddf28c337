import assert from 'node:assert/strict';
import { type Article, type Span, toJson } from '../../src/core/index.ts';

/** What must hold of the analysis of any text, be it an article or not. Throws where it does not. */
export function checkInvariants(text: string, article: Article): void {
  assert.equal(article.text, text);
  for (const { what, span } of spansOf(article)) checkSpan(text, what, span);
  checkOrder('entities', article.entities, true);
  checkOrder('structure', article.structure, false);
  checkOrder('problems', article.problems, false);
  for (const [index, quote] of article.quotes.entries()) {
    assert.ok(quote.content.length > 0, 'a quote without content');
    checkOrder('quote content', quote.content, true);
    if (quote.within !== null) assert.ok(article.quotes[quote.within] && quote.within !== index, 'a quote within none');
    if (quote.speaker !== null) assert.equal(quote.candidates.length, 0, 'a speaker and candidates');
    if (quote.speaker !== null) assert.notEqual(quote.speakerKind, null, 'a speaker of no kind');
  }
  checkPrinted(text, article);
  checkOrder(
    'people',
    article.people.map(({ mentions }) => mentions[0]!),
    false,
  );
  checkOrder(
    'institutions',
    article.institutions.map(({ mentions }) => mentions[0]!),
    false,
  );
  JSON.stringify(toJson(article, 'x'));
}

interface Named {
  readonly what: string;
  readonly span: Span;
}

function spansOf(article: Article): readonly Named[] {
  const all: Named[] = [];
  const add = (what: string, spans: readonly (Span | null)[]): void => {
    for (const span of spans) if (span) all.push({ what, span });
  };
  add('block', article.structure);
  add('entity', article.entities);
  for (const { mentions, roles } of article.people) {
    add('mention', mentions);
    add('role', roles);
  }
  add('open mention', article.openMentions);
  for (const { mentions } of article.institutions) add('institution', mentions);
  for (const { content, cue, source } of article.quotes) {
    add('content', content);
    add('cue', [cue]);
    add('source', [source]);
  }
  for (const meeting of article.meetings) {
    add('meeting', [meeting]);
    add('party', meeting.partySpans);
    add('delegate', meeting.delegates);
    add('agenda', meeting.agenda);
  }
  add('problem', article.problems);
  return all;
}

function checkSpan(text: string, what: string, { start, end }: Span): void {
  assert.ok(
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length,
    `${what} outside: ${start}-${end}`,
  );
  if (what === 'problem') return;
  assert.ok(start < end, `${what} is empty at ${start}`);
  const words = text.slice(start, end);
  assert.equal(words, words.trim(), `${what} is not trimmed`);
  assert.ok(!isLow(text, start) && !isLow(text, end), `${what} cuts a character in two`);
}

/** Whether the offset lies inside a surrogate pair. */
function isLow(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

function checkOrder(what: string, spans: readonly Span[], disjoint: boolean): void {
  for (let i = 1; i < spans.length; i++) {
    const before = spans[i - 1]!;
    const span = spans[i]!;
    assert.ok(disjoint ? before.end <= span.start : before.start <= span.start, `${what} out of order at ${span.start}`);
  }
}

/** Names, roles and topics are printed in the article, line ends and runs of spaces counting as one. */
function checkPrinted(text: string, article: Article): void {
  const folded = fold(text);
  const check = (what: string, words: string | null): void => {
    if (words !== null) assert.ok(folded.includes(fold(words)), `${what} is not printed: ${JSON.stringify(words)}`);
  };
  for (const { name, roles } of article.people) {
    check('name', name);
    for (const { role, post, institution } of roles) {
      check('role', role);
      check('post', post);
      check('institution', institution);
    }
  }
  for (const { name, aliases } of article.institutions) for (const one of [name, ...aliases]) check('institution', one);
  for (const { name, when, where, agenda } of article.meetings) {
    check('meeting', name);
    check('when', when);
    check('where', where);
    for (const { text: words } of agenda) check('agenda', words);
  }
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ');
}
