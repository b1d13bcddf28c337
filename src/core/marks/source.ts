/** Where a review's source can be opened. */
export type ReviewSource =
  /** An https address without a user's name in it, which could be taken for the host's. */
  | { readonly kind: 'web'; readonly address: string }
  /** A path inside the workspace, with slashes. */
  | { readonly kind: 'file'; readonly path: string };

/** Reads what a review gives as its source. Null for anything else: it is shown as words and never as a link. */
export function sourceOf(text: string): ReviewSource | null {
  const source = text.trim();
  if (source === '' || source.length > LONGEST || UNPRINTED.test(source)) return null;
  if (/^https:/i.test(source)) return ADDRESS.test(source) ? { kind: 'web', address: source } : null;
  const path = source.replaceAll('\\', '/');
  if (OUTSIDE.test(path) || path.split('/').includes('..')) return null;
  return { kind: 'file', path };
}

const LONGEST = 2_000;
/** Control characters, and those that change the direction of what is read. */
const UNPRINTED = /[\p{Cc}\p{Cf}]/u;
const ADDRESS = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/i;
/** Another scheme, a drive, a root, a home folder. */
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/|~)/i;
