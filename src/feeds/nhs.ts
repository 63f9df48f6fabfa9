import type {
  Access,
  Eligibility,
  OpeningHours,
  Schedule,
  SpecialDay,
} from '../service/service.ts';
import { contactLink, phones, contactPoints } from './contact.ts';
import type { About } from './contact.ts';
import type { FieldReader } from './field-reader.ts';
import { days, openingHours, span, spanOf, spans, specialDay } from './hours.ts';
import type { HoursSpan } from './hours.ts';
import { eligibility } from './eligibility.ts';
import { accessFact, placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { alert, description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { status } from './status.ts';
import { date, only, pastDate } from './values.ts';
import type { FeedOptions } from './values.ts';

/** The times of a row: two fields, one field for both, or minutes since midnight. */
function hoursOf(row: FieldReader, options: FeedOptions): readonly HoursSpan[] {
  const [opens, closes] = [row.at('OpeningTime'), row.at('ClosingTime')];
  if (opens.known || closes.known) return [spanOf(opens, closes, options)];
  const times = row.at('Times');
  if (times.known) return spans(times);
  const [from, to] = [row.at('OffsetOpeningTime').number(), row.at('OffsetClosingTime').number()];
  const inDay = (minutes?: number): boolean =>
    minutes !== undefined && minutes >= 0 && minutes <= 1440 && Number.isInteger(minutes);
  if (inDay(from) && inDay(to) && to !== 0) return [span(from, to, times)];
  times.fault('There is no time: nothing is said of the hours of that day.');
  return [{}];
}

function openingTimes(record: FieldReader, options: FeedOptions): OpeningHours {
  const old = record.at('OpeningTimes').parsed();
  const newer = record.at('OpeningTimesV2');
  if (old.known && newer.known) newer.note('Left out: OpeningTimes says it as well.');
  const rows = (old.known ? old : newer.parsed()).objects();
  const schedules: Schedule[] = [];
  const special: SpecialDay[] = [];
  for (const row of rows) {
    const closed = row.at('IsOpen').boolean() === false;
    const dated = row.at('AdditionalOpeningDate');
    if (dated.known) {
      const day = date(dated);
      if (day === undefined) continue;
      const hours = closed ? [{}] : hoursOf(row, options);
      special.push(...hours.map((times) => specialDay(day, times, closed)));
      continue;
    }
    // A day on which it is shut has no row in the record.
    if (closed) continue;
    const named = row.firstOf('Weekday', 'WeekDay');
    if (!named.known) named.fault('It names no day: nothing is said of the hours of any day.');
    const byday = days(named);
    schedules.push(...hoursOf(row, options).map((times) => only<Schedule>({ byday, ...times })));
  }
  return openingHours(schedules, special, [], record);
}

function contacts(record: FieldReader): ReturnType<typeof phones> {
  return record
    .at('Contacts')
    .parsed()
    .objects()
    .flatMap((row) => {
      const type = row.firstOf('ContactMethodType', 'OrganisationContactMethodType');
      const value = row.firstOf('ContactValue', 'OrganisationContactValue');
      const when = row
        .firstOf('ContactAvailabilityType', 'OrganisationContactAvailabilityType')
        .text();
      // "Office hours" is on nearly every one, and says less than the opening times do.
      const about: About =
        when === undefined || /^office hours$/i.test(when) ? {} : { label: when };
      const method = type.text() ?? '';
      if (/web|url/i.test(method)) return contactLink('website', value, about);
      if (/mail/i.test(method)) return contactLink('email', value, about);
      return phones(value, type, about);
    });
}

/** Metrics and facilities: a name, and yes or no. What is neither is left to the NHS's own pages. */
function access(record: FieldReader): Access | undefined {
  const facts: Record<string, boolean> = {};
  for (const name of ['Facilities', 'Metrics']) {
    for (const row of record.at(name).parsed().objects()) {
      const fact = accessFact(row.firstOf('Name', 'MetricName', 'DisplayName').text() ?? '');
      const value = fact === undefined ? undefined : row.at('Value').boolean();
      if (fact !== undefined && value !== undefined) facts[fact] = value;
    }
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}

function rules(record: FieldReader): readonly Eligibility[] {
  const ages = record.at('AgeRange').parsed().objects();
  const own = ages.length > 0 ? ages : [record];
  return own.flatMap((row) =>
    eligibility(row.at('FromAgeDays'), row.at('ToAgeDays'), record.at('EligibilityText'), 365.25),
  );
}

function service(record: FieldReader, options: FeedOptions): Draft {
  const hours = openingTimes(record, options);
  const point = record.at('Geocode').at('coordinates');
  const facts = access(record);
  const role = record.at('ReferralRole').text();
  const place = placeOf({
    place: record,
    lines: ['Address1', 'Address2', 'Address3', 'City', 'County'].map((line) => record.at(line)),
    postcode: record.at('Postcode'),
    latitude: record.at('Latitude').known ? record.at('Latitude') : point.entry(1),
    longitude: record.at('Longitude').known ? record.at('Longitude') : point.entry(0),
    ...(facts && { access: facts }),
  });
  return {
    ...only<Draft>({
      name: record.at('OrganisationName').text(),
      alternateName: record.at('OrganisationAliases').entry(0).text(),
      status: status(record.at('OrganisationStatus')),
      organization: record.at('ParentOrganisation').at('OrganisationName').text(),
      description: description(record.firstOf('SummaryText', 'GSD', 'Description')),
      alert: alert(record.at('Alert')),
      channels: contactPoints([
        ...contacts(record),
        ...phones(record.firstOf('Phone', 'Telephone'), record.at('PhoneType')),
        ...contactLink('email', record.at('Email')),
        ...contactLink('website', record.firstOf('URL', 'Website')),
      ]),
      eligibility: rules(record),
      places: place === undefined ? [] : [place],
      referral: role === undefined ? [] : [{ description: role }],
      categories: record
        .firstOf('ServicesProvided', 'ServicesOffered')
        .items()
        .flatMap((item) => {
          const name = (
            typeof item.value === 'string' ? item : item.firstOf('ServiceName', 'Name')
          ).text();
          return name === undefined ? [] : [{ name }];
        }),
      checked: pastDate(
        record.firstOf('LastUpdatedDate', 'LastUpdatedDates'),
        options.now ?? new Date(),
      ),
    }),
    ...hours,
  };
}

/** What stands in these records for the NHS itself. */
const IGNORED =
  /^(?:@search|ODSCode|NACSCode|PIMSCode|IsPimsManaged|Organisation(?:ID|Type|TypeI[Dd]|SubType)|OrgTypeConditions|ServiceCodesProvided|ServicesOffered|Metrics|Geocode|ParentOrganisation\.ODSCode)|\.(?:ContactType|OpeningTimeType|Offset(?:Opening|Closing)Time)$/;

/**
 * Reads an answer of the NHS Directory of Healthcare Services (Service Search), old or new: one
 * organisation, a bare list, or a page with `value`. Hours and contacts may be JSON in a text.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readNhs(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    value,
    {
      lists: ['value', 'results'],
      ignored: IGNORED,
      ids: ['ODSCode', 'NACSCode', 'OrganisationID', 'ServiceId'],
      read: service,
    },
    options,
  );
}
