import { ENTITY_TYPES, type EntityType, type QuoteType, type SpeakerKind } from '../article.ts';
import type { Decision, Mark, OutlineAction, OutlinePart, RoleDecision, Selector, Target, TargetRole, Verdict } from './mark.ts';

/** Why a line is not understood: it is kept as it is all the same. */
export type LineProblem = 'unreadable' | 'newer-version' | 'unknown-body';

export interface ReadLine {
  /** Null where the line cannot be used; it has an id all the same where one could be read. */
  readonly mark: Mark | null;
  readonly id: string | null;
  readonly problem: LineProblem | null;
}

/** The version of the file that this program writes. */
export const VERSION = 1;

/** Reads one line of a marks file. Never fails: what it cannot use it says. */
export function readLine(line: string): ReadLine {
  if (isTooDeep(line)) return { mark: null, id: null, problem: 'unreadable' };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { mark: null, id: null, problem: 'unreadable' };
  }
  return readAnnotation(json);
}

const DEEPEST = 200;

/** True for JSON so deeply nested that it can be read but not written again. Short lines cannot be, and cost nothing. */
function isTooDeep(line: string): boolean {
  if (line.length < 8 * DEEPEST) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charCodeAt(at);
    if (inString) {
      if (sign === BACKSLASH) at++;
      else if (sign === QUOTE) inString = false;
    } else if (sign === QUOTE) inString = true;
    else if (sign === BRACKET || sign === BRACE) {
      if (++depth > DEEPEST) return true;
    } else if (sign === BRACKET + 2 || sign === BRACE + 2) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];

/** Reads one W3C annotation: ours, or a plain one with the standard's context and no version of ours. */
export function readAnnotation(json: unknown): ReadLine {
  if (!isObject(json)) return { mark: null, id: null, problem: 'unreadable' };
  const id = text(json['id']);
  const version = json['copydesk:v'];
  if (version !== undefined && (typeof version !== 'number' || version > VERSION))
    return { mark: null, id, problem: 'newer-version' };
  if (!id || !list(json['type']).includes('Annotation')) return { mark: null, id, problem: 'unreadable' };
  const bodies = list(json['body']).map((body) => (typeof body === 'string' ? { type: 'TextualBody', value: body } : body));
  const targets = list(json['target']).flatMap(readTarget);
  const motivations = list(json['motivation']).filter((entry) => typeof entry === 'string');
  const decision = readDecision(motivations, bodies.filter(isObject), json);
  const reply = decision.kind === 'comment' && decision.replyTo !== null;
  if (targets.length === 0 && !reply) return { mark: null, id, problem: 'unreadable' };
  const creator = json['creator'];
  const mark: Mark = {
    id,
    created: text(json['created']),
    modified: text(json['modified']),
    creator: isObject(creator) ? text(creator['name']) : text(creator),
    decision,
    targets,
  };
  return { mark, id, problem: decision.kind === 'unknown' ? 'unknown-body' : null };
}

type Json = Readonly<Record<string, unknown>>;

function readTarget(value: unknown): readonly Target[] {
  if (!isObject(value)) return [];
  const selectors = list(value['selector']).filter(isObject);
  const quote = selectors.find((selector) => selector['type'] === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector['type'] === 'TextPositionSelector');
  const start = position ? count(position['start']) : null;
  const end = position ? count(position['end']) : null;
  const exact = quote ? text(quote['exact']) : null;
  if (!exact && (start === null || end === null)) return [];
  const selector: Selector = {
    exact: (exact ?? '').replace(/\r\n?/g, '\n'),
    prefix: (quote && text(quote['prefix'])) ?? '',
    suffix: (quote && text(quote['suffix'])) ?? '',
    start,
    end,
  };
  const role = value['copydesk:role'];
  return [{ role: role === 'cue' || role === 'source' ? (role satisfies TargetRole) : 'content', selector }];
}

/** The first motivation whose body is understood decides. */
function readDecision(motivations: readonly string[], bodies: readonly Json[], json: Json): Decision {
  for (const motivation of motivations) {
    const own = bodies.filter((body) => (body['purpose'] ?? motivation) === motivation);
    // A marks file may say `constructor`, to which every object answers.
    const decision = Object.hasOwn(READERS, motivation) ? READERS[motivation]!(own, json, bodies) : null;
    if (decision) return decision;
  }
  return { kind: 'unknown' };
}

type Reader = (own: readonly Json[], json: Json, all: readonly Json[]) => Decision | null;

const READERS: Readonly<Record<string, Reader>> = {
  classifying: readClassifying,
  identifying: readIdentifying,
  linking: readLinking,
  describing: readDescribing,
  assessing: readAssessing,
  commenting: readCommenting,
  'copydesk:disabling': readDisabling,
};

const CLASSES: ReadonlySet<string> = new Set<EntityType | 'not-an-entity'>([...ENTITY_TYPES, 'not-an-entity']);

function readClassifying(own: readonly Json[], json: Json): Decision | null {
  const body = own[0];
  const value = body && text(body['value']);
  if (!value) return null;
  const every = body['copydesk:every'] === true || json['copydesk:every'] === true;
  if (CLASSES.has(value)) return { kind: 'entity', type: value as EntityType | 'not-an-entity', every };
  if (value === 'not-a-quote') return { kind: 'quote', type: 'not-a-quote' };
  if (value !== 'quote') return null;
  const type = body['copydesk:kind'] ?? 'direct';
  return type === 'direct' || type === 'mixed' || type === 'indirect' ? { kind: 'quote', type: type satisfies QuoteType } : null;
}

function readIdentifying(own: readonly Json[]): Decision | null {
  const body = own[0];
  if (!body) return null;
  const directoryId = text(body['source']);
  const name = text(body['value']);
  return directoryId || name ? { kind: 'identity', name, directoryId } : null;
}

function readLinking(own: readonly Json[]): Decision | null {
  const value = own[0] && text(own[0]['value']);
  if (!value) return null;
  const kind = own[0]!['copydesk:kind'];
  const speaker = value === 'unknown' ? null : value;
  return SPEAKER_KINDS.has(kind) ? { kind: 'speaker', speaker, speakerKind: kind as SpeakerKind } : { kind: 'speaker', speaker };
}

const SPEAKER_KINDS: ReadonlySet<unknown> = new Set<SpeakerKind>(['person', 'institution', 'party', 'description']);

const PARTS: ReadonlySet<unknown> = new Set<OutlinePart>(['meeting', 'party', 'delegate', 'agenda']);
const ACTIONS: ReadonlySet<unknown> = new Set<OutlineAction>(['add', 'remove', 'reword', 'move']);

function readDescribing(own: readonly Json[]): Decision | null {
  const outline = own.find((body) => body['copydesk:part'] !== undefined);
  if (outline) return readOutline(outline);
  const fields: Partial<Record<'role' | 'institution' | 'party', string>> = {};
  for (const body of own) {
    const field = body['copydesk:field'] ?? 'role';
    const value = text(body['value']);
    if ((field === 'role' || field === 'institution' || field === 'party') && value !== null) fields[field] = value;
  }
  return Object.keys(fields).length > 0 ? ({ kind: 'role', ...fields } satisfies RoleDecision) : null;
}

function readOutline(body: Json): Decision | null {
  const part = body['copydesk:part'];
  const action = body['copydesk:action'];
  if (!PARTS.has(part) || !ACTIONS.has(action)) return null;
  return {
    kind: 'outline',
    part: part as OutlinePart,
    action: action as OutlineAction,
    value: text(body['value']),
    meeting: text(body['copydesk:meeting']),
    party: text(body['copydesk:party']),
    person: text(body['copydesk:person']),
  };
}

const VERDICTS: ReadonlySet<unknown> = new Set<Verdict>(['unchecked', 'verified', 'disputed', 'needs-source']);

function readAssessing(own: readonly Json[], _json: Json, all: readonly Json[]): Decision | null {
  const body = own.find((candidate) => VERDICTS.has(candidate['value']));
  if (!body) return null;
  const checked = list(body['copydesk:checked']).filter((words) => typeof words === 'string');
  const note = all.find((candidate) => candidate['purpose'] === 'commenting');
  return {
    kind: 'review',
    verdict: body['value'] as Verdict,
    checked: checked.length > 0 ? checked : null,
    source: text(body['copydesk:source']),
    timestamp: text(body['copydesk:timestamp']),
    translatedFrom: text(body['copydesk:translatedFrom']),
    note: note ? text(note['value']) : null,
  };
}

function readCommenting(own: readonly Json[], json: Json): Decision | null {
  const value = own[0] && text(own[0]['value']);
  if (typeof value !== 'string') return null;
  const reply = list(json['target']).find((target) => typeof target === 'string' && target.startsWith('urn:uuid:'));
  return {
    kind: 'comment',
    text: value,
    replyTo: (reply as string | undefined) ?? null,
    resolved: own[0]!['copydesk:resolved'] === true,
  };
}

function readDisabling(own: readonly Json[]): Decision | null {
  const rule = own[0] && text(own[0]['value']);
  return rule ? { kind: 'disable', rule, reason: text(own[0]!['copydesk:reason']) } : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
