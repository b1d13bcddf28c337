import * as vscode from 'vscode';
import { type Article, ENTITY_TYPES, occurrences, type Person, type Span } from '../../../core/index.ts';
import { type Correction, overlaps, simply } from './correction.ts';
import { entityTypeName } from '../../wording.ts';

/** What a name is, who it is, and which role, institution and party belong to the person. */
export function nameCorrections(article: Article, place: Span): readonly Correction[] {
  const named = article.entities.some((own) => overlaps(own, place));
  const person = article.people.find(({ mentions }) => mentions.some((mention) => overlaps(mention, place)));
  return [
    markAs(article),
    ...(named ? [notAnEntity(false), notAnEntity(true)] : []),
    sameAs(article),
    ...(person ? ROLE_FIELDS.map((field) => roleField(field, person)) : []),
  ];
}

function markAs(article: Article): Correction {
  return {
    id: 'entity',
    title: vscode.l10n.t('This is a person, an organisation, a place …'),
    async decide({ place }) {
      const types = ENTITY_TYPES.map((own) => ({ label: entityTypeName(own), type: own }));
      const type = (await vscode.window.showQuickPick(types))?.type;
      if (!type) return undefined;
      const words = article.text.slice(place.start, place.end);
      const count = occurrences(article.text, place).length;
      const here = { label: vscode.l10n.t('Only here'), every: false };
      const all = { label: vscode.l10n.t('Here and wherever “{0}” stands ({1})', words, count), every: true };
      const extent = count > 1 ? await vscode.window.showQuickPick([all, here]) : here;
      return extent && { decision: { kind: 'entity', type, every: extent.every }, spans: [place] };
    },
  };
}

function notAnEntity(every: boolean): Correction {
  const title = every
    ? vscode.l10n.t('This is no name, nor anywhere else in the article')
    : vscode.l10n.t('This is no name here');
  return simply(every ? 'nothing-anywhere' : 'nothing', title, { kind: 'entity', type: 'not-an-entity', every });
}

function sameAs(article: Article): Correction {
  return {
    id: 'same-as',
    title: vscode.l10n.t('Same person as …'),
    async decide({ place }) {
      const other = { label: vscode.l10n.t('Another name …'), name: null };
      const names = article.people.map(({ name, roles }) => ({ label: name, description: roles[0]?.role ?? '', name }));
      const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly name: string | null }>([
        ...names,
        other,
      ]);
      const name = chosen && (chosen.name ?? (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Who is it?') }))?.trim());
      return name ? { decision: { kind: 'identity', name, directoryId: null }, spans: [place] } : undefined;
    },
  };
}

const ROLE_FIELDS = ['role', 'institution', 'party'] as const;

function roleField(field: (typeof ROLE_FIELDS)[number], { roles }: Person): Correction {
  const titles = {
    role: vscode.l10n.t('The role is …'),
    institution: vscode.l10n.t('The institution is …'),
    party: vscode.l10n.t('The party is …'),
  };
  return {
    id: field,
    title: titles[field],
    async decide({ place }) {
      const value = (await vscode.window.showInputBox({ prompt: titles[field], value: roles[0]?.[field] ?? '' }))?.trim();
      return value ? { decision: { kind: 'role', [field]: value }, spans: [place] } : undefined;
    },
  };
}
