import { type Article, ENTITY_TYPES, type Quote, type Span } from '../../src/core/index.ts';
import type { Mark, Marked } from './marked.ts';

const BLOCKS = new Set([
  'frontmatter',
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'caption',
  'credit',
  'crosshead',
  'paragraph',
  'source',
]);

/** What of the marks and claims does not hold of the article, one sentence each. */
export function unmet({ text, marks, claims }: Marked, article: Article): readonly string[] {
  return [
    ...marks.flatMap((mark) => checkMark(text, mark, article)),
    ...quotesOf(marks).flatMap((quote) => checkQuote(text, quote, article, claims)),
    ...claims.flatMap((claim) => checkClaim(text, claim, article)),
  ];
}

function checkMark(text: string, { label, start, end }: Mark, article: Article): readonly string[] {
  const words = JSON.stringify(text.slice(start, end));
  const span = { start, end };
  if (label.startsWith('!')) {
    const kind = label.slice(1);
    const found =
      kind === 'quote'
        ? article.quotes.flatMap(({ content }) => content)
        : kind === 'entity'
          ? article.entities
          : article.entities.filter(({ type }) => type === kind);
    return found.some((other) => overlap(span, other)) ? [`${words} is taken for ${kind}`] : [];
  }
  if (BLOCKS.has(label)) {
    const found = article.structure.find((block) => block.kind === label && same(block, span));
    return found
      ? []
      : [
          `${words} is no ${label} but ${article.structure
            .filter((block) => overlap(block, span))
            .map(({ kind }) => kind)
            .join(', ')}`,
        ];
  }
  if (ENTITY_TYPES.some((type) => type === label)) {
    if (article.entities.some((entity) => entity.type === label && same(entity, span))) return [];
    const there = article.entities
      .filter((entity) => overlap(entity, span))
      .map((entity) => `${entity.type} ${JSON.stringify(text.slice(entity.start, entity.end))}`);
    return [`${words} is not found as ${label}${there.length ? ` but as ${there.join(', ')}` : ''}`];
  }
  return /^q\d+(?:\.cue|\.source)?$/.test(label) ? [] : [`[${label} is no known mark`];
}

interface MarkedQuote {
  readonly name: string;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
}

function quotesOf(marks: readonly Mark[]): readonly MarkedQuote[] {
  const names = [...new Set(marks.filter(({ label }) => /^q\d/.test(label)).map(({ label }) => label.split('.')[0]!))];
  return names.map((name) => ({
    name,
    content: marks.filter(({ label }) => label === name),
    cue: marks.find(({ label }) => label === `${name}.cue`) ?? null,
    source: marks.find(({ label }) => label === `${name}.source`) ?? null,
  }));
}

/** `q1 direct by Jale Demir`, `q1 indirect by nobody`, `q1 direct`. */
const QUOTE_CLAIM = /^(q\d+) (direct|mixed|indirect)(?: by (.+))?$/;

function checkQuote(text: string, marked: MarkedQuote, article: Article, claims: readonly string[]): readonly string[] {
  const found = article.quotes.find(
    ({ content }) => content.length === marked.content.length && content.every((span, i) => same(span, marked.content[i]!)),
  );
  if (!found) {
    const near = article.quotes.filter(({ content }) =>
      content.some((span) => marked.content.some((other) => overlap(span, other))),
    );
    return [
      `${marked.name} is not found; there is ${near.map((quote) => `${quote.type} ${JSON.stringify(quote.content.map(({ start, end }) => text.slice(start, end)))}`).join(' and ') || 'nothing'}`,
    ];
  }
  const wrong: string[] = [];
  for (const part of ['cue', 'source'] as const) {
    const wanted = marked[part];
    if (wanted && !(found[part] && contains(found[part], wanted)))
      wrong.push(`the ${part} of ${marked.name} is ${show(text, found[part])}`);
  }
  for (const claim of claims) {
    const [, name, type, speaker] = QUOTE_CLAIM.exec(claim) ?? [];
    if (name !== marked.name) continue;
    if (type && found.type !== type) wrong.push(`${name} is ${found.type}, not ${type}`);
    if (speaker && (found.speaker ?? 'nobody') !== speaker)
      wrong.push(`${name} is said by ${speakerOf(found)}, not by ${speaker}`);
  }
  return wrong;
}

/** `date 2023-04-25`, `person Jale Demir`, `no person Split`, `role Jale Demir: chairwoman`, `institution Harbour Board`, `meeting held: Croatia, Italy`, `no meeting`, `nothing`. */
function checkClaim(text: string, claim: string, article: Article): readonly string[] {
  if (QUOTE_CLAIM.test(claim)) return [];
  const [, kind = '', rest = ''] =
    /^(date|person|no person|role|institution|meeting|no meeting|nothing)(?: (.+))?$/.exec(claim) ?? [];
  const [name = '', words = ''] = rest.split(': ');
  const person = article.people.find((one) => one.name === name);
  switch (kind) {
    case 'date':
      return article.date === rest ? [] : [`the date is ${article.date}`];
    case 'person':
      return person ? [] : [`nobody is called ${rest}, but ${article.people.map((one) => one.name).join(', ')}`];
    case 'no person':
      return person ? [`${rest} is taken for a person`] : [];
    case 'role':
      return person?.roles.some(({ role }) => role === words)
        ? []
        : [`${name} is ${JSON.stringify(person?.roles.map(({ role }) => role))}, not ${words}`];
    case 'institution':
      return article.institutions.some((one) => one.name === rest) ? [] : [`${rest} is no institution`];
    case 'meeting': {
      const wanted = words.split(', ').filter(Boolean);
      const found = article.meetings.some(
        ({ status, parties }) => status === name && wanted.every((party) => parties.includes(party)),
      );
      return found
        ? []
        : [
            `no ${name} meeting of ${words}, but ${article.meetings.map(({ status, parties }) => `${status} ${parties.join(', ')}`).join('; ') || 'none'}`,
          ];
    }
    case 'no meeting':
      return article.meetings.length === 0 ? [] : [`a meeting is found: ${show(text, article.meetings[0]!)}`];
    case 'nothing': {
      const found = [
        ...article.people.flatMap(({ mentions }) => mentions),
        ...article.quotes.flatMap(({ content }) => content),
        ...article.meetings,
      ];
      return found.length === 0 ? [] : [`${show(text, found[0]!)} is found in what is no article`];
    }
    default:
      return [`"${claim}" is no known claim`];
  }
}

function speakerOf({ speaker, candidates }: Quote): string {
  return speaker ?? (candidates.length ? candidates.join(' or ') : 'nobody');
}

function show(text: string, span: Span | null): string {
  return span ? JSON.stringify(text.slice(span.start, span.end)) : 'none';
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** A source may run on with what describes it: `Jan Dvorak, a spokesman for the office`. */
function contains(a: Span, b: Span): boolean {
  return a.start <= b.start && b.end <= a.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
