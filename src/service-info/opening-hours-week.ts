import type { IsoDate } from '../calendar/london.ts';
import { DAY, inForce, list, merge, readRule } from './opening-hours-rows.ts';
import type { Rule } from './opening-hours-rows.ts';
import { DAYS } from './service.ts';
import type { Day, Schedule } from './service.ts';

/** The hours of some days that follow each other and are alike. */
export interface WeeklyHours {
  /** Monday first. */
  readonly days: Day[];
  /**
   * `HH:MM`, in order, overlaps and touching spans joined. A `closes` at or before `opens` is on the
   * next day; one of `00:00` is midnight; `00:00` to `00:00` is the whole day.
   */
  readonly spans: readonly { readonly opens: string; readonly closes: string }[];
}

const clock = (minutes: number): string => new Date(minutes * 6e4).toISOString().slice(11, 16);

const read = (schedules: unknown, date?: IsoDate): readonly Rule[] => {
  const rules = list(schedules).map(readRule);
  return date === undefined ? rules : inForce(rules, date);
};

/**
 * The hours of a usual week, for display. Days that follow each other and have the same hours make
 * one entry. A day without hours is in none; nothing more is known about it than that.
 *
 * @param schedules - rows that cannot be read, or that do not come every week, are left out, and
 *   `hasOtherHours` tells of them.
 * @param date - rows that are not in force on this date are left out; none where it is not given.
 */
export function weeklyHours(schedules: readonly Schedule[], date?: IsoDate): WeeklyHours[] {
  const weekly = read(schedules, date).filter((rule) => rule.weekly);
  const groups: WeeklyHours[] = [];
  let before = '[]';
  for (const day of DAYS) {
    const rows = weekly.filter(({ days }) => days.includes(day)).map(({ span }) => span);
    const spans = merge(rows, DAY).map((span) => ({
      opens: clock(span[0]),
      closes: clock(span[1]),
    }));
    const same = JSON.stringify(spans);
    if (same !== before) groups.push({ days: [], spans });
    groups.at(-1)?.days.push(day);
    before = same;
  }
  return groups.filter(({ spans }) => spans.length > 0);
}

/**
 * Whether there are hours that `weeklyHours` could not show: a row that cannot be read, or one that
 * does not come every week. A card then asks people to check. The date is as for `weeklyHours`.
 */
export function hasOtherHours(schedules: readonly Schedule[], date?: IsoDate): boolean {
  return read(schedules, date).some((rule) => !rule.weekly);
}
