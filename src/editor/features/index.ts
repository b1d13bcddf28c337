import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { registerChangeSpeaker } from './changeSpeaker.ts';
import { registerChooseHighlights } from './chooseHighlights.ts';
import { registerCopyQuote } from './copyQuote.ts';
import { registerFileSwitch } from './fileSwitch.ts';
import { registerFocus } from './focusOn.ts';
import { registerHighlights } from './highlights.ts';
import { registerHover } from './hover.ts';
import { registerMeetingMap } from './meetingMap/panel.ts';
import { registerCorrect } from './correct/register.ts';
import { registerComments } from './comments.ts';
import { registerCompare } from './compare.ts';
import { registerMarksQueries } from './marksQueries.ts';
import { registerMarksList } from './marksList.ts';
import { registerMarksFollow } from './marksFollow.ts';
import { registerMarksUndo } from './marksUndo.ts';
import { registerMentions } from './mentions.ts';
import { registerOutlineTree } from './outlineTree.ts';
import { registerQuotesTree } from './quotesTree.ts';
import { registerQuoteWalk } from './quoteWalk.ts';
import { registerReveal } from './reveal.ts';
import { registerReview } from './review.ts';
import { registerReviewMarks } from './reviewMarks.ts';
import { registerReviewSource } from './reviewSource.ts';
import { registerSample } from './sample.ts';
import { registerSpeakerHints } from './speakerHints.ts';
import { registerStatusItem } from './statusItem.ts';
import { registerSymbols } from './symbols.ts';

/** Every feature, in the order in which they start. */
const FEATURES: readonly ((services: Services) => vscode.Disposable)[] = [
  registerFileSwitch,
  registerReveal,
  registerHighlights,
  registerHover,
  registerStatusItem,
  registerOutlineTree,
  registerQuotesTree,
  registerSymbols,
  registerMentions,
  registerSpeakerHints,
  registerQuoteWalk,
  registerChangeSpeaker,
  registerReview,
  registerReviewMarks,
  registerReviewSource,
  registerCorrect,
  registerComments,
  registerCompare,
  registerMarksQueries,
  registerMarksList,
  registerMarksFollow,
  registerMarksUndo,
  registerCopyQuote,
  registerFocus,
  registerChooseHighlights,
  registerMeetingMap,
  registerSample,
];

export function registerFeatures(services: Services): vscode.Disposable {
  return vscode.Disposable.from(...FEATURES.map((register) => register(services)));
}
