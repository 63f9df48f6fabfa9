import { addDays, isIsoDate } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { DAY, inForce, list, merge, readRule, readTimes, text } from './rows.ts';
import type { Rule, Span, Special } from './rows.ts';
import { DAYS } from '../service/service.ts';
import type { Day, Schedule, SpecialDay } from '../service/service.ts';

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

const written = (spans: readonly Span[]): WeeklyHours['spans'] =>
  merge(spans, DAY).map(([start, end]) => ({ opens: clock(start), closes: clock(end) }));

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
    const spans = written(rows);
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

/** The hours of one date. */
export interface DatedHours {
  readonly date: IsoDate;
  /** As in `WeeklyHours`; none where it is closed. */
  readonly spans: WeeklyHours['spans'];
}

/**
 * The next dates of rows that do not come every week, such as every second Monday.
 *
 * @param schedules - rows that cannot be read are left out.
 * @param today - the first date to look at; the last is 62 days on.
 * @param most - how many dates to give.
 */
export function nextDates(schedules: readonly Schedule[], today: IsoDate, most = 2): DatedHours[] {
  const rare = read(schedules).filter(({ sure, weekly }) => sure && !weekly);
  const found: DatedHours[] = [];
  for (let day = 0; rare.length > 0 && day <= 62 && found.length < most; day += 1) {
    const date = addDays(today, day);
    const rows = inForce(rare, date).filter(({ on }) => on(date));
    if (rows.length > 0) found.push({ date, spans: written(rows.map(({ span }) => span)) });
  }
  return found;
}

/**
 * The dates from today on that have other hours than usual, in order. One whose times cannot be read
 * is left out.
 */
export function specialDates(
  special: readonly SpecialDay[] | undefined,
  today: IsoDate,
): DatedHours[] {
  const found = new Map<IsoDate, Span[]>();
  for (const entry of list(special).map((day) => Object(day) as Special)) {
    const date = text(entry.date);
    if (!isIsoDate(date) || date < today) continue;
    const spans = found.get(date) ?? [];
    if (entry.opensAt || entry.closesAt) {
      const { sure, span } = readTimes(entry);
      if (!sure) continue;
      spans.push(span);
    }
    found.set(date, spans);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, spans]) => ({ date, spans: written(spans) }));
}
