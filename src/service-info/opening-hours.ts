import { isBankHoliday } from '../calendar/bank-holidays.ts';
import type { Division } from '../calendar/bank-holidays.ts';
import { addDays, isIsoDate, londonTime, weekday } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { DAYS } from './service.ts';
import type { Day, Schedule, Service, SpecialDay } from './service.ts';

const DAY = 1440;
const AHEAD = 14;
const HORIZON = (AHEAD + 1) * DAY;
const FIRST: IsoDate = '0000-01-01';
const LAST: IsoDate = '9999-12-31';

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
  /** Nothing may be said. */
  | { readonly state: 'unknown' };

/** Hours come out of files that nobody has checked: any field may hold anything. */
type Unchecked<T> = { readonly [K in keyof T]?: unknown };
type Special = Unchecked<SpecialDay>;

/** From when to when, in minutes since a midnight. */
type Span = readonly [start: number, end: number];

interface Rule {
  readonly span: Span;
  /** False where the row cannot be read in full: the span is then only where it may be open. */
  readonly sure: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whether it comes round every week, on `days`. */
  readonly weekly: boolean;
  readonly days: readonly string[];
  readonly on: (date: IsoDate) => boolean;
}

type Row = Pick<Rule, 'span' | 'sure'>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function minutesOf(time: unknown): number | undefined {
  const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(String(time));
  return match ? Number(match[1] ?? 24) * 60 + Number(match[2] ?? 0) : undefined;
}

function readTimes(row: Special): Row {
  const opens = minutesOf(row.opensAt);
  const closes = minutesOf(row.closesAt);
  if (opens === undefined || opens === DAY || closes === undefined || (opens && opens === closes)) {
    // No span is longer than a day, so it is over a day after the latest time at which it may open.
    return { span: [opens ?? 0, (opens ?? DAY) + DAY], sure: false };
  }
  const end = closes === DAY - 1 ? DAY : closes;
  return { span: [opens, end > opens ? end : end + DAY], sure: true };
}

const month = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
// Day 0 was a Thursday, and weeks start on Monday.
const week = (date: IsoDate): number => Math.floor((Date.parse(date) / 864e5 + 3) / 7);

/** Reads a row after RFC 5545, as far as services need it: by week, or by a counted weekday. */
function readRule(value: unknown): Rule {
  const row = Object(value) as Unchecked<Schedule>;
  const times = readTimes(row);
  const dtstart = text(row.dtstart ?? FIRST);
  const starts = [text(row.validFrom ?? FIRST), dtstart].sort();
  const ends = [text(row.validTo ?? LAST), text(row.until ?? LAST)].sort();
  const [from = FIRST, to = LAST] = [starts[1], ends[0]];
  const dated = [...starts, ...ends].every(isIsoDate) && from <= to;

  const days = list(row.byday).map(String);
  const named = days.length > 0 && days.every((day) => /(MO|TU|WE|TH|FR|SA|SU)$/.test(day));
  const monthly = row.freq === 'MONTHLY';
  // A plain weekday with MONTHLY may be meant as every one or as any one: not known.
  const written = monthly ? /^-?[1-5]..$/ : /^..$/;
  const interval = Number(row.interval ?? 1);
  const sure =
    times.sure &&
    dated &&
    named &&
    days.every((day) => written.test(day)) &&
    (monthly || (row.freq ?? 'WEEKLY') === 'WEEKLY') &&
    JSON.stringify(row.bymonthday ?? []) === '[]' &&
    (interval === 1 || (Number.isInteger(interval) && interval > 0 && dtstart > FIRST));

  const on = (date: IsoDate): boolean => {
    const name = DAYS[weekday(date) - 1] ?? '';
    if (!sure) return !named || days.some((day) => day.endsWith(name));
    const number = monthly ? month : week;
    if ((number(date) - number(dtstart)) % interval !== 0) return false;
    if (!monthly) return days.includes(name);
    const day = Number(date.slice(8));
    const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0));
    const counts = [Math.ceil(day / 7), Math.floor((day - last.getUTCDate() - 1) / 7)];
    return counts.some((count) => days.includes(String(count) + name));
  };
  const weekly = sure && !monthly && interval === 1;
  return { ...times, sure, weekly, days, on, from: dated ? from : FIRST, to: dated ? to : LAST };
}

const inForce = (rules: readonly Rule[], date: IsoDate): readonly Rule[] =>
  rules.filter(({ from, to }) => from <= date && date <= to);

/** Joins spans that overlap or touch, as long as what comes of it is not longer than `most`. */
function merge(spans: readonly Span[], most = Infinity): readonly Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1) ?? [0, -Infinity];
    const joined: Span = [last[0], Math.max(last[1], end)];
    if (start <= last[1] && joined[1] - joined[0] <= most) merged.splice(-1, 1, joined);
    else merged.push([start, end]);
  }
  return merged;
}

/** Christmas Day, Boxing Day and New Year's Day at a weekend: GOV.UK lists only their substitutes. */
function isHoliday(date: IsoDate, division: Division): boolean | undefined {
  if (/(01-01|12-25|12-26)$/.test(date)) return true;
  return isBankHoliday(date, division) ?? (weekday(date) > 5 ? false : undefined);
}

/** Whether a date has its usual hours, has hours set for it, or may have any. */
type Kind = (date: IsoDate) => 'usual' | 'set' | 'any';

/** When it is surely open and when it may be, from yesterday on, in minutes since today's midnight. */
function timeline(rules: readonly Rule[], special: readonly Special[], today: IsoDate, kind: Kind) {
  const open: Span[] = [];
  const doubt: Span[] = [];
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
      const [start, end] = [midnight + row.span[0], midnight + row.span[1]];
      // A night that runs into a day with other hours may or may not be cut short by them.
      const cut = kind(addDays(date, 1)) === 'usual' ? end : Math.min(end, next);
      if (row.sure && usual) open.push([start, cut]);
      else doubt.push([start, end]);
      if (cut < end) doubt.push([cut, end]);
    }
  }
  return { open: merge(open), doubt };
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
 * or to call it ordinary, would be a guess, so unless the hours are the `same` it is `unknown`.
 * Saturdays and Sundays keep their hours there.
 *
 * When clocks go forward, a time in the hour that is skipped has passed at 2am. When they go back,
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
    return { state: holiday && known ? 'bank-holiday' : 'unknown' };
  }
  const next = open.find(([start]) => start > at);
  if (!next || unsure(at, next[0])) return { state: 'closed' };
  return { state: 'closed', opens: change(next[0], 0) };
}

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

/**
 * Writes a time of day in words. English follows the GOV.UK style guide: "9am", "5:30pm", "midday",
 * "midnight". Other languages get a 24-hour clock as `Intl` writes it, always with digits 0 to 9.
 *
 * @param time - minutes since midnight, or `HH:MM` as in `weeklyHours`. Both 0 and 1440 are
 *   midnight. A text that is no time comes back as it is.
 * @param language - a BCP 47 tag, such as a page's `lang`. One that `Intl` refuses gives English; one
 *   that the browser has no data for gives a British 24-hour clock.
 */
export function timeInWords(time: number | string, language: string): string {
  const minutes = typeof time === 'number' ? time : minutesOf(time);
  if (minutes === undefined || !Number.isFinite(minutes)) return String(time);
  try {
    const clock24 = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const;
    // The second tag keeps a browser that lacks the first from using its own language.
    const latin = { numberingSystem: 'latn', timeZone: 'UTC' };
    const write = new Intl.DateTimeFormat([language, 'en-GB'], { ...clock24, ...latin });
    if (!/^en\b/i.test(language)) return write.format(minutes * 6e4);
  } catch {
    // A tag that nobody knows, or none: English.
  }
  if (minutes % DAY === 0) return 'midnight';
  if (minutes % DAY === DAY / 2) return 'midday';
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 || 12)}${past}${hour < 12 ? 'am' : 'pm'}`;
}
