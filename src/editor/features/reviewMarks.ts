import * as vscode from 'vscode';
import type { PlacedMark } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { type ReviewState, stateOf } from '../markWords.ts';
import type { Services } from '../services.ts';

/** The reviews of the whole article in gutter and overview ruler: told apart by shape and lane, not by colour alone. */
export function registerReviewMarks({ extensionUri, marks, files }: Services): vscode.Disposable {
  const types = new Map(STATES.map(([state, colour, lane]) => [state, typeOf(extensionUri, state, colour, lane)]));

  function draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const reviews = files.isOn(document) ? marks.list(document).filter(({ mark }) => mark.decision.kind === 'review') : [];
    for (const [state, type] of types) {
      editor.setDecorations(
        type,
        reviews.filter((own) => stateOf(own) === state).flatMap((own) => ranges(document, own)),
      );
    }
  }

  const drawAll = () => vscode.window.visibleTextEditors.forEach(draw);
  drawAll();
  return vscode.Disposable.from(
    ...types.values(),
    marks.onDidChange((document) =>
      vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(draw),
    ),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    files.onDidChange(drawAll),
    // An edit inside a checked quote takes its tick away at once.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || marks.list(document).length === 0) return;
      vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(draw);
    }),
  );
}

type Shown = Exclude<ReviewState, 'unchecked'>;

const STATES: readonly (readonly [Shown, string, vscode.OverviewRulerLane])[] = [
  ['verified', 'testing.iconPassed', vscode.OverviewRulerLane.Left],
  ['disputed', 'testing.iconFailed', vscode.OverviewRulerLane.Right],
  ['needs-source', 'charts.blue', vscode.OverviewRulerLane.Center],
  ['changed', 'charts.orange', vscode.OverviewRulerLane.Full],
];

function typeOf(
  extension: vscode.Uri,
  state: Shown,
  colour: string,
  lane: vscode.OverviewRulerLane,
): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.joinPath(extension, 'media', `review-${state}.svg`),
    gutterIconSize: 'contain',
    overviewRulerColor: new vscode.ThemeColor(colour),
    overviewRulerLane: lane,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** The first piece of each quote; what the review says stands in the hover card. */
function ranges(document: vscode.TextDocument, { spans }: PlacedMark): readonly vscode.Range[] {
  const first = spans.find((span) => span !== null);
  return first ? [toRange(document, first)] : [];
}
