import { type Decision, type Mark, motivationOf } from './mark.ts';

/** How far two people agree on one kind of decision. */
export interface KindAgreement {
  /** The motivation: `classifying`, `linking`, `assessing` … */
  readonly kind: string;
  /** Places that both decided, and that only one did. */
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Cohen's kappa over the places that both decided; null where there is none, or where the decision is free text. */
  readonly kappa: number | null;
}

/** Compares two people's marks on one article, kind by kind. Places are the same when their words and positions are. */
export function agreement(a: readonly Mark[], b: readonly Mark[]): readonly KindAgreement[] {
  const left = byKind(a);
  const right = byKind(b);
  return [...new Set([...left.keys(), ...right.keys()])].sort().map((kind) => {
    const [own, other] = [left.get(kind) ?? new Map<string, string>(), right.get(kind) ?? new Map<string, string>()];
    const pairs = [...own].flatMap(([place, label]) => (other.has(place) ? [[label, other.get(place)!] as const] : []));
    return {
      kind,
      both: pairs.length,
      onlyA: own.size - pairs.length,
      onlyB: other.size - pairs.length,
      kappa: kind === 'commenting' ? null : kappa(pairs),
    };
  });
}

/** Cohen (1960): (observed − expected) ÷ (1 − expected); 1 where both always say the same one thing. */
export function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let agreed = 0;
  for (const [a, b] of pairs) {
    if (a === b) agreed++;
    left.set(a, (left.get(a) ?? 0) + 1);
    right.set(b, (right.get(b) ?? 0) + 1);
  }
  const count = pairs.length;
  let expected = 0;
  for (const [label, times] of left) expected += (times / count) * ((right.get(label) ?? 0) / count);
  const observed = agreed / count;
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}

/** For each kind the decision at each place; of several at one place the one modified last. */
function byKind(marks: readonly Mark[]): ReadonlyMap<string, Map<string, string>> {
  const kinds = new Map<string, Map<string, string>>();
  const ordered = [...marks].sort((x, y) => ((x.modified ?? '') < (y.modified ?? '') ? -1 : 1));
  for (const mark of ordered) {
    if (mark.decision.kind === 'unknown' || mark.targets.length === 0) continue;
    const kind = motivationOf(mark.decision);
    const places = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, places.set(placeOf(mark), labelOf(mark.decision)));
  }
  return kinds;
}

function placeOf(mark: Mark): string {
  const content = mark.targets.filter(({ role }) => role === 'content');
  return JSON.stringify(content.map(({ selector }) => [selector.start, selector.end, selector.exact]));
}

function labelOf(decision: Decision): string {
  switch (decision.kind) {
    case 'entity':
    case 'quote':
      return decision.type;
    case 'identity':
      return decision.directoryId ?? decision.name ?? '';
    case 'speaker':
      return decision.speaker ?? 'unknown';
    case 'role':
      return JSON.stringify([decision.role, decision.institution, decision.party]);
    case 'outline':
      return JSON.stringify([decision.part, decision.action, decision.value, decision.meeting, decision.party, decision.person]);
    case 'review':
      return decision.verdict;
    case 'comment':
      return decision.text;
    case 'disable':
      return decision.rule;
    case 'unknown':
      return '';
  }
}
