/** Marks: what a person decided, where it stands, and how it is kept. */
export type {
  Decision,
  Mark,
  OutlineAction,
  OutlinePart,
  ReviewDecision,
  Selector,
  Target,
  TargetRole,
  Verdict,
} from './mark.ts';
export { checkedWords, contentTargets } from './mark.ts';
export { type Entry, entryOf, readEntries } from './entry.ts';
export { conflictsIn, type FileProblem, marksName, parseMarks, printMarks } from './file.ts';
export { lfText } from './codepoints.ts';
export { selectorOf } from './selectors.ts';
export { finish } from './anchor.ts';
export { placeMarks, type PlacedMark, type PlaceState, reviewOf } from './place.ts';
export { createTracker, type Tracker } from './track.ts';
export type { TextChange } from './transform.ts';
export { refreshMarks } from './refresh.ts';
export { type Decisions, decisionsOf, type LaidDecision } from './decisions.ts';
export { mergeMarks, type MergeConflict } from './merge.ts';
export {
  type Lately,
  loadMarks,
  type LoadedMarks,
  type MarksFiles,
  MarksNotSaved,
  type SavedMarks,
  saveMarks,
  theirsNow,
} from './store.ts';
export { occurrences } from './applyEntities.ts';
export { agreement, type KindAgreement } from './agreement.ts';
export { compareWithSource, type SentenceProof, whatChanged, type WordsChange } from './changes.ts';
export type { Meaning } from './meaning.ts';
export { type ReviewSource, sourceOf } from './source.ts';
