import type { FieldName, MissingCode } from './fields.ts';

/** One thing that is wrong with a request. */
export interface Problem {
  /** The field that mends it. */
  readonly field: FieldName;
  readonly code:
    | MissingCode
    | 'documents-too-many'
    | 'format-unknown'
    | 'email-malformed'
    | 'phone-malformed'
    | 'too-long';
  /** For `too-long` and `documents-too-many`: by how many characters or documents. */
  readonly excess?: number;
}

/** A problem as a receiver says it: a newer one may know codes that this form does not. */
export interface SaidProblem extends Omit<Problem, 'code'> {
  /** One of ours, or `said` where there is nothing but the message. */
  readonly code: Problem['code'] | 'said';
  readonly message?: string;
}
