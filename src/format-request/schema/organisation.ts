import type { Division } from '../../calendar/bank-holidays.ts';

/** Who answers, and how to reach them without the form. Each text is empty where it is not known. */
export interface Organisation {
  readonly organisation: string;
  readonly email: string;
  readonly phone: string;
  /** Where to complain to the organisation: a web address. */
  readonly complaintsUrl: string;
  /** Where to turn if that does not help: a web address. */
  readonly enforcementUrl: string;
  readonly division: Division;
}
