import { HIGHLIGHT_KINDS, type HighlightKind } from '../core/index.ts';

/** The user's settings as one value. */
export interface Settings {
  /** Language ids of the files that are read as articles. */
  readonly languages: readonly string[];
  readonly highlight: Readonly<Record<HighlightKind, boolean>>;
  readonly followCursor: boolean;
  readonly speakerHints: boolean;
  /** The name that goes into new marks; null: none. */
  readonly reviewer: string | null;
}

/**
 * Reads settings, each by its name without `copydesk.`. VS Code hands on whatever stands in a settings file, which may be that of the
 * folder: a value of another kind counts as not set.
 */
export function settingsOf(get: (name: string) => unknown): Settings {
  const languages = get('languages');
  const highlight = get('highlight');
  const chosen = typeof highlight === 'object' && highlight !== null ? (highlight as Readonly<Record<string, unknown>>) : {};
  const reviewer = get('marks.name');
  return {
    languages: Array.isArray(languages) ? languages.filter((id) => typeof id === 'string') : LANGUAGES,
    highlight: Object.fromEntries(HIGHLIGHT_KINDS.map((kind) => [kind, chosen[kind] !== false])) as Settings['highlight'],
    followCursor: get('outline.followCursor') !== false,
    speakerHints: get('inlayHints.speaker') === 'on',
    reviewer: typeof reviewer === 'string' && reviewer.trim() !== '' ? reviewer.trim() : null,
  };
}

const LANGUAGES = ['news-article', 'plaintext'];
