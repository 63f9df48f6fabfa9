import { isBankHoliday } from './bank-holidays.ts';
import type { Division } from './bank-holidays.ts';
import { addDays, londonTime, weekday } from './london.ts';
import type { IsoDate } from './london.ts';

/** Which days an organisation does not work, beyond Saturdays and Sundays. */
export interface WorkingCalendar {
  /** Whose bank holidays are skipped. England and Wales where it is left out. */
  readonly division?: Division;
  /** Further dates on which the organisation is closed. */
  readonly closures?: readonly IsoDate[];
  /**
   * The minute of the London day, 0 to 1439, from which a receipt counts as the next working day's;
   * so does one on a day that is none. Left out, the date of receipt itself is day 0.
   */
  readonly cutOff?: number;
}

/**
 * Whether a date is a working day.
 *
 * @returns `undefined` for a weekday outside the bank-holiday table, where nobody can know.
 */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar = {}): boolean | undefined {
  if (weekday(date) > 5 || calendar.closures?.includes(date)) return false;
  const holiday = isBankHoliday(date, calendar.division ?? 'england-and-wales');
  return holiday === undefined ? undefined : !holiday;
}

/**
 * The date by which a reply is due. The London date of receipt is day 0, and the reply is due by
 * the end of the last working day counted.
 *
 * @param receivedAt - the instant of receipt.
 * @param days - how many working days are promised: a whole number from 1 to 100.
 * @returns the date, or `undefined` where the count leaves the bank-holiday table; then say how
 *   many working days, and give no date.
 * @throws RangeError where `days` is not a whole number from 1 to 100.
 */
export function replyBy(
  receivedAt: Date,
  days: number,
  calendar: WorkingCalendar = {},
): IsoDate | undefined {
  if (!Number.isInteger(days) || days < 1 || days > 100) {
    throw new RangeError(
      `A reply can be promised in 1 to 100 working days, not in ${String(days)}.`,
    );
  }
  const { date: receipt, minutes } = londonTime(receivedAt);
  const { cutOff } = calendar;
  // Day 0 is a working day where there is a cut-off: one more is counted to get there.
  const late = cutOff !== undefined && (minutes >= cutOff || !isWorkingDay(receipt, calendar));
  let date = receipt;
  for (let counted = late ? -1 : 0; counted < days;) {
    date = addDays(date, 1);
    const working = isWorkingDay(date, calendar);
    if (working === undefined) return undefined;
    if (working) counted += 1;
  }
  return date;
}
