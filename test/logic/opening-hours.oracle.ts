import { CalendarDate, CalendarDateTime, fromAbsolute, toZoned } from '@internationalized/date';
import type { Disambiguation } from '@internationalized/date';
import { Temporal } from 'temporal-polyfill';
import { isBankHoliday } from '../../src/calendar/bank-holidays.ts';
import type { Hours } from '../../src/opening-hours/state.ts';

const LONDON = 'Europe/London';
const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MINUTE = 60_000;

/** A day as an oracle's calendar counts it. */
interface Day {
  readonly iso: string;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly day: number;
  readonly daysInMonth: number;
  /** Whole weeks, and months, between the day's own and another date's. */
  weeksSince(iso: string): number;
  monthsSince(iso: string): number;
  plus(days: number): Day;
  /** The instant at which a London clock first shows a time of this day or a later one. */
  at(minutes: number): number;
}

/** What an oracle can do: it tells days and instants by the rules of a library that is not ours. */
export type Oracle = (instant: number) => Day;

function temporalDay(date: Temporal.PlainDate): Day {
  const monday = (of: Temporal.PlainDate) => of.subtract({ days: of.dayOfWeek - 1 });
  return {
    iso: date.toString(),
    weekday: date.dayOfWeek,
    day: date.day,
    daysInMonth: date.daysInMonth,
    weeksSince: (iso) =>
      monday(Temporal.PlainDate.from(iso)).until(monday(date), { largestUnit: 'weeks' }).weeks,
    monthsSince: (iso) =>
      Temporal.PlainDate.from(iso)
        .with({ day: 1 })
        .until(date.with({ day: 1 }), { largestUnit: 'months' }).months,
    plus: (days) => temporalDay(date.add({ days })),
    at(minutes) {
      const wall = date.toPlainDateTime().add({ minutes });
      const [before, after] = (['earlier', 'later'] as const).map((disambiguation) =>
        wall.toZonedDateTime(LONDON, { disambiguation }),
      ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
      if (wall.equals(before.toPlainDateTime())) return before.epochMilliseconds;
      return before.getTimeZoneTransition('next')?.epochMilliseconds ?? after.epochMilliseconds;
    },
  };
}

/** The days and instants of the Temporal proposal, by its polyfill. */
export const temporal: Oracle = (instant) =>
  temporalDay(
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(LONDON).toPlainDate(),
  );

function internationalizedDay(date: CalendarDate): Day {
  const julian = (of: CalendarDate) => of.calendar.toJulianDay(of);
  const at = (iso: string) => {
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    return new CalendarDate(year, month, day);
  };
  // Julian day 0 was a Monday.
  const weekday = (julian(date) % 7) + 1;
  return {
    iso: date.toString(),
    weekday,
    day: date.day,
    daysInMonth: date.calendar.getDaysInMonth(date),
    weeksSince: (iso) => Math.floor(julian(date) / 7) - Math.floor(julian(at(iso)) / 7),
    monthsSince: (iso) => (date.year - at(iso).year) * 12 + date.month - at(iso).month,
    plus: (days) => internationalizedDay(date.add({ days })),
    at(minutes) {
      const wall = new CalendarDateTime(date.year, date.month, date.day).add({ minutes });
      const zoned = (how: Disambiguation) => toZoned(wall, LONDON, how);
      if (zoned('earlier').hour === wall.hour) return zoned('earlier').toDate().getTime();
      // A skipped time has passed when the clock shows the next whole hour.
      return zoned('later').set({ minute: 0 }).toDate().getTime();
    },
  };
}

/** The days and instants of Adobe's date library. */
export const internationalized: Oracle = (instant) => {
  const { year, month, day } = fromAbsolute(instant, LONDON);
  return internationalizedDay(new CalendarDate(year, month, day));
};

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/**
 * When a service is open, worked out in instants rather than on a clock: every span from two days
 * before to fifteen days after, joined where they touch. For hours without a fault or a doubt.
 */
export function spans(hours: Hours, now: number, oracle: Oracle): [start: number, end: number][] {
  const today = oracle(now);
  const found: [number, number][] = [];
  for (let ahead = -2; ahead <= 15; ahead += 1) {
    const day = today.plus(ahead);
    const add = (opensAt = '', closesAt = ''): void => {
      const opens = clock(opensAt);
      const until = closesAt === '23:59' ? 1440 : clock(closesAt);
      found.push([day.at(opens), day.at(until > opens ? until : until + 1440)]);
    };
    const special = hours.special?.filter(({ date }) => date === day.iso) ?? [];
    for (const { opensAt, closesAt } of special) if (opensAt) add(opensAt, closesAt);
    const holiday =
      hours.bankHolidays === 'closed' &&
      (isBankHoliday(day.iso, 'england-and-wales') || /(01-01|12-25|12-26)$/.test(day.iso));
    if (special.length > 0 || holiday) continue;
    for (const row of hours.schedules ?? []) {
      const first = [row.validFrom ?? '', row.dtstart ?? ''].sort()[1] ?? '';
      const last = [row.validTo ?? '9', row.until ?? '9'].sort()[0] ?? '';
      if (day.iso < first || day.iso > last) continue;
      const interval = row.interval ?? 1;
      const start = row.dtstart ?? day.iso;
      const monthly = row.freq === 'MONTHLY';
      if ((monthly ? day.monthsSince(start) : day.weeksSince(start)) % interval !== 0) continue;
      const on = (row.byday ?? []).some((code) => {
        if (!code.endsWith(NAMES[day.weekday - 1] ?? '?')) return false;
        const count = Number(code.slice(0, -2));
        if (count > 0) return day.day > 7 * (count - 1) && day.day <= 7 * count;
        const left = day.daysInMonth - day.day;
        return count === 0 || (left >= 7 * (-count - 1) && left < 7 * -count);
      });
      if (on) add(row.opensAt, row.closesAt);
    }
  }
  found.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (start < end) joined.push([start, end]);
  }
  return joined;
}

/** What may be said of those spans at one instant, as far as the 14th day after it. */
export function answer(hours: Hours, now: number, oracle: Oracle): string {
  const horizon = oracle(now).plus(15).at(0);
  const found = spans(hours, now, oracle);
  const current = found.find(([start, end]) => start <= now && now < end);
  if (current) return current[1] < horizon ? `open until ${time(current[1])}` : 'open for long';
  const next = found.find(([start]) => start > now);
  return next && next[0] < horizon ? `closed until ${time(next[0])}` : 'closed';
}

const time = (instant: number): string => new Date(instant).toISOString();

/** The instant of a date and a time on a London clock. */
export function instantOf(date: string, minutes: number, oracle: Oracle): string {
  return time(oracle(Date.parse(`${date}T12:00:00Z`)).at(minutes));
}

/** Both nights of each year on which London's clocks change, a minute after midnight. */
export function clockChanges(years: readonly number[]): number[] {
  return years.flatMap((year) => {
    const start = Temporal.ZonedDateTime.from(`${String(year)}-01-01T00:00[Europe/London]`);
    const spring = start.getTimeZoneTransition('next');
    const autumn = spring?.getTimeZoneTransition('next');
    return [spring, autumn].flatMap((change) =>
      change ? [change.startOfDay().epochMilliseconds + MINUTE] : [],
    );
  });
}
