import type { Service } from '../service/service.ts';

/** What stands for the record in a problem of the feed as a whole. */
export const WHOLE_FEED = 'the feed';

/** Something in a feed that could not be taken as it stood. */
export interface FeedProblem {
  /** Which record: its id, or where it has none its place, such as "record 3". */
  readonly record: string;
  /** Where in the record, in the feed's own names: `schedules[0].opens_at`. */
  readonly field: string;
  /** What stood there, as JSON, cut to 120 characters. Empty where nothing stood there. */
  readonly read: string;
  /** What was done about it, in a sentence. */
  readonly done: string;
  /** A `fault` cost a value, or changed one; a `note` tells of a choice, and nothing is lost. */
  readonly kind: 'fault' | 'note';
}

/** How many records have something in a field, and what became of it. */
export interface FieldAccount {
  /** The field in the feed's own names, with `[]` for every entry of a list: `contacts[].phone`. */
  readonly field: string;
  /** In how many records it holds anything. */
  readonly records: number;
  /**
   * `read` in each of them, reported among the problems or not; `ignored` where the reader leaves fields of
   * this name out on purpose; `unread` where nobody thought of it.
   */
  readonly use: 'read' | 'ignored' | 'unread';
}

/** What a feed gave. */
export interface FeedResult {
  /** One for each record, whatever is wrong with it; each fits the schema of the record. */
  readonly services: readonly Service[];
  readonly problems: readonly FeedProblem[];
  /** How many records the feed holds. */
  readonly records: number;
  /** How many of them are the same, letter for letter, as one before: they are read once. */
  readonly repeats: number;
  /** What became of every field that holds anything in any record. */
  readonly account: readonly FieldAccount[];
}

/** Takes down what is wrong with one record. */
export type Report = (
  kind: FeedProblem['kind'],
  field: string,
  read: unknown,
  done: string,
) => void;

/** A value as it stood, short enough for a table. It never throws, whatever the value. */
export function shown(value: unknown): string {
  if (value === undefined) return '';
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    // A ring, or lists in lists so deep that they cannot be written.
    text = 'a value that cannot be written down';
  }
  // What stays of control characters could still move a terminal's cursor, or turn its text round.
  text = text.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
