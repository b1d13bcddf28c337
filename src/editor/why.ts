import * as vscode from 'vscode';
import type { Why } from '../core/index.ts';

/** Why a speaker was chosen, or none, as a sentence. A code without a sentence is shown with its data, so that no reason is ever hidden. */
export function whyWords({ code, data }: Why): string {
  const known = SENTENCES[code];
  if (known) return known(data['source'] ?? '', data['name'] ?? '');
  return [code, ...Object.entries(data).map(([key, value]) => `${key}: ${value}`)].join(', ');
}

const SENTENCES: Readonly<Record<string, (source: string, name: string) => string>> = {
  named: (source) => vscode.l10n.t('The source “{0}” names the speaker.', source),
  jointly: (source) => vscode.l10n.t('“{0}” names several, who speak together.', source),
  party: (source) => vscode.l10n.t('“{0}” stands for a state, and states speak through it.', source),
  role: (source) => vscode.l10n.t('“{0}” is a role or a kind of institution that the article gives to this name.', source),
  document: (source, name) =>
    name === ''
      ? vscode.l10n.t('“{0}” is a document; who issued it is not clear.', source)
      : vscode.l10n.t('“{0}” goes on with what {1} is quoted with.', source, name),
  pronoun: (source, name) =>
    name === ''
      ? vscode.l10n.t('“{0}” stands for whom the sentence, or the one before it, is about.', source)
      : vscode.l10n.t('“{0}” stands for {1}, who spoke last.', source, name),
  epithet: (source, name) =>
    vscode.l10n.t('“{0}” is taken for {1}, whom the sentence, or the one before it, is about.', source, name),
  body: (source) => vscode.l10n.t('“{0}” is taken for the one body of that kind named shortly before.', source),
  relative: (source) => vscode.l10n.t('“{0}” belongs to the name right before it.', source),
  participle: (source) => vscode.l10n.t('“{0}” has the subject of its sentence as the speaker.', source),
  continued: (_source, name) => vscode.l10n.t('The quote goes on from the one before, by {0}.', name),
  described: (source) => vscode.l10n.t('The article only describes the speaker: “{0}”.', source),
  'role-open': (source) => vscode.l10n.t('“{0}” could be anybody of that office; the article does not say who.', source),
  'document-open': (source) => vscode.l10n.t('“{0}” is a document; who issued it is not clear.', source),
  'two-candidates': (source) => vscode.l10n.t('“{0}” could be more than one of those named before.', source),
  recent: (source) => vscode.l10n.t('“{0}” is taken for whoever of that name was named last.', source),
  quoted: (source) => vscode.l10n.t('{0} quotes the speaker, so that these words come second-hand.', source),
  'unclear-source': () => vscode.l10n.t('The words of the source are too long to be a name.'),
  'pronoun-open': () => vscode.l10n.t('The pronoun does not tell for certain who is meant.'),
  'no-antecedent': () => vscode.l10n.t('No name stands right before the words that refer to the speaker.'),
  'no-source': () => vscode.l10n.t('The article names no source beside these words.'),
  decided: () => vscode.l10n.t('You chose this speaker.'),
  marked: () => vscode.l10n.t('A person decided this, and the marks file keeps it.'),
};
