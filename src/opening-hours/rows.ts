import { isIsoDate, weekday } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { DAYS } from '../service/service.ts';
import type { Schedule, SpecialDay } from '../service/service.ts';

/** Minutes in a day. */
export const DAY = 1440;
const FIRST: IsoDate = '0000-01-01';
const LAST: IsoDate = '9999-12-31';

/** Hours come out of files that nobody has checked: any field may hold anything. */
type Unchecked<T> = { readonly [K in keyof T]?: unknown };
/** A special day as it was found. */
export type Special = Unchecked<SpecialDay>;

/** From when to when, in minutes since a midnight. */
export type Span = readonly [start: number, end: number];

/** A schedule's row that has been read. */
export interface Rule {
  /** When it is open, or may be, in minutes since the midnight of a day that it is on. */
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

/** The times of a row. */
export type Row = Pick<Rule, 'span' | 'sure'>;

/** A list as it is, and none where a file holds something else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** A text as it is, and an empty one where a file holds something else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Minutes since midnight of a time `HH:MM`, up to 24:00; nothing where it is not one. */
export function minutesOfDay(time: unknown): number | undefined {
  const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(String(time));
  return match ? Number(match[1] ?? 24) * 60 + Number(match[2] ?? 0) : undefined;
}

/** Reads when a row opens and closes. */
export function readTimes(row: Special): Row {
  const opens = minutesOfDay(row.opensAt);
  const closes = minutesOfDay(row.closesAt);
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
export function readRule(value: unknown): Rule {
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

/** The rows whose first and last days have a date between them. */
export const inForce = (rules: readonly Rule[], date: IsoDate): readonly Rule[] =>
  rules.filter(({ from, to }) => from <= date && date <= to);

/** Joins spans that overlap or touch, as long as what comes of it is not longer than `most`. */
export function merge(spans: readonly Span[], most = Infinity): readonly Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1) ?? [0, -Infinity];
    const joined: Span = [last[0], Math.max(last[1], end)];
    if (start <= last[1] && joined[1] - joined[0] <= most) merged.splice(-1, 1, joined);
    else merged.push([start, end]);
  }
  return merged;
}
