import type { Category, Place, Referral } from '../service/service.ts';
import { hsdsContacts, labelledLinks, contactLink, contactPoints } from './contact.ts';
import type { FieldReader } from './field-reader.ts';
import { extensions } from './handrail-json.ts';
import { eligibility } from './eligibility.ts';
import { costs } from './hsds.ts';
import { status } from './status.ts';
import { access, placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { alert, description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { hsdsHours } from './schedules.ts';
import { date, only, pastDate } from './values.ts';
import type { FeedOptions } from './values.ts';

function place(row: FieldReader): Place | undefined {
  const point = row.at('geometry').at('coordinates');
  const names = row
    .at('accessibilities')
    .items()
    .map((item) => (typeof item.value === 'string' ? item : item.firstOf('name', 'label')).text());
  return placeOf({
    place: row,
    name: row.at('name'),
    lines: ['address_1', 'address_2', 'city', 'state_province'].map((line) => row.at(line)),
    postcode: row.at('postal_code'),
    country: row.at('country'),
    // GeoJSON has the longitude first.
    latitude: row.at('latitude').known ? row.at('latitude') : point.entry(1),
    longitude: row.at('longitude').known ? row.at('longitude') : point.entry(0),
    access: access(names.filter((name) => name !== undefined)),
    hours: {},
  });
}

function categories(rows: FieldReader, taxonomy?: string): readonly Category[] {
  return rows.objects().flatMap((row) => {
    const name = row.firstOf('name', 'label').text();
    return name === undefined ? [] : [only<Category>({ name, id: row.at('id').raw(), taxonomy })];
  });
}

function referral(record: FieldReader): readonly Referral[] {
  const needed = record.at('needs_referral').boolean();
  const form = contactLink('website', record.at('referral_url'))[0]?.value;
  if (needed === false) return [only<Referral>({ by: 'self', value: form })];
  if (needed === undefined) return form === undefined ? [] : [{ value: form }];
  return [only<Referral>({ by: 'professional', value: form }), { by: 'self', accepted: false }];
}

function service(record: FieldReader, options: FeedOptions): Draft {
  const organization = record.firstOf('organisation', 'organization');
  const owner = { owner: 'organization' } as const;
  const { free, ...cost } = costs(record.at('fees'), record.at('cost_options'));
  const draft: Draft = {
    ...only<Draft>({
      name: record.at('name').text(),
      status: status(record.at('status')),
      visibleFrom: date(record.at('visible_from')),
      visibleTo: date(record.at('visible_to')),
      organization: organization.at('name').text(),
      description: description(record.at('description')),
      alert: alert(record.at('alert')),
      channels: contactPoints([
        ...hsdsContacts(record),
        ...contactLink('email', record.at('email')),
        ...contactLink('website', record.at('url')),
        ...labelledLinks(record.at('links')),
        ...contactLink('website', record.at('local_offer').at('link'), {
          label: 'SEND local offer',
        }),
        ...contactLink('email', organization.at('email'), owner),
        ...contactLink('website', organization.at('url'), owner),
      ]),
      eligibility: eligibility(
        record.at('min_age'),
        record.at('max_age'),
        record.at('eligibility'),
      ),
      places: record
        .at('locations')
        .objects()
        .map(place)
        .filter((one) => one !== undefined),
      referral: referral(record),
      free: record.at('free').boolean() ?? free,
      categories: [
        ...categories(record.at('taxonomies')),
        ...categories(record.at('suitabilities'), 'Suitable for'),
        ...categories(record.at('send_needs'), 'SEND needs'),
      ],
      checked: pastDate(record.firstOf('assured_date', 'updated_at'), options.now ?? new Date()),
    }),
    ...cost,
    ...hsdsHours(record, options),
  };
  return extensions(record, draft);
}

/** How records are kept and found there, and the names of persons, which stay out on purpose. */
const IGNORED =
  /^(?:score|target_directories|last_modified|updated_at|organisation\.description)\b|\.slug$|geometry\.type$|contacts\[\]\.(?:name|title)$|^local_offer\./;

/**
 * Reads a feed as Outpost serves it: ORUK 1's wrapper round records with names of its own, such as
 * `min_age`, `organisation` and `mask_exact_address`.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readOutpost(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    value,
    {
      lists: ['content', 'contents', 'services'],
      ids: ['id', '_id'],
      read: service,
      ignored: IGNORED,
    },
    options,
  );
}
