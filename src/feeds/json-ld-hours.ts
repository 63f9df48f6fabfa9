import { weekday } from '../calendar/london.ts';
import { DAYS } from '../service/schedule.ts';
import type { Day, OpeningHours, Schedule, SpecialDay } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import {
  datesBetween,
  days,
  openingHours,
  span,
  spanOf,
  spans,
  specialDay,
  time,
} from './hours.ts';
import type { HoursSpan } from './hours.ts';
import { date, only } from './values.ts';
import type { FeedOptions } from './values.ts';

/** What is gathered of a thing's hours. */
interface Gathered {
  schedules: Schedule[];
  readonly special: SpecialDay[];
  bankHolidays?: 'closed';
  /** What could not be read, as it is written: whoever reads it may understand it. */
  readonly words: string[];
}

const WHOLE_DAY: HoursSpan = { opensAt: '00:00', closesAt: '24:00' };

/** Rows of which some days are taken out. */
function withoutDays(schedules: readonly Schedule[], shut: readonly Day[]): Schedule[] {
  return schedules.flatMap((row) => {
    const byday = row.byday?.filter((day) => !shut.some((one) => one === day));
    return byday?.length === 0 ? [] : [byday === undefined ? row : { ...row, byday }];
  });
}

/**
 * One part of `openingHours`: "Mo-Fr 09:00-17:00", "24/7", "Su off", "PH off", "Mo-Su" for the whole day.
 * A part that comes after another goes before it for its days, as OpenStreetMap has it.
 */
function shorthandPart(
  item: FieldReader,
  part: string,
  { schedules, ...rest }: Gathered,
): Gathered {
  const shut = /\b(?:off|closed)$/i.test(part);
  const [named = '', when = ''] = shut
    ? [part.replace(/\s*\w+$/, '')]
    : (/^([a-z\s,–—-]*)([\d:.,\s–—-]*)$/i.exec(part)?.slice(1) ?? []);
  if (/^24\s*\/\s*7$/.test(part)) return { schedules: [{ byday: DAYS, ...WHOLE_DAY }], ...rest };
  if (/^PH\b[\s,]*$/i.test(named)) {
    if (shut) return { schedules, ...rest, bankHolidays: 'closed' };
    item.note('Left out: the record has no hours for all public holidays together.');
    return { schedules, ...rest };
  }
  // Nobody knows the school holidays, and a part without days and times says nothing that can be read.
  if (/\bSH\b/i.test(named) || (!shut && named.trim() === '' && !/\d/.test(when))) {
    item.fault(
      'Left out: days and then times were expected. Nothing is said of the hours of any day.',
    );
    return { schedules: [...schedules, {}], ...rest, words: [...rest.words, part] };
  }
  const weekdays = named.replace(/,?\s*\bPH\b\s*,?/gi, '').trim();
  const byday = weekdays === '' ? DAYS : days(item.with(weekdays));
  if (byday === undefined)
    return { schedules: [...schedules, {}], ...rest, words: [...rest.words, part] };
  const others = withoutDays(schedules, byday);
  if (shut) return { schedules: others, ...rest };
  const times = when.trim() === '' ? [WHOLE_DAY] : spans(item.with(when));
  return { schedules: [...others, ...times.map((hours) => ({ byday, ...hours }))], ...rest };
}

/** `openingHours`: a text or a list of them, each of one part or of several with semicolons between. */
function shorthand(field: FieldReader): Gathered {
  let all: Gathered = { schedules: [], special: [], words: [] };
  for (const item of field.items()) {
    let own: Gathered = { schedules: [], special: [], words: all.words };
    const parts = (item.raw() ?? '').split(/;/).map((part) => part.trim());
    for (const part of parts.filter(Boolean)) own = shorthandPart(item, part, own);
    all = { ...all, ...own, schedules: [...all.schedules, ...own.schedules] };
  }
  return all;
}

/** A row of `OpeningHoursSpecification`, as far as it can be read by itself. */
interface Specification {
  readonly byday: readonly Day[] | undefined;
  readonly hours: HoursSpan;
  /** Equal times, or none at all: on these days it is shut. */
  readonly shut: boolean;
  /** The days on which it is in force, where it ends within a year. */
  readonly dates: readonly string[] | undefined;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

function specification(row: FieldReader, isSpecial: boolean, options: FeedOptions): Specification {
  const named = row.at('dayOfWeek').items();
  const weekdays = named.filter((item) => !/PublicHolidays$/.test(item.raw() ?? ''));
  const [validFrom, through] = [date(row.at('validFrom')), date(row.at('validThrough'))];
  // What is special has an end; one that names none is of that day.
  const validTo = through ?? (isSpecial || weekdays.length === 0 ? validFrom : undefined);
  const dates = validFrom && validTo ? datesBetween(validFrom, validTo) : undefined;
  const [opens, closes] = [row.at('opens'), row.at('closes')];
  const [from, to] = [time(opens, options, validFrom), time(closes, options, validFrom)];
  const equal = from !== undefined && from % 1440 === 0 && (to ?? NaN) % 1440 === 0 && to !== 1440;
  const shut = equal || (!opens.known && !closes.known);
  return {
    byday:
      weekdays.length > 0
        ? days(row.at('dayOfWeek').with(weekdays.map((item) => item.raw())))
        : undefined,
    hours: shut
      ? {}
      : opens.known && closes.known
        ? span(from, to, closes)
        : spanOf(opens, closes, options),
    shut,
    dates,
    validFrom,
    validTo: through,
  };
}

const nameOf = (iso: string): Day => DAYS[weekday(iso) - 1] ?? 'MO';

/**
 * The hours of a thing of schema.org: `openingHours`, `openingHoursSpecification`, `hoursAvailable` and
 * `specialOpeningHoursSpecification`. A row with equal times, or without times, says that it is shut; one
 * that is in force for a while goes before those that always are. docs/feeds/hours.md has every case.
 */
export function hours(owner: FieldReader, options: FeedOptions): OpeningHours {
  const gathered = shorthand(owner.at('openingHours'));
  const { schedules, special, words } = gathered;
  let { bankHolidays } = gathered;
  const usual = owner.firstOf('hoursAvailable', 'openingHoursSpecification').objects();
  const extra = owner.at('specialOpeningHoursSpecification').objects();
  const rows = [...usual, ...extra].map((row) => {
    const read = specification(row, extra.includes(row), options);
    return { row, ...read, isSpecial: extra.includes(row) };
  });
  const always = rows.filter(({ validFrom, validTo }) => !validFrom && !validTo);
  const usualDays = new Set([...schedules, ...always].flatMap(({ byday = [] }) => byday));
  for (const { row, byday, hours: times, shut, dates, validFrom, validTo, isSpecial } of rows) {
    const named = row.at('dayOfWeek');
    const holidaysAlone =
      named.known && named.items().every((one) => /PublicHolidays$/.test(one.raw() ?? ''));
    const goesBefore =
      dates &&
      (isSpecial || shut || byday === undefined || byday.some((day) => usualDays.has(day)));
    if (holidaysAlone) {
      if (shut) bankHolidays = 'closed';
      else named.note('Left out: the record has no hours for all public holidays together.');
    } else if (goesBefore) {
      const meant = dates.filter((iso) => !byday || byday.includes(nameOf(iso)));
      special.push(...meant.map((iso) => specialDay(iso, times, shut)));
    } else if (byday === undefined) {
      named.fault('It names no day that can be read: nothing is said of the hours of any day.');
      schedules.push({});
    } else if (!shut) {
      schedules.push(only<Schedule>({ byday, ...times, validFrom, validTo }));
    } else {
      // A day that is shut has no row; one that is said to be open as well is not known.
      const open = rows
        .filter((one) => one.row !== row && !one.shut)
        .flatMap((one) => one.byday ?? []);
      const both = byday.filter((day) => open.includes(day));
      if (both.length > 0) {
        row.fault(
          'It says that a day is shut on which another row is open: nothing is said of it.',
        );
        schedules.splice(0, Infinity, ...withoutDays(schedules, both), { byday: both });
      }
    }
  }
  return {
    ...openingHours(schedules, special, words, owner),
    ...(bankHolidays && { bankHolidays }),
  };
}
