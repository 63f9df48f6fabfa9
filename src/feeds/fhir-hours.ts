import { londonTime, weekday } from '../calendar/london.ts';
import { DAYS } from '../service/schedule.ts';
import type { OpeningHours, Schedule, SpecialDay } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import { clock, datesBetween, days, openingHours, spanOf } from './hours.ts';
import type { HoursSpan } from './hours.ts';
import { date, only } from './values.ts';
import type { FeedOptions } from './values.ts';

const DAY = 1440;
const WHOLE_DAY: HoursSpan = { opensAt: '00:00', closesAt: '24:00' };

type Minutes = readonly [from: number, to: number];

/** One end of a FHIR `Period`: its day in London, and the time where the record gives one. */
function end(field: FieldReader): { readonly day: string; readonly minutes?: number } | undefined {
  const day = date(field);
  const text = field.raw() ?? '';
  if (day === undefined || !/T\d\d:/.test(text)) return day === undefined ? undefined : { day };
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const instant = londonTime(new Date(zoned ? text : `${text}Z`));
  return zoned ? { day, minutes: instant.minutes } : { day, minutes: wall(text) };
}

function wall(text: string): number {
  const [, hours = '0', minutes = '0'] = /T(\d\d):(\d\d)/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The hours of a usual day, or nothing where any of them is not known or runs into the next day. */
function usualOn(day: string, schedules: readonly Schedule[]): readonly Minutes[] | undefined {
  const name = DAYS[weekday(day) - 1];
  const rows = schedules.filter(({ byday }) => byday?.some((one) => one === name) ?? true);
  const spans = rows.map(({ byday, opensAt, closesAt }): Minutes | undefined => {
    if (!byday || !opensAt || !closesAt) return undefined;
    const [from, to] = [minutesOf(opensAt), minutesOf(closesAt)];
    return from < to ? [from, to] : undefined;
  });
  return spans.every((one) => one !== undefined) ? spans : undefined;
}

/** A day on which it is not open for a while: its usual hours without that while. */
function dayWithout(day: string, away: Minutes, schedules: readonly Schedule[]): SpecialDay[] {
  const [from, to] = away;
  if (from <= 0 && to >= DAY) return [{ date: day }];
  const usual = usualOn(day, schedules);
  // One time alone says that nothing is known of that day.
  if (usual === undefined) return [{ date: day, opensAt: '00:00' }];
  const left = usual
    .flatMap(([start, stop]): Minutes[] => [
      [start, Math.min(stop, from)],
      [Math.max(start, to), stop],
    ])
    .filter(([start, stop]) => start < stop);
  if (left.length === 0) return [{ date: day }];
  return left.map(([start, stop]) => ({ date: day, opensAt: clock(start), closesAt: clock(stop) }));
}

/** `notAvailable`: from one day or time to another. */
function unavailable(row: FieldReader, schedules: readonly Schedule[]): readonly SpecialDay[] {
  const during = row.at('during');
  const first = end(during.at('start'));
  if (first === undefined) return [];
  const last = end(during.at('end')) ?? { day: first.day };
  const dates = datesBetween(first.day, last.day);
  if (dates === undefined) {
    during.fault('Left out: it must end after it begins, and within a year.');
    return [];
  }
  return dates.flatMap((day) =>
    dayWithout(
      day,
      [
        day === first.day ? (first.minutes ?? 0) : 0,
        day === last.day ? (last.minutes ?? DAY) : DAY,
      ],
      schedules,
    ),
  );
}

/**
 * `availableTime` and `notAvailable` of a FHIR R4 `HealthcareService`, `hoursOfOperation` of a `Location`,
 * or the same inside R5's `availability`. docs/feeds/hours.md has every case.
 */
export function fhirHours(owner: FieldReader, options: FeedOptions): OpeningHours {
  const schedules: Schedule[] = [];
  const words: (string | undefined)[] = [owner.at('availabilityExceptions').text()];
  const parts = [owner, ...owner.at('availability').objects(), ...r5(owner)];
  for (const part of parts) {
    for (const row of part.firstOf('availableTime', 'hoursOfOperation').objects()) {
      const named = row.at('daysOfWeek');
      const byday = named.known ? days(named) : DAYS;
      const [opens, closes] = [
        row.firstOf('availableStartTime', 'openingTime'),
        row.firstOf('availableEndTime', 'closingTime'),
      ];
      const all = row.at('allDay').boolean() === true;
      schedules.push(
        only<Schedule>({ byday, ...(all ? WHOLE_DAY : spanOf(opens, closes, options)) }),
      );
    }
  }
  const special = parts.flatMap((part) =>
    part
      .firstOf('notAvailable', 'notAvailableTime')
      .objects()
      .flatMap((row) => {
        words.push(row.at('description').text());
        return unavailable(row, schedules);
      }),
  );
  return openingHours(schedules, special, words, owner);
}

/** In R5 a `Location` has one `Availability` in its `hoursOfOperation`. */
function r5(owner: FieldReader): readonly FieldReader[] {
  const hours = owner.at('hoursOfOperation').items();
  return hours.filter((one) => one.at('availableTime').known || one.at('notAvailableTime').known);
}
