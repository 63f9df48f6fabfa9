import { isBankHoliday, isDivision } from '../calendar/bank-holidays.ts';
import type { Division } from '../calendar/bank-holidays.ts';
import { addDays, isIsoDate, londonTime, weekday } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { DAY, inForce, list, merge, readRule, readTimes, text } from './rows.ts';
import type { Row, Rule, Span, Special } from './rows.ts';
import type { Service } from '../service/service.ts';

const AHEAD = 14;
const HORIZON = (AHEAD + 1) * DAY;

/** The hours of a service, or of one of its channels. A `Service` can be given as it is. */
export type Hours = {
  readonly [K in 'schedules' | 'special' | 'bankHolidays' | 'status']?: Service[K] | undefined;
};

/** When something opens or closes, on a London clock. */
export interface Change {
  readonly date: IsoDate;
  /** Minutes since midnight. A closing at midnight is 1440 on the day that ends. */
  readonly minutes: number;
}

/** What may be said about a service at one instant. */
export type OpeningState =
  /** Surely open. `closes` is left out where the hours that follow are not known. */
  | { readonly state: 'open'; readonly closes?: Change }
  /** Open day and night, every day. */
  | { readonly state: 'always-open' }
  /** Surely closed. `opens` is left out where nothing opens within 14 days, or might open before. */
  | { readonly state: 'closed'; readonly opens?: Change }
  /** Its status says so, whatever its hours. */
  | { readonly state: 'temporarily-closed' }
  /** Today is one, and the hours may differ. */
  | { readonly state: 'bank-holiday' }
  /** Nobody can know yet whether today is one: it lies outside the table. */
  | { readonly state: 'may-differ' }
  /** Nothing may be said. */
  | { readonly state: 'unknown' };

/** Christmas Day, Boxing Day and New Year's Day at a weekend: GOV.UK lists only their substitutes. */
function isHoliday(date: IsoDate, division: Division): boolean | undefined {
  if (/(01-01|12-25|12-26)$/.test(date)) return true;
  const known = isDivision(division) ? isBankHoliday(date, division) : undefined;
  return known ?? (weekday(date) > 5 ? false : undefined);
}

/** Whether a date has its usual hours, has hours set for it, or may have any. */
type Kind = (date: IsoDate) => 'usual' | 'set' | 'any';

/**
 * Where in those minutes an hour is skipped because clocks go forward, as the London clock itself
 * shows it; nowhere most of the year.
 */
function skippedHour(today: IsoDate): number {
  const summer = (day: number): boolean =>
    londonTime(new Date(`${addDays(today, day)}T01:00:00Z`)).minutes === 120;
  if (summer(-2) || !summer(AHEAD + 1)) return NaN;
  let day = -1;
  while (!summer(day)) day += 1;
  return day * DAY + 60;
}

/** When it is surely open and when it may be, from yesterday on, in minutes since today's midnight. */
function timeline(rules: readonly Rule[], special: readonly Special[], today: IsoDate, kind: Kind) {
  const open: Span[] = [];
  const doubt: Span[] = [];
  const skipped = skippedHour(today);
  const wall = (minute: number): number =>
    minute >= skipped && minute < skipped + 60 ? skipped + 60 : minute;
  for (let day = -1; day <= AHEAD; day += 1) {
    const date = addDays(today, day);
    const [midnight, next] = [day * DAY, (day + 1) * DAY];
    const current = inForce(rules, date);
    let rows: readonly Row[] = current.filter(({ on }) => on(date));
    let usual = kind(date) === 'usual' && current.some(({ sure }) => sure);
    if (kind(date) === 'set') {
      const entries = special.filter((entry) => entry.date === date);
      rows = entries.filter((entry) => entry.opensAt || entry.closesAt).map(readTimes);
      // An entry that closes the day beside one that opens it: not known which is right.
      usual = rows.length === 0 || rows.length === entries.length;
    }
    if (!usual) doubt.push([midnight, next]);
    for (const row of rows) {
      const [start, end] = [wall(midnight + row.span[0]), wall(midnight + row.span[1])];
      // A night that runs into a day with other hours may or may not be cut short by them.
      const cut = kind(addDays(date, 1)) === 'usual' ? end : Math.min(end, next);
      if (row.sure && usual) open.push([start, cut]);
      else doubt.push([start, end]);
      if (cut < end) doubt.push([cut, end]);
    }
  }
  return { open: merge(open.filter(([start, end]) => start < end)), doubt };
}

/**
 * Says whether a service is open, on a London clock, whatever zone the device is in. It follows the
 * HSDS 3 `schedule`, with the rules written beside `Schedule` and `SpecialDay`.
 *
 * What cannot be read is never guessed. Where a row has a fault, or comes every second week with no
 * `dtstart`, its days may hold hours that nobody can see: they are `unknown`, not `closed`. So is a
 * day on which no row is in force, and a night that runs into a special day. A special day whose
 * date cannot be read may be today, and makes everything `unknown`.
 *
 * On bank holidays `hours.bankHolidays` rules: `same` ignores them, `closed` closes, anything else
 * gives `bank-holiday`, even for a service open day and night, which must say `same`. A special day
 * goes before all of these. Past the end of the table any weekday may be a holiday: to call it one,
 * or to call it ordinary, would be a guess, so unless the hours are the `same` they `may-differ`.
 * Saturdays and Sundays keep their hours there.
 *
 * When clocks go forward, a time in the hour that is skipped becomes 2am. When they go back,
 * a time in the hour that comes twice is the first of the two: nothing opens a second time.
 *
 * @param hours - a service, or its channel's hours beside its own special days and status. A status
 *   other than `active` and `temporarily closed` gives `unknown`.
 * @param now - any valid `Date`; an invalid one throws a `RangeError`, as `Intl` does.
 * @param division - whose bank holidays count. One that is not in the table is as past its end.
 */
export function openingState(
  hours: Hours,
  now: Date,
  division: Division = 'england-and-wales',
): OpeningState {
  const status = hours.status ?? 'active';
  if (status === 'temporarily closed') return { state: 'temporarily-closed' };
  const special = list(hours.special).map((day) => Object(day) as Special);
  if (status !== 'active' || !special.every(({ date }) => isIsoDate(text(date)))) {
    return { state: 'unknown' };
  }
  const rules = list(hours.schedules).map(readRule);
  const { date: today, minutes } = londonTime(now);
  // The same reading an hour ago means that this is the repeated hour, 1am to 1:59am, again.
  const at = londonTime(new Date(now.getTime() - 36e5)).minutes === minutes ? 119 : minutes;
  const look = (holidays: unknown): ReturnType<typeof timeline> =>
    timeline(rules, special, today, (date) => {
      if (special.some((entry) => entry.date === date)) return 'set';
      const holiday = holidays !== 'same' && isHoliday(date, division);
      if (holiday === false) return 'usual';
      return holiday && holidays === 'closed' ? 'set' : 'any';
    });
  const { open, doubt } = look(hours.bankHolidays);
  const change = (minute: number, atEnd: 0 | 1): Change => {
    const day = Math.floor((minute - atEnd) / DAY);
    return { date: addDays(today, day), minutes: minute - day * DAY };
  };
  const unsure = (from: number, to: number): boolean =>
    doubt.some(([start, end]) => start < to && end > from);

  const current = open.find(([start, end]) => start <= at && at < end);
  if (current) {
    const end = current[1];
    if (end < HORIZON && !unsure(end, end + 1)) return { state: 'open', closes: change(end, 1) };
    const always = look('same').open.some((span) => span[0] <= at && span[1] >= HORIZON);
    return { state: always ? 'always-open' : 'open' };
  }
  if (unsure(at, at + 1)) {
    const holiday = hours.bankHolidays !== 'same' && isHoliday(today, division);
    const known = inForce(rules, today).some(({ sure }) => sure);
    if (holiday === false || !known) return { state: 'unknown' };
    return { state: holiday ? 'bank-holiday' : 'may-differ' };
  }
  const next = open.find(([start]) => start > at);
  if (!next || unsure(at, next[0])) return { state: 'closed' };
  return { state: 'closed', opens: change(next[0], 0) };
}
