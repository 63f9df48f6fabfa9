import type { OpeningHours, Schedule, SpecialDay } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import { days, openingHours, span, spanOf, spans, specialDay, time } from './hours.ts';
import { date, only } from './values.ts';
import type { FeedOptions } from './values.ts';

/** `openingHours`, as in "Mo-Fr 09:00-17:00" or "Mo,We 10:00-12:00". */
function shorthand(field: FieldReader): readonly Schedule[] {
  return field.items().flatMap((item) => {
    const [, named = '', times = ''] =
      /^([a-z ,-]+?)\s*([\d:,\s-]+)$/i.exec(item.raw() ?? '') ?? [];
    if (named === '') {
      item.fault(
        'Left out: days and then times were expected. Nothing is said of the hours of any day.',
      );
      return [{}];
    }
    const byday = days(item.with(named));
    return spans(item.with(times)).map((hours) => only<Schedule>({ byday, ...hours }));
  });
}

/** `OpeningHoursSpecification`; one that is in force on one day, or that stands as special, is that day's. */
export function hours(owner: FieldReader, options: FeedOptions): OpeningHours {
  const schedules: Schedule[] = [...shorthand(owner.at('openingHours'))];
  const special: SpecialDay[] = [];
  const usual = owner.firstOf('hoursAvailable', 'openingHoursSpecification').objects();
  for (const row of [...usual, ...owner.at('specialOpeningHoursSpecification').objects()]) {
    const named = row
      .at('dayOfWeek')
      .items()
      .filter((item) => !/PublicHolidays$/.test(item.raw() ?? ''));
    const [validFrom, validTo] = [date(row.at('validFrom')), date(row.at('validThrough'))];
    const [opens, closes] = [row.at('opens'), row.at('closes')];
    if (named.length === 0 && row.at('dayOfWeek').known) {
      row
        .at('dayOfWeek')
        .note('Left out: the record has no hours for all public holidays together.');
    } else if (
      named.length === 0 &&
      validFrom !== undefined &&
      (validTo ?? validFrom) === validFrom
    ) {
      const [from, to] = [time(opens, options), time(closes, options)];
      const closed = (!opens.known && !closes.known) || (from !== undefined && from === to);
      special.push(specialDay(validFrom, closed ? {} : span(from, to, closes), closed));
    } else {
      const byday =
        named.length > 0
          ? days(row.at('dayOfWeek').with(named.map((item) => item.raw())))
          : undefined;
      if (byday === undefined)
        row
          .at('dayOfWeek')
          .fault('It names no day that can be read: nothing is said of the hours of any day.');
      schedules.push(
        only<Schedule>({ byday, ...spanOf(opens, closes, options, validFrom), validFrom, validTo }),
      );
    }
  }
  return openingHours(schedules, special, []);
}
