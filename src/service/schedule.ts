import type { IsoDate } from '../calendar/london.ts';

/** The days of the week as HSDS and iCalendar write them, Monday first. */
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A day of the week as HSDS and iCalendar write it. */
export type Day = (typeof DAYS)[number];

/**
 * A weekday counted within a month, as iCalendar writes it: `2MO` the second Monday, `-1FR` the last Friday.
 *
 * @pattern ^-?[1-5](MO|TU|WE|TH|FR|SA|SU)$
 */
export type NthDay = `${number}${Day}`;

/**
 * One span of opening that comes round, after the HSDS `schedule`. Times are on a London clock.
 *
 * A row whose days or times could not be read is kept without them: it is open at some time that
 * nobody knows, and neither "open" nor "closed" may be said of its days. Without days, that is any day.
 */
export interface Schedule {
  /** The days on which the span starts. A counted day goes with `MONTHLY` only. */
  readonly byday?: readonly (Day | NthDay)[];
  /**
   * `HH:MM`, 00:00 to 23:59.
   *
   * @pattern ^([01]\d|2[0-3]):[0-5]\d$
   */
  readonly opensAt?: string;
  /**
   * `HH:MM`. At or before `opensAt` it is the next day's; 00:00, 24:00 and 23:59 mean midnight;
   * 00:00 to 00:00 is the whole day.
   *
   * @pattern ^(([01]\d|2[0-3]):[0-5]\d|24:00)$
   */
  readonly closesAt?: string;
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** `WEEKLY` where it is left out. */
  readonly freq?: 'WEEKLY' | 'MONTHLY';
  /**
   * Every how many weeks or months; 1 where it is left out. Above 1 it needs `dtstart` to count from.
   *
   * @asType integer
   * @minimum 1
   */
  readonly interval?: number;
  /** The first day of the series. */
  readonly dtstart?: IsoDate;
  /** The last day of the series. */
  readonly until?: IsoDate;
  /** Days of the month. They are carried, but not worked out: nothing is said of such a row's hours. */
  readonly bymonthday?: readonly number[];
}

/**
 * The hours of one date, in place of whatever the schedules say for it. Without times it is closed
 * that day; with one time alone, nothing is known of that day. Two spans on one date are two entries.
 */
export interface SpecialDay {
  readonly date: IsoDate;
  /**
   * As in a schedule.
   *
   * @pattern ^([01]\d|2[0-3]):[0-5]\d$
   */
  readonly opensAt?: string;
  /**
   * As in a schedule.
   *
   * @pattern ^(([01]\d|2[0-3]):[0-5]\d|24:00)$
   */
  readonly closesAt?: string;
}

/** When a service, a place or one way to reach a service is open. */
export interface OpeningHours {
  /** The hours of usual weeks and months (HSDS `schedules`). */
  readonly schedules?: readonly Schedule[];
  /** Dates on which the hours are other than usual (NHS `Additional` opening times). */
  readonly special?: readonly SpecialDay[];
  /** What a bank holiday does to the hours. `unknown` where it is left out. */
  readonly bankHolidays?: 'same' | 'closed' | 'unknown';
  /** The hours as their source puts them in words. To be shown where `schedules` do not hold them all. */
  readonly hoursDescription?: string;
}
