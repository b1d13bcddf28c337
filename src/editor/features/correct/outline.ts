import * as vscode from 'vscode';
import type { Article, Decision, OutlineAction, OutlinePart, Span } from '../../../core/index.ts';
import { toRange } from '../../convert.ts';
import { type Correction, overlaps, simply } from './correction.ts';
import { outlinePartName } from '../../wording.ts';

/** Meetings, parties, delegates and agenda items: removed, reworded and moved where they stand, added where they do not. */
export function outlineCorrections(article: Article, place: Span): readonly Correction[] {
  return [
    ...partsAt(article, place).flatMap((part) => corrections(article, part)),
    add('meeting', vscode.l10n.t('Add as a meeting to the outline')),
    ...(article.meetings.length > 0
      ? [
          add('party', vscode.l10n.t('Add as a party of the meeting')),
          add('delegate', vscode.l10n.t('Add as a delegate of the meeting')),
          add('agenda', vscode.l10n.t('Add to the agenda of the meeting')),
        ]
      : []),
  ];
}

function partsAt({ meetings }: Article, place: Span): readonly OutlinePart[] {
  const at = (spans: readonly Span[]) => spans.some((span) => overlaps(span, place));
  const parts: readonly (readonly [OutlinePart, boolean])[] = [
    ['meeting', at(meetings)],
    ['party', meetings.some(({ partySpans }) => at(partySpans))],
    ['delegate', meetings.some(({ delegates }) => at(delegates))],
    ['agenda', meetings.some(({ agenda }) => at(agenda))],
  ];
  return parts.flatMap(([part, there]) => (there ? [part] : []));
}

function add(part: OutlinePart, title: string): Correction {
  return {
    id: `add-${part}`,
    title,
    async decide({ document, place }) {
      const value = await vscode.window.showInputBox({ prompt: title, value: document.getText(toRange(document, place)) });
      if (!value?.trim()) return undefined;
      const party =
        part === 'delegate' ? await vscode.window.showInputBox({ prompt: vscode.l10n.t('The party is …') }) : undefined;
      return { decision: outline(part, 'add', { value: value.trim(), party: party?.trim() || null }), spans: [place] };
    },
  };
}

function corrections({ meetings }: Article, part: OutlinePart): readonly Correction[] {
  const name = outlinePartName(part);
  const remove = simply(`remove-${part}`, vscode.l10n.t('Remove this {0} from the outline', name), outline(part, 'remove', {}));
  const reword: Correction = {
    id: `reword-${part}`,
    title: vscode.l10n.t('Reword this {0} in the outline …', name),
    async decide({ place }) {
      const value = (await vscode.window.showInputBox({ prompt: vscode.l10n.t('As the outline should say it') }))?.trim();
      return value ? { decision: outline(part, 'reword', { value }), spans: [place] } : undefined;
    },
  };
  const move: Correction = {
    id: `move-${part}`,
    title: vscode.l10n.t('Move this {0} to another meeting …', name),
    async decide({ place }) {
      const meeting = await vscode.window.showQuickPick(meetings.map((own) => own.name));
      return meeting ? { decision: outline(part, 'move', { meeting }), spans: [place] } : undefined;
    },
  };
  return part === 'meeting' || meetings.length < 2 ? [remove, reword] : [remove, reword, move];
}

type Said = Partial<Record<'value' | 'meeting' | 'party', string | null>>;

function outline(part: OutlinePart, action: OutlineAction, { value = null, meeting = null, party = null }: Said): Decision {
  return { kind: 'outline', part, action, value, meeting, party, person: null };
}
