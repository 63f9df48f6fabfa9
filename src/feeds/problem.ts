import type { Service } from '../service/service.ts';

/** What stands for the record in a problem of the feed as a whole. */
export const WHOLE_FEED = 'the feed';

/** Something in a feed that could not be taken as it stood. */
export interface Problem {
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

/** What a feed gave. */
export interface FeedResult {
  /** One for each record, whatever is wrong with it; each fits the schema of the record. */
  readonly services: readonly Service[];
  readonly problems: readonly Problem[];
  /** How many records the feed holds. */
  readonly records: number;
  /** How many of them are the same, letter for letter, as one before: they are read once. */
  readonly repeats: number;
}

/** Takes down what is wrong with one record. */
export type Report = (kind: Problem['kind'], field: string, read: unknown, done: string) => void;

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
