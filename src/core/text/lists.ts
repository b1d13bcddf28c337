/** The entries of a word list from `data/`: one a line, `#` starts a comment line. */
export function entriesOf(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A value built at its first use and kept: word lists cost nothing until an article is read. */
export function lazy<T>(build: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: build() }).value;
}
