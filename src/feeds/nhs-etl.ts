import type { Access, OpeningHours, Schedule, SpecialDay } from '../service/service.ts';
import { contactLink, contactPoints, hsdsContacts, phones } from './contact.ts';
import type { About } from './contact.ts';
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';
import { openingHours, spanOf, specialDay, weekdayNamed } from './hours.ts';
import { accessFact, placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { status } from './status.ts';
import { date, only, pastDate } from './values.ts';
import type { FeedOptions } from './values.ts';

/** Of several timetables, the one by which somebody answers the telephone or stands at a counter. */
const TIMETABLES = ['general', 'reception', 'surgery'] as const;

function parts(field: FieldReader): readonly FieldReader[] {
  return isObject(field.value) ? Object.keys(field.value).map((name) => field.at(name)) : [];
}

const lastName = (field: FieldReader): string => field.path.replace(/^.*\./, '');

/** `openingTimes`: a list of spans for each day by its name; an empty one says that it is shut. */
function hours(record: FieldReader, options: FeedOptions): OpeningHours {
  const all = record.at('openingTimes');
  const used = TIMETABLES.map((name) => all.at(name)).find(({ known }) => known) ?? all;
  const schedules = parts(used).flatMap((day): readonly Schedule[] => {
    const named = weekdayNamed(lastName(day));
    if (named === undefined) return [];
    return day
      .objects()
      .map((row) => ({ byday: [named], ...spanOf(row.at('opens'), row.at('closes'), options) }));
  });
  for (const other of TIMETABLES.map((name) => all.at(name))) {
    if (other.known && other.path !== used.path)
      other.note('Left out: the record has room for one timetable.');
  }
  const special = parts(all.at('alterations')).flatMap((day): readonly SpecialDay[] => {
    const on = date(day.with(lastName(day)));
    if (on === undefined) return [];
    const rows = day.objects();
    if (rows.length === 0) return [specialDay(on, {}, true)];
    return rows.map((row) =>
      specialDay(on, spanOf(row.at('opens'), row.at('closes'), options, on), false),
    );
  });
  return openingHours(schedules, special, [], all);
}

/** `facilities`: names with "Yes" and "No". */
function access(record: FieldReader): Access | undefined {
  const facts: Record<string, boolean> = {};
  for (const row of parts(record.at('facilities')).flatMap((list) => list.objects())) {
    const fact = accessFact(row.at('name').text() ?? '');
    const value = row.firstOf('exists', 'value').boolean();
    if (fact !== undefined && value !== undefined) facts[fact] = value;
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** A telephone, email and website that stand beside each other. */
function contacts(at: FieldReader, about: About = {}): ReturnType<typeof phones> {
  const fax = at.at('fax');
  if (fax.known) fax.note('Left out: the record has no place for it.');
  return [
    ...phones(at.firstOf('telephone', 'telephoneNumber', 'phone'), at.at('type'), about),
    ...contactLink('email', at.at('email'), about),
    ...contactLink('website', at.firstOf('website', 'url'), about),
  ];
}

function service(record: FieldReader, options: FeedOptions): Draft {
  const address = record.at('address');
  const lines = address.at('addressLines').items();
  const point = record.at('location').at('coordinates');
  const facts = access(record);
  const place = placeOf({
    place: record,
    lines:
      lines.length > 0
        ? lines
        : ['line1', 'line2', 'line3', 'city', 'county'].map((line) => address.at(line)),
    postcode: address.at('postcode'),
    // GeoJSON has the longitude first.
    latitude: point.entry(1),
    longitude: point.entry(0),
    ...(facts && { access: facts }),
  });
  const contact = record.firstOf('contact', 'contacts');
  const more = contact.at('additionalContacts').objects();
  const taking = record.at('acceptingNewPatients').boolean();
  return {
    ...only<Draft>({
      name: record.firstOf('name', 'displayName').text(),
      status: status(record.at('status')),
      description: description(record.at('summary')),
      channels: contactPoints([
        ...contacts(contact),
        ...more.flatMap((row) => contacts(row, only<About>({ label: row.at('name').text() }))),
        ...hsdsContacts(record),
      ]),
      places: place === undefined ? [] : [place],
      wait: taking === undefined ? undefined : { accepting: taking },
      categories: record
        .at('services')
        .at('entries')
        .objects()
        .flatMap((row) => {
          const name = row.at('title').text();
          return name === undefined ? [] : [{ name }];
        }),
      checked: pastDate(
        record.firstOf('lastUpdated', 'updated_at', 'last_modified'),
        options.now ?? new Date(),
      ),
    }),
    ...hours(record, options),
  };
}

/** What stands in these records for the NHS itself, and for its own pages. */
const IGNORED =
  /^(?:choicesId|syndicationId|odsCode|identifier|identifierType|organisationType|provider|displayName|hasEps|gpCounts|doctors|links|services\.(?:epsEnabled|moreInformation|entries)|location\.type|outOfHours)\b|phoneCharge|isNonGeographic/;

/**
 * Reads a file of GPs or pharmacies as the NHS's "ETL" tools write it: `contact.telephone`, and
 * `openingTimes` with a list for each day by its name.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readNhsEtl(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    value,
    {
      lists: ['value', 'results', 'items'],
      ids: ['id', '_id', 'identifier', 'odsCode'],
      read: service,
      ignored: IGNORED,
    },
    options,
  );
}
