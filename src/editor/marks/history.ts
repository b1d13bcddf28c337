import type { Exchange } from './session.ts';

/** One thing a person did to marks. */
export interface Step {
  readonly label: string;
  readonly exchange: Exchange;
}

/** Undo and redo of marks, apart from the text's: VS Code lets only custom editors into its own. */
export interface History {
  did(step: Step): void;
  undo(): Step | undefined;
  redo(): Step | undefined;
}

const MOST_STEPS = 200;

export function createHistory(): History {
  const done: Step[] = [];
  let undone: Step[] = [];
  return {
    did(step) {
      done.push(step);
      if (done.length > MOST_STEPS) done.shift();
      undone = [];
    },
    undo() {
      const step = done.pop();
      if (step) undone.push(step);
      return step;
    },
    redo() {
      const step = undone.pop();
      if (step) done.push(step);
      return step;
    },
  };
}
