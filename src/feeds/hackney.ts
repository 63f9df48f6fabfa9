import type { Category, Place } from '../service/service.ts';
import { contactLink, contactPoints, phones } from './contact.ts';
import type { FieldReader } from './field-reader.ts';
import { placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { status } from './status.ts';
import { only } from './values.ts';
import type { FeedOptions } from './values.ts';

function place(row: FieldReader): Place | undefined {
  return placeOf({
    place: row,
    lines: ['address1', 'address2', 'city', 'stateProvince'].map((line) => row.at(line)),
    postcode: row.at('postalCode'),
    country: row.at('country'),
    latitude: row.at('latitude'),
    longitude: row.at('longitude'),
  });
}

function categories(rows: FieldReader): readonly Category[] {
  return rows.objects().flatMap((row) => {
    const name = row.at('name').text();
    if (name === undefined) return [];
    return [
      only<Category>({ name, id: row.at('id').raw(), taxonomy: row.at('vocabulary').text() }),
    ];
  });
}

function service(record: FieldReader): Draft {
  const contact = record.at('contact');
  const referral = record.at('referral');
  const form = contactLink('website', referral.at('website'))[0]?.value;
  const write = contactLink('email', referral.at('email'))[0]?.value;
  const rows = ['categories', 'demographic', 'taxonomies'].map((name) => record.at(name));
  const once = new Map(
    rows.flatMap(categories).map((one) => [`${one.taxonomy ?? ''} ${one.name}`, one]),
  );
  return only<Draft>({
    name: record.at('name').text(),
    status: status(record.at('status')),
    organization: record.at('organization').at('name').text(),
    description: description(record.at('description')),
    channels: contactPoints([
      ...phones(contact.at('telephone'), contact.at('type')),
      ...contactLink('email', contact.at('email')),
      ...contactLink('website', contact.at('website')),
    ]),
    places: record
      .at('locations')
      .objects()
      .map(place)
      .filter((one) => one !== undefined),
    referral: [form, write].flatMap((value) => (value === undefined ? [] : [{ value }])),
    categories: [...once.values()],
  });
}

/** What people do not need to reach a service: pictures, other companies' pages, an order of words. */
const IGNORED = /^(?:images|social)\b|\.(?:weight|uprn|description)$|^organization\.status$/;

/**
 * Reads the service list of Hackney's "Find support services" interface.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readHackney(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    value,
    { lists: ['services', 'content', 'items'], ids: ['id'], read: service, ignored: IGNORED },
    options,
  );
}
