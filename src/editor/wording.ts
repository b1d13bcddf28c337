import * as vscode from 'vscode';
import type {
  EntityType,
  InstitutionKind,
  MeetingStatus,
  Money,
  OutlinePart,
  QuoteType,
  Role,
  SpeakerKind,
} from '../core/index.ts';

/** The words for what the core gives as codes and values; the only place that knows both. */

export function quoteTypeName(type: QuoteType): string {
  switch (type) {
    case 'direct':
      return vscode.l10n.t('Direct quote');
    case 'mixed':
      return vscode.l10n.t('Partly quoted');
    case 'indirect':
      return vscode.l10n.t('Indirect quote');
  }
}

export function entityTypeName(type: EntityType): string {
  switch (type) {
    case 'person':
      return vscode.l10n.t('Person');
    case 'organization':
      return vscode.l10n.t('Organisation');
    case 'location':
      return vscode.l10n.t('Place');
    case 'facility':
      return vscode.l10n.t('Building or facility');
    case 'norp':
      return vscode.l10n.t('Nationality, religious or political group');
    case 'date':
      return vscode.l10n.t('Date');
    case 'money':
      return vscode.l10n.t('Amount of money');
    case 'product':
      return vscode.l10n.t('Product');
    case 'misc':
      return vscode.l10n.t('Other name');
  }
}

export function outlinePartName(part: OutlinePart): string {
  switch (part) {
    case 'meeting':
      return vscode.l10n.t('meeting');
    case 'party':
      return vscode.l10n.t('party');
    case 'delegate':
      return vscode.l10n.t('delegate');
    case 'agenda':
      return vscode.l10n.t('agenda item');
  }
}

export function speakerKindName(kind: SpeakerKind): string {
  switch (kind) {
    case 'person':
      return vscode.l10n.t('person');
    case 'institution':
      return vscode.l10n.t('institution');
    case 'party':
      return vscode.l10n.t('party');
    case 'description':
      return vscode.l10n.t('not named, only described');
  }
}

export function meetingStatusName(status: MeetingStatus): string {
  switch (status) {
    case 'held':
      return vscode.l10n.t('held');
    case 'planned':
      return vscode.l10n.t('planned');
    case 'earlier':
      return vscode.l10n.t('earlier');
  }
}

export function institutionKindName(kind: InstitutionKind): string {
  switch (kind) {
    case 'ministry':
      return vscode.l10n.t('ministry');
    case 'government':
      return vscode.l10n.t('government');
    case 'legislature':
      return vscode.l10n.t('legislature');
    case 'court':
      return vscode.l10n.t('court');
    case 'police':
      return vscode.l10n.t('police');
    case 'military':
      return vscode.l10n.t('armed forces');
    case 'agency':
      return vscode.l10n.t('agency');
    case 'party':
      return vscode.l10n.t('political party');
    case 'media':
      return vscode.l10n.t('news medium');
    case 'company':
      return vscode.l10n.t('company');
    case 'bank':
      return vscode.l10n.t('bank');
    case 'university':
      return vscode.l10n.t('university');
    case 'hospital':
      return vscode.l10n.t('hospital');
    case 'union':
      return vscode.l10n.t('trade union');
    case 'alliance':
      return vscode.l10n.t('alliance of states');
    case 'ngo':
      return vscode.l10n.t('non-governmental organisation');
    case 'club':
      return vscode.l10n.t('club');
  }
}

/** Nothing for a role held now, nor where the printed words say it themselves, as “former mayor of Volos” does. */
export function roleStatusName({ role, status }: Pick<Role, 'role' | 'status'>): string | null {
  switch (status) {
    case 'current':
      return null;
    case 'former':
      return /\b(?:former(?:ly)?|ex)\b/i.test(role) ? null : vscode.l10n.t('former');
    case 'acting':
      return /\b(?:acting|interim|caretaker)\b/i.test(role) ? null : vscode.l10n.t('acting');
    case 'designate':
      return /\b(?:designate|elect|incoming|next)\b/i.test(role) ? null : vscode.l10n.t('designate');
  }
}

/** Chooses the form for a number: "1 quote", "9 quotes". Languages with more forms get the one for many. */
export function counted(count: number, one: string, many: string): string {
  return new Intl.PluralRules(vscode.env.language).select(count) === 'one' ? one : many;
}

export function quotesCounted(count: number): string {
  return counted(count, vscode.l10n.t('{0} quote', count), vscode.l10n.t('{0} quotes', count));
}

export function mentionsCounted(count: number): string {
  return counted(count, vscode.l10n.t('{0} mention', count), vscode.l10n.t('{0} mentions', count));
}

/** "25 April 2023", "April 2023", "early May 2023" in the user's language; a value of another form as it is. */
export function dateWords(value: string, short = false): string {
  const [day = '', part] = value.split('/');
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day);
  if (!found) return value;
  const [, year, month, date] = found;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) options.month = short ? 'short' : 'long';
  if (date) options.day = 'numeric';
  if (date && !short) options.weekday = 'long';
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1)));
  const words = new Intl.DateTimeFormat(vscode.env.language, options).format(at);
  switch (part) {
    case undefined:
      return words;
    case 'early':
      return vscode.l10n.t('early {0}', words);
    case 'mid':
      return vscode.l10n.t('mid-{0}', words);
    case 'late':
      return vscode.l10n.t('late {0}', words);
    default:
      return /^\d{4}/.test(part) ? vscode.l10n.t('{0} to {1}', words, dateWords(part, short)) : `${words} (${part})`;
  }
}

export function moneyWords({ amount, currency }: Money): string {
  if (!currency) return new Intl.NumberFormat(vscode.env.language).format(amount);
  return new Intl.NumberFormat(vscode.env.language, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  }).format(amount);
}

/** The same in few letters, for a row of a list: "Apr 25, 2023". */
export function shortDateWords(value: string): string {
  return dateWords(value, true);
}
