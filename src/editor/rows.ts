import * as vscode from 'vscode';
import type { OutlineRow } from '../core/index.ts';
import { counted, meetingStatusName, quotesCounted, roleStatusName, shortDateWords } from './wording.ts';

/** A row of a view in words. */
export interface RowWords {
  readonly label: string;
  readonly description: string;
  /** Id of a product icon. */
  readonly icon: string;
  /** What a screen reader says, where label and description do not say it all. */
  readonly spoken?: string;
  readonly tooltip?: string;
}

export function outlineWords(row: OutlineRow): RowWords {
  switch (row.kind) {
    case 'section':
      return sectionWords(row);
    case 'meeting':
      return meetingWords(row);
    case 'count':
      return {
        label: vscode.l10n.t('{0} announced, {1} listed', row.announced, row.listed),
        description: `“${row.words}”`,
        icon: 'warning',
        spoken: vscode.l10n.t('“{0}” announces {1} parties, the article lists {2}', row.words, row.announced, row.listed),
      };
    case 'party':
      return {
        label: row.name,
        description: row.delegates > 0 ? namedCounted(row.named, row.delegates) : '',
        icon: 'globe',
      };
    case 'delegate':
      return delegateWords(row);
    case 'agenda':
      return { label: vscode.l10n.t('Agenda'), description: String(row.rows.length), icon: 'list-unordered' };
    case 'topic':
      return {
        label: row.item.text,
        description: row.item.by.length > 0 ? vscode.l10n.t('says {0}', row.item.by.join(', ')) : '',
        icon: 'circle-small',
        tooltip: row.item.text,
      };
    case 'side':
      return { label: row.name ?? vscode.l10n.t('No party given'), description: String(row.rows.length), icon: 'globe' };
    case 'person':
      return personWords(row);
    case 'role':
      return { label: row.role.role, description: roleStatusName(row.role) ?? '', icon: 'briefcase' };
    case 'institution':
      return {
        label: row.institution.name,
        description: joined([
          row.institution.party,
          row.institution.aliases.join(', '),
          row.quotes > 0 ? quotesCounted(row.quotes) : null,
        ]),
        icon: 'library',
      };
    case 'event':
      return {
        label: row.date === null ? row.when : shortDateWords(row.date),
        description: row.what,
        icon: row.time === 'after' ? 'calendar' : 'history',
        tooltip: `${row.when}: ${row.what}`,
      };
  }
}

function sectionWords(row: Extract<OutlineRow, { kind: 'section' }>): RowWords {
  const count = row.rows.length;
  switch (row.section) {
    case 'meetings':
      return {
        label: vscode.l10n.t('Meetings'),
        description: count > 0 ? String(count) : vscode.l10n.t('none found in this article'),
        icon: 'comment-discussion',
      };
    case 'people': {
      const people = row.rows.reduce((sum, side) => sum + (side.kind === 'side' ? side.rows.length : 1), 0);
      return { label: vscode.l10n.t('People'), description: String(people), icon: 'person' };
    }
    case 'institutions':
      return { label: vscode.l10n.t('Institutions'), description: String(count), icon: 'library' };
    case 'timeline':
      return { label: vscode.l10n.t('Timeline'), description: String(count), icon: 'calendar' };
  }
}

function meetingWords(row: Extract<OutlineRow, { kind: 'meeting' }>): RowWords {
  const { meeting } = row;
  const when = meeting.date ? shortDateWords(meeting.date) : meeting.when;
  const parties = meeting.parties.length;
  return {
    label: meeting.name,
    description: joined([
      meetingStatusName(meeting.status),
      when,
      parties > 0 ? counted(parties, vscode.l10n.t('{0} party', parties), vscode.l10n.t('{0} parties', parties)) : null,
      row.announced === null ? null : vscode.l10n.t('{0} announced', row.announced),
      row.delegates > 0 ? namedCounted(row.named, row.delegates) : null,
      meeting.where,
    ]),
    icon: meeting.status === 'planned' ? 'calendar' : meeting.status === 'earlier' ? 'history' : 'comment-discussion',
  };
}

function delegateWords(row: Extract<OutlineRow, { kind: 'delegate' }>): RowWords {
  const { person, post, party } = row.delegate;
  return {
    label: person ?? vscode.l10n.t('not named'),
    description: post,
    icon: person ? 'person' : 'question',
    spoken: person
      ? vscode.l10n.t('{0}, {1}, for {2}', person, post, party)
      : vscode.l10n.t('{0} of {1}: the article does not name the person', post, party),
  };
}

function personWords(row: Extract<OutlineRow, { kind: 'person' }>): RowWords {
  const status = row.role && roleStatusName(row.role);
  const role = row.role && (status ? `${row.role.role} (${status})` : row.role.role);
  return {
    label: row.person.name,
    description: joined([role ?? vscode.l10n.t('no role given'), row.quotes > 0 ? quotesCounted(row.quotes) : null]),
    icon: 'person',
  };
}

function namedCounted(named: number, delegates: number): string {
  return counted(
    delegates,
    vscode.l10n.t('{0} of {1} delegate named', named, delegates),
    vscode.l10n.t('{0} of {1} delegates named', named, delegates),
  );
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part).join(' · ');
}
