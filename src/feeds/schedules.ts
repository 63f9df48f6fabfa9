import { weekday } from '../calendar/london.ts';
import { DAYS } from '../service/schedule.ts';
import type { NthDay, Day, OpeningHours, Schedule, SpecialDay } from '../service/schedule.ts';
import type { FieldReader } from './field-reader.ts';
import { datesBetween, days, openingHours, spanOf, specialDay } from './hours.ts';
import { date, only } from './values.ts';
import type { FeedOptions } from './values.ts';

/** Parts of an iCalendar rule that decide its days, and that the record has no room for. */
const UNKEPT = ['byweekno', 'byyearday', 'count'];

/** The entries of a list, or the parts between the commas of a text. */
function listed(field: FieldReader): readonly string[] {
  const texts = Array.isArray(field.value)
    ? field.items().map((item) => item.raw() ?? '')
    : (field.raw() ?? '').split(',');
  return texts.map((text) => text.trim().toUpperCase()).filter((text) => text !== '');
}

function counted(field: FieldReader): readonly (Day | NthDay)[] | undefined {
  const written = listed(field);
  const all = written.every((text) => /^[+-]?[1-5](?:MO|TU|WE|TH|FR|SA|SU)$/.test(text));
  return all && written.length > 0
    ? written.map((text) => text.replace('+', '') as NthDay)
    : days(field);
}

function monthDays(field: FieldReader): readonly number[] | undefined {
  if (!field.known) return undefined;
  const numbers = listed(field)
    .map(Number)
    .filter((day) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31);
  field.fault('Kept, but its days of the month are not worked out: nothing is said of its hours.');
  return numbers.length === 0 ? undefined : numbers;
}

/** Whether times are London's, as far as the row says. Some write its offset in summer, and some in winter. */
function isLondon(row: FieldReader): boolean {
  const zone = row.at('timezone');
  const text = zone.raw() ?? '';
  if (/^(?:|[+-]?0?[01](?::?00)?|z|utc|gmt|bst|wet|west|gb|europe\/london)$/i.test(text))
    return true;
  for (const name of ['opens_at', 'opens', 'closes_at', 'closes']) row.at(name).take();
  zone.fault('Left out the times: they are not in London’s time zone.');
  return false;
}

/** One row: an iCalendar rule as HSDS has them, or a weekday as Outpost has. */
function schedule(row: FieldReader, options: FeedOptions): Schedule {
  const dtstart = date(row.at('dtstart'));
  const validFrom = date(row.at('valid_from'));
  const validTo = date(row.at('valid_to'));
  const until = date(row.at('until'));
  const written = row.at('freq').raw()?.toUpperCase();
  const freq = { WEEK: 'WEEKLY', MONTH: 'MONTHLY', DAY: 'DAILY' }[written ?? ''] ?? written;
  let byday = counted(row.firstOf('byday', 'weekday', 'day'));
  const bymonthday = monthDays(row.at('bymonthday'));
  if (!row.firstOf('byday', 'weekday', 'day').known && bymonthday === undefined) {
    if (freq === 'DAILY') byday = DAYS;
    else if (freq === 'WEEKLY' && dtstart !== undefined)
      byday = [DAYS[weekday(dtstart) - 1] ?? 'MO'];
    else
      row
        .firstOf('byday', 'weekday')
        .fault('It names no day: nothing is said of the hours of any day.');
  }
  const unkept = UNKEPT.map((name) => row.at(name)).filter(({ known }) => known);
  for (const part of unkept)
    part.fault('Left out the days: this part of a rule is not worked out.');
  const odd = freq !== undefined && !['WEEKLY', 'MONTHLY', 'DAILY'].includes(freq);
  if (odd) row.at('freq').fault('Left out the days: only weekly and monthly rules are worked out.');
  if (validFrom !== undefined && validFrom === validTo) {
    row.at('valid_to').fault('Kept: the row holds on that one day alone.');
  } else if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    row
      .at('valid_to')
      .fault('Kept, but the row ends before it begins: nothing is said of its hours.');
  }
  const interval = row.at('interval').number();
  const whole = interval !== undefined && Number.isInteger(interval) && interval >= 1;
  if (interval !== undefined && !whole) {
    row.at('interval').fault('Left out the days: it does not say how often the row comes round.');
  }
  // Whichever of them names the day, the others say the same.
  for (const name of ['byday', 'weekday', 'day', 'wkst']) row.at(name).take();
  const lost = unkept.length > 0 || odd || (interval !== undefined && !whole);
  return only<Schedule>({
    byday: lost ? undefined : byday,
    ...(isLondon(row)
      ? spanOf(
          row.firstOf('opens_at', 'opens'),
          row.firstOf('closes_at', 'closes'),
          options,
          dtstart ?? validFrom,
        )
      : {}),
    validFrom,
    validTo,
    freq: freq === 'MONTHLY' ? freq : undefined,
    interval: whole && interval > 1 ? interval : undefined,
    dtstart,
    until,
    bymonthday,
  });
}

/** The holidays of ORUK 1: from one day to another, shut or with hours of their own. */
function holidays(row: FieldReader, options: FeedOptions): readonly SpecialDay[] {
  const first = date(row.at('start_date'));
  const last = date(row.at('end_date')) ?? first;
  if (first === undefined || last === undefined) return [];
  const dates = datesBetween(first, last);
  if (dates === undefined) {
    row.at('end_date').fault('Left out: a holiday must end after it begins, and within a year.');
    return [];
  }
  const closed = row.at('closed').boolean() ?? false;
  const [opens, closes] = [
    row.firstOf('opens_at', 'open_at'),
    row.firstOf('closes_at', 'close_at'),
  ];
  const hours = closed ? {} : spanOf(opens, closes, options, first);
  return dates.map((day) => specialDay(day, hours, closed));
}

/**
 * The hours of a service or place in a feed of the HSDS family: `schedules`, and what they are called
 * in ORUK 1.
 */
export function hsdsHours(owner: FieldReader, options: FeedOptions): OpeningHours {
  const rows = owner.firstOf('schedules', 'regular_schedules', 'regular_schedule').objects();
  const special = owner.firstOf('holiday_schedules', 'holiday_schedule').objects();
  return openingHours(
    rows.map((row) => schedule(row, options)),
    special.flatMap((row) => holidays(row, options)),
    rows.flatMap((row) => [row.at('description').text(), row.at('notes').text()]),
    owner,
  );
}
