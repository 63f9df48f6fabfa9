import type { SaidProblem } from './schema/problem.ts';
import type { Received } from './view/confirmation.ts';
import { FIRST_DOCUMENTS } from './view/form.ts';
import type { Hints } from './view/hints.ts';
import type { OwnProblem } from './view/own-problems.ts';

/** What somebody has made of the form so far. */
export interface FormState {
  /** The boxes that are ticked, each as `name=value`. */
  ticked: ReadonlySet<string>;
  hints: Hints;
  /** How many of the documents are shown. */
  shown: number;
  problems: readonly SaidProblem[];
  own: readonly OwnProblem[];
  received: Received | undefined;
}

/** The form as it is before anybody turns to it. */
export const newState = (ticked: ReadonlySet<string> = new Set()): FormState => ({
  ticked,
  hints: {},
  shown: FIRST_DOCUMENTS,
  problems: [],
  own: [],
  received: undefined,
});
