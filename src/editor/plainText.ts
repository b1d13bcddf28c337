/**
 * A sentence as it may be shown in a message. VS Code makes a link of `[words](address)` there, and lets it run any command: a note in a
 * marks file that says `[Mend it](command:…)` must stay a note.
 */
export function withoutLinks(sentence: string): string {
  return sentence.replaceAll('](', '] (');
}
