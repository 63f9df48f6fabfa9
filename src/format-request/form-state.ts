import type { SaidProblem } from './schema/problem.ts';
import type { Received } from './view/confirmation.ts';
import { FIRST_DOCUMENTS } from './view/document-fields.ts';
import type { Hints } from './view/hints.ts';
import type { OwnProblem } from './view/own-problems.ts';

/** What somebody has made of the form so far. */
export interface FormState {
  /** The boxes that are ticked, each as `name=value`. */
  ticked: ReadonlySet<string>;
  /** The text fields that something is typed into. */
  filled: ReadonlySet<string>;
  /** What has come up with the last choice, in words. */
  asked: string;
  hints: Hints;
  /** How many of the documents are shown. */
  shown: number;
  /** The words that a document in the list has to have. */
  filter: string;
  problems: readonly SaidProblem[];
  own: readonly OwnProblem[];
  received: Received | undefined;
}

/** The form as it is before anybody turns to it. */
export const newState = (ticked: ReadonlySet<string> = new Set()): FormState => ({
  ticked,
  filled: new Set(),
  asked: '',
  hints: {},
  shown: FIRST_DOCUMENTS,
  filter: '',
  problems: [],
  own: [],
  received: undefined,
});
