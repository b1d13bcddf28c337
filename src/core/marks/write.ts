import type { Decision, Mark, Selector, Target } from './mark.ts';
import { motivationOf } from './mark.ts';
import { VERSION } from './read.ts';

/** One line of a marks file, without line end. `known` is the line that the mark was read from: what it says more is kept. */
export function writeLine(mark: Mark, article: string, known: string | null = null): string {
  const old = known === null ? {} : parsed(known);
  return JSON.stringify(writeAnnotation(mark, article, old));
}

/** The mark as a W3C annotation; unknown properties and bodies of `old` stay. */
export function writeAnnotation(mark: Mark, article: string, old: Json = {}): Json {
  const keptTargets = mark.targets.length === 0 ? list(old['target']) : [];
  const target = mark.targets.map((own, index) => writeTarget(own, article, list(old['target'])[index]));
  const replyTo = mark.decision.kind === 'comment' ? mark.decision.replyTo : null;
  const targets: readonly unknown[] = target.length > 0 ? target : replyTo !== null ? [replyTo] : keptTargets;
  const written: Record<string, unknown> = {
    '@context': CONTEXT,
    'copydesk:v': VERSION,
    id: mark.id,
    type: 'Annotation',
    motivation: mark.decision.kind === 'unknown' ? old['motivation'] : motivationOf(mark.decision),
    ...(mark.created === null ? {} : { created: mark.created }),
    ...(mark.modified === null ? {} : { modified: mark.modified }),
    ...(mark.creator === null ? {} : { creator: { type: 'Person', name: mark.creator } }),
    body: mark.decision.kind === 'unknown' ? old['body'] : writeBodies(mark.decision, old),
    target: targets.length === 1 ? targets[0] : targets,
  };
  const more = Object.entries(old).filter(([key]) => !Object.hasOwn(written, key) && !OURS.has(key));
  return { ...written, ...Object.fromEntries(more) };
}

type Json = Readonly<Record<string, unknown>>;

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { copydesk: 'urn:copydesk:' }];
/** What stands in a line of ours before the letters of its id. */
export const LINE_HEAD = `${JSON.stringify({ '@context': CONTEXT, 'copydesk:v': VERSION, id: '' }).slice(0, -2)}`;
/** Properties that a mark without a value for them must not take over from its old line. */
const OURS: ReadonlySet<string> = new Set(['created', 'modified', 'creator', 'copydesk:every']);

function writeTarget(target: Target, article: string, old: unknown): Json {
  const kept = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as Json) : {};
  const more = Object.entries(kept).filter(([key]) => key !== 'source' && key !== 'selector' && key !== 'copydesk:role');
  return {
    source: article,
    ...(target.role === 'content' ? {} : { 'copydesk:role': target.role }),
    selector: writeSelectors(target.selector),
    ...Object.fromEntries(more),
  };
}

function writeSelectors({ exact, prefix, suffix, start, end }: Selector): readonly Json[] {
  const selectors: Json[] = [];
  if (exact) selectors.push({ type: 'TextQuoteSelector', exact, prefix, suffix });
  if (start !== null && end !== null) selectors.push({ type: 'TextPositionSelector', start, end });
  return selectors;
}

function writeBodies(decision: Decision, old: Json): readonly Json[] {
  const own = ownBodies(decision);
  const purposes = new Set(own.map((body) => body['purpose']));
  if (decision.kind === 'review') purposes.add('commenting');
  const foreign = list(old['body']).filter(
    (body): body is Json => typeof body === 'object' && body !== null && 'purpose' in body && !purposes.has(body.purpose),
  );
  return [...own, ...foreign];
}

function ownBodies(decision: Decision): readonly Json[] {
  switch (decision.kind) {
    case 'entity':
      return [textual('classifying', decision.type, { 'copydesk:every': decision.every || null })];
    case 'quote':
      return decision.type === 'not-a-quote'
        ? [textual('classifying', 'not-a-quote')]
        : [textual('classifying', 'quote', { 'copydesk:kind': decision.type })];
    case 'identity':
      return decision.directoryId === null
        ? [textual('identifying', decision.name)]
        : [drop({ type: 'SpecificResource', purpose: 'identifying', source: decision.directoryId, value: decision.name })];
    case 'speaker':
      return [textual('linking', decision.speaker ?? 'unknown', { 'copydesk:kind': decision.speakerKind })];
    case 'role':
      return (['role', 'institution', 'party'] as const).flatMap((field) =>
        decision[field] === undefined ? [] : [textual('describing', decision[field], { 'copydesk:field': field })],
      );
    case 'outline':
      return [
        textual('describing', decision.value, {
          'copydesk:part': decision.part,
          'copydesk:action': decision.action,
          'copydesk:meeting': decision.meeting,
          'copydesk:party': decision.party,
          'copydesk:person': decision.person,
        }),
      ];
    case 'review':
      return [
        textual('assessing', decision.verdict, {
          'copydesk:checked': decision.checked?.length === 1 ? decision.checked[0] : decision.checked,
          'copydesk:source': decision.source,
          'copydesk:timestamp': decision.timestamp,
          'copydesk:translatedFrom': decision.translatedFrom,
        }),
        ...(decision.note === null ? [] : [textual('commenting', decision.note)]),
      ];
    case 'comment':
      return [textual('commenting', decision.text, { 'copydesk:resolved': decision.resolved || null })];
    case 'disable':
      return [textual('copydesk:disabling', decision.rule, { 'copydesk:reason': decision.reason })];
    case 'unknown':
      return [];
  }
}

function textual(purpose: string, value: string | null, more: Json = {}): Json {
  return drop({ type: 'TextualBody', purpose, value, ...more });
}

function drop(json: Json): Json {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null && value !== undefined));
}

function parsed(line: string): Json {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : {};
  } catch {
    return {};
  }
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
